"""Everything about one body in; what its page shows, with the addresses that lead on, out."""

from collections.abc import Iterable
from typing import Any

from indexer.roll import Organization, OrganizationDossier
from search_api.pages.links import event_page, organization_page, search_page
from search_api.pages.mentions import Mention
from search_api.pages.results import Names
from search_api.pages.sayings import quotations, report
from search_api.pages.tenure import tenure


def values(found: OrganizationDossier, names: Names) -> dict[str, Any]:
    """By the names that the template has for them."""
    one = found.organization
    return {
        "one": one,
        "tenure": tenure(found.officers, names),
        "events": [(event, event_page(event.id)) for event in found.events],
        "quotations": quotations(found.said, names),
        "reports": [report(line, names) for line in found.lines],
        "names": [Mention(name, count, search_page([("organization", name)])) for name, count in found.names],
        "parents": _mentions(found.parents),
        "children": _mentions(found.children),
        "articles": search_page([("organization", one.name)]),
    }


def _mentions(found: Iterable[Organization]) -> list[Mention]:
    return [Mention(one.name, one.articles, organization_page(one.id), note=one.short or "") for one in found]
