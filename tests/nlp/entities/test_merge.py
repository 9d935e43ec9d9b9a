from nlp.entities.mention import Mention
from nlp.entities.merge import canonicals, without_overlaps


def mention(start, end, *, type_="LOC", confidence=0.5, canonical=None):
    return Mention(start, end, type_, "test", confidence, canonical)


def test_the_longest_wins_and_of_two_as_long_the_surer():
    short, long = mention(5, 10), mention(0, 10)
    sure, unsure = mention(20, 25, confidence=0.9), mention(20, 25, confidence=0.6)
    assert without_overlaps([short, unsure, long, sure]) == [long, sure]


def test_a_person_is_called_by_the_longest_name_that_ends_with_the_same_syllables():
    surfaces = ["Nguyễn Văn Nam", "Nam", "Văn Nam", "Trần Thị Hoa", "Lê Hoa", "Hoa"]
    persons = [mention(at, at + 1, type_="PER") for at in range(6)]
    assert canonicals(persons, surfaces) == [
        "Nguyễn Văn Nam",
        "Nguyễn Văn Nam",
        "Nguyễn Văn Nam",
        "Trần Thị Hoa",
        "Lê Hoa",
        "Hoa",  # which of the two is not known
    ]


def test_a_body_is_called_by_its_full_name_in_the_list():
    assert canonicals([mention(0, 4, type_="ORG", canonical="Liên Hợp Quốc")], ["LHQ"]) == ["Liên Hợp Quốc"]
