"""Reported speech on real filings read by hand, scored as ``../shared/bench`` does: the figures are a floor, never to sink below."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from ingest.document import Document
from ingest.reader import read
from nlp.statement import Statement
from nlp.statements import find_statements
from tests.shared import SHARED, needs_shared

pytestmark = [pytest.mark.real, pytest.mark.slow, needs_shared]

GOLD = SHARED / "gold" / "prose"
FLOOR = 75.0  # attributed F1


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_filings", SHARED / "bench" / "score_filings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def near(document: Document, pages: list[int]) -> Document:
    """The document with the segments of the annotated pages and their neighbours only: one filing has 391."""
    wanted = {page + step for page in pages for step in (-1, 0, 1)}
    kept = tuple(
        s for s in document.segments if s.kind == "matter" or wanted & {line.page for line in document.lines_of(s.span)}
    )
    return replace(document, segments=kept)


def row(document: Document, statement: Statement) -> dict[str, object]:
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


def rows() -> Iterator[dict[str, object]]:
    for name, pages in json.loads((GOLD / "pages.json").read_text(encoding="utf-8")).items():
        document = near(read(GOLD / name), pages)
        for statement in find_statements(document):
            assert all(span.of(document.text).strip() for span in statement.spans)
            yield row(document, statement)


def test_attributed_statements_of_eight_filings(tmp_path: Path) -> None:
    export = tmp_path / "statements.jsonl"
    export.write_text("".join(json.dumps(r) + "\n" for r in rows()), encoding="utf-8")
    result, misses = scorer().score(GOLD, export)
    assert result["attributed_PRF"][2] >= FLOOR, misses[:20]
    assert result["page"] >= 98
    assert result["lines"] >= 95
