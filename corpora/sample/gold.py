"""The truth of the sample: one row for every statement, read off the lines as they were set.

gold.jsonl    {"document": "...449.3.pdf", "page": 2, "page_last": 2, "kind": "email", "speaker": "Katharina Voss", "text": "...", ...}
pages.json    {"...449.3.pdf": [1, 2, 3, 4]}            the pages on which every statement is given: here all of them
people.json   {"Katharina Voss": ["Voss, Katharina", "kvoss@novalith.example", "Ms. Voss"]}
quotes.jsonl  {"text": "...", "document": "...449.0.pdf", "page": 5, "exhibit": "...449.3.pdf", "verdict": "altered"}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpora.sample.manuscript import Said
from corpora.sample.typesetter import Setting, Trace

Row = dict[str, Any]
_TRANSCRIPT = {"question", "answer", "colloquy"}


def rows_of(document: str, setting: Setting, truths: Mapping[str, Said]) -> Iterator[Row]:
    """The gold of one document, in the order of print. A mark that was not printed (the rest of an excerpt) has no row.

    :raises KeyError: words were marked and their truth was not told.
    """
    for mark, trace in setting.traces.items():
        yield _row(document, trace, truths[mark])


def _row(document: str, trace: Trace, said: Said) -> Row:
    row = {"document": document, "page": trace.page, "page_last": trace.page_last}
    row |= {"line_first": trace.line, "line_last": trace.line_last}
    row |= {"printed_page": str(trace.label) if said.kind in _TRANSCRIPT else None}
    row |= {"kind": said.kind, "speaker": said.speaker, "speaker_as_written": said.as_written, "addressees": list(said.to)}
    row |= {"date": said.date, "text": trace.text, "cue": said.cue, "record_cite": said.cite}
    row |= dict.fromkeys(said.flags, True)
    return row | ({"note": said.note} if said.note else {})


def jsonl(rows: Iterable[Row]) -> str:
    """One object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
