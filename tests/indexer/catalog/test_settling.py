"""Citations are settled for each article, follow the registry where it changes, and obey people."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from crawler.article import Article, DocumentHeader, FetchedPage
from crawler.database import writing
from crawler.store import PageStore
from indexer.catalog import articles, decisions, following, known, outbox, proposals, settling, shelf
from indexer.catalog.articles import Found, Origin
from indexer.catalog.cited import cited, place_of
from indexer.catalog.decisions import Decision
from indexer.catalog.profiles import profile, wanted
from indexer.catalog.settling import Settling
from nlp.annotate import recognise
from nlp.directives.registry import Document, Link, Registry

OLD = Document(
    key="tw.ct.k11.00004", type="Chỉ thị", number="4", symbol="CT/TW", issued_on="2011-07-06", term="XI",
    title="về đổi mới công tác đối ngoại nhân dân",
)  # fmt: skip
NEW = Document(
    key="tw.ct.k13.00012", type="Chỉ thị", number="12", symbol="CT/TW", issued_on="2022-01-05", term="XIII",
    title="về nâng cao hiệu quả đối ngoại nhân dân",
)  # fmt: skip
SMALL, GROWN = Registry([OLD]), Registry([OLD, NEW])
REVIEW = "Hội nghị sơ kết việc thực hiện Chỉ thị 12-CT/TW về đối ngoại nhân dân."
STUDY = "Sáng nay, các chi bộ quán triệt Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư."


def article(text: str, *, title: str = "Tin", published: str | None = "2023-05-04") -> Article:
    return Article(title=title, lead=None, paragraphs=(text,), published=published)


def save(store: Engine, one: Article, *, by: Registry = GROWN, name: str | None = None) -> str:
    identity = name or f"{one.title}:{one.published}:{one.text}"
    page = FetchedPage(None, "mau", "text/html", one.text.encode(), datetime(2023, 12, 20, tzinfo=UTC))
    PageStore(store).save_file(page, identity=identity)
    pages = PageStore(store).pending(extract_version=1, annotate_version=1, limit=100)
    (last,) = [each for each in pages if each.identity == identity]
    origin = Origin(last.page_id, last.version_id, identity, "mau")
    with writing(store) as connection:
        found = Found(one, recognise(one.text))
        return articles.save(connection, origin, [found], annotate_version=1, by=Settling(by))[0]


def keys(store: Engine, id_: str) -> list[str | None]:
    with store.connect() as connection:
        return [one.canonical for one in shelf.read(connection, [id_])[id_].document.citations]


def start(store: Engine, id_: str) -> int:
    with store.connect() as connection:
        return shelf.read(connection, [id_])[id_].document.citations[0].start


def decide(store: Engine, id_: str, choice: str, *, everywhere: bool = False, ids: Sequence[str] = ()) -> None:
    with writing(store) as connection:
        (found,) = settling.citations_of(connection, id_)
        made = Decision(f"{id_}:{found.start}", choice, "lan", surface=found.surface, everywhere=everywhere)
        decisions.record(connection, "citation", made)
        settling.settle_again(connection, [id_, *ids], by=Settling(GROWN))


def test_each_day_of_print_gets_its_own_answer_to_one_text(store: Engine) -> None:
    early = save(store, article(REVIEW, published="2009-05-04"))
    late = save(store, article(REVIEW, published="2023-05-04"))
    assert keys(store, late) == ["tw.ct.k13.00012"]
    assert keys(store, early) != ["tw.ct.k13.00012"]


def test_a_copy_without_a_day_takes_that_of_the_first_that_has_one(store: Engine) -> None:
    save(store, article(REVIEW, published="2023-05-04"), name="a")
    assert keys(store, save(store, article(REVIEW, published=None), name="b")) == ["tw.ct.k13.00012"]


def test_only_articles_that_a_new_document_can_concern_are_settled_again(store: Engine) -> None:
    concerned = save(store, article(REVIEW), by=SMALL)
    save(store, article(STUDY), by=SMALL)
    assert following.follow_registry(store, Settling(SMALL)) == 0
    with store.connect() as connection:
        before = outbox.last_seq(connection)

    with store.connect() as connection:
        assert following.affected(connection, GROWN) == (concerned,)
    assert following.follow_registry(store, Settling(GROWN)) == 1

    assert keys(store, concerned) == ["tw.ct.k13.00012"]
    with store.connect() as connection:
        assert [one.article_id for one in outbox.after(connection, before, limit=9)] == [concerned]
    assert following.follow_registry(store, Settling(GROWN)) == 0


def test_a_document_that_leaves_the_registry_is_followed_too(store: Engine) -> None:
    id_ = save(store, article(REVIEW))
    following.follow_registry(store, Settling(GROWN))
    assert following.follow_registry(store, Settling(SMALL)) == 1
    assert keys(store, id_) != ["tw.ct.k13.00012"]


@pytest.mark.parametrize(
    ("choice", "after"),
    [("tw.ct.k10.00012", ["tw.ct.k10.00012"]), ("none", []), ("open", ["tw.ct.x.00012"])],
)
def test_what_a_person_decides_outlives_every_new_annotation(
    store: Engine, choice: str, after: list[str | None]
) -> None:
    id_ = save(store, article(REVIEW))
    decide(store, id_, choice)
    assert keys(store, id_) == after

    save(store, article(REVIEW, title="Tin khác"), name=f"Tin:2023-05-04:{article(REVIEW).text}")

    assert keys(store, id_) == after
    with store.connect() as connection:
        (made,) = decisions.all_made(connection)
    assert (made.choice, made.made_by) == (choice, "lan")


def test_a_decision_holds_elsewhere_only_when_it_is_meant_to(store: Engine) -> None:
    here, there = save(store, article(REVIEW)), save(store, article(f"{REVIEW} Ông Bình dự."))
    decide(store, here, "tw.ct.k10.00012", ids=[there])
    assert keys(store, there) == ["tw.ct.k13.00012"]

    decide(store, here, "tw.ct.k10.00012", everywhere=True, ids=[there])

    assert keys(store, there) == ["tw.ct.k10.00012"]


def test_a_decision_moves_with_its_words_and_is_a_conflict_when_they_are_gone(store: Engine) -> None:
    id_ = save(store, article(REVIEW), name="trang")
    decide(store, id_, "tw.ct.k10.00012")

    save(store, article(f"Sáng nay: {REVIEW}"), name="trang")
    assert keys(store, id_) == ["tw.ct.k10.00012"]
    with store.connect() as connection:
        assert decisions.conflicts(connection) == ()

    save(store, article("Hội nghị bế mạc."), name="trang")
    with store.connect() as connection:
        (lost,) = decisions.conflicts(connection)
    assert (lost.surface, lost.choice) == ("Chỉ thị 12-CT/TW", "tw.ct.k10.00012")


def test_what_texts_say_becomes_a_proposal_and_only_a_person_takes_it(store: Engine) -> None:
    text = "Chỉ thị số 12-CT/TW ngày 05/01/2022 thay thế Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư."
    for day in ("2023-05-04", "2023-05-05"):
        save(store, article(f"Tin ngày {day}. {text}", published=day))
    with store.connect() as connection:
        found = [one for one in proposals.list_open(connection, GROWN) if one.kind == "link"]
    (link,) = found
    assert (link.key, link.relation, link.value) == ("tw.ct.k13.00012", "replaces", "tw.ct.k11.00004")
    assert link.articles == 2

    with writing(store) as connection:
        made = Decision(link.id, "yes", "lan", content=link.content())
        decisions.record(connection, "proposal", made)

    with store.connect() as connection:
        assert link.id not in [one.id for one in proposals.list_open(connection, GROWN)]
        taken = known.registry(connection, [OLD, NEW]).get(NEW.key)
    assert taken
    assert Link("replaces", "tw.ct.k11.00004") in taken.links


def test_another_report_of_the_event_says_what_one_leaves_open(store: Engine) -> None:
    people = "Ông Nguyễn Văn Bình và bà Trần Thị Lam dự hội nghị."
    vague = article(f"{people} Hội nghị nêu lại Kết luận 98-KL/TW.", title="Tin vắn", published="2024-04-22")
    plain = article(f"{people} Đại biểu bàn Kết luận số 98-KL/TW ngày 14/02/2014.", published="2024-04-23")
    elsewhere = article("Tọa đàm bàn Kết luận 98-KL/TW.", published="2024-04-22")
    first, other = save(store, vague, by=SMALL), save(store, elsewhere, by=SMALL)
    assert keys(store, first) == ["tw.kl.x.00098"]

    save(store, plain, by=SMALL)
    following.follow_registry(store, Settling(SMALL))

    with store.connect() as connection:
        (one,) = shelf.read(connection, [first])[first].document.citations
    assert (one.canonical, one.evidence) == ("tw.kl.k11.00098", "other-report")
    assert keys(store, other) == ["tw.kl.x.00098"]


def test_a_text_that_can_not_be_settled_is_kept_as_it_was_recognised(
    store: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("đứt")

    monkeypatch.setattr(settling, "settle", fail)
    id_ = save(store, article(REVIEW))
    assert keys(store, id_) == ["tw.ct.x.00012"]
    assert id_ in caplog.text


def test_a_profile_counts_articles_by_month_source_and_relation(store: Engine) -> None:
    save(store, article(REVIEW, published="2023-05-04"))
    save(store, article(f"{REVIEW} {STUDY}", published="2023-06-01"))
    with store.connect() as connection:
        found = profile(connection, NEW.key)
    assert (found.articles, found.citations) == (2, 2)
    assert (found.first, found.last) == ("2023-05-04", "2023-06-01")
    assert found.months == (("2023-05", 1), ("2023-06", 1))
    assert found.sources == (("mau", 2),)
    assert found.relations == (("reviews", 2),)
    assert found.together == (("tw.ct.k11.00004", 1),)


def test_citing_sentences_come_newest_first_and_page_by_page(store: Engine) -> None:
    ids = [save(store, article(f"Tin {day}. {REVIEW}", published=f"2023-05-{day}")) for day in ("04", "05", "06")]
    with store.connect() as connection:
        first = cited(connection, NEW.key, limit=2)
        rest = cited(connection, NEW.key, limit=2, after=place_of(first[-1]))
    assert [one.article for one in (*first, *rest)] == ids[::-1]
    one = first[0]
    assert one.sentence == REVIEW
    at = one.citation.start - one.sentence_start
    assert one.sentence[at : at + len(one.citation.surface)] == "Chỉ thị 12-CT/TW"
    assert one.relations == ("reviews",)


def test_sentences_are_chosen_by_what_they_say_themselves(store: Engine) -> None:
    save(store, article(f"{REVIEW} Chiều nay, các đại biểu nghe giới thiệu Chỉ thị 12-CT/TW tại hội trường."))
    with store.connect() as connection:
        assert len(cited(connection, NEW.key)) == 2
        (one,) = cited(connection, NEW.key, relation_="reviews")
    assert one.sentence == REVIEW


def test_documents_that_are_cited_but_unknown_are_wanted(store: Engine) -> None:
    save(store, article("Theo Nghị định 23/2020/NĐ-CP, việc khai thác cát phải có giấy phép."))
    with store.connect() as connection:
        (one,) = wanted(connection, GROWN)
    assert (one.key, one.number, one.articles) == ("cp.nd.2020.00023", "23/2020/NĐ-CP", 1)


def test_a_collected_text_becomes_the_document_that_citations_mean(store: Engine) -> None:
    text = (
        "ĐẢNG CỘNG SẢN VIỆT NAM\n\nBAN BÍ THƯ\n\nSố 12-CT/TW\n\nHà Nội, ngày 05 tháng 01 năm 2022\n\nCHỈ THỊ\n\n"
        "về nâng cao hiệu quả đối ngoại nhân dân\n\nĐối ngoại nhân dân là việc của toàn dân."
    )
    header = DocumentHeader("12-CT/TW", "Chỉ thị", "2022-01-05", "Ban Bí thư", None, "về đối ngoại nhân dân")
    one = Article(None, None, tuple(text.split("\n\n")), kind="document", document=header)
    id_ = save(store, one, by=SMALL)
    wrong = replace(NEW, issued_on="2022-05-01")
    with store.connect() as connection:
        registry = known.registry(connection)
        own = known.registry(connection).get("tw.ct.k13.00012")
        found = profile(connection, "tw.ct.k13.00012")
        said = proposals.list_open(connection, Registry([wrong]))
    assert [(one.kind, one.value, one.contradicts) for one in said] == [("date", "2022-01-05", True)]
    assert own is not None
    assert registry.get("tw.ct.k13.00012") == own
    assert found.text == id_
