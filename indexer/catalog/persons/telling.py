"""An office in; whether its name alone tells which office it is, and which high rank it gives, out."""

import re

from nlp.normalize import standard
from nlp.offices.key import office_key

# What titles and bodies of every province or company are called.
_CLASSES = re.compile(
    standard(
        r"\b(?:(?:uỷ ban|hội đồng|toà án|viện kiểm sát) nhân dân|(?:uỷ ban )?mặt trận tổ quốc|ban chấp hành"
        r"|(?:ban )?thường (?:vụ|trực)|(?:đảng|tỉnh|thành|huyện|quận|thị) uỷ|đảng (?:bộ|đoàn)|chi bộ"
        r"|hội đồng (?:quản trị|thành viên)|(?:ban )?chỉ huy quân sự|công an|công ty|tập đoàn|chi nhánh|trung tâm"
        r"|văn phòng|phòng|ban|bộ môn|bộ|sở|chi cục|cục|vụ|viện|nhà trường|trường|khoa|bệnh viện|hội|liên hiệp"
        r"|liên đoàn|đoàn|ngân hàng|xí nghiệp|hội đồng|uỷ ban|ubnd|hđnd|mttq|ubmttq|hđqt|hđtv|tand|vksnd|tnhh|ctcp"
        r"|cp|cổ phần|tỉnh|thành phố|tp|huyện|quận|xã|phường|thị (?:trấn|xã)|các|và|của)\b"
    )
)
_TITLES = frozenset(
    standard(
        "chủ tịch phó tổng giám đốc trưởng thư ký bí hiệu chánh uỷ viên thường trực đại biểu diện nhiệm điều hành"
        " thanh tra trợ lý cố vấn nguyên quyền tân ông bà đồng chí bác sĩ luật sư tiến giáo nghệ ca huấn luyện tá"
        " thượng trung thiếu uý tướng đảng"
    ).split()
)
_NAME = re.compile(r"[^\W\d_]+")
# Offices of the State and the Party that there is one body for; as keys, which may go on.
_UNIQUE = re.compile(
    r"(?:(?:pho )?chu tich (?:nuoc|quoc hoi)|tong bi thu|tong thu ky quoc hoi|chu nhiem van phong quoc hoi"
    r"|(?:uy vien|bi thu) trung uong dang|uy vien bo chinh tri|thuong truc ban bi thu|pho thu tuong"
    r"|tong kiem toan nha nuoc|(?:pho )?chanh an toa an nhan dan toi cao"
    r"|(?:pho )?vien truong vien kiem sat nhan dan toi cao)\b"
)
# Ranks so high that two holders hardly bear one name, whatever body is printed with them.
_RANK = re.compile(r"(?:bo truong|thu truong|pho thu tuong|thu tuong|thong doc|dai bieu|dai su)\b")
# Offices that several people hold at once.
_MANY = re.compile(
    r"(?:pho|uy vien|thanh vien|dai bieu|thu truong|dai dien|can bo|chuyen (?:vien|gia)|giang vien|nghien cuu vien"
    r"|bac si|luat su|giao su|phong vien|nha bao|cong an|chien si|si quan)\b"
)


def tells(office: str, organization: str | None = None) -> bool:
    """Whether more is said than every body has: "Trưởng Ban Đối ngoại Trung ương", not "Phó Giám đốc Công ty"."""
    if (organization and is_named(organization)) or _UNIQUE.match(office_key(office)):
        return True
    words = _NAME.findall(_without_classes(office))
    return any(word[0].isupper() and word.lower() not in _TITLES for word in words)


def is_named(organization: str) -> bool:
    """Whether the body's name tells which it is: "Cục Quản lý đất đai", not "Tỉnh uỷ"."""
    return _NAME.search(_without_classes(organization)) is not None


def rank_of(key: str) -> str | None:
    """The rank that an office of this key gives: "bo truong" of any ministry."""
    found = _RANK.match(key)
    return found[0] if found else None


def is_ones(key: str) -> bool:
    """Whether one person holds an office of this key at a time."""
    return _MANY.match(key) is None


def _without_classes(name: str) -> str:
    """The name with the words that every such body has blanked."""
    plain = standard(name)
    small = plain.lower()
    if len(small) != len(plain):
        return plain
    kept, at = [], 0
    for found in _CLASSES.finditer(small):
        kept.append(plain[at : found.start()])
        at = found.end()
    return " ".join((*kept, plain[at:]))
