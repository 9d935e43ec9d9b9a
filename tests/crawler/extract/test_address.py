import pytest

from crawler.extract.address import read_url


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://baosonbinh.vn/2026/03/07/hoi-nghi-tong-ket/", "2026-03-07"),
        ("https://baosonbinh.vn/chinh-tri/20260307/hoi-nghi-tong-ket/724115.html", "2026-03-07"),
        ("https://baosonbinh.vn/tin/2026-03-07/hoi-nghi.html", "2026-03-07"),
        # The stamp in a file's name is that of the draft.
        ("https://baosonbinh.vn/hoi-nghi-tong-ket-20260307083012345.htm", None),
        ("https://baosonbinh.vn/hoi-nghi-20260307.html", None),
        ("https://baosonbinh.vn/2026/03/hoi-nghi.html", None),  # a month is no day
        ("https://baosonbinh.vn/2026/13/07/hoi-nghi.html", None),
        ("https://baosonbinh.vn/2026/02/30/hoi-nghi.html", None),
        ("https://baosonbinh.vn/2026/0307/hoi-nghi.html", None),
        ("https://baosonbinh.vn/2025/12/31/2026/01/01/hoi-nghi.html", None),  # which of them?
        ("https://baosonbinh.vn/hoi-nghi.html?from=/2026/03/07/", None),
        ("https://[bad/2026/03/07/", None),
        (None, None),
    ],
)
def test_a_day_in_the_url_is_taken_only_in_sure_forms(url, day):
    stamp = read_url(url)
    assert (stamp.iso if stamp else None) == day


def test_it_is_the_last_resort(read, html):
    url = "https://baosonbinh.vn/2026/03/07/hoi-nghi.html"
    (alone,) = read(html(), url=url)
    assert (alone.published, alone.precision, alone.published_from) == ("2026-03-07", "day", "url")
    (printed,) = read(html(top="<div>Ngày đăng: 06/03/2026</div>"), url=url)
    assert (printed.published, printed.published_from) == ("2026-03-06", "line")
    (future,) = read(html(), url="https://baosonbinh.vn/2030/03/07/hoi-nghi.html")
    assert future.published is None
