"""What things are called on the page."""

from collections.abc import Mapping

FACETS: Mapping[str, str] = {
    "source": "Nguồn",
    "section": "Chuyên mục",
    "kind": "Loại",
    "directive": "Văn bản được viện dẫn",
    "person": "Người",
    "organization": "Tổ chức",
    "office": "Chức vụ",
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
STATUSES: Mapping[str, str] = {
    "not-yet": "chưa có hiệu lực",
    "in-force": "đang có hiệu lực",
    "amended": "đang có hiệu lực, đã được sửa đổi, bổ sung",
    "replaced": "đã được thay thế",
    "repealed": "đã bị bãi bỏ",
    "expired": "đã hết hiệu lực",
    "unknown": "chưa rõ hiệu lực",
}
CONFIDENCES: Mapping[str, str] = {
    "medium": "Thông tin chưa được kiểm chứng đầy đủ.",
    "low": "Thông tin chưa được kiểm chứng.",
}
KNOWN_FROM: Mapping[str, str] = {
    "press": "báo chí",
    "public-text": "văn bản công khai",
    "general-knowledge": "hiểu biết chung",
}
RELATIONS: Mapping[str, str] = {
    "replaces": "thay thế",
    "draft_replaces": "dự thảo thay thế",
    "amends": "sửa đổi, bổ sung",
    "repeals": "bãi bỏ",
    "suspends": "tạm ngưng hiệu lực",
    "corrects": "đính chính",
    "guides": "hướng dẫn thi hành",
    "continues": "tiếp tục thực hiện",
    "implements": "triển khai thực hiện",
    "institutionalises": "thể chế hoá",
    "reviews": "sơ kết, tổng kết",
    "studies": "quán triệt, học tập",
    "legal_basis": "căn cứ",
    "issued_with": "ban hành kèm theo",
    "violates": "vi phạm",
    "cites": "viện dẫn",
}
PASSIVES: Mapping[str, str] = {
    "replaces": "được thay thế bởi",
    "amends": "được sửa đổi, bổ sung bởi",
    "repeals": "bị bãi bỏ bởi",
    "corrects": "được đính chính bởi",
    "guides": "được hướng dẫn bởi",
    "continues": "được tiếp tục thực hiện theo",
    "implements": "được triển khai bởi",
    "institutionalises": "được thể chế hoá bởi",
    "reviews": "được sơ kết, tổng kết bởi",
}
EVENTS: Mapping[str, str] = {
    "issued": "Ban hành",
    "in-force": "Có hiệu lực",
    "expired": "Hết hiệu lực",
    "first-citation": "Bài đầu tiên viện dẫn",
    "last-citation": "Bài gần nhất viện dẫn",
}
FACTS: Mapping[str, str] = {"title": "Tiêu đề", "author": "Tác giả", "published": "Thời gian đăng"}
REPRINTS: Mapping[str, str] = {  # what a copy is beside the original
    "original": "bài gốc",
    "same": "giống hệt",
    "shorter": "rút ngắn",
    "longer": "thêm nội dung",
    "changed": "có sửa đổi",
}
ROLES: Mapping[str, str] = {"chair": "chủ trì", "speaker": "phát biểu", "attendee": "tham dự"}  # at an event
DIFFERING: Mapping[str, str] = {  # facts on which reports of an event may differ
    "date": "Ngày",
    "place": "Nơi",
    "kind": "Loại",
    "organizer": "Đơn vị tổ chức",
    "chairs": "Chủ trì",
}
# What a reader should know of an article's text.
REMARKS: Mapping[str, str] = {
    "ocr": "nhận dạng từ ảnh chụp, có thể sai chữ",
    "lost-letters": "một số chữ bị mất trong bản gốc",
    "converted-tcvn3": "chuyển từ bảng mã TCVN3",
    "converted-vni": "chuyển từ bảng mã VNI",
    "converted-viscii": "chuyển từ bảng mã VISCII",
    "converted-windows-1258": "chuyển từ bảng mã Windows-1258",
    "converted-misread-utf8": "chuyển từ bản lưu sai bảng mã",
}
# How a citation's document was decided.
EVIDENCE: Mapping[str, str] = {
    "self": "chính văn bản này",
    "printed": "ghi đủ số, ký hiệu và năm",
    "own-date": "theo ngày ban hành ghi kèm",
    "stated-term": "theo khoá ghi kèm",
    "name-year": "theo tên và năm",
    "same-article": "theo chỗ khác trong bài",
    "year-word": "theo năm ghi kèm",
    "alias": "theo tên thường gọi",
    "subject": "theo nội dung ghi kèm",
    "in-force": "luật có hiệu lực khi đăng bài",
    "meeting": "theo hội nghị ban hành",
    "anniversary": "theo số năm sơ kết, tổng kết",
    "repaired": "số hiệu in nhầm đã được sửa",
    "linked": "theo văn bản liên quan trong bài",
    "antecedent": "văn bản vừa nhắc ở trên",
    "context": "theo ngữ cảnh của câu",
    "single-candidate": "chỉ biết một văn bản như vậy",
    "latest-candidate": "văn bản mới nhất khi đăng bài",
    "person": "do người dùng xác định",
    "open": "chưa xác định được",
}
