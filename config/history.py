"""Copies and versions of an article in, text for eyes out: what is gone and what is new, word by word."""

from collections.abc import Sequence

from rich.text import Text

from config.harmless import harmless
from config.show import console, plain, table
from indexer.differences import Part, Piece, is_changed
from indexer.reprints import Reprint, listed
from indexer.versions import Version

MARKS = {"gone": ("[-", "-]", "red strike"), "new": ("{+", "+}", "green")}  # where there is no colour, as in wdiff


def copies(found: Sequence[Reprint], *, of: str) -> None:
    """The group of an article, the original first."""
    if not found:
        return
    console().print(f"\n{len(found)} articles print this text, the original first", style="bold")
    rows = [
        (
            "this" if one.id == of else "",
            one.id,
            one.relation,
            f"{one.containment:.0%}",
            one.source,
            one.published,
            one.title,
        )
        for one in listed(found, of=of)
    ]
    table(("", "article", "beside the original", "shared", "source", "published", "title"), rows)


def versions(found: Sequence[Version]) -> None:
    rows = [
        (one.number, f"{one.saved_at:%Y-%m-%d %H:%M}", *_edit(one), one.article.title or "(no title)")
        for one in found
    ]
    table(("version", "saved (UTC)", "gone", "new", "changed", "title"), rows)


def changes(parts: Sequence[Part]) -> None:
    """Paragraphs that changed; of those that did not, how many."""
    out, skipped = console(), 0
    if not any(map(is_changed, parts)):
        out.print("no word differs")
        return
    for part in parts:
        if not is_changed(part):
            skipped += 1
            continue
        _skip(skipped)
        skipped = 0
        line = Text("\n")
        for piece in part:
            line.append(_shown(piece, coloured=out.is_terminal))
        out.print(line)
    _skip(skipped)


def _edit(one: Version) -> tuple[object, ...]:
    if one.number == 1:
        return "", "", "first seen"
    told = ["text"] if one.gone or one.new else []
    return one.gone, one.new, ", ".join((*told, *one.facts))


def _skip(count: int) -> None:
    if count:
        console().print(plain(f"\n… {count} the same …", style="dim"))


def _shown(piece: Piece, *, coloured: bool) -> Text:
    if piece.kind == "same":
        return plain(piece.text)
    before, after, style = MARKS[piece.kind]
    return Text(harmless(piece.text), style) if coloured else plain(f"{before}{piece.text}{after}")
