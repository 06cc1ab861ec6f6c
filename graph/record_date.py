"""When reported words were said, where the paper that reports them does not tell of these very words: the date of the message or testimony they come from.

    brief       “I would rather we licensed,” Ms. Okafor wrote. Ex. 12 at 2
    Exhibit 12  a message of Marisol Okafor, sent 2023-03-16T16:10           the date of her words, inferred

The words are found there word for word, or the filing's own cite leads there; the one who speaks there is the one who speaks here;
and there is one such date. Testimony that tells what somebody else once said gives no date for that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpora.corpus import Corpus
from corpora.record import Record
from graph.people import People, people_of
from graph.quote_check import QuoteCheck, check_quotes
from graph.record_link import CitedPapers, RecordLink
from ingest.span import Span
from ingest.when import When

_FEWEST_WORDS = 6  # of a quotation that is found where nothing is cited: fewer may have been said twice
_REPORTED = frozenset({"quote", "paraphrase"})
_FIRST_HAND = frozenset({"email", "chat", "question", "answer", "colloquy"})


def infer_dates(corpus: Corpus) -> None:
    """Keep the inferred dates of a corpus' statements in its store; only compared again where papers have come or gone."""
    if corpus.dates_are_inferred:
        return
    records = list(corpus.records(inferred=False))
    cited = CitedPapers(records)
    checks = check_quotes(records, cited.adding(corpus.documents()))
    corpus.infer(record_dates(records, checks, cited.links(), people_of(corpus)))


def record_dates(
    records: Sequence[Record], checks: Iterable[QuoteCheck], links: Iterable[RecordLink], people: People
) -> dict[str, When]:
    """The date of each undated report of somebody's words that one message or one day's testimony gives, by statement id."""
    undated = {r.statement.id: r for r in records if r.statement.kind in _REPORTED and r.is_undated}
    found: dict[str, list[Record]] = defaultdict(list)
    for statement_id, source in _sources(records, checks, links):
        if statement_id in undated and _is_one_speaker(undated[statement_id], source, people):
            found[statement_id].append(source)
    dates = {i: {_interval(source): source.statement.when for source in sources} for i, sources in found.items()}
    return {i: when for i, whens in sorted(dates.items()) if len(whens) == 1 and (when := next(iter(whens.values())))}


def _sources(
    records: Sequence[Record], checks: Iterable[QuoteCheck], links: Iterable[RecordLink]
) -> Iterator[tuple[str, Record]]:
    """Each reported statement with each dated statement that it comes from."""
    said = _Said(records)
    for check in checks:
        if check.source and check.state == "exact" and (check.source.cited or len(check.text.split()) >= _FEWEST_WORDS):
            yield from ((check.statement_id, source) for source in said.at(check.source.document_id, check.source.span))
    for link in links:
        if link.target:
            yield from ((link.statement_id, said.by_id[i]) for i in link.target.statements if i in said.by_id)


class _Said:
    """Dated messages and testimony, by place and by id."""

    def __init__(self, records: Sequence[Record]) -> None:
        dated = [record for record in records if record.statement.kind in _FIRST_HAND and record.statement.when]
        self.by_id: Mapping[str, Record] = {record.statement.id: record for record in dated}
        self._of: dict[str, list[Record]] = defaultdict(list)
        for record in sorted(dated, key=lambda record: record.statement.span):
            self._of[record.statement.document_id].append(record)

    def at(self, document_id: str, span: Span) -> Iterator[Record]:
        """Those that ``span`` overlaps."""
        there = self._of.get(document_id, [])
        last = bisect_left(there, span.end, key=lambda record: record.statement.span.start)
        return (record for record in there[:last] if any(part.overlaps(span) for part in record.statement.spans))


def _is_one_speaker(report: Record, source: Record, people: People) -> bool:
    """True if who speaks in the source is who speaks in the report."""
    here, there = _speakers(report, people), _speakers(source, people)
    return bool(here) and here <= there


def _speakers(record: Record, people: People) -> set[str]:
    said = record.statement
    persons = (people.of(said.document_id, party) for party in said.attribution.speakers)
    return {person.id for person in persons if person}


def _interval(record: Record) -> tuple[object, object]:
    when = record.statement.when
    return (when.start, when.end) if when else (None, None)
