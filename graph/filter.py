"""Which rows are wanted.

    Filter(speaker="lee", since="2023-10-15")     what anybody called Lee said, or may have said, from 15 October 2023 on

A date is an interval: the row of "2023-10" is wanted since 2023-10-15, for some of it lies after. Undated rows are not
wanted where a date is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from corpora.record import Verdict
from graph.people import People
from graph.row import Row, split
from ingest.errors import QueryError
from nlp.statement import Kind

_KINDS: tuple[str, ...] = get_args(Kind)
VERDICTS: tuple[str, ...] = get_args(Verdict)
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")

Test = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted; '' and 0 for no matter. Names and the document match in part and in any case, topic and kind whole.

    ``since`` and ``until`` are ISO 8601 at any precision (2023, 2023-10, 2023-10-04, 2023-10-04T13:05), both inclusive.

    :raises QueryError: a date that is none, a kind that is none, or nothing can lie between the dates.
    """

    speaker: str = ""
    addressee: str = ""
    topic: str = ""
    kind: str = ""
    document: str = ""
    since: str = ""
    until: str = ""
    min_confidence: float = 0.0
    review: str = ""

    def __post_init__(self) -> None:
        for flag, date in (("--since", self.since), ("--until", self.until)):
            if date and not _is_date(date):
                raise QueryError(f'{flag} "{date}" is no date: write 2023, 2023-10, 2023-10-04 or 2023-10-04T13:05')
        if self.since and self.until and before(self.until, self.since):
            raise QueryError(f"--until {self.until} lies before --since {self.since}")
        if self.kind and self.kind.casefold() not in _KINDS:
            raise QueryError(f'no kind "{self.kind}": there are {", ".join(_KINDS)}')
        if self.review and self.review not in VERDICTS:
            raise QueryError(f'no review "{self.review}": there are {", ".join(VERDICTS)}')

    def matches(self, row: Row, people: People | None = None) -> bool:
        """True if ``row`` is wanted. With ``people``, a name matches by any of its forms."""
        return all(test(row) for test in self.tests(people))

    def tests(self, people: People | None = None) -> tuple[Test, ...]:
        """One test for each thing asked for."""
        asked: tuple[tuple[object, Callable[[], Test]], ...] = (
            (self.speaker, lambda: _named(self.speaker, people, lambda row: (row.speaker, row.speaker_as_written))),
            (self.addressee, lambda: _named(self.addressee, people, lambda row: (row.addressees, row.addressees_as_written))),
            (self.topic, lambda: lambda row: self.topic.casefold() in map(str.casefold, split(row.topics))),
            (self.kind, lambda: lambda row: row.kind == self.kind.casefold()),
            (self.document, lambda: lambda row: self.document.casefold() in row.document.casefold()),
            (self.since, lambda: lambda row: bool(row.date) and not before(row.date, self.since)),
            (self.until, lambda: lambda row: bool(row.date) and not before(self.until, row.date)),
            (self.min_confidence, lambda: lambda row: row.confidence >= self.min_confidence),
            (self.review, lambda: lambda row: row.verdict == self.review),
        )
        return tuple(make() for value, make in asked if value)


def select(rows: Iterable[Row], wanted: Filter, people: People | None = None) -> Iterator[Row]:
    """The rows that are wanted, in the order given."""
    tests = wanted.tests(people)
    return (row for row in rows if all(test(row) for test in tests))


def before(date: str, other: str) -> bool:
    """True if all of ``date`` lies before all of ``other``: at the coarser of the two precisions it is the smaller."""
    shorter = min(len(date), len(other))
    return date[:shorter] < other[:shorter]


def _is_date(date: str) -> bool:
    """True for ISO 8601 at any precision, of a day that the calendar has."""
    if not _ISO.fullmatch(date):
        return False
    try:
        datetime.fromisoformat(date + "-01-01T00:00"[3 * date.count("-") :] if "T" not in date else date)
    except ValueError:
        return False
    return True


def _named(words: str, people: People | None, columns: Callable[[Row], tuple[str, str]]) -> Test:
    wanted = words.casefold()
    names = {person.name for person in people.matching(words)} if people else set()

    def test(row: Row) -> bool:
        resolved, written = columns(row)
        return wanted in resolved.casefold() or wanted in written.casefold() or not names.isdisjoint(split(resolved))

    return test
