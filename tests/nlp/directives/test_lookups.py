"""What a document of the registry can bear on, and what a citation hangs on."""

import pytest

from nlp.directives.lookups import lookups_of_citation, lookups_of_document
from nlp.directives.registry import Document, Link
from nlp.document import Citation


def cited(surface: str, **said: str) -> Citation:
    return Citation(0, len(surface), surface, 0, len(surface), **said)  # type: ignore[arg-type]  # strings all


@pytest.mark.parametrize(
    ("document", "lookups"),
    [
        (
            Document("tw.ct.k12.00038", "Chỉ thị", number="38"),
            {"key:tw.ct.k12.00038", "ct:38", "order:tw.ct.k12"},
        ),
        (Document("cp.nqpl.2018.00019", "Nghị quyết", number="19"), {"key:cp.nqpl.2018.00019", "nq:19"}),
        (
            Document("tw.qdi.k12.00007", "Quy định", number="7", numbers=("07-QĐ/TW",)),
            {"key:tw.qdi.k12.00007", "qd:7", "order:tw.qd.k12"},
        ),
        (
            Document("ttg.qd.2022.00006", "Quyết định", number="6", names=("Đề án 06",)),
            {"key:ttg.qd.2022.00006", "qd:6", "name:de an 06", "da:6"},
        ),
        (
            Document("qh13.l.2013.00045", "Luật", number="45", names=("Luật Đất đai",)),
            {"key:qh13.l.2013.00045", "l:45", "name:luat dat dai", "begins:luat dat"},
        ),
        (
            Document("bng.tt.2012.00005", "Thông tư", number="5", links=(Link("guides", "cp.nd.2012.00012"),)),
            {"key:bng.tt.2012.00005", "tt:5", "key:cp.nd.2012.00012"},
        ),
        (
            Document("tw.nq.k12.00005", "Nghị quyết", number="5"),
            {"key:tw.nq.k12.00005", "nq:5", "order:tw.nq.k12", "hn:4"},
        ),
        (Document("tw.nq.k11._hn04", "Nghị quyết"), {"key:tw.nq.k11._hn04", "hn:4"}),
    ],
)
def test_a_document_bears_on_its_key_its_number_its_names_and_its_meeting(document, lookups):
    assert lookups_of_document(document) == lookups


@pytest.mark.parametrize(
    ("citation", "lookups"),
    [
        (cited("Chỉ thị 38", kind="short", type="Chỉ thị", number="38"), {"ct:38"}),
        (
            cited("Quy định 08-QĐ/TW", kind="full", type="Quy định", number="8", canonical="tw.qd.x.00008"),
            {"qd:8", "key:tw.qd.x.00008"},
        ),
        (
            cited("Công điện số 541/CT-TTg", kind="full", type="Công điện", number="541", symbol="CT-TTg"),
            {"cd:541", "ct:541"},
        ),
        (cited("Đề án 06", kind="short", type="Đề án", number="6"), {"da:6"}),
        (
            cited("luật đất đai năm 2013", kind="named", type="Luật", year="2013"),
            {"name:luat dat dai nam 2013", "name:luat dat dai", "begins:luat dat dai"},
        ),
        (cited("Nghị quyết TW 4", kind="named", type="Nghị quyết"), {"name:nghi quyet tw 4", "hn:4"}),
        (
            cited(
                "Chỉ thị 12-CT/TW",
                kind="full",
                type="Chỉ thị",
                number="12",
                symbol="CT/TW",
                issued_on="2022-01-05",
                canonical="tw.ct.k13.00012",
            ),
            {"ct:12", "key:tw.ct.k13.00012", "order:tw.ct.k13"},
        ),
    ],
)
def test_a_citation_hangs_on_what_it_says_and_what_it_was_taken_for(citation, lookups):
    assert lookups_of_citation(citation) == lookups


def test_a_nickname_and_the_document_behind_it_share_a_lookup():
    nickname = cited("Đề án 89", kind="short", type="Đề án", number="89")
    behind = Document("ttg.qd.2019.00089", "Quyết định", number="89", names=("Đề án 89",))

    assert lookups_of_citation(nickname) & lookups_of_document(behind) == {"da:89"}
