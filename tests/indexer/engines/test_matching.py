"""What each node of the query model finds, on both engines."""

import pytest

from indexer.query import Bool, Everything, MoreLike, Query, Request, Text

ALL = [
    "dấu-câu", "hội-nghị", "hội-thảo", "không-dấu", "không-ngày", "kiểu-cũ", "kiểu-mới", "nghị-định", "ranh-giới",
    "đôi-ngoài",
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Text("sông khơi"), ["không-ngày", "đôi-ngoài"]),
        (Text("sông"), ["không-ngày"]),
        (Text("biển"), []),
        (Text("hội thảo", mode="all"), ["hội-nghị", "hội-thảo"]),  # "thảo luận" and "hội nghị"
        (Text("thảo", mode="all"), ["hội-nghị", "hội-thảo"]),
        (Text("hội thảo biển", mode="all"), []),
        (Text("hội thảo", mode="phrase"), ["hội-thảo"]),
        (Text("hữu nghị", mode="phrase"), ["hội-nghị", "hội-thảo"]),
        (Text("nghị hữu", mode="phrase"), []),
        (Text("sông", mode="phrase"), ["không-ngày"]),
        (Text("12 ct tw", mode="phrase"), ["hội-nghị", "nghị-định"]),
    ],
)
def test_words_are_joined_by_any_or_by_all_or_stand_as_a_phrase(find, query, ids):
    assert find(query) == ids


@pytest.mark.parametrize(
    "phrase",
    ["đầu tiên", "đường mới", "dau tien", "trang đầu tiên phong", "đầu mới"],
)
def test_a_phrase_never_reaches_from_title_to_lead_or_from_lead_to_body(find, phrase):
    assert find(Text(phrase, mode="phrase")) == []


@pytest.mark.parametrize("phrase", ["đầu tiên", "đường mới", "tiên đầu", "đầu mới"])
def test_not_even_with_the_widest_slop(find, phrase):
    assert find(Text(phrase, mode="phrase", slop=50)) == []
    assert find(Text(phrase, mode="phrase", slop=100_000)) == []


@pytest.mark.parametrize(
    ("phrase", "moves"),
    [
        ("công nhân", 3),  # công tác đối ngoại nhân
        ("công đối", 1),
        ("tác công", 2),  # swapped neighbours are two moves
        ("ngoại đối", 2),
    ],
)
def test_slop_counts_the_places_that_words_are_moved(find, phrase, moves):
    assert "hội-thảo" in find(Text(phrase, mode="phrase", slop=moves))
    assert "hội-thảo" not in find(Text(phrase, mode="phrase", slop=moves - 1))


def test_a_phrase_of_three_words_may_have_one_between(find):
    assert find(Text("chủ hội nghị", mode="phrase", slop=1)) == ["hội-nghị"]  # chủ trì hội nghị
    assert find(Text("chủ hội nghị", mode="phrase")) == []


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Text("thả", mode="prefix"), ["hội-nghị", "hội-thảo"]),
        (Text("hội th", mode="prefix"), ["hội-thảo"]),
        (Text("các tổ chức h", mode="prefix"), ["hội-nghị", "hội-thảo"]),
        (Text("hoi ngh", mode="prefix"), ["hội-nghị"]),
        (Text("hôi ngh", mode="prefix"), []),
        (Text("hội nghị", mode="prefix"), ["hội-nghị"]),
        (Text("zz", mode="prefix"), []),
        (Text("hội zz", mode="prefix"), []),
    ],
)
def test_a_prefix_takes_the_last_word_as_the_beginning_of_one(find, query, ids):
    assert find(query) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Text("sôngg", fuzzy=1), ["không-ngày"]),
        (Text("sgôn", fuzzy=1), []),
        (Text("sgnô", fuzzy=1), []),
        (Text("sôgn", fuzzy=1), ["không-ngày"]),  # swapped neighbours are one change
        (Text("truong sa hoc gai", fuzzy=1, mode="all"), []),
        (Text("thanhh niênn", fuzzy=1, mode="all"), ["ranh-giới"]),
        (Text("thaaanh", fuzzy=2), ["ranh-giới"]),
        (Text("thaaaanh", fuzzy=2), []),
        (Text("thaaaanh", fuzzy=9), []),  # two letters are the most
        (Text("sôngg", fuzzy=0), []),
    ],
)
def test_fuzzy_counts_the_letters_that_a_word_may_differ_by(find, query, ids):
    assert find(query) == ids


def test_a_fuzzy_word_that_is_spelled_right_ranks_first(engine, record):
    engine.write([record("gần", title="họ đạo", body="xóm đạo"), record("đúng", title="hồ đào", body="cây đào")])
    hits = engine.search(Request(Text("đào", fuzzy=1))).hits
    assert [hit.id for hit in hits] == ["đúng", "gần"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Text("hội", fields=("title",)), ["hội-nghị", "hội-thảo", "nghị-định"]),
        (Text("hữu nghị", mode="phrase", fields=("title",)), []),
        (Text("doi ngoai nhan dan", mode="phrase", fields=("title",)), ["hội-nghị", "hội-thảo", "không-dấu"]),
        (Text("sông", fields=("title", "text")), ["không-ngày"]),
        (Text("sông", fields=()), []),
    ],
)
def test_a_text_is_looked_for_in_its_fields(find, query, ids):
    assert find(query) == ids


@pytest.mark.parametrize("nothing", ["", " ", "!!!", "“”", "🙂", "\u202e", "\0", "-_-"])
@pytest.mark.parametrize("mode", ["any", "all", "phrase", "prefix"])
def test_a_text_without_words_finds_nothing(find, nothing, mode):
    assert find(Text(nothing, mode=mode)) == []


def test_everything_is_every_article(find):
    assert find(Everything()) == ALL


WITH_HOI = ["hội-nghị", "hội-thảo", "không-ngày", "nghị-định"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Bool(must=(Text("hội"), Text("thảo"))), ["hội-nghị", "hội-thảo"]),
        (Bool(should=(Text("sông"), Text("khơi"))), ["không-ngày", "đôi-ngoài"]),
        (Bool(should=(Text("hội"), Text("làng"), Text("sông")), min_should=2), ["không-ngày"]),
        (Bool(should=(Text("hội"), Text("làng")), min_should=3), []),
        (Bool(must=(Text("hội"),), should=(Text("làng"),)), WITH_HOI),
        (Bool(must=(Text("hội"),), should=(Text("làng"),), min_should=1), ["không-ngày"]),
        (Bool(must=(Text("hội"),), must_not=(Text("làng"),)), ["hội-nghị", "hội-thảo", "nghị-định"]),
        (Bool(filters=(Text("hội"), Text("làng"))), ["không-ngày"]),
        (Bool(filters=(Text("hội"),), should=(Text("làng"),)), WITH_HOI),
        (Bool(must_not=(Text("hội"),)), [id_ for id_ in ALL if id_ not in WITH_HOI]),
        (Bool(must=(Everything(),), must_not=(Text("hội"),)), [id_ for id_ in ALL if id_ not in WITH_HOI]),
        (Bool(), ALL),
        (Bool(must_not=(Everything(),)), []),
        (Bool(must=(Text("!"),)), []),
        (Bool(must=(Text("hội"),), must_not=(Text("!"),)), WITH_HOI),
        (
            Bool(must=(Bool(should=(Text("sông"), Bool(must=(Text("khơi"), Text("xa"))))),)),
            ["không-ngày", "đôi-ngoài"],
        ),
    ],
)
def test_bool_joins_clauses(find, query, ids):
    assert find(query) == ids


def test_clauses_that_filter_or_exclude_do_not_rank(library):
    def scores(query: Query) -> dict[str, float]:
        return {hit.id: round(hit.score, 4) for hit in library.search(Request(query)).hits}

    alone = scores(Text("hội"))
    assert scores(Bool(must=(Text("hội"),), filters=(Text("hội"), Everything()))) == alone
    assert scores(Bool(must=(Text("hội"),), must_not=(Text("biển"),))) == alone


def test_more_like_an_article_are_those_that_share_its_telling_pairs_and_not_itself(library):
    like = MoreLike(
        "hội-nghị",
        "Hội nghị đối ngoại nhân dân năm 2024",
        "Liên hiệp các tổ chức hữu nghị tổng kết công tác đối ngoại nhân dân",
    )
    assert [hit.id for hit in library.search(Request(like)).hits] == ["hội-thảo"]


@pytest.mark.parametrize("text", ["", "một", "chẳng giống điều chi", "!!!"])
def test_nothing_is_like_a_text_that_shares_no_pairs(find, text):
    assert find(MoreLike("mới", "", text)) == []
