"""Writes the sample corpus: the filings, their gold, and the settings of a corpus folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from corpora.sample import brief, complaint, declaration, deposition, exhibit_12, exhibit_14, exhibit_19, exhibit_22
from corpora.sample.cast import FORMS
from corpora.sample.filing import Filing, cites_of, filled
from corpora.sample.gold import Row, jsonl, rows_of
from corpora.sample.printer import to_pdf, to_scan

# Exhibits first: what cites them is filled in from where their words came to stand.
EXHIBITS: tuple[Filing, ...] = (
    exhibit_12.FILING,
    exhibit_14.FILING,
    exhibit_19.FILING,
    exhibit_22.FILING,
    exhibit_14.FILED_AGAIN,
    deposition.FILING,
)
PAPERS: tuple[Filing, ...] = (complaint.FILING, declaration.FILING, brief.FILING)

_SETTINGS = """\
[corpus]
name = "Achterberg v. Novalith"

[topics.cover-up]
terms = ["egress log*", "model card*", "off the corporate network", "rented server*", "find out"]

[[people]]
name = "Katharina Voss"
aliases = ["Kat"]
addresses = ["kvoss@novalith.example"]
organisation = "Novalith, Inc."
role = "chief executive officer"
"""


@dataclass(frozen=True, slots=True)
class SampleReport:
    """What was written: the folder, the files in it, and how many pages and statements they hold."""

    folder: Path
    files: tuple[Path, ...]
    pages: int
    statements: int


@dataclass(frozen=True, slots=True)
class _Set:
    name: str
    data: bytes
    pages: int
    rows: tuple[Row, ...]


def write(folder: Path) -> SampleReport:
    """Writes the sample corpus into ``folder``, which is made if need be; what an earlier run wrote there is written anew.

    :raises OSError: the folder cannot be written.
    """
    papers = _set_all()
    files = [_put(folder / "filings" / paper.name, paper.data) for paper in papers]
    files += _put_gold(folder / "gold", papers)
    files.append(_put(folder / "corpus.toml", _SETTINGS.encode()))
    return SampleReport(folder, tuple(files), sum(p.pages for p in papers), sum(len(p.rows) for p in papers))


def _set_all() -> tuple[_Set, ...]:
    cites: dict[str, str] = {}
    papers = []
    for written in (*EXHIBITS, *PAPERS):
        filing = filled(written, cites)
        setting = filing.set()
        cites |= cites_of(filing, setting)
        data = (to_scan if filing.scanned else to_pdf)(setting.sheets, filing.title)
        papers.append(_Set(filing.name, data, len(setting.sheets), tuple(rows_of(filing.name, setting, filing.truths))))
    return tuple(papers)


def _put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _put_gold(folder: Path, papers: tuple[_Set, ...]) -> list[Path]:
    told = [paper for paper in papers if paper.pages]
    pages = {paper.name: list(range(1, paper.pages + 1)) for paper in told}
    return [
        _put(folder / "gold.jsonl", jsonl(row for paper in told for row in paper.rows).encode()),
        _put(folder / "pages.json", json.dumps(pages, indent=1).encode()),
        _put(folder / "people.json", json.dumps(FORMS, indent=1, ensure_ascii=False).encode()),
    ]
