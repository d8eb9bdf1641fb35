"""Keeps other sites out: a page from elsewhere must not make a browser act here.

A name that merely points to this machine is not ours either (DNS rebinding).
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})

# The head of a request, in lower case, that plainly comes from no page: ours by name, no origin.
_OUR_HOST = re.compile(rb"\r\nhost: *(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)? *\r\n")


def is_plainly_ours(head: bytes) -> bool:
    """Whether a raw request head, in lower case, needs no closer look."""
    return b"\r\norigin:" not in head and _OUR_HOST.search(head) is not None


def is_ours(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether a request names this machine, and comes from one of its pages or from none."""
    named = dict(headers)
    origin = named.get(b"origin")
    if origin is not None and not _is_loopback(origin.decode("latin-1")):
        return False
    return _is_loopback(f"//{named.get(b'host', b'').decode('latin-1')}")


def _is_loopback(address: str) -> bool:
    try:
        return urlsplit(address).hostname in LOOPBACK_NAMES
    except ValueError:
        return False
