"""A host name in, its address out, unless that is private: the guard's last word, at the moment of connecting."""

from collections.abc import Sequence
from typing import Any, ClassVar, Self

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from crawler.guard import is_public

EXEMPT = "TRACUU_PRIVATE_HOSTS"  # setting: hosts of the sources that may stand on private addresses


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's resolver (one for the whole process) that gives no private address away."""

    refused: ClassVar[set[str]] = set()  # hosts that were found to stand for a private address
    exempt: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> Self:
        resolver: Self = super().from_crawler(crawler, reactor)
        resolver.exempt = frozenset(crawler.settings.getlist(EXEMPT))
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":  # noqa: N802 - Twisted's name
        found: Deferred[str] = super().getHostByName(name, timeout)
        return found if name in self.exempt else found.addCallback(self._check, name)

    def _check(self, address: str, name: str) -> str:
        if is_public(address):
            return address
        self.refused.add(name)
        raise DNSLookupError(f"{name} stands for the private address {address}")
