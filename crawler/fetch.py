"""One URL that a person names in, the page behind it out: no store, no frontier.  Crawling is `crawler.run`."""

from datetime import UTC, datetime
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

from crawler.article import FetchedPage
from crawler.media import media_type

TIMEOUT_S = 30
MOST_BYTES = 8 * 1024 * 1024


class FetchError(Exception):
    """The page can't be had; the message names the URL and why."""


def fetch(url: str, *, user_agent: str) -> FetchedPage:
    """One polite GET over http or https, redirects followed.  Raises FetchError."""
    request = Request(url, headers={"User-Agent": user_agent, "Accept": "text/html,*/*;q=0.5"})  # noqa: S310 - see _opener
    try:
        with _opener().open(request, timeout=TIMEOUT_S) as answer:
            body = answer.read(MOST_BYTES + 1)
            told = answer.headers.get_content_type()  # "text/plain" where the server says nothing
            headers = tuple((name.lower(), value) for name, value in answer.headers.items())
            final = answer.url
    except HTTPError as error:
        raise FetchError(f"{url}: the server answers {error.code} {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise FetchError(f"{url}: {getattr(error, 'reason', error)}") from error
    if len(body) > MOST_BYTES:
        raise FetchError(f"{url}: more than {MOST_BYTES // 1024 // 1024} MiB")
    return FetchedPage(
        final, "", media_type(body, name=final, told=told), body, datetime.now(UTC), headers, name=url
    )


def _opener() -> OpenerDirector:
    """Knows http and https alone: no file:, ftp: or data:, not even by a redirect."""
    opener = OpenerDirector()
    for handler in (HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(handler())
    return opener
