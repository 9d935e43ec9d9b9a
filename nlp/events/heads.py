"""The words that a meeting's name begins with, and the kind that each makes it."""

import re

# What is a meeting only where somebody organises it.
_ORGANISED = (
    "(?:(?<=tổ chức )|(?<=tổ chức buổi )|(?<=kết hợp ))(?:phát động|họp mặt|gặp mặt|gặp gỡ|mít tinh|mít-tinh"
    "|míttinh|kỷ niệm|dâng hương|trao|tuyên dương|khánh thành|ra quân|tổng kết|sơ kết|biểu dương|tôn vinh"
    "|vinh danh|khen thưởng|ra mắt|công bố|ký kết|bàn giao|khởi công|động thổ)(?= )"
)
_OTHER = (
    "(?:(?<=tổ chức )|(?<=tổ chức đêm )|(?<=tổ chức cuộc ))(?:viếng|giao lưu|ngày hội|liên hoan|festival|triển lãm"
    "|hội thi|cuộc thi|hội chợ|tuần lễ)(?= )"
)
# In small letters and standard spelling; the first that fits at a place is taken.
_KINDS: tuple[tuple[str, str], ...] = (
    ("đại hội đồng cổ đông|đhđcđ|đhcđ", "đại hội"),
    ("đại hội đồng", "kỳ họp"),
    ("hội nghị", "hội nghị"),
    ("đại hội", "đại hội"),
    ("(?<!quốc )hội thảo", "hội thảo"),
    ("toạ đàm", "toạ đàm"),
    ("(?:kỳ|khoá) họp", "kỳ họp"),
    ("phiên (?:họp(?! báo)|thảo luận|chất vấn|bế mạc|khai mạc|toàn thể)", "phiên họp"),
    ("phiên(?= (?:quốc hội|chính phủ|hđnd) )", "phiên họp"),
    ("(?:cuộc|buổi) họp(?! báo)", "phiên họp"),
    ("(?:cuộc |buổi |phiên )?họp báo", "khác"),
    ("(?<=tổ chức )họp(?! mặt| đại hội)", "phiên họp"),
    ("diễn đàn", "khác"),
    ("ngày hội(?= \\w)", "khác"),
    ("đối thoại(?= shangri| cấp| chính sách| chiến lược| quốc phòng)", "khác"),
    ("(?:cuộc|buổi) (?:làm việc|trao đổi|hội đàm|đối thoại|điện đàm)", "làm việc"),
    ("hội đàm", "làm việc"),
    ("(?:cuộc|buổi) (?:gặp mặt|gặp gỡ|gặp|tiếp xúc(?:,? (?:và )?đối thoại)?|tiếp|hội kiến)", "tiếp"),
    (_ORGANISED, "lễ"),
    (_OTHER, "khác"),
    ("(?:chuyến )?(?:thăm và làm việc|thăm chính thức)(?= tại)", "làm việc"),
)
# After "lễ" stands what is celebrated: else it is a holiday, a rite or a gift.
_CELEBRATED = (
    "khai|bế|kỷ niệm|trao|công bố|ký|ra|khánh|khởi|tuyên|biểu dương|tôn vinh|tưởng|dâng|viếng|truy|phát động|đón"
    "|bàn giao|tốt nghiệp|tổng kết|giỗ|mít tinh|mít-tinh|míttinh|kết nạp"
    "|tiếp|vinh danh|an táng|cầu siêu|đặt|động thổ"
    "|hưởng ứng|bổ nhiệm|công nhận|nhậm|báo công|xuất quân|tiễn|giao|gắn|thành lập|chào mừng|giới thiệu|phong"
    "|biểu diễn|tri ân|tổng duyệt|diễu|duyệt|chúc|mừng|cầu|hạ|thả|trồng|phát|khen|tấn|tiếp đón|truy tặng|mở"
    "|hợp long|thông xe|thắp nến|cấp|sơ kết|nhận|trình|trọng thể|thượng cờ|hiến|rước|phật đản"
)
_CEREMONY = rf"(?<!nghỉ )(?<!ngày )(?<!dịp )(?<!nghi )(?<!tang )(?<!kỳ )(?:đại )?lễ (?:{_CELEBRATED})\b"
_GROUPS = "|".join(f"(?P<k{at}>{words})" for at, (words, _) in enumerate(_KINDS))
HEAD = re.compile(rf"\b(?:{_GROUPS}|(?P<ceremony>{_CEREMONY}))(?![\w-])")
# The words that the matches of `HEAD` and `BARE` begin with.
STARTS = frozenset((
    "hội", "đại", "đhđcđ", "đhcđ", "toạ", "kỳ", "khoá", "phiên", "cuộc", "buổi", "họp", "diễn", "đối", "lễ",
    "phát", "gặp", "mít", "mít-tinh", "míttinh", "kỷ", "giao", "ngày", "liên", "festival", "triển", "tuần",
    "dâng", "trao", "tuyên", "khánh", "ra", "tổng", "sơ", "biểu", "tôn", "vinh", "khen", "công", "ký", "bàn",
    "khởi", "động", "viếng", "chuyến", "thăm",
))  # fmt: skip
# A ceremony that is named before, and other things that happen.
BARE = re.compile(
    r"\b(?:hội nghị|đại hội|hội thảo|toạ đàm|kỳ họp|phiên họp|cuộc họp|diễn đàn"
    r"|buổi lễ|lễ (?:kỷ niệm|trao|khai mạc|ký|dâng|tưởng niệm|công bố)|buổi (?:làm việc|tiếp|gặp)|cuộc (?:gặp"
    r"|tiếp)|hội đàm)\b"
)


def kind(found: re.Match[str]) -> str:
    """The kind that a match of `HEAD` stands for."""
    group = found.lastgroup or ""
    return "lễ" if group == "ceremony" else _KINDS[int(group[1:])][1]
