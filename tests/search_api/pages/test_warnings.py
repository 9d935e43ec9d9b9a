import pytest

from indexer.syntax import parse
from search_api.pages.warnings import in_vietnamese


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ('"lũ', 'Có dấu ngoặc kép (") không khép nên đã bỏ qua.'),
        ("?!", "Câu hỏi không có từ nào để tìm."),
        ("lũ " * 400, "Câu hỏi quá dài nên chỉ phần đầu được dùng."),
        (
            "tacgia:An",
            (
                "“tacgia:” được hiểu là từ thường. Các trường có thể dùng: title, source, section, kind, "
                "directive, person, organization, office, place, event, from, to."
            ),
        ),
        ("directive:abc", "“abc” không phải là số hiệu, mã hay tên của văn bản nào."),
        ("from:mai", "“mai” không phải là ngày nên đã bỏ qua; viết như 31/1/2024, 1/2024 hoặc 2024."),
    ],
)
def test_what_a_query_is_warned_of_is_told_in_vietnamese(query, told):
    assert [in_vietnamese(warning) for warning in parse(query).warnings] == [told]


def test_a_warning_that_is_new_stays_as_it_is():
    assert in_vietnamese("The moon is full.") == "The moon is full."
