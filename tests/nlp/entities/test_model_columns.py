"""What the model is told of each syllable."""

import gzip
from pathlib import Path

import pytest

from nlp.entities.hints import Hints
from nlp.entities.mention import Mention
from nlp.entities.model.article import Article
from nlp.entities.model.clusters import BadClusters, Clusters, beside, read
from nlp.entities.model.columns import PLACES, columns
from nlp.entities.model.far import left, right
from nlp.entities.model.layers import Layer
from nlp.entities.model.rows import Known, rows
from nlp.entities.model.shape import shape
from nlp.entities.model.stretch import stretches
from nlp.entities.model.view import View, view
from nlp.segment import segment

NOTHING = Hints((), ())


def seen(text: str) -> View:
    return view(text, segment(text).sentences[0])


def told(text: str, hints: Hints = NOTHING) -> dict[str, list[str | None]]:
    """The columns of the last sentence."""
    article = Article.of(text, segment(text).sentences, hints)
    clusters = Clusters({"hội_nghị": ("7", "3"), "Huế": ("9", "4")}, {"Lê_Minh": "5", "Huế": "6"})
    return {name: [*column] for name, column in columns(article.views[-1], article, clusters).items()}


@pytest.mark.parametrize(
    ("syllable", "expected"),
    [
        ("ông", "a"),
        ("Ông", "Aa"),
        ("Ý", "A"),
        ("UBND", "AA"),
        ("iPhone", "aA"),
        ("2019", "0"),
        ("12/5", "0/0"),
        ("...", ".."),
        ("😀", "😀"),
        ("12-CT/TW", "0-AA/A"),
        ("G20", "A0"),
    ],
)
def test_a_syllable_has_a_shape(syllable: str, expected: str) -> None:
    assert shape(syllable) == expected


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Theo Minh TâmBáo Mới", ("Theo", "Minh", "Tâm", "Báo", "Mới")),
        ("Việt Nam-Lào", ("Việt", "Nam", "-", "Lào")),
        ("họp báo Q-Ngãi", ("họp", "báo", "Q", "-", "Ngãi")),
        ("MobiFone", ("Mobi", "Fone")),
        ("ông A.Gác-xi-a", ("ông", "A.Gác-xi-a")),
        ("UBND tỉnh", ("UBND", "tỉnh")),
    ],
)
def test_glued_names_are_taken_apart(text: str, pieces: tuple[str, ...]) -> None:
    found = seen(text)
    assert found.syllables == pieces
    assert tuple(text[start:end] for start, end in found.spans) == pieces


def test_runs_of_capitalised_syllables_are_found() -> None:
    assert stretches(["Aa", "a", "Aa", "AA", "aA", "0", "A"]) == [(0, 1), (2, 5), (6, 7)]


def test_small_letters_know_the_capitals_to_either_side() -> None:
    small, shapes = ["hội", "hữu", "nghị", "việt", ",", "các"], ["Aa", "a", "a", "Aa", ",", "a"]
    assert left(small, shapes) == [None, "hội", "hội", None, None, None]
    assert right(small, shapes) == [None, "việt", "việt", None, None, None]


def test_capitals_know_their_run_and_what_is_around_it() -> None:
    found = told("sáng nay ông Lê Minh phát biểu")
    assert found["place"][3:5] == ["0/2", "1/2"]
    assert (found["first"][4], found["last"][3]) == ("lê", "minh")
    assert (found["before"][4], found["after"][3]) == ("ông", "phát")
    assert found["place"][0] is None


def test_runs_at_the_edges_have_edges_around() -> None:
    found = told("Lê Minh")
    assert (found["before"][0], found["after"][0]) == ("BOS", "EOS")


def test_words_and_their_neighbours_have_clusters() -> None:
    found = told("dự hội nghị ở Huế")
    assert found["of 500"] == [None, "7", "7", None, "9"]
    assert found["of 500 +1"] == ["7", None, None, "9", None]
    assert found["of 100 -1"] == [None, None, None, "3", None]


def test_a_word_that_opens_a_sentence_has_the_cluster_of_its_small_letters() -> None:
    assert told("Hội nghị đã bế mạc")["of 100"][:2] == ["3", "3"]


def test_runs_of_capitals_are_known_by_their_parts() -> None:
    found = told("ở Huế Lê Minh Đạt nói")
    assert found["part"] == [None, "6", "5", "+5", None, None]
    assert found["parts"][1:4] == ["6 5", "5 +5", "+5 None"]


def test_sentences_that_were_joined_without_a_space_are_seen() -> None:
    assert told("Theo Minh TâmBáo Mới.")["glued"] == [None, None, None, "1", None, "1"]


def test_an_article_says_who_is_called_by_a_given_name() -> None:
    found = told("Bà Trần Thị Thu Hà đã đến.\nHôm qua Hà nói vậy.")
    at = found["small"].index("hà")
    assert found["given"][at] == "=1l"
    assert found["elsewhere"][at] == "-c"


def test_an_article_says_which_capitals_are_only_the_opening_of_a_sentence() -> None:
    found = told("Họ muốn biết tổng số người dự.\nTổng số là mười.")
    assert found["elsewhere"][0] == "l-"


def test_headings_in_capitals_say_nothing_of_the_habits_of_an_article() -> None:
    found = told("LÊ MINH NÓI\nAnh Minh nói")
    assert found["elsewhere"][1] == "-c"  # from this sentence alone


def test_lists_and_rules_are_told_syllable_by_syllable() -> None:
    text = "Ông Lê Minh dự"
    hints = Hints(
        (Mention(4, 11, "PER", by="cue", confidence=0.9),), (Mention(0, 3, "ORG", by="head", confidence=0.5),)
    )
    found = told(text, hints)
    assert found["name"] == [None, "B-PER-cue", "I-PER-cue", None]
    assert found["body"] == ["B-ORG-head", None, None, None]
    assert found["names"] == ["None B-PER-cue", "B-PER-cue I-PER-cue", "I-PER-cue None", None]
    assert found["name small"][1] == "B-PER-cue lê"


def test_a_name_of_a_layer_that_ends_inside_a_syllable_holds_it_whole() -> None:
    found = seen("ông Gác-xi-a nói")
    assert Layer([Mention(4, 7, "PER", by="x", confidence=1)]).on(found) == [None, "B-PER-x", None]


def test_every_column_has_a_value_for_every_syllable() -> None:
    for text in ("Ô", "a", "😀", "1.", "Việt Nam-Lào"):
        found = told(text)
        assert found.keys() == PLACES.keys()
        assert {len(column) for column in found.values()} == {len(seen(text).spans)}


def test_only_features_that_a_model_knows_are_handed_to_it() -> None:
    found = told("ông Lê Minh")
    beside = [(), ("company@0=B before=bà", "company@0=B after=nói"), ("company@0=I before=bà",)]
    some = {"small@0=lê", "small@-1=ông", "shape@1=EOS", "small@0=đã", "company@0=B before=bà"}
    known = [set(row) for row in Known(some).rows(found, beside)]
    assert known == [some.intersection(row) for row in rows(found, beside)]
    assert known == [set(), {"small@0=lê", "small@-1=ông", "company@0=B before=bà"}, {"shape@1=EOS"}]


def test_foreign_capitals_show_how_they_begin_and_end() -> None:
    found = told("hãng Infogame và ông Nam, FPT")
    assert [found[name][1] for name in ("begins 3", "begins 4", "ends 2", "ends 3", "ends 4")] == [
        *("inf", "info", "me", "ame", "game")
    ]
    assert found["begins 3"][4] is None


def test_what_goes_on_with_a_body_knows_its_head() -> None:
    found = told("dự họp ở Trung tâm Sông Xanh và đào tạo.")
    assert found["head"][2:6] == [None, "trung tâm True", "trung tâm True", "trung tâm True"]
    assert found["head small"][5:8] == ["trung tâm bare sông", "trung tâm named xanh", "trung tâm named và"]
    assert found["head far"][3:7] == ["True False 0", "True False 0", "True False 1", "True True 2"]
    assert found["head pair"][8] == "True và đào"
    assert found["head"][-1] is None  # a sign ends it


def test_a_head_is_forgotten_after_a_while() -> None:
    found = told("Trung tâm " + "gần bên dòng sông lớn " * 5)
    assert found["head"].count("trung tâm True") == 15


def test_clusters_are_read_from_a_file(tmp_path: Path) -> None:
    path = beside(tmp_path / "my.crf")
    path.write_bytes(gzip.compress("hội_nghị\t12\t3\t\nLê_Minh\t\t\t44\n".encode()))
    assert path.name == "my.clusters.tsv.gz"
    assert read(path).of("Hội_nghị") == ("12", "3")
    assert read(path).of("lạ") == ("", "")
    assert [*read(path).parts(("Anh", "Lê", "Minh"))] == [None, "44", "+44"]


@pytest.mark.parametrize(
    ("content", "said"),
    [("hội_nghị\t12\n", "line 1: write a word and three numbers"), ("a\t1\t2\t3\nb\tx\t2\t\n", "line 2")],
)
def test_a_line_of_clusters_that_cannot_be_read_is_named(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "bad.clusters.tsv.gz"
    path.write_bytes(gzip.compress(content.encode()))
    with pytest.raises(BadClusters, match=said):
        read(path)


def test_a_file_that_is_no_table_of_clusters_is_named(tmp_path: Path) -> None:
    path = tmp_path / "no.clusters.tsv.gz"
    path.write_text("hội_nghị\t12\t3\n")
    with pytest.raises(BadClusters, match=r"no\.clusters\.tsv\.gz can't be read"):
        read(path)
