from nlp.entities.hints import Hints
from nlp.entities.mention import Mention
from nlp.entities.merge import merged
from nlp.normalize import standard
from nlp.segment import segment


def united(text, model, names=(), bodies=()):
    plain = standard(text)
    told = Hints(tuple(named(text, *one) for one in names), tuple(named(text, *one) for one in bodies))
    found = merged(plain, [named(text, *one) for one in model], told, segment(plain).sentences)
    return [(one.type, one.by, text[one.start : one.end]) for one in found]


def named(text, type_, name, by="model", confidence=0.9):
    return Mention(text.index(name), text.index(name) + len(name), type_, by, confidence, f"{name}!")


def test_what_both_find_is_sure_and_bears_the_name_of_the_rule():
    text = "Bộ Công an họp"
    told = Hints((named(text, "ORG", "Bộ Công an", "gazetteer", 0.95),), ())
    model = [Mention(0, 10, "ORG", "model", 0.4)]
    (one,) = merged(text, model, told, segment(text).sentences)
    assert (one.by, one.confidence, one.canonical) == ("gazetteer", 0.97, "Bộ Công an!")


def test_where_they_differ_the_model_is_believed():
    text = "Viện Sông Xanh Hà Nội họp"
    assert united(text, [("ORG", "Viện Sông Xanh Hà Nội")], names=[("LOC", "Hà Nội", "gazetteer")]) == [
        ("ORG", "model", "Viện Sông Xanh Hà Nội")
    ]
    assert united(text, [], names=[("LOC", "Hà Nội", "gazetteer")]) == []


def test_a_byline_is_a_persons_whatever_the_model_says():
    text = "Họ đã về. Thu Hà"
    byline = [("PER", "Thu Hà", "byline")]
    assert united(text, [("LOC", "Thu Hà")], names=byline) == [("PER", "byline", "Thu Hà")]
    assert united(text, [], names=byline) == [("PER", "byline", "Thu Hà")]


def test_lines_in_one_case_are_read_by_the_rules_alone():
    text = "BỘ CÔNG AN BÁO TIN"
    assert united(text, [], names=[("ORG", "BỘ CÔNG AN", "gazetteer")]) == [("ORG", "gazetteer", "BỘ CÔNG AN")]


def test_a_body_that_only_an_unsure_model_sees_is_left_out():
    text = "Đêm Hội Xanh vui"
    assert united(text, [("ORG", "Hội Xanh", "model", 0.5)]) == []
    assert united(text, [("PER", "Hội Xanh", "model", 0.6)]) == [("PER", "model", "Hội Xanh")]


def test_a_title_is_no_person():
    assert united("bầu Nguyên Phó Chủ tịch", [("PER", "Nguyên Phó")]) == []


def test_what_the_model_took_for_a_name_once_is_not_found_at_many_places():
    text = "Hoa Đăng nở, rồi hoa Hoa Đăng, lá Hoa Đăng, cành Hoa Đăng"
    assert united(text, [("PER", "Hoa Đăng")]) == [("PER", "model", "Hoa Đăng")]
    assert len(united(text[:30], [("PER", "Hoa Đăng")])) == 2


def test_a_body_begins_after_the_standing_of_an_office():
    for text, body in (
        ("Phó Bí thư Thường trực Tỉnh ủy", "Tỉnh ủy"),
        ("Phó Trưởng ban Thường trực Ban Dân vận", "Ban Dân vận"),
        ("theo Thường trực Ban Bí thư", "Ban Bí thư"),
        ("theo Thường trực Tỉnh ủy", "Thường trực Tỉnh ủy"),
    ):
        start = text.lower().index("thường trực")
        model = [Mention(start, len(text), "ORG", "model", 0.9)]
        if text.startswith("Phó Trưởng"):
            model = [Mention(text.index("ban"), len(text), "ORG", "model", 0.9)]
        found = merged(standard(text), model, Hints((), ()), segment(standard(text)).sentences)
        assert [text[one.start : one.end] for one in found] == [body]
