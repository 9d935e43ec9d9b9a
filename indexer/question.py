"""A request in, all that an engine must know to answer it out."""

from dataclasses import dataclass

from indexer.clause import Clause
from indexer.cursor import MAX_LIMIT, Page, read_page
from indexer.engine import Unsupported
from indexer.plan import make_plan
from indexer.query import FACETS, KeywordField, Request

MAX_BUCKETS = 1_000  # values of one facet


@dataclass(frozen=True, slots=True)
class Question:
    clause: Clause
    page: Page
    facets: tuple[KeywordField, ...]
    facet_size: int
    warnings: tuple[str, ...]


def make_question(request: Request, *, engine: str) -> Question:
    """Raises BadCursor or Unsupported, before anything runs."""
    if strange := [field for field in request.facets if field not in FACETS]:
        raise Unsupported(f"a facet of {strange[0]}", engine, f"facets are {', '.join(FACETS)}")
    plan = make_plan(request.query, engine=engine)
    sort = "newest" if request.sort == "relevance" and not plan.ranked else request.sort
    warnings = list(plan.warnings)
    if request.limit > MAX_LIMIT:
        warnings.append(f"A page holds at most {MAX_LIMIT:,} articles; the cursor leads to the next.")
    return Question(
        plan.clause,
        read_page(request, sort=sort, engine=engine),
        tuple(dict.fromkeys(request.facets)),
        min(max(request.facet_size, 1), MAX_BUCKETS),
        tuple(warnings),
    )
