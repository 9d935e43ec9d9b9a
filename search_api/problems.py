"""Everything that can go wrong with a request, as data: the exception table of the API and the pages."""

from dataclasses import dataclass
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError

from crawler.database import StoreError
from indexer.engine import BadCursor, EngineError, Unsupported


class NotFound(Exception):
    """There is nothing at this address; the message says what is missing."""


class BadParameter(ValueError):
    """A parameter has a value that it can't have; the message names it and says what is right."""


class TooHard(Exception):
    """A text that was sent took too long, or more room than it may have."""


class Busy(Exception):
    """As many texts as there may be at once are being read."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of failure: `title` and `detail` are for programs, `heading` and `advice` for people.

    Without a `detail` the error's own message is told: only where it holds no path and no address.
    """

    slug: str
    status: int
    title: str
    heading: str
    advice: str
    detail: str | None = None


NOT_FOUND = Problem(
    slug="not-found",
    status=404,
    title="There is nothing here",
    heading="Không tìm thấy trang này",
    advice="Có thể địa chỉ đã gõ sai, hoặc bài này không có trong kho.",
)
BAD_PARAMETER = Problem(
    slug="bad-parameter",
    status=422,
    title="A parameter can't be used",
    heading="Yêu cầu chưa đúng",
    advice="Xin sửa giá trị được nêu dưới đây rồi tìm lại. Ngày viết như 31/1/2024, 1/2024 hoặc 2024.",
)
BAD_CURSOR = Problem(
    slug="bad-cursor",
    status=422,
    title="The cursor can't be used",
    heading="Không mở được trang kết quả này",
    advice="Xin tìm lại từ trang đầu.",
)
UNSUPPORTED = Problem(
    slug="unsupported",
    status=422,
    title="The engine can't do this",
    heading="Chưa tìm được theo cách này",
    advice="Xin viết câu hỏi theo cách khác.",
)
TOO_LARGE = Problem(
    slug="too-large",
    status=413,
    title="The request is too large",
    heading="Yêu cầu quá lớn",
    advice="Xin gửi văn bản ngắn hơn, hoặc chia thành nhiều phần.",
    detail="A body may have at most 2,000,000 bytes; send less, or in parts.",
)
TOO_HARD = Problem(
    slug="too-hard",
    status=422,
    title="The text can't be read in time",
    heading="Văn bản này không đọc được",
    advice="Xin gửi văn bản ngắn hơn, hoặc chia thành nhiều phần.",
)
BUSY = Problem(
    slug="busy",
    status=503,
    title="Too many texts are being read",
    heading="Máy chủ đang bận",
    advice="Xin thử lại sau ít giây.",
    detail="As many texts as there may be at once are being read. Ask again later.",
)
ENGINE_UNAVAILABLE = Problem(
    slug="engine-unavailable",
    status=503,
    title="The search engine does not answer",
    heading="Bộ máy tìm kiếm chưa sẵn sàng",
    advice="Xin thử lại sau ít phút. Người quản trị xem nguyên nhân bằng lệnh: tracuu status",
    detail="It is down, or its index is missing. Ask again later; `tracuu status` tells why.",
)
STORE_UNAVAILABLE = Problem(
    slug="store-unavailable",
    status=503,
    title="The store can't be read",
    heading="Chưa đọc được kho dữ liệu",
    advice="Xin thử lại sau ít phút. Người quản trị xem nguyên nhân bằng lệnh: tracuu status",
    detail="It is missing, busy or damaged. Ask again later; `tracuu status` tells why.",
)
INTERNAL = Problem(
    slug="internal",
    status=500,
    title="Something went wrong",
    heading="Có lỗi xảy ra",
    advice="Lỗi đã được ghi lại. Xin thử lại, hoặc về trang đầu.",
    detail="The fault is in tracuu; it was logged.",
)
TABLE: tuple[tuple[type[Exception], Problem], ...] = (
    (NotFound, NOT_FOUND),
    (BadParameter, BAD_PARAMETER),
    (RequestValidationError, BAD_PARAMETER),
    (BadCursor, BAD_CURSOR),
    (Unsupported, UNSUPPORTED),
    (TooHard, TOO_HARD),
    (Busy, BUSY),
    (EngineError, ENGINE_UNAVAILABLE),
    (StoreError, STORE_UNAVAILABLE),
    (Exception, INTERNAL),
)
REFUSALS = (NOT_FOUND, TOO_LARGE)  # those of the framework that have a word of their own


def of_status(status: int) -> Problem:
    """What the framework itself refuses: an unknown path, a method that is none here."""
    for problem in REFUSALS:
        if status == problem.status:
            return problem
    title = HTTPStatus(status).phrase
    return Problem(
        slug=title.lower().replace(" ", "-"),
        status=status,
        title=title,
        heading="Yêu cầu không được chấp nhận",
        advice="Xin về trang đầu và tìm lại.",
    )
