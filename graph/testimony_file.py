"""What the columns of the statement export have no room for: which answers disclaim memory, and which filings cite a turn.

{"statement_id": "91f0…", "document": "yu.pdf", "cite": "Yu Dep. 45:12", "kind": "answer", "recall": "none",
 "cited_by": [{"statement_id": "03ab…", "document": "brief.pdf", "cite": "Dkt. 58 at 4:1-3", "record_cite": "Yu Dep. 45:9-14"}]}

One line a turn of testimony, in the order of the statement export. A range that is cited cites every turn in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora.corpus import Corpus
from corpora.record import Record
from graph.jsonl_file import write_jsonl
from graph.record_link import RecordLink, record_links

FILE = "testimony.jsonl"
_TURNS = ("question", "answer", "colloquy")


def write_testimony(path: Path, corpus: Corpus) -> int:
    """Write every turn of the corpus; how many there were."""
    return write_jsonl(path, turn_rows(corpus.records(), _links(corpus)))


def turn_rows(records: Iterable[Record], links: Iterable[RecordLink]) -> Iterator[dict[str, object]]:
    """Every turn among ``records``, with what it recalls and the statements whose cites lead to it."""
    citing: dict[str, dict[tuple[str, str], RecordLink]] = defaultdict(dict)
    for link in links:
        for statement_id in link.target.statements if link.target else ():
            citing[statement_id].setdefault((link.statement_id, link.cite.as_written), link)
    turns, cites = [], {}
    wanted = {link.statement_id for found in citing.values() for link in found.values()}
    for record in records:
        if record.statement.id in wanted:
            cites[record.statement.id] = record.cite
        if record.statement.kind in _TURNS:
            turns.append((record.statement.id, record.document, record.cite, record.statement.kind, record.statement.recall))
    for turn in turns:
        row: dict[str, object] = dict(zip(("statement_id", "document", "cite", "kind", "recall"), turn, strict=True))
        yield {**row, "cited_by": [_citation(link, cites[link.statement_id]) for link in citing[turn[0]].values()]}


def _citation(link: RecordLink, cite: str) -> dict[str, str]:
    return {
        "statement_id": link.statement_id,
        "document": link.document,
        "cite": cite,
        "record_cite": link.cite.as_written,
    }


def _links(corpus: Corpus) -> list[RecordLink]:
    """Where record cites lead, of the papers that cite or testify alone: none other is read."""
    held = [r for r in corpus.records() if r.statement.record_cite or r.statement.kind in _TURNS]
    if not any(r.statement.kind in _TURNS for r in held) or not any(r.statement.record_cite for r in held):
        return []
    papers = dict.fromkeys(record.statement.document_id for record in held)
    return record_links(held, (corpus.document(document_id) for document_id in papers))
