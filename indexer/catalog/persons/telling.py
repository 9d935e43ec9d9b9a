"""An office in, whether its name alone tells which office it is out: "Chủ tịch" is anybody's."""

import re

from nlp.normalize import standard

# Words of titles and of bodies that every province or company has.
_ANYBODYS = frozenset(
    standard(
        "chủ tịch phó tổng giám đốc trưởng ban phòng thư ký bí hiệu viện cục vụ sở chánh văn uỷ viên thường"
        " trực đại biểu diện nhiệm điều hành quản trị hội đồng nhân dân mặt trận tổ quốc đảng đoàn thành phố"
        " huyện quận xã phường thị trấn tp tỉnh ubnd hđnd mttq ubmttq hđqt công an quân sự bộ chỉ huy chấp"
        " khoa trung tâm trường bệnh ty tập chi nhánh liên hiệp ngân hàng toà án kiểm sát thanh tra ngành trợ"
        " lý cố vấn nguyên quyền tân ông bà chí bác sĩ luật sư tiến giáo nghệ ca huấn luyện tá thượng thiếu uý"
        " tướng"
    ).split()
)
_UNIQUE = frozenset(map(standard, ("chủ tịch nước", "phó chủ tịch nước", "tổng bí thư", "chủ tịch quốc hội")))
_NAME = re.compile(r"[^\W\d_]+")


def tells(office: str, organization: str | None = None) -> bool:
    """Whether a word of it is a name: of "Trưởng Ban Đối ngoại Trung ương", not of "Phó Giám đốc"."""
    if standard(office).lower() in _UNIQUE:
        return True
    words = _NAME.findall(standard(f"{office} {organization or ''}"))
    return any(word[0].isupper() and word.lower() not in _ANYBODYS for word in words)
