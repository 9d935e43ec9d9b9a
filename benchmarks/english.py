"""How fast eyecite reads English legal text on one core; benchmarks/directives.py runs this where eyecite is."""

import time
from collections.abc import Callable

from eyecite import get_citations
from eyecite.tokenizers import AhocorasickTokenizer

DOCUMENTS, LETTERS = 5, 40_000  # at 0.04 MB/s that is 5 s
CITING = (
    "The court held in Marbury v. Madison, 5 U.S. 137 (1803), that an act against the Constitution is void. "
    "See also McCulloch v. Maryland, 17 U.S. (4 Wheat.) 316, 421 (1819). Id. at 424. "
    "The claim arises under 42 U.S.C. § 1983.\n"
)
PLAIN = (
    "Delegates from twelve provinces met on Tuesday to review the work of the past year and to agree on the next. "
    "They heard three reports, asked about the budget, and named the groups that had helped most families.\n"
)
TEXTS = {"a citation in every line": CITING, "a citation in every fifteenth line": CITING + 14 * PLAIN}


def main() -> None:
    tokenizer = AhocorasickTokenizer()
    get_citations(CITING, tokenizer=tokenizer)  # its automaton is built once
    for name, passage in TEXTS.items():
        text = passage * (LETTERS // len(passage))
        print(f"eyecite, {name}: {DOCUMENTS} texts, {_size(text):.2f} MB")
        for label, function in (
            ("AhocorasickTokenizer", tokenizer.tokenize),
            ("get_citations", lambda text: get_citations(text, tokenizer=tokenizer)),
        ):
            print(f"  {label:<23} {_size(text) / _seconds(function, text):6.3f} MB/s")


def _size(text: str) -> float:
    return DOCUMENTS * len(text.encode()) / 1e6


def _seconds(function: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    for _ in range(DOCUMENTS):
        function(text)
    return time.process_time() - started


if __name__ == "__main__":
    main()
