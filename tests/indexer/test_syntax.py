"""What people type, and what it means."""

import unicodedata

import pytest

from indexer.plan import make_plan
from indexer.query import Bool, Everything, Range, Term, Terms, Text
from indexer.syntax import Filters, parse


def number(value: str) -> Term:
    return Term("directives", value)


@pytest.mark.parametrize(
    ("typed", "query", "interpretation"),
    [
        ("", Everything(), ""),
        ("  ", Everything(), ""),
        ("hội nghị đối ngoại", Text("hội nghị đối ngoại"), "hội OR nghị OR đối OR ngoại"),
        ("hội, nghị!", Text("hội nghị"), "hội OR nghị"),
        ('"đối ngoại nhân dân"', Text("đối ngoại nhân dân", mode="phrase"), '"đối ngoại nhân dân"'),
        ('"xe dù, bến cóc"', Text("xe dù, bến cóc", mode="phrase"), '"xe dù, bến cóc"'),
        ("“đối ngoại”", Text("đối ngoại", mode="phrase"), '"đối ngoại"'),
        ("ngo*", Text("ngo", mode="prefix"), "ngo*"),
        ('"đối ngo*"', Text("đối ngo", mode="prefix"), '"đối ngo*"'),
        ("hội OR nghị", Text("hội nghị"), "hội OR nghị"),
        ("title:hội", Text("hội", fields=("title",)), "title:hội"),
        ('title:"hội nghị"', Text("hội nghị", mode="phrase", fields=("title",)), 'title:"hội nghị"'),
        ("title:ngo*", Text("ngo", mode="prefix", fields=("title",)), "title:ngo*"),
        (
            '"đối ngoại" hội nghị',
            Bool(must=(Text("hội nghị"), Text("đối ngoại", mode="phrase"))),
            '(hội OR nghị) AND "đối ngoại"',
        ),
        (
            'hội "đối ngoại" nghị',
            Bool(must=(Text("hội nghị"), Text("đối ngoại", mode="phrase"))),
            '(hội OR nghị) AND "đối ngoại"',
        ),
        (
            'hội nghị OR "đối ngoại"',
            Bool(should=(Text("hội nghị"), Text("đối ngoại", mode="phrase")), min_should=1),
            'hội OR nghị OR "đối ngoại"',
        ),
        (
            '"a b" OR "c d" x',
            Bool(must=(
                Text("x"), Bool(should=(Text("a b", mode="phrase"), Text("c d", mode="phrase")), min_should=1)
            )),
            'x AND ("a b" OR "c d")',
        ),
        (
            "hội ngo*",
            Bool(should=(Text("hội"), Text("ngo", mode="prefix")), min_should=1),
            "hội OR ngo*",
        ),
        ("hội -thảo", Bool(must=(Text("hội"),), must_not=(Text("thảo"),)), "hội AND NOT thảo"),
        (
            'hội -"hội thảo" -kind:document',
            Bool(
                must=(Text("hội"),),
                must_not=(Text("hội thảo", mode="phrase"), Terms("kind", ("document",))),
            ),
            'hội AND NOT "hội thảo" AND NOT kind:document',
        ),
        ("-thảo", Bool(must=(Everything(),), must_not=(Text("thảo"),)), "NOT thảo"),
        ("Mỹ - Philippines", Text("Mỹ Philippines"), "Mỹ OR Philippines"),
        ("Shangri-La", Text("Shangri-La"), "Shangri-La"),
        (
            'person:"Lê Văn Bình"',
            Bool(filters=(Terms("persons", ("Lê Văn Bình",)),)),
            'person:"Lê Văn Bình"',
        ),
        ("org:VUFO", Bool(filters=(Terms("organizations", ("VUFO",)),)), "organization:VUFO"),
        ("PLACE:Huế", Bool(filters=(Terms("places", ("Huế",)),)), "place:Huế"),
        (
            'person:"An Bình" OR person:Mai hội',
            Bool(
                must=(Text("hội"),),
                filters=(
                    Bool(should=(Terms("persons", ("An Bình",)), Terms("persons", ("Mai",))), min_should=1),
                ),
            ),
            'hội AND (person:"An Bình" OR person:Mai)',
        ),
        (
            "from:2024-02 to:1/3/2024",
            Bool(filters=(Range(first="2024-02-01"), Range(last="2024-03-01"))),
            "from:2024-02-01 AND to:2024-03-01",
        ),
    ],
)  # fmt: skip
def test_a_query_means_what_its_signs_say(typed, query, interpretation):
    parsed = parse(typed)
    assert parsed.query == query
    assert parsed.interpretation == interpretation
    assert parsed.warnings == ()


@pytest.mark.parametrize(
    "typed",
    [
        "12-CT/TW", "12/CT-TW", "12 CT/TW", "12CT/TW", "12 - CT/TW", "12-ct/tw", '"12-CT/TW"', "“12/CT-TW”",
        "số 12-CT/TW", "Chỉ thị 12-CT/TW", "Chỉ thị số 12-CT/TW", '"Chỉ thị số 12-CT/TW"', "chi thi so 12-ct/tw",
        "directive:12-CT/TW", 'directive:"12/CT-TW"', "012-CT/TW", "12-CT/TƯ", "12–CT/TW",
        unicodedata.normalize("NFD", "12-CT/TƯ"), "12-CT/TW.", "(12-CT/TW)",
    ],
)  # fmt: skip
def test_the_number_of_a_document_in_any_spelling_means_its_citation(typed):
    parsed = parse(typed)
    expected = number("12-CT/TW")
    assert parsed.query == expected
    assert parsed.interpretation == "directive:12-CT/TW"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("303/NQ-LHHN-ĐCT", "303/NQ-LHHN-ĐCT"),
        ("Nghị định 12/2012/NĐ-CP", "12/2012/NĐ-CP"),
        ("nghi dinh so 12/2012/nd-cp", "12/2012/NĐ-CP"),
        ("Luật 45/2013/QH13", "45/2013/QH13"),
    ],
)
def test_state_and_mass_organisations_number_in_their_own_ways(typed, value):
    assert parse(typed).query == number(value)


@pytest.mark.parametrize("typed", ["25-11-2024", "5/2013", "24/7", "Covid-19", "6A", "ST25", "năm 2024", "3.5"])
def test_other_numbers_are_words(typed):
    assert parse(typed).query == Text(typed)


def test_among_words_a_number_is_one_of_them_and_counts_most_where_it_is_cited():
    parsed = parse("Chỉ thị 1792/CT-TTg vốn trái phiếu")
    assert parsed.query == Bool(
        should=(Text("Chỉ thị 1792/CT-TTg vốn trái phiếu"), number("1792/CT-TTg")), min_should=1
    )
    assert parsed.interpretation == "directive:1792/CT-TTg OR vốn OR trái OR phiếu"


def test_a_number_in_quotes_or_in_its_field_is_required_beside_words():
    assert parse('"12-CT/TW" hội').query == Bool(must=(Text("hội"), number("12-CT/TW")))
    assert parse("directive:12-CT/TW hội").query == Bool(must=(Text("hội"), number("12-CT/TW")))


def test_a_number_may_be_excluded():
    assert parse("hội -12-CT/TW").query == Bool(must=(Text("hội"),), must_not=(number("12-CT/TW"),))


def test_several_numbers_are_any_of_them():
    assert parse("12-CT/TW 38-NQ/TW").query == Bool(should=(number("12-CT/TW"), number("38-NQ/TW")), min_should=1)


@pytest.mark.parametrize(
    ("typed", "query", "warning"),
    [
        ('hội "nghị', Text("hội nghị"), 'A quotation mark (") has no partner and was left out.'),
        ('"a b" c"', Bool(must=(Text("c"), Text("a b", mode="phrase"))), 'A quotation mark (") has no partner'),
        ("!!!", Text("!!!"), "There is no word in the query."),
        ('"" - * ()', Text('"" - * ()'), "There is no word in the query."),
        ("🙂", Text("🙂"), "There is no word in the query."),
        ("nguồn:x tac:y", Text("nguồn:x tac:y"), '"tac:" was read as a word, as it names no field.'),
        ("from:hômqua hội", Text("hội"), '"hômqua" is no date: write 2024-01-31, 2024-01, 2024 or 31/1/2024.'),
        ("from:2024-02-30", Everything(), '"2024-02-30" is no date'),
        (
            "directive:abc",
            Bool(filters=(Terms("directives", ("abc",)),)),
            '"abc" is not the number, key or name of a document.',
        ),
        (
            "hội " * 400,
            Text(("hội " * 250).strip()),
            "The query is too long; its first 1,000 characters were read.",
        ),
    ],
)
def test_what_can_not_be_meant_is_warned_of_and_the_rest_is_looked_for(typed, query, warning):
    parsed = parse(typed)
    assert parsed.query == query
    assert len(parsed.warnings) == 1
    assert parsed.warnings[0].startswith(warning)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("\u202ehội\u202c nghị", Text("hội nghị")),
        ("hội\0nghị", Text("hội nghị")),
        ("hội\u200b\ufeff nghị\u00ad", Text("hội nghị")),
        ("\ud800hội", Text("hội")),
        ("hội\tnghị\r\n", Text("hội nghị")),
        (unicodedata.normalize("NFD", "hội nghị"), Text("hội nghị")),
        ("OR", Text("OR")),
        ("OR hội OR", Text("hội")),
        ("hội OR OR nghị", Text("hội nghị")),
        ("- hội -", Text("hội")),
        ("title:", Text("title")),
        ("http://bao.vn/a:b", Text("http://bao.vn/a:b")),
        ("x" * 5_000, Text("x" * 1_000)),
        ("مرحبا", Text("مرحبا")),
    ],
)
def test_nothing_that_is_typed_is_an_error(typed, query):
    assert parse(typed).query == query


def test_more_beginnings_than_an_engine_should_look_up_are_whole_words():
    parsed = parse("a* b* c* d* e* f*")
    assert parsed.query == Text("a b c d e f")
    assert parsed.warnings == ("There are more than 5 words with an asterisk; they were read as whole words.",)


@pytest.mark.parametrize(
    "part", ['"a é" ', "é* ", "-é ", '-"a b" ', "é OR ", '"a" OR ', "person:é ", "12-CT/TW ", '"a é*" ']
)
def test_no_query_is_larger_than_engines_take(part):
    make_plan(parse(part * 500).query, engine="any")


def test_filters_are_named_as_everywhere_and_any_of_their_values_holds():
    chosen = Filters(first="2024", last="2024-02", sources=("nhandan", "thoidai"), persons=("Lê Văn Bình",))
    assert chosen.queries() == (
        Range("2024-01-01", "2024-02-29"),
        Terms("source", ("nhandan", "thoidai")),
        Terms("persons", ("Lê Văn Bình",)),
    )
    assert Filters().queries() == ()
    assert Filters(last="2024-01-31").queries() == (Range(None, "2024-01-31"),)


def test_a_directive_to_filter_by_is_named_in_any_spelling():
    assert Filters(directives=("12/ct-tw", "abc")).queries() == (Terms("directives", ("12-CT/TW", "abc")),)


@pytest.mark.parametrize("day", ["hôm qua", "2024-13", "31/02/2024", "24", "2024-1-1-1"])
def test_a_date_that_is_none_is_refused_in_words(day):
    with pytest.raises(ValueError, match="is no date: write 2024-01-31, 2024-01, 2024 or 31/1/2024"):
        Filters(first=day).queries()
