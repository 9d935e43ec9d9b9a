"""Names of files that stand together in, which of them are no pages of their own out."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from crawler.media import is_page_name

# What browsers and Word call the folder with the pictures, scripts and frames of a page saved beside it.
_ASSETS = re.compile(r"(?P<page>.+)[_.-](?:files|tệp|tập[ _]tin|fichiers|Dateien)")
_SYSTEM = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


class Aside:
    """Holds what is passed over: hidden files, those of an operating system, and the parts of saved pages."""

    def __init__(self, names: Iterable[str]) -> None:
        self._pages = {name[: -len(PurePosixPath(name).suffix)] for name in names if is_page_name(name)}

    def __contains__(self, name: str) -> bool:
        path = PurePosixPath(name)
        if any((part.startswith(".") and part != "..") or part in _SYSTEM for part in path.parts):
            return True
        folders = (str(folder) for folder in (path, *path.parents))
        return any((match := _ASSETS.fullmatch(folder)) and match["page"] in self._pages for folder in folders)
