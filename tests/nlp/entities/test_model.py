"""The trained model that ships."""

from nlp.entities.model.serve import tag
from nlp.normalize import standard
from nlp.segment import segment


def names(text: str) -> list[tuple[str, str]]:
    plain = standard(text)
    return [(one.type, plain[one.start : one.end]) for one in tag(plain, segment(plain).sentences)]


def test_it_sees_persons_bodies_and_places() -> None:
    text = "Chiều 12/5, ông Trần Quốc Hưng, Giám đốc Sở Giao thông vận tải Thanh Hóa, đã đến huyện Hoằng Hóa."
    assert names(text) == [
        ("PER", "Trần Quốc Hưng"),
        ("ORG", "Sở Giao thông vận tải Thanh Hoá"),
        ("LOC", "Hoằng Hoá"),
    ]
