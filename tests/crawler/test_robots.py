import pytest

from crawler.robots import RobotsUnreachable, read_robots

SITE = "https://thoidai.com.vn"
RULES = b"""\xef\xbb\xbf# luat cho may
User-agent: *
Disallow: /tim-kiem
Disallow: /admin/
Allow: /admin/cong-khai/
Crawl-delay: 3

User-agent: badbot
Disallow: /
"""


def read(body, status=200):
    return read_robots(status, body, agent="tracuu")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/doi-ngoai/a-1.html", True),
        ("/tim-kiem?q=x", False),
        ("/admin/a", False),
        ("/admin/cong-khai/a", True),  # the longest match wins
        ("/robots.txt", True),
    ],
)
def test_rules_are_obeyed(path, allowed):
    assert read(RULES).allows(SITE + path) is allowed


def test_rules_for_us_come_before_those_for_all():
    robots = read(RULES + b"\nUser-agent: tracuu\nDisallow: /doi-ngoai/\nCrawl-delay: 7\n")
    assert not robots.allows(SITE + "/doi-ngoai/a-1.html")
    assert robots.allows(SITE + "/tim-kiem")
    assert robots.delay_s == 7


@pytest.mark.parametrize(
    ("body", "delay_s"),
    [
        (RULES, 3.0),
        (b"User-agent: *\nCrawl-delay: 86400", 60.0),
        (b"User-agent: *\nCrawl-delay: x", 0.0),
        (b"", 0.0),
    ],
)
def test_a_crawl_delay_is_read_up_to_a_minute(body, delay_s):
    assert read(body).delay_s == delay_s


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_missing_file_allows_everything(status):
    assert read(b"User-agent: *\nDisallow: /", status).allows(SITE + "/a")


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_failing_server_allows_nothing(status):
    with pytest.raises(RobotsUnreachable, match=f"http-{status}"):
        read(b"", status)


def test_html_instead_of_rules_forbids_nothing():
    assert read(b"<html><head><title>Trang ch\xe1\xbb\xa7</title></head><body>Disallow: /</body></html>").allows(
        SITE
    )


def test_a_huge_file_is_read_to_the_last_whole_line_of_500_kib():
    body = b"User-agent: *\nDisallow: /tim-kiem\n" + b"Allow: /" + b"a" * 600_000
    robots = read(body)
    assert not robots.allows(SITE + "/tim-kiem")
    assert robots.allows(SITE + "/doi-ngoai/a-1.html")
