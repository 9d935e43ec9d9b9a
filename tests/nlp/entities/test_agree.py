import pytest

from nlp.entities.agree import echoes
from nlp.entities.joined import Joined
from nlp.entities.mention import Mention
from nlp.normalize import standard
from nlp.segment import segment


def again(text, *names, bodies=()):
    plain = standard(text)
    mentions = [
        Mention(text.index(name), text.index(name) + len(name), type_, "test", 0.9) for type_, name in names
    ]
    wholes = [Mention(text.index(name), text.index(name) + len(name), "ORG", "test", 0.9) for name in bodies]
    found = echoes(plain, mentions, words=Joined.of(segment(plain).sentences), bodies=wholes)
    return [(one.type, one.by, text[one.start : one.end]) for one in found]


@pytest.mark.parametrize(
    ("text", "person", "found"),
    [
        ("Ông Lê Văn Khôi đến. Sau đó, Khôi về.", "Lê Văn Khôi", [("PER", "given", "Khôi")]),
        ("Ông Lê Văn Khôi đến. Khôi về.", "Lê Văn Khôi", [("PER", "given-opens", "Khôi")]),
        ("Ông John Carter đến và Carter về.", "John Carter", [("PER", "given", "Carter")]),
        ("Bà Hà Thu đến. Gặp Hà Thu ở đó.", "Hà Thu", [("PER", "again", "Hà Thu")]),
        ("Ông Lê Việt Nam đến Việt Nam, phía Nam.", "Lê Việt Nam", []),
        ("Ông Lê Văn Khôi xem phim “Khôi” ở phố Minh Khôi.", "Lê Văn Khôi", []),
    ],
)
def test_a_person_is_found_again_by_name_and_by_given_name(text, person, found):
    assert again(text, ("PER", person)) == found


def test_an_abbreviation_is_found_wherever_it_stands_once_it_is_brought_in():
    text = "Viện Sông Xanh (VSX) họp. Theo VSX, việc này"
    assert again(text, bodies=["Viện Sông Xanh"]) == [("ORG", "introduced", "VSX")] * 2
    assert again("Viện Sông Xanh (gọi tắt là VSX)", bodies=["Viện Sông Xanh"]) == [("ORG", "introduced", "VSX")]
    assert again("Viện Sông Xanh (Nga)", bodies=["Viện Sông Xanh"]) == []


def test_a_name_of_two_types_is_not_looked_for():
    text = "Thái Bình và Thái Bình, Thái Bình"
    mentions = [Mention(0, 9, "PER", "test", 0.9), Mention(13, 22, "LOC", "test", 0.9)]
    assert [*echoes(standard(text), mentions, words=Joined({}, []))] == []
