import json

from config.anatomy import show_contents, show_head, with_parts
from crawler.article import Article, DocumentHeader
from crawler.extract.official import make_official
from crawler.extract.shape import to_dict

LINES = (
    "CHÍNH PHỦ",
    "Số: 15/2026/NĐ-CP",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Hà Nội, ngày 05 tháng 3 năm 2026",
    "NGHỊ ĐỊNH",
    "Về thẻ cán bộ",
    "Điều 1. Phạm vi điều chỉnh",
    "Điều 2. Hiệu lực",
    "Nơi nhận:",
    "- Ban Bí thư Trung ương Đảng;",
    "- Lưu: VT (2).",
    "TM. CHÍNH PHỦ",
    "THỦ TƯỚNG",
    "Lê Minh Tuệ",
)


def test_the_shape_of_an_official_text_has_its_parts():
    article = make_official(LINES, None)
    shape = with_parts(to_dict("x", (article,)), (article,))
    document = json.loads(json.dumps(shape))["document"]
    assert (document["number"], document["office"]) == ("15/2026/NĐ-CP", "TM. CHÍNH PHỦ THỦ TƯỚNG")
    assert document["recipients"] == ["Ban Bí thư Trung ương Đảng", "Lưu: VT (2)"]
    first = document["structure"]["parts"][0]
    assert shape["text"][first["start"] : first["end"]] == "Điều 1. Phạm vi điều chỉnh"
    assert (first["level"], first["number"], first["anchor"]) == ("điều", "1", "dieu-1")


def test_the_shape_of_an_article_stays_as_it_is():
    article = Article("Tin", None, ("Hội nghị diễn ra sáng nay.",))
    shape = to_dict("x", (article,))
    assert with_parts(shape, (article,)) == shape


def test_people_see_the_head_and_the_table_of_contents(capsys):
    show_head({"type": "Nghị định", "number": "15/2026/NĐ-CP", "issued_on": None, "issuer": "Chính phủ",
               "signer": None, "recipients": ["Lưu: VT (2)"]})  # fmt: skip
    show_contents(make_official(LINES, None))
    show_contents(Article("Tin", None, ("Hội nghị.",), kind="document", document=DocumentHeader()))
    assert [line.strip() for line in capsys.readouterr().out.splitlines()] == [
        "Nghị định · 15/2026/NĐ-CP · Chính phủ",
        "Nơi nhận: Lưu: VT (2)",
        "Điều 1 Phạm vi điều chỉnh",
        "Điều 2 Hiệu lực",
    ]
