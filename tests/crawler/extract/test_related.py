from crawler.extract.lines import read_lines
from crawler.extract.related import strip

PROSE = "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ."


def rules(*lines: str) -> list[str]:
    read = read_lines("\n".join(lines))
    told = strip(read).rules
    return [told[line.at] for line in read]


def test_every_line_has_the_rule_that_decided_on_it():
    told = rules(
        PROSE,
        "",
        "Giao lưu hữu nghị ở vùng biên giới Giao lưu hữu nghị ở vùng biên giới",
        "Hơn 600 người dân hai bên biên giới đã dự buổi giao lưu vào cuối tuần qua ở bản Huổi Long.",
        "",
        "son binh tong ket cong tac doi ngoai",
        "Toàn cảnh hội nghị",
        "",
        PROSE.replace("Các", "Nhiều"),
        "",
        "In bài viết",
        "",
        PROSE.replace("Các", "Một số"),
        "",
        "Tin liên quan",
        "Tỉnh bạn tổng kết năm",
    )
    assert told == [
        "text",
        "doubled",
        "teaser",
        "picture-text",
        "caption",
        "text",
        "residue",
        "text",
        "box",
        "below-box",
    ]


def test_a_pictures_text_over_its_caption_is_dropped_and_another_picture_s_caption_is_not():
    alt = "Phó Chủ tịch Hội Nông dân tỉnh Sơn Bình (Ảnh: Hải An)."
    caption = "Ông Lê Minh Tuệ - Phó Chủ tịch Hội Nông dân tỉnh Sơn Bình phát biểu tại hội nghị (Ảnh: Hải An)."
    other = "Bà Trần Bảo Ngân trao cờ thi đua cho các tập thể (Ảnh: Hải An)."
    assert rules(PROSE, "", alt, caption, "", PROSE[4:]) == ["text", "picture-text", "caption", "text"]
    assert rules(PROSE, "", other, caption, "", PROSE[4:]) == ["text", "caption", "caption", "text"]
    assert rules(PROSE, "", caption, caption, "", PROSE[4:]) == ["text", "caption", "repeated", "text"]
