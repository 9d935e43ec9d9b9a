"""A warning as programs get it in; the same in Vietnamese out."""

import re

# English as it is told, Vietnamese as the page says it; a warning that is not here stays as it is.
_SAYINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(english), vietnamese)
    for english, vietnamese in (
        (r"There is no word in the query\.", "Câu hỏi không có từ nào để tìm."),
        (r"The query is too long; .*", "Câu hỏi quá dài nên chỉ phần đầu được dùng."),
        (r'A quotation mark \("\) has no partner .*', 'Có dấu ngoặc kép (") không khép nên đã bỏ qua.'),
        (
            r'"(.+):" was read as a word, .* Fields: (.+)\.',
            r"“\1:” được hiểu là từ thường. Các trường có thể dùng: \2.",
        ),
        (
            r'"(.+)" is not the number, key or name of a document\.',
            r"“\1” không phải là số hiệu, mã hay tên của văn bản nào.",
        ),
        (
            r'"(.+)" is no date: .*',
            r"“\1” không phải là ngày nên đã bỏ qua; viết như 31/1/2024, 1/2024 hoặc 2024.",
        ),
        (r"The counts of (.+) may be too low .*", r"Số đếm ở mục lọc (\1) có thể thấp hơn thực tế."),
    )
)


def in_vietnamese(warning: str) -> str:
    for english, vietnamese in _SAYINGS:
        if found := english.fullmatch(warning):
            return found.expand(vietnamese)
    return warning
