import pytest

from nlp.crf import NotAModel, read
from nlp.joins import package_folder


def test_weights_of_a_model_are_read_by_name():
    weights = read(package_folder() / "pipeline/ner/ner_crf_2017_10_12.bin")
    assert weights.labels == ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
    assert len(weights.states) == 2_066
    assert weights.states["T[2].lower=có"] == ((0, pytest.approx(-0.2338397)),)
    assert weights.transitions[1][2] == pytest.approx(8.693894)  # an I-PER likes to follow its B-PER


@pytest.mark.parametrize("content", [None, b"", b"lCRF", b"x" * 100])
def test_what_is_no_model_is_named(tmp_path, content):
    path = tmp_path / "model.bin"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NotAModel, match=r"model\.bin"):
        read(path)
