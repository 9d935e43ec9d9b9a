"""A page's URL in, the day of publication that it names out."""

import re
from urllib.parse import urlsplit

from crawler.extract.dates import Stamp, read_date

# The day as folders of the path: /2026/03/07/, /2026-03-07/, /20260307/.  The stamps inside file names
# ("…-20180724111229756.chn") are no such thing: of 4,333 of them 241 name the day on which the draft was made.
_FOLDERS = re.compile(r"/(?P<year>(?:19|20)\d\d)(?P<gap>[/-]?)(?P<month>\d\d)(?P=gap)(?P<day>\d\d)(?=/)")


def read_url(url: str | None) -> Stamp | None:
    """To the day, and only where folders of the path name exactly one; None for an impossible one."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    found = {"-".join(one.group("year", "month", "day")) for one in _FOLDERS.finditer(path)}
    return read_date(found.pop(), origin="url") if len(found) == 1 else None
