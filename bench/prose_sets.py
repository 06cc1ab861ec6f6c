"""The gold sets of reported speech read by the engine, scored and judged as the scorers beside them do.

filings   8 filings, their annotated pages       right: found, and the speaker named as the gold names it
news      84 articles (PolNeAR, development)     right: words alike, and the speaker's words overlap or share a name
fiction   100 excerpts (LitBank)                 right: words alike, and the name is one of the speaker's; by whoever says "I" nothing is judged
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from bench.places import SHARED
from bench.scorer import scorer
from ingest.document import Document
from ingest.reader import read
from nlp.model import load
from nlp.options import Options
from nlp.prose import find_reported
from nlp.statement import Statement
from nlp.statements import find_statements

Set = Literal["filings", "news", "fiction"]
SETS: tuple[Set, ...] = ("filings", "news", "fiction")
PROSE = SHARED / "gold" / "prose"
_TEXTS = {"news": SHARED / "gold" / "news" / "polnear_dev.jsonl", "fiction": SHARED / "gold" / "fiction" / "litbank.jsonl"}
_ALIKE = 0.8  # share that two spans of words have in common, of both together
Found = Mapping[str, Sequence[Statement]]
Choose = Callable[[str], Options]


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement: which rule found it, how sure it said to be, and whether it is right."""

    document: str
    rule: str
    confidence: float
    right: bool


@cache
def gold(name: Set) -> dict[str, dict[str, Any]]:
    """The texts of a set with their quotations, by document."""
    rows = (json.loads(line) for line in _TEXTS[name].read_text(encoding="utf-8").splitlines())
    return {row["doc_id"]: row for row in rows}


@cache
def documents(name: Set) -> dict[str, Document]:
    """The documents of a set."""
    if name == "filings":
        pages = json.loads((PROSE / "pages.json").read_text(encoding="utf-8"))
        return {file: near(read(PROSE / file), wanted) for file, wanted in pages.items()}
    with tempfile.TemporaryDirectory() as folder:
        return {key: _written(Path(folder), key, row["text"]) for key, row in gold(name).items()}


def _written(folder: Path, name: str, text: str) -> Document:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return read(path)


def near(document: Document, pages: Sequence[int]) -> Document:
    """The document with the segments of the annotated pages and their neighbours only: one filing has 391."""
    wanted = {page + step for page in pages for step in (-1, 0, 1)}
    kept = (s for s in document.segments if s.kind == "matter" or wanted & {line.page for line in document.lines_of(s.span)})
    return replace(document, segments=tuple(kept))


def found_in(name: Set, choose: Choose = lambda _: Options(by_kind=True)) -> Found:
    """What the engine finds in each document of a set, with the options chosen for it."""
    if name == "filings":
        return {key: find_statements(document) for key, document in documents(name).items()}
    return {key: find_reported(document, load(), choose(key)) for key, document in documents(name).items()}


def figure(name: Set, found: Found) -> float:
    """Attributed F1: of filings as a whole, of news the speech alone, of fiction by name."""
    if name == "filings":
        result = _scored(found)[0]
        return float(result["attributed_PRF"][2])
    subset, how = ("speech", "mention") if name == "news" else ("all", "name")
    return float(text_figures(name, found, subset, how)["attr_PRF(overlap)"][2])


def text_figures(name: Set, found: Found, subset: str, how: str) -> dict[str, Any]:
    """All that the scorer of texts says of a set."""
    claimed = [{"doc_id": key, "quotes": [quote(s) for s in statements]} for key, statements in found.items()]
    return dict(scorer("score_text").score(list(gold(name).values()), claimed, subset=subset, attr=how))


def quote(statement: Statement) -> dict[str, Any]:
    """A statement as the scorer of texts takes it."""
    said = statement.attribution
    spans = [*(party.span for party in said.speakers if party.span), *said.beside]
    return {
        "spans": [[span.start, span.end] for span in statement.spans],
        "speaker": said.as_written or "; ".join(party.name for party in said.speakers) or None,
        "speaker_spans": [[span.start, span.end] for span in spans],
    }


def judged(name: Set, found: Found) -> list[Judged]:
    """Every statement found, judged."""
    if name == "filings":
        return _judged_filings(found)
    return [verdict for key, statements in found.items() for verdict in _judged_text(name, key, statements)]


def _judged_text(name: Set, key: str, statements: Sequence[Statement]) -> Iterator[Judged]:
    marks, row = scorer("score_text"), gold(name)[key]
    asked = marks.items(row["text"], row["quotes"], "segment")
    for statement in statements:
        if name == "fiction" and (statement.kind == "paraphrase" or statement.attribution.as_written == "I"):
            continue  # the gold has direct speech alone, and no name for who tells
        for spans, claim in marks.items(row["text"], [quote(statement)], "segment"):
            share, best = max(((_common(marks, spans, s), q) for s, q in asked), key=lambda pair: pair[0], default=(0.0, None))
            said = statement.attribution
            right = best is not None and share >= _ALIKE and _is_speaker(marks, name, claim, best)
            yield Judged(key, said.rule, said.confidence, right)


def _is_speaker(marks: Any, name: Set, claim: dict[str, Any], asked: dict[str, Any]) -> bool:
    return bool(marks.mention_ok(claim, asked) if name == "news" else marks.name_ok(claim["speaker"] or "", asked))


def _common(marks: Any, a: object, b: object) -> float:
    shared = marks.inter(a, b)
    return float(shared / (marks.ln(a) + marks.ln(b) - shared))


def row_of(document: Document, statement: Statement) -> dict[str, object]:
    """A statement as the scorer of filings takes it."""
    place = document.place(statement.span)
    return {
        "document": document.name,
        "kind": statement.kind,
        "page": place.page,
        "text": document.words(statement.spans),
        "speaker": "; ".join(party.name for party in statement.attribution.speakers),
        "addressees": [party.name or party.as_written for party in statement.addressees],
        "date": statement.when.iso if statement.when else "",
        "line_first": place.line_first,
        "line_last": place.line_last,
    }


def _scored(found: Found) -> tuple[dict[str, Any], list[Any]]:
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "statements.jsonl"
        rows = (row_of(documents("filings")[key], s) for key, statements in found.items() for s in statements)
        export.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        result, misses = scorer().score(PROSE, export)
    return result, misses


def _judged_filings(found: Found) -> list[Judged]:
    marks = scorer()
    pages = json.loads((PROSE / "pages.json").read_text(encoding="utf-8"))
    everything = [row for row in marks.rows(PROSE / "gold.jsonl") if row.get("kind") in marks.FAMILY]
    verdicts: list[Judged] = []
    for key, statements in found.items():
        asked = [row for row in everything if row["document"] == key]
        kept = [s for s in statements if documents("filings")[key].place(s.span).page in pages[key]]
        claims = [row_of(documents("filings")[key], s) for s in kept]
        pairs = {j: asked[i] for i, j in marks.pair(asked, claims)}
        for j, statement in enumerate(kept):
            row = pairs.get(j)
            if row is not None and (
                row.get("doubtful") or row.get("legal_authority") or row.get("redacted") or not row["text"]
            ):
                continue
            right = row is not None and _same(marks, row.get("speaker"), str(claims[j]["speaker"]))
            verdicts.append(Judged(key, statement.attribution.rule, statement.attribution.confidence, right))
    return verdicts


def _same(marks: Any, wanted: str | None, claimed: str) -> bool:
    return bool(marks.same_speakers(wanted, claimed)) if wanted else not claimed
