from crawler.diagnosis.choose import choose, to_trials
from crawler.diagnosis.examine import Checkup
from crawler.diagnosis.hint import Hint
from crawler.diagnosis.probe import Trial


def checkup(*lacks: str, author: str | None = None, hints: tuple[Hint, ...] = ()) -> Checkup:
    return Checkup("x", None, "Cầu mới", None, ("Đoạn một.",), lacks, hints=hints, author=author)


def chosen(checkups, *found):
    return [(one.trial.written, one.mends) for one in choose(checkups, dict(found))]


LACKING = [checkup("author"), checkup("author"), checkup("author")]


def test_the_selector_that_mends_most_pages_is_chosen():
    few = (Trial("author", ".a", 3.0), ["Lò Thị Mây", None, None])
    most = (Trial("author", ".b", 2.0), ["Lò Thị Mây", "Vàng A Páo", "Hà Thu"])
    assert chosen(LACKING, few, most) == [(".b", 3)]


def test_what_is_the_same_on_every_page_is_the_site_s():
    assert chosen(LACKING, (Trial("author", ".a", 3.0), ["Sơn Binh"] * 3)) == []


def test_a_selector_must_not_contradict_what_is_known():
    pages = [*LACKING, checkup(author="Hà Thu"), checkup(author="Trần Bảo Ngân")]
    names = ["Lò Thị Mây", "Vàng A Páo", "Hà Thu"]
    assert chosen(pages, (Trial("author", ".a", 3.0), [*names, "Lò Thị Mây", "Vàng A Páo"])) == []
    assert chosen(pages, (Trial("author", ".a", 3.0), [*names, "Hà Thu", None])) == [(".a", 3)]


def test_two_words_on_one_page_are_no_proof_of_an_author_unless_the_page_calls_them_so():
    assert chosen([checkup("author")], (Trial("author", ".weather", 2.0), ["Tuyên Quang"])) == []
    assert chosen([checkup("author")], (Trial("author", ".tac-gia", 4.5), ["Tuyên Quang"])) == [(".tac-gia", 1)]


def test_selectors_that_more_pages_hint_at_are_tried_first():
    pages = [
        checkup("author", hints=(Hint("author", "Hà Thu", (".a", ".b"), 2.0),)),
        checkup("author", hints=(Hint("author", "Vàng A Páo", (".b",), 2.0),)),
    ]
    assert [one.written for one in to_trials(pages)] == [".b", ".a"]
