"""Pages of our own making, and how to have them read."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from crawler.article import Article, FetchedPage
from crawler.extract.page import extract

NOW = datetime(2026, 11, 28, tzinfo=UTC)
PARAGRAPHS = (
    "Phát biểu khai mạc, ông Lê Minh Tuệ cho biết năm qua tỉnh đã đón hơn bốn mươi đoàn khách quốc tế đến thăm.",
    "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ.",
    "Kết luận hội nghị, bà Trần Bảo Ngân đề nghị các hội thành viên chọn một việc cụ thể và làm đến cùng.",
)

Read = Callable[..., tuple[Article, ...]]


@pytest.fixture
def read() -> Read:
    """Extract the articles of a body, as a server or a file would give it."""

    def read(
        body: str | bytes, media_type: str = "text/html", *, url: str | None = None, charset: str = ""
    ) -> tuple[Article, ...]:
        raw = body.encode() if isinstance(body, str) else body
        headers = (("content-type", f"{media_type}; charset={charset}"),) if charset else ()
        return extract(FetchedPage(url, "test", media_type, raw, NOW, headers=headers))

    return read


@pytest.fixture
def html() -> Callable[..., str]:
    """A page: `head` goes into its head, `top` and `below` around the three paragraphs of its article."""

    def html(
        *, title: str = TITLE, head: str = "", top: str = "", body: str | None = None, below: str = ""
    ) -> str:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) if body is None else body
        return (
            f"<!doctype html><html><head><meta charset=utf-8><title>{title} - Báo Sơn Bình</title>{head}</head>"
            "<body>"
            "<ul><li><a href=/>Trang chủ</a><li><a href=/chinh-tri>Chính trị</a></ul>"
            f"<h1>{title}</h1>{top}<div class=content>{text}</div>{below}"
            "<footer>Giấy phép số 12/GP. Bản quyền thuộc về Báo Sơn Bình.</footer></body></html>"
        )

    return html


TITLE = "Sơn Bình tổng kết công tác đối ngoại nhân dân"
