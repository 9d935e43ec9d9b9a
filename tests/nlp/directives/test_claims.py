"""What a text says of documents, for the registry to consider."""

import pytest

from nlp.directives.claims import Claim, claims, contradicts, known
from nlp.directives.registry import Document, Link, Registry
from nlp.document import Citation, Relation

ND58, ND12, CT12 = "cp.nd.2022.00058", "cp.nd.2012.00012", "tw.ct.k13.00012"
REPLACES = Claim("link", ND58, "replaces", ND12, 40, 48)


def citation(key: str | None, *, kind: str = "full", issued_on: str | None = None, **said: str) -> Citation:
    return Citation(
        5,
        20,
        "x" * 15,
        5,
        90,
        kind,  # type: ignore[arg-type]  # a literal in each call
        canonical=key,
        issued_on=issued_on,
        **said,  # type: ignore[arg-type]  # the fields that hold words
    )


def relation(source: str, to: str, what: str = "replaces") -> Relation:
    return Relation(source, to, what, "thay thế", 40, 48)


def test_a_link_between_two_decided_documents_is_said_of_the_first() -> None:
    assert claims((), (relation(ND58, ND12), relation(ND58, ND12)), None) == (REPLACES,)


@pytest.mark.parametrize(
    "one",
    [
        relation("activity", ND12),
        relation("self", ND12),  # of a text that is no document
        relation(ND58, "cp.nd.x.00012"),
        relation("lhhn.ctr.x._th~tw.ct.k13.00012", CT12, "implements"),
        relation(ND58, ND12, "cites"),
    ],
)
def test_what_says_nothing_of_a_document(one: Relation) -> None:
    assert claims((), (one,), None) == ()


def test_what_a_documents_own_text_does_is_said_of_it() -> None:
    assert claims((), (relation("self", ND12),), ND58) == (REPLACES,)
    assert claims((), (relation("self", ND58),), ND58) == ()


def test_the_day_the_title_and_the_issuer_that_stand_with_a_citation() -> None:
    one = citation(
        CT12,
        issued_on="2022-01-05",
        subject="nâng cao hiệu quả\nđối ngoại nhân dân",
        issuer="Ban Bí thư Trung ương",
    )

    assert claims((one,), (), None) == (
        Claim("date", CT12, None, "2022-01-05", 5, 90),
        Claim("title", CT12, None, "nâng cao hiệu quả đối ngoại nhân dân", 5, 90),
        Claim("issuer", CT12, None, "Ban Bí thư", 5, 90),
    )


@pytest.mark.parametrize(
    "one",
    [
        citation(CT12, issued_on="2017-01-05"),  # of another term: a slip, or the key is wrong
        citation(ND12, issued_on="2022-08-31"),
        citation("tw.ct.x.00012", issued_on="2022-01-05"),
        citation(CT12, kind="anaphoric", issued_on="2022-01-05"),
        citation(ND12, issuer="Chính phủ"),  # the number says it as well
        citation(CT12, subject="về việc này"),
        citation(None, issued_on="2022-01-05"),
    ],
)
def test_what_stands_with_a_citation_and_is_not_taken(one: Citation) -> None:
    assert claims((one,), (), None) == ()


HELD = Registry(
    (
        Document(
            CT12,
            "Chỉ thị",
            issuer="Ban Bí thư",
            issued_on="2022-01-05",
            title="Về tăng cường sự lãnh đạo của Đảng, nâng cao hiệu quả đối ngoại nhân dân trong tình hình mới",
        ),
        Document(ND58, "Nghị định", issued_on="2022-08-31", links=(Link("replaces", ND12),)),
        Document(ND12, "Nghị định"),
    )
)


@pytest.mark.parametrize(
    "one",
    [
        REPLACES,
        Claim("date", CT12, None, "2022-01-05", 0, 1),
        Claim("title", CT12, None, "nâng cao hiệu quả đối ngoại nhân dân", 0, 1),
        Claim("issuer", CT12, None, "Ban Bí thư", 0, 1),
    ],
)
def test_what_the_registry_holds_is_known(one: Claim) -> None:
    assert known(one, HELD)
    assert not contradicts(one, HELD)
    assert not known(one, Registry(()))


@pytest.mark.parametrize(
    "one",
    [
        Claim("date", CT12, None, "2022-05-01", 0, 1),
        Claim("title", CT12, None, "phòng, chống dịch tả lợn châu Phi", 0, 1),
        Claim("issuer", CT12, None, "Bộ Chính trị", 0, 1),
        Claim("link", ND12, "replaces", ND58, 0, 1),
        Claim("link", "cp.nd.2023.00001", "replaces", ND12, 0, 1),  # another did
    ],
)
def test_what_the_registry_says_otherwise_contradicts_it(one: Claim) -> None:
    assert contradicts(one, HELD)
    assert not known(one, HELD)


@pytest.mark.parametrize(
    "one",
    [
        Claim("date", ND12, None, "2012-03-01", 0, 1),
        Claim("title", ND12, None, "quản lý tổ chức nước ngoài", 0, 1),
        Claim("link", "cp.nd.2023.00001", "amends", ND58, 0, 1),
    ],
)
def test_what_the_registry_is_silent_on_is_new(one: Claim) -> None:
    assert not known(one, HELD)
    assert not contradicts(one, HELD)
