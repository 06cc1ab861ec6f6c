"""Reported speech on real filings read by hand, scored as ``../shared/bench`` does: the figures are a floor, never to sink below."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.prose_sets import near, row_of
from bench.scorer import scorer
from ingest.reader import read
from nlp.statements import find_statements
from tests.shared import SHARED, needs_shared

pytestmark = [pytest.mark.real, pytest.mark.slow, needs_shared]

GOLD = SHARED / "gold" / "prose"
FLOOR = 75.0  # attributed F1


def rows() -> Iterator[dict[str, object]]:
    for name, pages in json.loads((GOLD / "pages.json").read_text(encoding="utf-8")).items():
        document = near(read(GOLD / name), pages)
        for statement in find_statements(document):
            assert all(span.of(document.text).strip() for span in statement.spans)
            yield row_of(document, statement)


def test_attributed_statements_of_eight_filings(tmp_path: Path) -> None:
    export = tmp_path / "statements.jsonl"
    export.write_text("".join(json.dumps(r) + "\n" for r in rows()), encoding="utf-8")
    result, misses = scorer().score(GOLD, export)
    assert result["attributed_PRF"][2] >= FLOOR, misses[:20]
    assert result["page"] >= 98
    assert result["lines"] >= 95
