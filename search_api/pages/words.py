"""What things are called on the page."""

from collections.abc import Mapping

FACETS: Mapping[str, str] = {
    "source": "Nguồn",
    "section": "Chuyên mục",
    "kind": "Loại",
    "directive": "Văn bản được viện dẫn",
    "person": "Người",
    "organization": "Tổ chức",
    "place": "Địa danh",
    "event": "Sự kiện",
}
KINDS: Mapping[str, str] = {"article": "Bài báo", "document": "Văn bản"}
SORTS: Mapping[str, str] = {"": "Phù hợp nhất", "newest": "Mới nhất", "oldest": "Cũ nhất"}
ENTITIES: Mapping[str, str] = {"PER": "person", "ORG": "organization", "LOC": "place"}  # to the filter's name
NAMED: Mapping[str, str] = {"files": "Tệp đã nạp"}  # a source that is no site and has no file of its own
PAGE_STATES: Mapping[str, str] = {
    "queued": "chờ tải",
    "fetched": "đã tải",
    "failed": "lỗi",
    "gone": "không còn",
    "moved": "đã chuyển",
}
EXAMPLES = ("đối ngoại nhân dân", '"Ban Bí thư"', "12-CT/TW", "hội nghị trực tuyến -bóng", "doi ngoai")
