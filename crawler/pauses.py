"""Failures and a server's wish in, the time of the next try out."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

FIRST_PAUSE = timedelta(minutes=15)  # doubled with every further failure
LONGEST_PAUSE = timedelta(days=1)
UNSAID_PAUSE = timedelta(minutes=15)  # a server that is asked too much (429) and does not say how long to wait


def next_try(tries: int, *, now: datetime) -> datetime:
    """When to ask again for a page that failed `tries` times before; spread, so that not all come at once."""
    pause = min(FIRST_PAUSE * (1 << tries), LONGEST_PAUSE)
    return now + pause * random.uniform(0.75, 1.0)  # noqa: S311 - no secret hangs on it


def asked_to_wait(status: int, headers: Mapping[str, str], *, now: datetime) -> datetime | None:
    """Until when the server wants to be left alone, or None when it does not say so."""
    if status not in {429, 503}:
        return None
    until = _retry_after(headers.get("retry-after", ""), now)
    if until is None and status == 429:
        until = now + UNSAID_PAUSE
    return min(until, now + LONGEST_PAUSE) if until else None


def _retry_after(text: str, now: datetime) -> datetime | None:
    """A number of seconds or an HTTP date."""
    if text.strip().isdecimal():
        return now + timedelta(seconds=min(int(text), LONGEST_PAUSE.total_seconds()))
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
