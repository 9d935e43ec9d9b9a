"""The registry as a value: who bears a number or a name, and who does what to whom."""

from nlp.directives.registry import Document, Link, Registry, series

FORMER = Document(key="cp.nd.2012.00012", type="Nghị định", number="12", year="2012", symbol="NĐ-CP")
LATTER = Document(
    key="cp.nd.2022.00058",
    type="Nghị định",
    number="58",
    links=(Link("replaces", "cp.nd.2012.00012"), Link("guides", "qh13.l.2015.00076")),
)
RULES = Document(key="tw.qdi.k12.00008", type="Quy định", number="8", names=("Quy định nêu gương",))
LAND = Document(key="qh13.l.2013.00045", type="Luật", number="45", names=("Luật Đất đai",))


def test_a_number_finds_all_that_bear_it_whatever_the_series() -> None:
    registry = Registry([FORMER, LATTER, RULES])

    assert registry.numbered("nd", "12") == (FORMER,)
    assert registry.numbered("qd", "8") == (RULES,)
    assert registry.numbered("nd", "13") == ()


def test_names_are_compared_without_accents_case_and_commas() -> None:
    registry = Registry([LAND, RULES])

    assert registry.called("LUẬT ĐẤT ĐAI") == (LAND,)
    assert registry.called("luat dat dai") == (LAND,)
    assert registry.called("Luật Đất") == ()


def test_links_are_seen_from_both_ends() -> None:
    registry = Registry([FORMER, LATTER])

    assert registry.incoming("cp.nd.2012.00012") == (Link("replaces", "cp.nd.2022.00058"),)
    assert registry.incoming("qh13.l.2015.00076") == (Link("guides", "cp.nd.2022.00058"),)
    assert registry.incoming("cp.nd.2022.00058") == ()


def test_what_is_added_replaces_what_bears_the_same_key() -> None:
    dated = Document(key="qh13.l.2013.00045", type="Luật", number="45", issued_on="2013-11-29")

    registry = Registry([LAND]).with_([dated, FORMER])

    assert len(registry) == 2
    assert registry.get("qh13.l.2013.00045") == dated
    assert registry.called("Luật Đất đai") == ()


def test_the_version_changes_with_the_content_alone() -> None:
    version = Registry([FORMER, LAND]).version

    assert Registry([LAND, FORMER]).version == version
    assert Registry([LAND]).version != version
    assert Registry([LAND]).with_([FORMER]).version == version


def test_a_series_goes_by_one_code() -> None:
    assert [series(code) for code in ("nqpl", "qdpl", "qdi", "nd")] == ["nq", "qd", "qd", "nd"]
