"""Depositions, hearings and trials: one segment for every turn.

question    Q.  Did you sign it?            examiner to witness
answer      A.  I did.                      witness to examiner
colloquy    MR. LEE:  Objection.            court, counsel, reporter
matter      cover, appearances, index, by-lines, "(Recess taken.)", certificate, word index
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from ingest.appearances import cast_of, leaves_text
from ingest.dates import find_dates, parse_date
from ingest.document import Document, Line
from ingest.examination import attributed
from ingest.printed_page import PrintedPage
from ingest.segment import Segment
from ingest.span import hull
from ingest.transcript_pages import Sitting, find_sittings
from ingest.turns import Turn, find_printed_turns
from ingest.when import When, day
from ingest.witness_index import read_index

# A cover may also tell when the action was filed, when it will be tried, and when the reporter was done.
_OTHER_DAY = re.compile(
    r"\bfiled\b|\btrial\s+date\b|\bdate\s+of\s+trial\b|\b(?:certified|ordered|expires|expiration|dated|signed)\b|\btranscript\s+(?:due|prepared)\b",
    re.IGNORECASE,
)


def find_turns(document: Document, free: tuple[tuple[Line, ...], ...]) -> list[Segment]:
    """The turns of every transcript in the lines that are free, and the matter about them; nothing of a paper that quotes one."""
    found: list[Segment] = []
    for sitting in find_sittings(document, free):
        turns = find_printed_turns(document, sitting)
        index = read_index(leaves_text(document, sitting.front))
        cast = cast_of(document, sitting, turns, (entry.examiner for entry in index))
        said = attributed(document, turns, cast, index, sitting_date(document, sitting, turns))
        found += [*said, *_matter(document, sitting, said)]
    return sorted(found, key=lambda segment: segment.extent)


def sitting_date(document: Document, sitting: Sitting, turns: Sequence[Turn]) -> When | None:
    """The day of a deposition or hearing: from its cover, the heading of its first page, or what is said as it opens."""
    places = (
        (line for page in sitting.front for line in page.words(document).splitlines()),
        (row.span.of(document.text) for row in sitting.testimony[0].rows[:4]),
    )
    for lines in places:
        if when := _one_day(when for line in lines if not _OTHER_DAY.search(line) and (when := parse_date(line))):
            return when
    opening = (document.words(turn.words) for turn in turns[:3] if turn.form == "name")
    return _one_day(when for words in opening for _, when in find_dates(words))


def _one_day(dates: Iterable[When]) -> When | None:
    """The first date that is a day; one with its weekday before all others."""
    days = [when for when in dates if when.end - when.start <= timedelta(days=1)]
    named = [when for when in days if when.start.strftime("%A").lower() in when.as_written.lower()]
    first = next(iter(named or days), None)
    return day(first.start, first.as_written) if first is not None else None


def _matter(document: Document, sitting: Sitting, said: Sequence[Segment]) -> Iterator[Segment]:
    """Every line of a sitting that is no part of a turn, in runs within a page."""
    taken = {id(line) for segment in said for line in document.lines_of(segment.extent)}
    for page in (*sitting.front, *sitting.testimony, *sitting.back):
        for free, rows in groupby(page.rows, key=lambda row: id(row.line) not in taken):
            if free:
                yield Segment((hull(row.line.span for row in rows),), "matter", rule=f"transcript: {_about(page)}")


def _about(page: PrintedPage) -> str:
    return "between turns" if page.kind == "testimony" else f"{page.kind} leaf"
