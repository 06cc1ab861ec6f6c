"""Can a quotation come from there? What is quoted was said before it was quoted, in the same case unless it is word for word, and
first there: where another paper prints the same words in quotation marks, it quotes too.

    brief of January 10     hearing of January 30                 no: later
    brief in 23-1           nearly so in a brief in 19-7          no: another case
    complaint               “...” in a newspaper                  no: both quote
    brief citing Ex. 12     Exhibit 12, whatever its date         yes: that is what it says it quotes
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from corpora.record import Record
from ingest.document import Document
from ingest.segment import Segment
from ingest.span import Span, hull

_SHARE = 0.8  # of the words found, within the marks of one quotation: what stands there is that quotation
_PROSE = frozenset({"paragraph", "block", "footnote"})


class Quoted:
    """What stands in quotation marks in the prose of each document."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._spans: dict[str, list[Span]] = defaultdict(list)
        for record in records:
            if record.statement.kind == "quote":
                self._spans[record.statement.document_id].append(hull(record.statement.spans))

    def holds(self, document_id: str, span: Span) -> bool:
        """True if the words at ``span`` are quoted there."""
        return any(_overlap(span, quoted) >= _SHARE * len(span) for quoted in self._spans.get(document_id, ()))


def may_come_from(
    record: Record, document: Document, segment: Segment | None, span: Span, *, exact: bool, quoted: Quoted
) -> bool:
    """True if the quotation ``record`` may come from the words at ``span`` of ``document``, which stand in ``segment``."""
    if not exact and _is_another_case(record, document):
        return False
    if _is_later(record, document, segment):
        return False
    second_hand = (segment is None or segment.kind in _PROSE) and quoted.holds(document.id, span)
    return not second_hand


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _is_another_case(record: Record, document: Document) -> bool:
    here, there = record.docket, document.docket
    return bool(here and there and here.case and there.case and here.same_case != there.same_case)


def _is_later(record: Record, document: Document, segment: Segment | None) -> bool:
    """True if the words were said, or the paper that prints them was filed, after the quoting paper was filed."""
    filed = record.docket.filed if record.docket else None
    said = _date(document, segment)
    return filed is not None and said is not None and said > filed


def _date(document: Document, segment: Segment | None) -> date | None:
    if segment is not None and segment.when is not None:
        return segment.when.start.date()
    first_hand = segment is not None and segment.kind not in _PROSE
    return None if first_hand or document.docket is None else document.docket.filed
