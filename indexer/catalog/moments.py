"""A printed time of publication in; the second it means and the local day it falls on out."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def moment(published: str | None) -> tuple[int | None, str | None]:
    """(seconds since 1970, local day) of "2026-03-07T08:47+07:00" or "2026-03-07"; a day counts from its midnight.

    (None, None) where nothing is known or the text is no date.
    """
    try:
        stamp = _parse(published or "")
    except ValueError:
        return None, None
    local = stamp.astimezone(VIETNAM)
    return int(local.timestamp()), local.date().isoformat()


def _parse(published: str) -> datetime:
    if len(published) == len("2026-03-07"):
        return datetime.combine(date.fromisoformat(published), time(), VIETNAM)
    stamp = datetime.fromisoformat(published)
    return stamp if stamp.tzinfo else stamp.replace(tzinfo=VIETNAM)
