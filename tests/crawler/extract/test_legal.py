ARTICLES = "".join(
    f"<p>Điều {n}. Cơ quan, tổ chức có trách nhiệm thi hành khoản {n} của văn bản này trong cả tỉnh.</p>"
    for n in range(1, 9)
)
HEAD = (
    "<table><tr><td><b>ỦY BAN NHÂN DÂN<br>TỈNH SƠN BÌNH</b></td>"
    "<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b></td></tr>"
    "<tr><td>Số: 15/QĐ-UBND</td><td><i>Sơn Bình, ngày 05 tháng 3 năm 2024</i></td></tr></table>"
    "<p><b>QUYẾT ĐỊNH</b></p><p>VỀ VIỆC BAN HÀNH QUY CHẾ TIẾP KHÁCH</p><p>Căn cứ Luật Tổ chức Chính phủ;</p>"
)
FIGURES = (
    "<table>"
    + "".join(f"<tr><td>{n}</td><td>Huyện số {n}</td><td>{n * 10}</td></tr>" for n in range(1, 5))
    + "</table>"
)
NOTES = "<div><p>Bạn chưa đăng nhập thành viên.</p><a href=/x>Quyết định 14/QĐ-UBND năm 2023</a></div>"


def page(content: str, *, title: str = "Trung ương") -> str:
    return f"<html><head><title>{title}</title></head><body>{content}</body></html>"


def test_an_official_text_is_a_document_with_its_head(read):
    (document,) = read(page(f"<div class=text>{HEAD}{ARTICLES}</div>{NOTES}"))
    assert document.kind == "document"
    assert document.title == "Quyết định VỀ VIỆC BAN HÀNH QUY CHẾ TIẾP KHÁCH"
    assert document.published is None  # the document's date is not the page's
    header = document.document
    assert (header.number, header.type, header.issued_on) == ("15/QĐ-UBND", "Quyết định", "2024-03-05")
    assert header.issuer == "Ủy ban nhân dân tỉnh Sơn Bình"


def test_the_text_is_kept_from_head_to_end_without_the_sites_notes(read):
    (document,) = read(page(f"<div class=text>{HEAD}{ARTICLES}</div>{NOTES}"))
    assert document.paragraphs[0] == "ỦY BAN NHÂN DÂN"
    assert document.paragraphs[-1].startswith("Điều 8.")


def test_rows_of_figures_stay_rows(read):
    (document,) = read(page(f"<div class=text>{HEAD}{ARTICLES}<table>{FIGURES}</table></div>"))
    assert document.paragraphs[-4:] == (
        "1 | Huyện số 1 | 10",
        "2 | Huyện số 2 | 20",
        "3 | Huyện số 3 | 30",
        "4 | Huyện số 4 | 40",
    )


def test_a_page_of_attributes_is_a_document(read):
    rows = [("Số ký hiệu", "101/2015/QH13"), ("Ngày ban hành", "27/11/2015"), ("Loại văn bản", "Bộ luật")]
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    signed = ("Cơ quan ban hành/ Chức danh / Người ký", "Quốc hội", "Chủ tịch", "Lê Minh Tuệ")
    table += f"<tr>{''.join(f'<td>{cell}</td>' for cell in signed)}</tr>"
    (document,) = read(
        page(f"<ul><li><a href=/1>Toàn văn</a><li><a href=/2>Thuộc tính</a></ul><table>{table}</table>")
    )
    header = document.document
    assert (header.number, header.type, header.issued_on) == ("101/2015/QH13", "Bộ luật", "2015-11-27")
    assert (header.issuer, header.signer) == ("Quốc hội", "Lê Minh Tuệ")


def test_a_news_article_that_quotes_a_motto_is_an_article(read, html):
    (article,) = read(html(below=f"<div>{HEAD}</div>"))
    assert article.kind == "article"


def test_a_page_of_relations_bears_the_name_of_the_text_that_it_is_about(read):
    tabs = "".join(f"<li><a href=/{n}>{name}</a>" for n, name in enumerate(("Toàn văn", "Thuộc tính", "Lược đồ")))
    relations = "".join(f"<li><a href=/l{n}>Luật {n}/2016/QH13 Thủy lợi</a>" for n in range(40, 46))
    (document,) = read(
        page(
            f"<h1>Pháp lệnh Không số</h1><ul>{tabs}</ul><h2>Văn bản hiện thời</h2>"
            f"<p>Pháp lệnh Không số Pháp lệnh Đê điều năm 1989</p><ul>{relations}</ul>"
        )
    )
    assert (document.kind, document.title) == ("document", "Pháp lệnh Đê điều năm 1989")
    assert (document.document.number, document.document.issued_on) == (None, None)


def test_a_title_in_capitals_is_written_as_the_text_writes_it(read):
    preamble = "<p>Quốc hội ban hành Luật Hợp tác xã kiểu mẫu.</p>"
    head = HEAD.replace("QUYẾT ĐỊNH", "LUẬT").replace("VỀ VIỆC BAN HÀNH QUY CHẾ TIẾP KHÁCH", "HỢP TÁC XÃ KIỂU MẪU")
    (document,) = read(page(f"<div>{head}{preamble}{ARTICLES}</div>"))
    assert document.title == "Luật Hợp tác xã kiểu mẫu"
