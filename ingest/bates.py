"""Production stamps: a prefix and a zero-padded counter, one a page.

META_KADREY_00012      ABC-000000123      2024MUSK-0010721      HOFFMAN_000000001
"""

from __future__ import annotations

import re

_STAMP = re.compile(r"(?:[A-Za-z0-9&.]+[-_ ]{1,2}){0,4}[A-Za-z0-9&.]*?[-_ ]{0,2}(\d{4,12})(?:[-_.]\d{1,4})?\Z")
_PREFIX = re.compile(r"[A-Z]{2,}")
_NOT_A_PREFIX = re.compile(
    r"\b(?:NO|CSR|CASE|TEL|FAX|CA|NY|DC|TX|SUITE|BOX|STREET|CV|ID|EST|PST|PDT|LLP)\b|\b\d{1,2}/\d|[a-z]{4,}"
)


def read_bates(text: str) -> str:
    """The production stamp that ``text`` is, wholly; '' if it is none. Meant for pieces at the edge of a page."""
    words = text.strip()
    match = _STAMP.match(words)
    if not match or len(words) > 48:
        return ""
    prefix = words[: match.start(1)]
    if not _PREFIX.search(prefix) or _NOT_A_PREFIX.search(prefix):
        return ""
    return words
