"""What an export tells of testimony beyond the columns: answers that recall nothing, and who cites which turns."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from corpora.corpus import Corpus
from graph.record_link import record_links
from graph.testimony_file import turn_rows, write_testimony
from tests.test_record_link import QUILL, brief, turns_of

FILING, CITING = brief("In May. Quill Dep. 45:3-4.", cites="Quill Dep. 45:3-4")


def test_a_turn_knows_the_statements_whose_cite_covers_it() -> None:
    said = turns_of(QUILL)
    rows = list(turn_rows([CITING, *said], record_links([CITING, *said], [FILING, QUILL])))
    cited = {
        "statement_id": CITING.statement.id,
        "document": "brief.pdf",
        "cite": CITING.cite,
        "record_cite": "Quill Dep. 45:3-4",
    }
    assert [row["cited_by"] for row in rows] == [[], [], [cited], [cited]]


def test_an_answer_that_recalls_nothing_is_marked() -> None:
    first, second, *_ = turns_of(QUILL)
    silent = replace(second, statement=replace(second.statement, recall="none"))
    assert [(row["statement_id"], row["recall"]) for row in turn_rows([first, silent], [])] == [
        (first.statement.id, ""),
        (second.statement.id, "none"),
    ]


def test_a_file_of_turns_in_the_order_of_the_export(tmp_path: Path) -> None:
    records = [CITING, *turns_of(QUILL)]
    papers = {document.id: document for document in (FILING, QUILL)}
    corpus = cast("Corpus", SimpleNamespace(records=lambda: iter(records), document=papers.__getitem__))
    assert write_testimony(tmp_path / "testimony.jsonl", corpus) == 4
    rows = [json.loads(line) for line in (tmp_path / "testimony.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [len(row["cited_by"]) for row in rows] == [0, 0, 1, 1]
    assert {tuple(row) for row in rows} == {("statement_id", "document", "cite", "kind", "recall", "cited_by")}
