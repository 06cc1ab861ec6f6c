"""Statements that are one and the same, printed in several papers: one e-mail filed five times is told once, with five cites.

message     of one kind, at one printed time (or by one message id, where no time is printed), in the same words
paper       a statement of a paper that is filed again, sealed or stamped otherwise: the same words, as often as they are said there

    copies = find_copies(corpus, people)        {"91f0…": "03ab…"}: what may be a copy, and the first of its kind by document and place
    each_once(timeline(rows), copies, people)   the first of each, its cite followed by "(also Dkt. 501-7 at 2)"

What may be a copy is kept with the corpus. Whether it is one is decided when it is read, by who speaks and to whom, and by what was
ruled of either since: where anything of these differs, both are told. What is quoted in two briefs is said twice, and stays; nothing
is dropped from the statements themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import groupby

from corpora.corpus import Corpus
from corpora.duplicate import near_documents
from corpora.record import Record
from graph.people import People
from graph.row import Row, split
from graph.timeline import by_date
from graph.written import fold, letters
from ingest.segment import Party

_MESSAGES = frozenset({"email", "chat"})
# Beside letters: 1.5 is not 15, "Done?" not "Done.", and a thumb up not one down.
_TELLING = re.compile(r"\d+(?:[.,:]\d+)*|[?$€£%]|[\u2190-\u2bff\U0001f000-\U0001faff]")
_Key = tuple[object, ...]


def find_copies(corpus: Corpus, people: People) -> dict[str, str]:
    """The statements that may be copies, each with the first of its kind."""
    papers = _papers(corpus)
    heads = corpus.mail_heads()
    alike: dict[_Key, list[tuple[str, str]]] = defaultdict(list)  # statement and message id of each
    seen: Counter[_Key] = Counter()
    for record in corpus.records(inferred=False):
        said = record.statement
        head = heads.get(said.id)
        message_id = head.message_id if head else ""
        key = _key(record, message_id, papers.get(said.document_id))
        if key is not None:
            # Words said twice in one paper are said twice: the second time is a copy of the second time elsewhere.
            here = (
                said.document_id,
                key,
                _ids(record, said.attribution.speakers, people),
                _ids(record, said.addressees, people),
            )
            seen[here] += 1
            alike[(*key, seen[here])].append((said.id, message_id))
    return {copy: first for several in alike.values() for copy, first in _copies(several)}


def _papers(corpus: Corpus) -> dict[str, int]:
    """The number of the group of nearly equal papers that a document is in, by its id."""
    return {copy.document_id: number for number, group in enumerate(near_documents(corpus)) for copy in group.copies}


def _key(record: Record, message_id: str, paper: int | None) -> _Key | None:
    """Equal for statements that may be one; None for one that stands alone."""
    said = record.statement
    words = (said.kind, *_words(record.text))
    if said.kind in _MESSAGES:
        if said.when is not None and said.attribution.speakers:
            return ("message", said.when.iso, *words)
        if message_id:
            return ("id", message_id, *words)
    return None if paper is None else ("paper", paper, *words)


def _words(text: str) -> tuple[str, ...]:
    """What must be equal: letters and digits in any case, and what else tells one statement from another."""
    return (letters(text), *_TELLING.findall(text))


def _ids(record: Record, parties: Iterable[Party], people: People) -> frozenset[str]:
    found = (people.of(record.statement.document_id, party) for party in parties)
    return frozenset(person.id for person in found if person)


def _copies(several: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Copies with their firsts, of statements (with their message ids) that are alike; different ids are different messages."""
    apart = len({message_id for _, message_id in several if message_id}) > 1
    first: dict[str, str] = {}
    for statement_id, message_id in several:
        root = first.setdefault(message_id if apart else "", statement_id)
        if root != statement_id:
            yield statement_id, root


def each_once(rows: Iterable[Row], copies: Mapping[str, str], people: People) -> Iterator[Row]:
    """The rows of a timeline, of copies the first that is among them, with the cites of the others."""
    if not copies:
        yield from rows
        return
    namesakes = _namesakes(people)
    for _, several in groupby(rows, key=by_date):  # copies have one date
        run = list(several)
        alike: dict[str, list[Row]] = defaultdict(list)
        for row in run:
            alike[copies.get(row.statement_id, row.statement_id)].append(row)
        prints = {one[0].statement_id: one for some in alike.values() for one in _statements(some, namesakes)}
        for row in run:
            if row.statement_id in prints:
                yield _with_cites(row, prints[row.statement_id][1:])


def _namesakes(people: People) -> frozenset[str]:
    """Names that several go by: they do not tell whom a row was said to."""
    counts = Counter(person.name for person in people.persons)
    return frozenset(name for name, count in counts.items() if count > 1)


def _statements(alike: Sequence[Row], namesakes: Set[str]) -> Iterator[list[Row]]:
    """Rows of one date that may be copies, those together that are; the one to be told stands first."""
    same: dict[_Key, dict[frozenset[str], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in alike:
        reached = frozenset(split(row.addressees))
        if row.verdict == "rejected" or reached & namesakes:
            yield [row]
        else:
            same[_said(row)][reached].append(row)
    for by_addressees in same.values():
        for one in _with_blanked(by_addressees):
            yield from _one_of_each_paper(one)


def _said(row: Row) -> _Key:
    """Equal for rows that tell one thing of one speaker, and of which one thing was ruled."""
    speaker = row.speaker_id or ("as written", fold(row.speaker_as_written))
    released = row.review.partition("; ")[2]
    return (row.kind, speaker, row.verdict, released, *_words(row.text))


def _with_blanked(by_addressees: Mapping[frozenset[str], list[Row]]) -> Iterator[list[Row]]:
    """The rows to each, those whose addressee is blanked out with the only ones that they can be."""
    named = [rows for reached, rows in by_addressees.items() if reached]
    blanked = by_addressees.get(frozenset(), [])
    if len(named) == 1:
        yield [*named[0], *blanked]
        return
    yield from named
    yield blanked


def _one_of_each_paper(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The first of every paper together, then the second of every paper, and so on."""
    seen: Counter[str] = Counter()
    times: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        seen[row.sha256] += 1
        times[seen[row.sha256]].append(row)
    yield from times.values()


def _with_cites(row: Row, others: Sequence[Row]) -> Row:
    cites = dict.fromkeys(other.cite for other in others if other.cite != row.cite)
    return replace(row, cite=f"{row.cite} (also {'; '.join(cites)})") if cites else row
