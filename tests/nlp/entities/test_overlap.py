from nlp.entities.mention import Mention
from nlp.entities.overlap import without_overlaps


def mention(start, end, *, confidence=0.5):
    return Mention(start, end, "LOC", "test", confidence)


def test_the_longest_wins_and_of_two_as_long_the_surer():
    short, long = mention(5, 10), mention(0, 10)
    sure, unsure = mention(20, 25, confidence=0.9), mention(20, 25, confidence=0.6)
    assert without_overlaps([short, unsure, long, sure]) == [long, sure]
