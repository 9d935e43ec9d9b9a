from nlp.directives.structure import read_structure
from search_api.pages.outline import contents


def test_the_table_of_contents_goes_down_to_articles():
    text = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Cơ quan;\nĐiều 2. Hiệu lực\nPHỤ LỤC\nMẪU THẺ"
    table = contents(read_structure(text))
    assert [(one.label, one.heading, one.anchor, one.depth) for one in table.entries] == [
        ("Chương I", "QUY ĐỊNH CHUNG", "chuong-i", 1),
        ("Điều 1", "Phạm vi", "dieu-1", 4),
        ("Điều 2", "Hiệu lực", "dieu-2", 4),
        ("Phụ lục", "MẪU THẺ", "phu-luc", 0),
    ]
    assert table.is_open


def test_a_text_without_articles_is_listed_by_its_numerals():
    text = "I. MỤC TIÊU\n1. Quan điểm\n1.1. Giữ bí mật.\n2. Chỉ tiêu\nII. TỔ CHỨC THỰC HIỆN"
    table = contents(read_structure(text))
    assert [f"{one.label} {one.heading}" for one in table.entries] == [
        "I. MỤC TIÊU",
        "1. Quan điểm",
        "2. Chỉ tiêu",
        "II. TỔ CHỨC THỰC HIỆN",
    ]


def test_a_long_heading_is_cut_at_a_word_and_a_long_table_is_closed():
    text = "\n".join(f"Điều {number}. {'Trách nhiệm của cơ quan ' * 8}" for number in range(1, 60))
    table = contents(read_structure(text))
    assert table.entries[0].heading.endswith("cơ quan …")
    assert len(table.entries[0].heading) < 125
    assert not table.is_open


def test_what_has_no_parts_has_no_table():
    assert contents(None) is None
    assert contents(read_structure("Kính gửi: Uỷ ban nhân dân tỉnh")) is None
