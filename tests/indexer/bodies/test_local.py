"""A body named without its place is that of the place of which the article speaks, or nobody's."""

from indexer.bodies.key import name_of
from indexer.bodies.local import is_local, meanings
from nlp.document import Entity, EntityType


def entity(name: str, type_: EntityType = "ORG") -> Entity:
    return Entity(0, len(name), name, type_, name)


def shown(*entities: Entity) -> dict[str, str]:
    return {canonical: name.shown for canonical, name in meanings(entities).items()}


def test_the_only_province_of_the_article_is_meant() -> None:
    found = shown(entity("UBND tỉnh"), entity("Tỉnh ủy"), entity("Sở Y tế"), entity("Phú Thọ", "LOC"))

    assert found == {
        "UBND tỉnh": "Ủy ban nhân dân tỉnh Phú Thọ",
        "Tỉnh ủy": "Tỉnh ủy Phú Thọ",
        "Sở Y tế": "Sở Y tế tỉnh Phú Thọ",
    }


def test_of_two_provinces_neither_is_meant() -> None:
    assert shown(entity("UBND tỉnh"), entity("Phú Thọ", "LOC"), entity("Nghệ An", "LOC")) == {}


def test_a_city_has_no_body_of_a_province() -> None:
    found = shown(entity("UBND tỉnh"), entity("UBND thành phố"), entity("TP.HCM", "LOC"))

    assert found == {"UBND thành phố": "Ủy ban nhân dân thành phố Hồ Chí Minh"}


def test_a_body_named_in_full_goes_before_places() -> None:
    found = shown(entity("UBND tỉnh"), entity("UBND tỉnh Bắc Giang"), entity("Hà Nội", "LOC"))

    assert found["UBND tỉnh"] == "Ủy ban nhân dân tỉnh Bắc Giang"


def test_the_branch_of_a_union_is_the_one_named_in_full() -> None:
    found = shown(entity("Hội Luật gia tỉnh"), entity("Hội Luật gia tỉnh Quảng Ninh"))

    assert found["Hội Luật gia tỉnh"] == "Hội Luật gia tỉnh Quảng Ninh"


def test_class_words_mean_no_body() -> None:
    assert shown(entity("Hội"), entity("Bộ"), entity("Ban Thường vụ")) == {}


def test_names_without_their_place() -> None:
    names = (
        "Tỉnh ủy",
        "UBND xã",
        "Công an huyện",
        "Sở Tư pháp",
        "Tỉnh ủy Nghệ An",
        "Sở Tư pháp Nghệ An",
        "Bộ Tư pháp",
    )

    assert [name for name in names if is_local(name_of(name).key)] == list(names[:4])


def test_a_person_that_was_taken_for_part_of_the_name_is_no_place() -> None:
    lam, whole = entity("Trần Thị Lam", "PER"), entity("Tỉnh ủy Quảng Ninh")

    assert shown(entity("Tỉnh ủy Trần Thị Lam"), lam, whole)["Tỉnh ủy Trần Thị Lam"] == "Tỉnh ủy Quảng Ninh"


def test_a_body_that_no_list_has_keeps_its_capitals() -> None:
    found = shown(entity("Ban Quản lý dự án tỉnh"), entity("Phú Thọ", "LOC"))

    assert found == {"Ban Quản lý dự án tỉnh": "Ban Quản lý dự án tỉnh Phú Thọ"}
