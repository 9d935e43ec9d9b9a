"""Folders of corrections in, all of them checked out; what is wrong with any of them is told at once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from config.catalog import CatalogError
from config.layout import CorrectionEntry, LayoutEntry
from config.written import files_in, read
from crawler.corrections.layout import Correction, Corrections, host_of
from crawler.source import Source

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load(folders: Iterable[Path] = (), *, sources: Sequence[Source] = ()) -> Corrections:
    """The bundled corrections and those in `folders`; a later one takes the place of one for the same site.

    One that names no hosts is for those of the source with its id.  Raises CatalogError.
    """
    homes = {one.id: (host_of(one.home),) for one in sources}
    found: dict[str, Correction] = {}
    problems: list[str] = []
    for folder in (files("crawler") / "sites", *folders):
        for file in files_in(folder):
            if correction := _read(file, homes, problems):
                found[correction.id] = correction
    if problems:
        raise CatalogError(problems)
    return Corrections(tuple(found[id_] for id_ in sorted(found)))


def _read(file: Traversable, homes: Mapping[str, tuple[str, ...]], problems: list[str]) -> Correction | None:
    id_ = file.name.rpartition(".")[0]
    entry = read(file, CorrectionEntry, parts=LayoutEntry, problems=problems)
    if entry is None:
        return None
    if not _ID.fullmatch(id_):
        problems.append(f"{file}: the file's name is no source's id; name it as the source, such as thoidai.yaml")
    elif not entry.hosts and id_ not in homes:
        problems.append(f"{file}: there is no source {id_}; name the file as its source, or add hosts")
    return entry.to_correction(id_, hosts=homes.get(id_, ()))
