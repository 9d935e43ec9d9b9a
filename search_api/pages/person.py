"""Everything about one person in; what their page shows, with the addresses that lead on, out."""

from typing import Any

from indexer.roll import PersonDossier
from search_api.pages.links import event_page, person_page, search_page
from search_api.pages.mentions import Mention
from search_api.pages.results import Names
from search_api.pages.sayings import quotations, report
from search_api.pages.tenure import tenure
from search_api.pages.words import ROLES


def values(found: PersonDossier, names: Names) -> dict[str, Any]:
    """By the names that the template has for them."""
    one = found.person
    return {
        "one": one,
        "tenure": tenure(found.offices, names),
        "attended": [(part, event_page(part.event), ROLES.get(part.role, part.role)) for part in found.parts],
        "quotations": quotations(found.said, names),
        "reports": [report(line, names) for line in found.lines],
        "names": [Mention(name, count, search_page([("person", name)])) for name, count in found.names],
        "apart": [
            Mention(other.name, other.articles, person_page(other.id), note=", ".join(other.offices[:1]))
            for other in found.apart
        ],
        "articles": search_page([("person", one.name)]),
    }
