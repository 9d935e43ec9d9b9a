"""A page saved as MHTML in, the HTML page inside it out, as if it had been fetched from where it was saved."""

from dataclasses import replace
from email import message_from_bytes, policy

from crawler.article import FetchedPage, Rejected

HTML = frozenset({"text/html", "application/xhtml+xml"})


def unwrap(page: FetchedPage) -> FetchedPage:
    """The first page inside; the frames and pictures behind it are passed over.  Raises Rejected("no-text")."""
    try:
        held = message_from_bytes(page.body, policy=policy.compat32)
        part = next((one for one in held.walk() if one.get_content_type() in HTML), None)
        body = part.get_payload(decode=True) if part else None
    except (ValueError, LookupError, RecursionError, AttributeError) as error:
        raise Rejected("damaged") from error
    if part is None or not isinstance(body, bytes):
        raise Rejected("no-text")
    headers = (("content-type", str(part.get("content-type", ""))),)
    links = (held.get("snapshot-content-location"), part.get("content-location"))
    url = next((str(link) for link in links if str(link).startswith(("http://", "https://"))), None)
    return replace(page, media_type="text/html", body=body, headers=headers, url=page.url or url)
