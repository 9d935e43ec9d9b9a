from crawler.extract.blocks import key, read_blocks
from crawler.extract.tree import parse


def blocks_of(markup: str):
    return read_blocks(parse(f"<html><body>{markup}</body></html>").find("body"))


def test_blocks_are_what_a_reader_sees_as_lines():
    found = blocks_of(
        "<div>Một <b>hai</b> ba<p>Bốn\n năm</p>sáu<br>bảy<script>tám</script><!-- chín --> mười</div>"
    )
    assert [block.text for block in found] == ["Một hai ba", "Bốn năm", "sáu", "bảy mười"]


def test_links_and_bold_are_measured_in_letters():
    (block,) = blocks_of("<p><a href=/x>Tin khác</a> và <b>chữ đậm</b></p>")
    assert round(block.linked, 2) == 0.47
    assert round(block.bold, 2) == 0.4


def test_a_named_place_is_no_link():
    (block,) = blocks_of("<p><a name=dieu_1>Điều 1. Phạm vi điều chỉnh</a></p>")
    assert block.linked == 0


def test_a_no_break_space_stays_as_printed():
    (block,) = blocks_of("<p>năm&nbsp;2022   và  sau</p>")
    assert block.text == "năm\xa02022 và sau"


def test_two_printings_of_a_text_have_one_key():
    assert key("“Hội nghị” lần thứ IV – 2022!") == key("hội nghị LẦN THỨ IV 2022") == "hộinghịlầnthứiv2022"


def test_a_title_with_its_day_behind_it_is_a_link():
    dated, clock, prose = blocks_of(
        "<li><a href=/1>Đoàn khách thăm tỉnh</a> (05/09/2023)"
        "<li><a href=/2>Đoàn khách thăm tỉnh</a> - 10:30 5/9/2023"
        "<li><a href=/3>Đoàn khách thăm tỉnh</a> và dự hội nghị tổng kết công tác năm 2023"
    )
    assert (dated.is_link, clock.is_link, prose.is_link) == (True, True, False)
