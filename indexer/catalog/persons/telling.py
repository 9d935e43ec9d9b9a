"""An office in; whether its name alone tells which office it is, and which high rank it gives, out."""

import re

from nlp.normalize import standard
from nlp.offices.key import office_key

# Words of titles and of bodies that every province or company has.
_ANYBODYS = frozenset(
    standard(
        "chủ tịch phó tổng giám đốc trưởng ban phòng thư ký bí hiệu viện cục vụ sở chánh văn uỷ viên thường trực"
        " đại biểu diện nhiệm điều hành quản trị hội đồng nhân dân mặt trận tổ quốc đảng đoàn thành phố huyện quận"
        " xã phường thị trấn tp tỉnh ubnd hđnd mttq ubmttq hđqt công an quân sự bộ chỉ huy chấp khoa trung tâm"
        " trường bệnh ty tập chi nhánh liên hiệp ngân hàng toà án kiểm sát thanh tra ngành trợ lý cố vấn nguyên"
        " quyền tân ông bà chí bác sĩ luật sư tiến giáo nghệ ca huấn luyện tá thượng thiếu uý tướng"
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


def tells(office: str, organization: str | None = None) -> bool:
    """Whether a word of it is a name: of "Trưởng Ban Đối ngoại Trung ương", not of "Phó Giám đốc"."""
    if _UNIQUE.match(office_key(office)):
        return True
    words = _NAME.findall(standard(f"{office} {organization or ''}"))
    return any(word[0].isupper() and word.lower() not in _ANYBODYS for word in words)


def rank_of(key: str) -> str | None:
    """The rank that an office of this key gives: "bo truong" of any ministry."""
    found = _RANK.match(key)
    return found[0] if found else None
