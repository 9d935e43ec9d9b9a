"""URLs and addresses in, why they must not be asked out: no site may send the crawler into a private network."""

import socket
import unicodedata
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

USUAL_PORTS = frozenset({80, 443})
# Networks that carry an IPv4 address within: NAT64 (RFC 6052, 8215) at the end.
NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def refusal(url: str, *, ports: frozenset[int] = USUAL_PORTS, allow_private: bool = False) -> str | None:
    """Why `url` must not be asked, as a slug, or None.

    Judges what the URL itself says.  The addresses that its host name stands for are judged by `is_public` when
    they are known, at the moment of the connection: a name can answer differently twice.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "bad-url"
    if parts.scheme not in {"http", "https"} or not host:
        return "bad-scheme"
    if parts.username is not None or parts.password is not None:
        return "credentials-in-url"
    if port is not None and port not in ports:
        return "unusual-port"
    return "private-address" if _is_private_literal(host) and not allow_private else None


def is_public(address: str) -> bool:
    """Whether an IP address is reached over the public internet; one that carries another is judged by that."""
    try:
        ip = _innermost(ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _is_private_literal(host: str) -> bool:
    """`host` is written as an address, in whichever way, and not a public one; or it names this machine."""
    plain = unicodedata.normalize("NFKC", host).replace("。", ".").rstrip(".").lower()
    if plain == "localhost" or plain.endswith(".localhost"):
        return True
    if ":" in plain:
        return not is_public(plain)
    try:
        packed = socket.inet_aton(plain)  # also reads 127.1, 0x7f000001, 0177.0.0.1 and 2130706433
    except (OSError, UnicodeEncodeError):
        return False
    return not is_public(socket.inet_ntoa(packed))


def _innermost(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(ip, IPv4Address):
        return ip
    if any(ip in network for network in NAT64):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    teredo = ip.teredo
    return ip.ipv4_mapped or ip.sixtofour or (teredo[1] if teredo else ip)
