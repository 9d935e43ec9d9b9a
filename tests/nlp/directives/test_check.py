"""What the checker finds wrong with a registry, and how a document stood on a day."""

from typing import Any

import pytest

from nlp.directives.check import Problem, Status, check, status
from nlp.directives.registry import Document, Link, Registry


def document(key: str, **facts: Any) -> Document:
    return Document(
        key=key,
        **({"type": "Nghị định", "number": key.split(".")[3].split("~", maxsplit=1)[0].lstrip("0")} | facts),
    )


def found(*documents: Document) -> list[tuple[str, str, bool]]:
    return [(one.key, one.slug, one.is_error) for one in check(Registry(documents))]


def test_a_sound_registry_has_no_problem() -> None:
    assert (
        found(
            document("cp.nd.2012.00012", issued_on="2012-03-01", expired_on="2022-11-01"),
            document("cp.nd.2022.00058", issued_on="2022-08-31", links=(Link("replaces", "cp.nd.2012.00012"),)),
            document("tw.ct.k13.00012", term="XIII", issued_on="2022-01-05"),
            document("qh13.l.2013.00045", issued_on="2013-11-29"),
        )
        == []
    )


def test_a_problem_says_what_to_do() -> None:
    (problem,) = check(Registry([document("tw.ct.k12.00012", term="XII", issued_on="2022-01-05")]))

    assert problem == Problem(
        "tw.ct.k12.00012", "term-date", "2022-01-05 falls in term XIII, the key says k12; mend one"
    )


@pytest.mark.parametrize(
    ("key", "facts", "slug", "is_error"),
    [
        ("tw.kl.k12.00120", {"term": "XII", "issued_on": "2016-01-07"}, "term-date", True),  # before the congress
        ("qh14.l.2014.00067", {}, "term-date", True),  # printed so once; the year is the 13th Assembly's
        ("cp.nd.2012.00012", {"issued_on": "2013-01-04"}, "year-date", False),
        ("cp.nd.2012.00012", {"in_force_on": "2013-01-01", "expired_on": "2012-01-01"}, "force-order", True),
        (
            "cp.nd.2012.00012",
            {"issued_on": "2012-03-01", "in_force_on": "2012-02-01"},
            "force-before-issue",
            False,
        ),
        ("cp.nd.2012.00012", {"links": (Link("amends", "cp.nd.2012.00012"),)}, "link-self", True),
        ("cp.nd.2012.00012", {"links": (Link("amends", "cp.nd.2001.00001"),)}, "link-open", False),
        ("tw.kl.k13.00012~20220407", {"term": "XIII", "issued_on": "2022-04-06"}, "key-day", True),
        ("tw.kl.x.00098", {}, "key-open", False),
        ("ubnd-x.qd.2020.00099", {}, "key-open", False),
    ],
)
def test_one_document_alone_may_be_wrong(key: str, facts: dict[str, Any], slug: str, is_error: bool) -> None:
    assert found(document(key, **facts)) == [(key, slug, is_error)]


@pytest.mark.parametrize("relation", ["replaces", "amends", "repeals", "guides", "continues", "reviews"])
def test_what_is_changed_was_there_before(relation: str) -> None:
    later = document("cp.nd.2022.00058", issued_on="2022-08-31")
    earlier = document("cp.nd.2012.00012", issued_on="2012-03-01", links=(Link(relation, later.key),))

    assert found(earlier, later) == [(earlier.key, "link-date", True)]


def test_two_documents_can_not_replace_each_other() -> None:
    one = document("cp.nd.2012.00012", links=(Link("replaces", "cp.nd.2012.00013"),))
    other = document("cp.nd.2012.00013", links=(Link("replaces", "cp.nd.2012.00012"),))

    assert found(one, other) == [(other.key, "link-both-ways", True)]


def test_numbers_of_a_term_grow_with_the_days() -> None:
    lower = document("tw.nq.k13.00034", term="XIII", issued_on="2023-08-09")
    higher = document("tw.nq.k13.00036", term="XIII", issued_on="2023-01-30")

    assert found(lower, higher) == [(higher.key, "number-order", True)]


def test_an_exception_that_has_been_looked_into_is_none() -> None:
    assert (
        found(
            document("tw.kl.k13.00012~20210812", term="XIII", issued_on="2021-08-12"),
            document("tw.kl.k13.00012~20220406", term="XIII", issued_on="2022-04-06"),
            document("tw.kl.k13.00014", term="XIII", issued_on="2021-09-22"),
        )
        == []
    )


def test_order_of_the_state_is_worth_a_look_only() -> None:
    lower = document("cp.nd.2022.00058", issued_on="2022-08-31")
    higher = document("cp.nd.2022.00060", issued_on="2022-08-30")
    between = document("cp.nd.2022.00058a", number="58a", issued_on="2022-12-01")

    assert found(lower, between, higher) == [(higher.key, "number-order", False)]


def test_a_number_stands_once_in_a_period() -> None:
    dated = document("tw.kl.k13.00012~20220406", term="XIII", issued_on="2022-04-06")
    plain = document("tw.kl.k13.00012", term="XIII", issued_on="2021-08-12")

    assert found(dated, plain) == [(dated.key, "number-twice", True)]


def test_two_laws_of_one_name_are_not_in_force_at_once() -> None:
    names = ("Luật Đất đai",)
    former = document("qh11.l.2003.00013", type="Luật", names=names, in_force_on="2004-07-01")
    latter = document("qh13.l.2013.00045", type="Luật", names=names, in_force_on="2014-07-01")

    assert found(former, latter) == [(latter.key, "name-twice", True)]
    replacing = document(
        "qh13.l.2013.00045",
        type="Luật",
        names=names,
        in_force_on="2014-07-01",
        links=(Link("replaces", "qh11.l.2003.00013"),),
    )
    assert found(former, replacing) == []


ONE = document("cp.nd.2012.00012", issued_on="2012-03-01", in_force_on="2012-06-01")


def after(relation: str) -> Document:
    return document(
        "cp.nd.2022.00058", issued_on="2022-08-31", in_force_on="2022-11-01", links=(Link(relation, ONE.key),)
    )


@pytest.mark.parametrize(
    ("others", "on", "expected"),
    [
        ([], "2012-05-01", Status("not-yet", since="2012-06-01")),
        ([], "2012-06-01", Status("in-force", since="2012-06-01")),
        ([after("amends")], "2022-10-31", Status("in-force", since="2012-06-01")),
        ([after("amends")], "2022-11-01", Status("amended", "cp.nd.2022.00058", "2022-11-01")),
        ([after("replaces")], "2022-10-31", Status("in-force", since="2012-06-01")),
        ([after("replaces")], "2022-11-01", Status("replaced", "cp.nd.2022.00058", "2022-11-01")),
        ([after("repeals")], "2023-01-01", Status("repealed", "cp.nd.2022.00058", "2022-11-01")),
        ([after("guides")], "2023-01-01", Status("in-force", since="2012-06-01")),
    ],
)
def test_how_a_document_stood_on_a_day(others: list[Document], on: str, expected: Status) -> None:
    assert status(ONE, Registry([ONE, *others]), on) == expected


def test_a_document_may_expire_by_itself() -> None:
    pilot = document("qh14.nqpl.2017.00042", issued_on="2017-06-21", expired_on="2023-12-31")

    assert status(pilot, Registry([pilot]), "2024-01-01") == Status("expired", since="2023-12-31")


def test_of_a_document_without_any_day_nothing_is_known() -> None:
    open_ = document("tw.kl.x.00098", type="Kết luận")

    assert status(open_, Registry([open_]), "2024-01-01") == Status("unknown")


def test_the_year_in_the_key_will_do_where_the_day_is_not_known() -> None:
    law = document("qh15.l.2025.00146", type="Luật")

    assert status(law, Registry([law]), "2026-01-01") == Status("in-force")
    assert status(law, Registry([law]), "2024-01-01") == Status("not-yet")
