"""Lines that stand above the header of a message which is forwarded or answered.

-----Original Message-----      Begin forwarded message:      ________________________________
------ Forwarded by Ann Lee/ACME on 06/12/2001
07:37 AM ------                                     may be broken in two
"""

from __future__ import annotations

import re

from ingest.mail_block import date_at_end, has_time
from ingest.rows import Row

_DIVIDER = r"[-_*=~—–\s]"
_PHRASE = re.compile(
    rf"{_DIVIDER}*(?:original (?:message|appointment)|forwarded message|begin forwarded message|reply message|forwarded by\b.*|"
    rf"ursprüngliche nachricht|weitergeleitete nachricht|message (?:d['’]origine|transféré)|mensaje (?:original|reenviado)|"
    rf"messaggio originale|(?:исходное|пересылаемое|пересланное) (?:сообщение|письмо)){_DIVIDER}*:?{_DIVIDER}*\Z|"
    rf"{_DIVIDER}{{4,}}original\b.{{0,12}}\Z",
    re.IGNORECASE,
)
_FORWARDED_BY = re.compile(rf"{_DIVIDER}*forwarded by\b", re.IGNORECASE)
_RULED = re.compile(r"[-_*=~—–]{4,}")
_RULE = re.compile(r"[-_*=~—–]{4,}\Z")
_MOST_PARTS = 3


def below_separator(rows: list[Row], i: int) -> int:
    """The first row below a separator at ``i``; ``i`` itself where there is none."""
    start = i
    for _ in range(_MOST_PARTS):
        length = _length(rows, start, opens=start == i)
        start += length
        if not length or start >= len(rows):
            break
    return start if start < len(rows) else i


def is_ruled_separator(row: Row) -> bool:
    """True for a separator in words that is ruled off with dashes: no sentence looks like it."""
    return bool(_RULED.search(row.text) and _PHRASE.match(row.text))


def is_rule(row: Row) -> bool:
    """True for a ruled line without words."""
    return bool(_RULE.match(row.text))


def _length(rows: list[Row], i: int, *, opens: bool) -> int:
    """How many rows the separator at ``i`` takes up: 0, 1 or 2."""
    text = rows[i].text
    if _FORWARDED_BY.match(text) and i + 1 < len(rows):
        here, both = date_at_end(text), date_at_end(f"{text} {rows[i + 1].text}")
        if both and has_time(both[1]) and not (here and has_time(here[1])):
            return 2
    return int(bool(_PHRASE.match(text)) or (opens and is_rule(rows[i])))
