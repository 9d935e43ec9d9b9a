"""What an article says of a name at its other places."""

from nlp.entities.hints import Hints
from nlp.entities.model.article import Article
from nlp.entities.model.clusters import Clusters
from nlp.entities.model.columns import columns
from nlp.entities.model.company import company
from nlp.segment import segment

CLUSTERS = Clusters({"nhóm": ("7", "3")}, {})


def told(text: str) -> dict[str, list[set[str]]]:
    """For each syllable of capitals what it is told, place by place."""
    article = Article.of(text, segment(text).sentences, Hints((), ()))
    sentences = [columns(seen, article, CLUSTERS) for seen in article.views]
    found: dict[str, list[set[str]]] = {}
    for seen, beside in zip(article.views, company(sentences), strict=True):
        for syllable, features in zip(seen.syllables, beside, strict=True):
            found.setdefault(syllable, []).append({one.removeprefix("company@0=") for one in features})
    return found


def test_a_name_is_told_what_stands_beside_it_elsewhere() -> None:
    found = told("Họ thích nhóm HKT lắm.\nHôm qua HKT đã hát.")["HKT"]
    assert found[1] == {
        *("B before=nhóm", "B before2=thích nhóm", "B before100=3", "B after=lắm", "B after2=lắm ."),
    }
    assert found[0] == {"B before=qua", "B before2=hôm qua", "B after=đã", "B after2=đã hát"}


def test_a_name_that_comes_once_is_told_nothing() -> None:
    assert told("Họ thích nhóm HKT lắm.")["HKT"] == [set()]


def test_the_syllables_after_the_first_are_told_that_they_are() -> None:
    found = told("Gặp ông Lê Minh rồi.\nSau đó Lê Minh về.")
    assert "B before=ông" in found["Lê"][1]
    assert "I before=ông" in found["Minh"][1]


def test_a_word_that_opens_a_sentence_is_not_taken_for_a_part_of_the_name() -> None:
    found = told("Còn Lê Minh vẫn hát.\nHôm qua Lê Minh về.")["Lê"]
    assert found[1] == {"B after=vẫn", "B after2=vẫn hát"}


def test_a_name_of_a_thousand_places_costs_what_its_first_places_do() -> None:
    found = told("Họ gọi nhóm HKT.\n" * 3 + "Sau đó HKT ra về.\n" * 1_000)["HKT"]
    assert found[-1] == found[-2]
    assert "B before=nhóm" in found[-1]
