"""A host's answer for /robots.txt in, what it allows us out (RFC 9309)."""

from dataclasses import dataclass

from protego import Protego

MOST_BYTES = 500 * 1024  # what RFC 9309 says must be read; the rest of a longer file is not
MOST_DELAY_S = 60.0  # a longer Crawl-delay would end the crawl of a night after a few hundred pages


class RobotsUnreachable(Exception):
    """The server failed to answer, so nothing may be asked of it now.  `reason` is a slug."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host for one agent."""

    rules: Protego
    agent: str  # our product token, without version: "tracuu"

    def allows(self, url: str) -> bool:
        return bool(self.rules.can_fetch(url, self.agent))

    @property
    def delay_s(self) -> float:
        """Crawl-delay, at most MOST_DELAY_S; 0 where none is wished."""
        return min(self.rules.crawl_delay(self.agent) or 0.0, MOST_DELAY_S)


def read_robots(status: int, body: bytes, *, agent: str) -> Robots:
    """The rules in a final answer (redirects followed).

    A file that is not there (4xx) allows everything.  A server that fails (5xx) or is overloaded (429) allows
    nothing: raises RobotsUnreachable.
    """
    if status >= 500 or status == 429:
        raise RobotsUnreachable(f"http-{status}")
    text = body[:MOST_BYTES].decode("utf-8-sig", errors="replace") if 200 <= status < 300 else ""
    if len(body) > MOST_BYTES:
        text = text.rpartition("\n")[0]  # a rule cut in two could forbid or allow more than was meant
    return Robots(Protego.parse(text), agent)
