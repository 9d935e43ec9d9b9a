import pytest

from crawler.guard import is_public, refusal


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://2130706433/",  # decimal
        "http://0x7f000001/",  # hexadecimal
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",  # octal
        "http://127.1/",  # short
        "http://0/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",  # carrier-grade NAT
        "http://169.254.169.254/latest/meta-data",  # link-local
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",  # IPv4-mapped
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::127.0.0.1]/",  # NAT64
        "http://[2002:7f00:1::]/",  # 6to4
        "http://[fe80::1%25eth0]/",
        "http://[fc00::1]/",
        "http://１２７.０.０.１/",  # full-width digits
        "http://127。0。0。1/",
        "http://localhost/",
        "http://localhost./",
        "http://site.localhost/",
        "http://224.0.0.1/",
    ],
)
def test_a_private_address_is_refused_in_every_spelling(url):
    assert refusal(url) == "private-address"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "bad-scheme"),
        ("ftp://vnexpress.net/", "bad-scheme"),
        ("data:text/html,x", "bad-scheme"),
        ("s3://bucket/key", "bad-scheme"),
        ("gopher://vnexpress.net/", "bad-scheme"),
        ("//vnexpress.net/", "bad-scheme"),
        ("http:///a", "bad-scheme"),
        ("https://admin:secret@vnexpress.net/", "credentials-in-url"),
        ("https://vnexpress.net:22/", "unusual-port"),
        ("https://vnexpress.net:x/", "bad-url"),
        ("http://[::1/", "bad-url"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(url, reason):
    assert refusal(url) == reason


@pytest.mark.parametrize(
    "url", ["https://vnexpress.net/a", "http://thoidai.com.vn:80/", "https://[2606:4700::1]/"]
)
def test_a_public_site_is_asked(url):
    assert refusal(url) is None


def test_a_source_may_stand_on_loopback_but_not_on_a_file():
    assert refusal("http://127.0.0.1:8807/", allow_private=True, ports=frozenset({8807})) is None
    assert refusal("http://127.0.0.1:6379/", allow_private=True, ports=frozenset({8807})) == "unusual-port"
    assert refusal("file:///etc/passwd", allow_private=True) == "bad-scheme"


def test_a_source_may_stand_on_a_port_of_its_own():
    assert refusal("https://vufo.org.vn:8443/a", ports=frozenset({80, 443, 8443})) is None


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("113.160.0.1", True),
        ("2405:4800::1", True),
        ("127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:113.160.0.1", True),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),  # Teredo around 192.0.2.45
        ("not an address", False),
    ],
)
def test_addresses_are_judged_by_what_they_carry(address, public):
    assert is_public(address) is public
