import pytest

from nlp.entities.called import canonicals
from nlp.entities.mention import Mention


def called(text, *names):
    """The canonicals of the names, each of which is looked for after the one before."""
    mentions = []
    at = 0
    for type_, name, canonical in names:
        at = text.index(name, at)
        mentions.append(Mention(at, at + len(name), type_, "test", 0.9, canonical))
        at += len(name)
    return canonicals(text, mentions)


def per(name):
    return "PER", name, None


def org(name, canonical=None):
    return "ORG", name, canonical


def test_a_person_is_called_by_the_longest_name_that_ends_with_the_same_syllables():
    names = ["Nguyễn Văn Nam", "Nam", "Văn Nam", "Trần Thị Hoa", "Lê Hoa", "Hoa"]
    assert called(", ".join(names), *map(per, names)) == [
        "Nguyễn Văn Nam",
        "Nguyễn Văn Nam",
        "Nguyễn Văn Nam",
        "Trần Thị Hoa",
        "Lê Hoa",
        "Hoa",  # which of the two is not known
    ]


def test_a_foreigner_is_called_by_the_first_name_too():
    assert called("Ông Sato Kenji đến. Ông Sato nói.", per("Sato Kenji"), per("Sato")) == ["Sato Kenji"] * 2
    assert called("Ông Lê Minh đến. Ông Lê nói.", per("Lê Minh"), per("Lê")) == ["Lê Minh", "Lê"]


def test_a_body_is_called_by_its_full_name_in_the_list():
    assert called("LHQ họp", org("LHQ", "Liên Hợp Quốc")) == ["Liên Hợp Quốc"]


def test_an_abbreviation_means_the_body_that_it_is_brought_in_for():
    text = "Viện Nghiên cứu Sông Xanh (VSX) báo tin. VSX họp."
    full = "Viện Nghiên cứu Sông Xanh"
    assert called(text, org(full), org("VSX"), org("VSX")) == [full] * 3
    assert called("Viện Sông Xanh, VSX", org("Viện Sông Xanh"), org("VSX")) == ["Viện Sông Xanh", "VSX"]


@pytest.mark.parametrize(
    ("text", "names", "full"),
    [
        (
            "Công an tỉnh Hà Nam và UBND tỉnh",
            ["Công an tỉnh Hà Nam", "UBND tỉnh"],
            ["Công an tỉnh Hà Nam", "Ủy ban nhân dân tỉnh Hà Nam"],
        ),
        (
            "UBND tỉnh Hà Nam, Công an tỉnh Nam Định, UBND tỉnh",
            ["UBND tỉnh Hà Nam", "Công an tỉnh Nam Định", "UBND tỉnh"],
            ["Ủy ban nhân dân tỉnh Hà Nam", "Công an tỉnh Nam Định", "Ủy ban nhân dân tỉnh"],
        ),
        (
            "Tỉnh ủy Sơn La, Sở Y tế",
            ["Tỉnh ủy Sơn La", "Sở Y tế"],
            ["Tỉnh ủy Sơn La", "Sở Y tế tỉnh Sơn La"],
        ),
        (
            "Tỉnh ủy, HĐND, UBND tỉnh Sơn La",
            ["Tỉnh ủy", "HĐND", "UBND tỉnh Sơn La"],
            ["Tỉnh ủy Sơn La", "Hội đồng nhân dân tỉnh Sơn La", "Ủy ban nhân dân tỉnh Sơn La"],
        ),
        ("Bộ Nội vụ họp, Bộ đề nghị", ["Bộ Nội vụ", "Bộ"], ["Bộ Nội vụ", "Bộ Nội vụ"]),
        (
            "Quỹ Sen Vàng, Quỹ Mai Đỏ, Quỹ",
            ["Quỹ Sen Vàng", "Quỹ Mai Đỏ", "Quỹ"],
            ["Quỹ Sen Vàng", *["Quỹ Mai Đỏ"] * 2],
        ),
        ("Quỹ Sen vàng, QUỸ SEN VÀNG", ["Quỹ Sen vàng", "QUỸ SEN VÀNG"], ["Quỹ Sen vàng"] * 2),
        ("ban Sen Xanh", ["ban Sen Xanh"], ["Ban Sen Xanh"]),
    ],
)
def test_a_short_name_means_what_the_article_says(text, names, full):
    assert called(text, *map(org, names)) == full
