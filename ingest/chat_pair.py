"""Chat messages whose name and time stand on rows of their own.

Ann Lee                          name-over-time
10/4/2023 1:05 PM
Shall we?

10/4/2023 1:05:09 PM             time-over-name
Ann Lee (+1 555 010 0100)
Shall we?

Ann Lee                          time-below: at the end of each message
Shall we?
10/4/2023 1:05 PM
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.chat_openings import HANDLE, SAYS, Opening, is_name, name_place, party_of
from ingest.chat_stamp import STAMP, Stamp, read_stamp
from ingest.rows import Row
from ingest.span import Span

_ALONE = re.compile(rf"(?:on )?(?P<stamp>{STAMP})\s*(?:\(.{{4,80}}\))?\Z")


def two_row_opening(first: Row, below: Row) -> Opening | None:
    """A name alone above a date and time alone, or the other way round."""
    if below.gap or below.head:
        return None
    for form, name, time in (("name-over-time", first, below), ("time-over-name", below, first)):
        match = _ALONE.match(time.text)
        place = name_place(SAYS.sub("", name.text.rstrip(" :"))) if match else None
        stamp = read_stamp(match["stamp"]) if match else None
        is_sure = place and (name.text[:1].isupper() or place[1] < len(name.text) or form == "time-over-name")
        if place and is_sure and stamp and stamp.dated and _is_name_row(name, place):
            words = name.text[slice(*place)]
            speaker = party_of(words, name.span.start + place[0])
            end = below.span.end
            return Opening(first, form, speaker, stamp, Span(end, end), 2, handled=bool(HANDLE.search(name.text)))
    return None


def _is_name_row(row: Row, place: tuple[int, int]) -> bool:
    """True if a row holds a name and perhaps, behind it, a number or an address in brackets."""
    rest = row.text[place[1] :].strip(" :")
    return is_name(row.text[slice(*place)]) and (not rest or bool(HANDLE.match(rest)) or bool(SAYS.match(f" {rest}")))


def openings_above_times(rows: Sequence[Row]) -> dict[int, Opening]:
    """The messages of a print that puts each message's time below it: a name, words, a time, and so on to the last time. Times that
    stand above names look much the same, but something is said below the last of them."""
    times = [(i, stamp) for i, row in enumerate(rows) if (stamp := time_alone(row))]
    firsts = [i + 1 for i, _ in times[:-1]]
    names = {rows[i].text.lower() for i in firsts if is_name(rows[i].text)}
    first = next((i for i in range(times[0][0] - 1, -1, -1) if rows[i].text.lower() in names), None) if times else None
    starts = [first, *firsts]
    after = times[-1][0] + 1 if times else 0
    if (
        first is None
        or len(times) < 3
        or (after < len(rows) and is_name(rows[after].text) and rows[after].text.lower() in names)
    ):
        return {}
    found = {
        i: Opening(
            rows[i], "time-below", party_of(rows[i].text, rows[i].span.start), stamp, Span(rows[i].span.end, rows[i].span.end)
        )
        for i, (at_row, stamp) in zip(starts, times, strict=True)
        if i is not None and is_name(rows[i].text) and i + 1 < at_row
    }
    return found if len(found) == len(times) and len(names) < len(times) else {}


def time_alone(row: Row) -> Stamp | None:
    """The day and time that are all of a row."""
    match = _ALONE.match(row.text)
    stamp = read_stamp(match["stamp"]) if match else None
    return stamp if stamp and stamp.dated else None
