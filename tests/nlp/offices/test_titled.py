import pytest

from nlp.offices.titled import titled


@pytest.mark.parametrize(
    ("office", "body", "whole"),
    [
        ("Chủ tịch", "Hội Làm vườn Việt Nam", "Chủ tịch Hội Làm vườn Việt Nam"),
        ("Chủ tịch nước", None, "Chủ tịch nước"),
        ("Trưởng ban", "Ban Dân vận Trung ương", "Trưởng Ban Dân vận Trung ương"),
        ("Trưởng Ban Đối ngoại T.Ư", "Ban Đối ngoại Trung ương", "Trưởng Ban Đối ngoại T.Ư"),
        ("Phó Trưởng Ban Dân vận Tỉnh uỷ", "Ban Dân vận Tỉnh ủy Hà Nam", "Phó Trưởng Ban Dân vận Tỉnh ủy Hà Nam"),
        ("Uỷ viên Trung ương Đảng", "Ban Chấp hành Trung ương Đảng", "Uỷ viên Trung ương Đảng"),
        ("Bộ trưởng", "Bộ Y tế", "Bộ trưởng Bộ Y tế"),
    ],
)
def test_a_body_is_named_once(office, body, whole):
    assert titled(office, body) == whole
