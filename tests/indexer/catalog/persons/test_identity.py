"""Appearances of a name are one person's by office, rank, company and rarity of the name; else they stay apart."""

import random
from collections.abc import Iterable

import pytest

from indexer.catalog.persons.identity import Ruling, group
from indexer.catalog.persons.namesakes import namesakes
from indexer.catalog.persons.seen import Seen
from indexer.catalog.persons.telling import tells

COMMON = "nguyễn văn hùng"


def seen(article: str, key: str = COMMON, day: str | None = "2022-05-04", **marks: set[str]) -> Seen:
    return Seen(article, key, f"text of {article}", day, **{name: frozenset(mark) for name, mark in marks.items()})


def groups(*everyone: Seen, rulings: Iterable[Ruling] = ()) -> list[str]:
    """The articles of each person: "a b"."""
    found = group(everyone, rulings=tuple(rulings))
    return sorted(" ".join(sorted(one.article for one in each.members)) for each in found)


def test_one_office_makes_one_person_within_a_few_years() -> None:
    office = {"chủ tịch hội làm vườn"}
    assert groups(
        seen("a", day="2015-01-01", offices=office),
        seen("b", day="2019-01-01", offices=office),
        seen("c", day="2030-01-01", offices=office),
    ) == ["a b", "c"]


def test_who_is_parted_from_a_person_parts_nobody_else() -> None:
    office = {"chủ tịch hội làm vườn"}
    ruling = Ruling(frozenset({("a", COMMON), ("c", COMMON)}), frozenset({("b", COMMON)}), same=False)
    everyone = [seen(name, day=f"2022-0{month}-01", offices=office) for month, name in enumerate("abc", 1)]
    assert groups(*everyone, rulings=[ruling]) == ["a c", "b"]


def test_a_later_ruling_takes_one_appearance_out_of_an_earlier_one() -> None:
    anchors = {name: (name, COMMON) for name in "abcd"}
    same = Ruling(frozenset(anchors[name] for name in "abc"), frozenset({anchors["d"]}), same=True)
    apart = Ruling(frozenset(anchors[name] for name in "acd"), frozenset({anchors["b"]}), same=False)
    assert groups(*map(seen, "abcd"), rulings=[same, apart]) == ["a c d", "b"]


def test_a_high_rank_is_one_persons_whatever_the_body() -> None:
    assert groups(
        seen("a", offices={"bo truong bo tai chinh"}, ranks={"bo truong"}),
        seen("b", ranks={"bo truong"}),
        seen("c", day="2012-01-01", ranks={"bo truong"}),
    ) == ["a b", "c"]


@pytest.mark.parametrize(
    ("name", "articles"),
    [("hồ đức phớc", ["a b c"]), ("lê thành long", ["a", "b", "c"]), (COMMON, ["a", "b", "c"])],
)
def test_the_rarer_the_name_the_less_else_is_asked_for(name: str, articles: list[str]) -> None:
    assert (
        groups(
            seen("a", name, offices={"giam doc so xay dung dong lam"}),
            seen("b", name, offices={"chu tich hoi lam vuon"}),
            seen("c", name),
        )
        == articles
    )


def test_who_keeps_the_same_company_is_one_person() -> None:
    known = {"trần thị lam", "vũ minh khôi", "cao ngọc diệp"}
    assert groups(
        seen("a", offices={"chu tich hoi lam vuon"}, company=known),
        seen("b", company=known),
        seen("c", company={"trần thị lam"}),
    ) == ["a b", "c"]


def test_who_may_be_either_of_two_is_neither() -> None:
    body = {"hội làm vườn"}
    assert groups(
        seen("a", "lê thành long", offices={"x"}, around=body),
        seen("b", "lê thành long", offices={"y"}, around=body),
        seen("c", "lê thành long", around=body | {"viện sử học"}),
    ) == ["a", "b", "c"]


def test_copies_of_a_text_name_one_person() -> None:
    copies = [Seen(article, COMMON, "one text") for article in ("a", "b")]
    assert groups(*copies) == ["a b"]


def test_a_foreign_family_name_alone_is_whom_nearly_all_mean() -> None:
    long = [seen(f"a{at}", "donald trump") for at in range(10)]
    alone = seen("z", "trump")
    together = " ".join([*(one.article for one in long), "z"])

    assert groups(*long, alone) == [together]
    assert groups(*long, seen("b", "melania trump"), alone) == [together, "b"]
    assert groups(seen("a", "bill clinton"), seen("b", "hillary clinton"), seen("z", "clinton")) == ["a", "b"]
    assert groups(seen("y", "messi"), seen("z", "messi")) == ["y z"]


def test_a_foreign_family_name_with_an_office_is_its_holder() -> None:
    office = {"ngoai truong my"}
    assert groups(
        seen("a", "bill clinton"),
        seen("b", "hillary clinton", offices=office),
        seen("z", "clinton", offices=office),
    ) == ["a", "b z"]


def test_the_later_of_two_rulings_holds() -> None:
    one, other = frozenset({("a", COMMON)}), frozenset({("b", COMMON)})
    same, apart = Ruling(one, other, same=True), Ruling(one, other, same=False)
    office = {"chu tich hoi lam vuon"}
    both = (seen("a", offices=office), seen("b", offices=office))

    assert groups(*both, rulings=[same, apart]) == ["a", "b"]
    assert groups(*both, rulings=[apart, same]) == ["a b"]


def test_colleagues_whose_names_are_bound_stay_two() -> None:
    """A ruling on two names binds all who bear them; who share an office or a company are not one for that."""
    marks = {
        "offices": {"pho chu tich hoi lam vuon"},
        "company": {"trần thị lam", "vũ minh khôi", "cao ngọc diệp"},
    }
    ruling = Ruling(frozenset({("x", "lê thành long")}), frozenset({("y", "lê long")}), same=True)
    assert groups(
        seen("x", "lê thành long", day="1990-01-01"),
        seen("y", "lê long", day="1990-01-01"),
        seen("a", "lê thành long", **marks),
        seen("b", "lê long", **marks),
        rulings=[ruling],
    ) == ["a", "b", "x y"]


def test_no_order_of_the_articles_changes_what_comes_out() -> None:
    chance = random.Random(7)
    names = ("trần thị lam", "vũ minh khôi", "cao ngọc diệp", "tạ kim chi", "mai quốc khánh")
    everyone = [
        seen(
            f"a{at}",
            day=f"20{at % 20:02}-05-04",
            offices={f"office {at % 5}"} if at % 3 == 0 else set(),
            company=set(chance.sample(names, 2)),
            around={f"body {at % 4}"},
        )
        for at in range(40)
    ]
    first = groups(*everyone)
    for _ in range(5):
        chance.shuffle(everyone)
        assert groups(*everyone) == first


@pytest.mark.parametrize(
    ("key", "least", "most"),
    [
        ("nguyễn văn hùng", 5, 50),
        ("nguyễn phương nga", 0.05, 1),
        ("hồ đức phớc", 0, 0.01),
        ("thu hà", 1, 10),
        ("kim jong un", 0, 0),
    ],
)
def test_a_name_is_as_common_as_its_parts(key: str, least: float, most: float) -> None:
    assert least <= namesakes(key) <= most


@pytest.mark.parametrize(
    ("office", "body", "told"),
    [
        ("Chủ tịch", "Hội Luật gia Việt Nam", True),
        ("Trưởng Ban Đối ngoại Trung ương", None, True),
        ("Phó Giám đốc", None, False),
        ("Bí thư Tỉnh uỷ", "Tỉnh ủy", False),
        ("Chủ tịch nước", None, True),
        ("Tổng Thư ký Quốc hội", None, True),
        ("Bộ trưởng", None, False),
        ("Phó Cục trưởng", "Cục Quản lý đất đai", True),
        ("Chủ tịch", "Ủy ban nhân dân tỉnh", False),
    ],
)
def test_an_office_tells_which_it_is_by_a_name_in_it(office: str, body: str | None, told: bool) -> None:
    assert tells(office, body) == told
