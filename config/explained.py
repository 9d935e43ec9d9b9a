"""How a page was read in, a list of its blocks for eyes and JSON for scripts out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from rich.text import Text

from config import show
from config.harmless import line
from crawler.explain.rules import RULES
from crawler.explain.verdict import Explained, Verdict

NARROW = 70  # columns under which a block's words stand on a line of their own
SHOWN = 3  # of the blocks in a row that stand far from any text
FAR = frozenset(
    ("above", "below", "below-box", "outside-document", "list-rest", "list-link", "list-teaser", "list-prose")
)  # fmt: skip


def shape(one: Explained) -> dict[str, Any]:
    return {
        "origins": dict(one.origins),
        "signs": list(one.signs),
        "explain": [{"text": block.text, "rule": block.rule, "taken": block.taken} for block in one.verdicts],
    }


def report(one: Explained) -> None:
    """Where the facts were found, what became of each block, and what the rules mean."""
    out = show.console()
    for sign in one.signs:
        out.print(Text(f"sign: {sign}", style="yellow"))
    for name, origin in one.origins:
        out.print(Text.assemble(("from ", "dim"), (f"{name}: ", "bold"), line(origin)))
    for row in _rows(one.verdicts, out.width):
        out.print(row, no_wrap=True, overflow="ellipsis", crop=True, soft_wrap=False)
    counts = Counter(block.rule for block in one.verdicts)
    for rule, count in counts.most_common():
        out.print(Text.assemble((f"{count:>5} ", "dim"), (rule, _style(rule)), (f": {RULES[rule]}", "dim")))


def _rows(verdicts: Iterable[Verdict], width: int) -> Iterator[Text]:
    """A line for each block; of many in a row that stand far from the text, for the first few and for the rest."""
    for far, group in groupby(enumerate(verdicts), key=lambda pair: pair[1].rule in FAR):
        run = list(group)
        shown = run[:SHOWN] if far and len(run) > SHOWN + 1 else run
        for number, block in shown:
            yield from _row(number, block, width)
        if rest := Counter(block.rule for _, block in run[len(shown) :]):
            more = ", ".join(f"{count} {rule}" for rule, count in rest.most_common())
            yield Text(f"       … and {more} more", style="dim")


def _row(number: int, block: Verdict, width: int) -> Iterator[Text]:
    mark = "+" if block.taken else "-"
    head = Text.assemble((f"{number:>4} ", "dim"), (f"{mark} {block.rule:<16} ", _style(block.rule)))
    words = Text(line(block.text), style="" if block.taken else "dim")
    if width >= NARROW:
        yield head.append_text(words)
    else:
        yield head
        yield Text("     ").append_text(words)


def _style(rule: str) -> str:
    return "green" if Verdict("", rule).taken else "red"
