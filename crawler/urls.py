"""URLs in many spellings in; the address to ask (`clean_url`) and the page's one name (`canonical_url`) out."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit, urlunsplit

from courlan.clean import normalize_url

# Parameters that say where a reader came from and never change the page.  courlan's own list is not used: it also
# takes `cid`, `gl`, `source` and whatever begins with `ref`, which on some sites choose the page.
TRACKERS = re.compile(
    r"utm_.*|itm_.*|mtm_.*|hsa_.*|_hs(enc|mi)|(vn|vnn|dt)_(source|medium|campaign|term|thumb|zone)"
    r"|(fbc|gc|dc|twc|yc|ysc|zc|ttc)lid|gbraid|wbraid|msclkid|gclsrc|fb_(action_ids|action_types|ref|comment_id)"
    r"|igshid|igsh|mc_(cid|eid)|mkt_tok|vero_id|_(ga|gl)|zarsrc|gidzl|ref_src|tdsourcetag|cmpid"
    r"|phpsessid|jsessionid|aspsessionid.*",
    re.IGNORECASE,
)
DEFAULT_PORTS = {"http": 80, "https": 443}
LINE_BREAKS = re.compile(r"[\t\r\n]")  # browsers drop them anywhere in a link
SESSION = re.compile(r";jsessionid=[^/]*", re.IGNORECASE)
ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")  # RFC 3986: the same with and without escaping


def clean_url(url: str) -> str:
    """`url` as it is asked for: without fragment, trackers, session, default port.

    Raises ValueError for what is no http(s) URL with a host, or holds a user name or password.
    """
    parts = urlsplit(LINE_BREAKS.sub("", url.strip()).replace(" ", "%20"))
    if parts.scheme.lower() not in DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"{url[:100]!r} is no http(s) URL")
    if parts.username is not None:
        raise ValueError("a URL must not hold a user name or password")
    wanted = [pair for pair in parts.query.split("&") if pair and not TRACKERS.fullmatch(pair.partition("=")[0])]
    path = SESSION.sub("", parts.path) or "/"
    return urlunsplit((parts.scheme.lower(), _netloc(parts), path, "&".join(wanted), ""))


def canonical_url(url: str) -> str:
    """The one name of the page at `url`; a name, not always an address that answers.

    http and https of a host are one page where no port is said, and so are `/a/` and `/a`.  Parameters are sorted,
    and those that remain are kept: `?page=2` is another text.  Raises ValueError as `clean_url` does.
    """
    parts = urlsplit(clean_url(url))
    parameters = sorted(parse_qsl(parts.query, keep_blank_values=True))
    scheme = "https" if parts.port is None else parts.scheme
    page = normalize_url(parts._replace(scheme=scheme, path=parts.path.rstrip("/") or "/", query=""))
    page = ESCAPE.sub(_escape, page)
    return f"{page}?{urlencode(parameters, quote_via=quote)}" if parameters else page


def _netloc(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    usual = parts.port is None or parts.port == DEFAULT_PORTS[parts.scheme.lower()]
    return host if usual else f"{host}:{parts.port}"


def _escape(found: re.Match[str]) -> str:
    letter = chr(int(found[1], 16))
    return letter if UNRESERVED.fullmatch(letter) else found[0].upper()
