"""Writes the sample corpus: the filings, their gold, and the settings of a corpus folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora.sample import brief, eml, exhibit_12
from corpora.sample.cast import FORMS
from corpora.sample.docket import DAMAGED, DUPLICATE, FILINGS, PASSWORD, SEALED
from corpora.sample.filing import Filing, Printed, cites_of, filled
from corpora.sample.gold import Row, jsonl, rows_of
from corpora.sample.printer import to_pdf, to_scan, to_text
from corpora.sample.quoted import QUOTED
from corpora.sample.typesetter import Setting

# In indirect speech only the words between the marks are quoted: "that he would be “a day late.”"
_QUOTED_WORDS = re.compile("“([^”]*)”")
_SETTINGS = """\
[corpus]
name = "Achterberg v. Novalith"

[topics.concealment]
terms = ["egress log*", "model card*", "corporate network", "rented server*", "Rotterdam", "find out", "not in writing"]

[[people]]
name = "Katharina Voss"
aliases = ["Kat Voss"]
addresses = ["kvoss@novalith.example"]
organisation = "Novalith, Inc."
role = "chief executive officer"
"""


@dataclass(frozen=True, slots=True)
class SampleReport:
    """What was written: the folder, the files in it, and how many pages and statements have their truth told."""

    folder: Path
    files: tuple[Path, ...]
    pages: int
    statements: int


@dataclass(frozen=True, slots=True)
class _Paper:
    filing: Filing
    setting: Setting
    data: bytes

    @property
    def name(self) -> str:
        return self.filing.name

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(rows_of(self.name, self.setting, self.filing.truths))


def write(folder: Path) -> SampleReport:
    """Writes the sample corpus into ``folder``, which is made if need be; what an earlier run wrote there is written anew.

    :raises OSError: the folder cannot be written.
    """
    papers = tuple(_set_all())
    files = [_put(folder / "filings" / name, data) for name, data in _all_bytes(papers)]
    files += [_put(folder / "mail" / name, data) for name, data in eml.mails()]
    files += [_put(folder / "gold" / name, text.encode()) for name, text in _gold(papers)]
    files.append(_put(folder / "corpus.toml", _SETTINGS.encode()))
    return SampleReport(folder, tuple(files), sum(len(p.setting.sheets) for p in papers), sum(len(p.rows) for p in papers))


def _set_all() -> Iterator[_Paper]:
    cites: dict[str, Printed] = {}
    for written in FILINGS:
        filing = filled(written, cites)
        setting = filing.set()
        cites |= cites_of(filing, setting)
        yield _Paper(filing, setting, _print(filing, setting))


def _print(filing: Filing, setting: Setting) -> bytes:
    if filing.scanned:
        return to_scan(setting.sheets, filing.title)
    if filing.name.endswith(".txt"):
        return to_text(setting.sheets).encode()
    return to_pdf(setting.sheets, filing.title)


def _all_bytes(papers: tuple[_Paper, ...]) -> Iterator[tuple[str, bytes]]:
    data = {paper.name: paper.data for paper in papers}
    yield from data.items()
    yield DUPLICATE, data[exhibit_12.NAME]
    yield DAMAGED, data[brief.NAME][: len(data[brief.NAME]) // 2]
    yield SEALED.name, to_pdf(SEALED.set().sheets, SEALED.title, password=PASSWORD)


def _gold(papers: tuple[_Paper, ...]) -> Iterator[tuple[str, str]]:
    pages = {paper.name: [sheet.number for sheet in paper.setting.sheets] for paper in papers}
    yield "gold.jsonl", jsonl(row for paper in papers for row in paper.rows)
    yield "pages.json", json.dumps(pages, indent=1)
    yield "people.json", json.dumps(FORMS, indent=1, ensure_ascii=False)
    yield "quotes.jsonl", jsonl(row for paper in papers if paper.name == brief.NAME for row in _quotes(paper))


def _quotes(paper: _Paper) -> Iterator[Row]:
    truths = paper.filing.truths
    for quoted in QUOTED:
        trace = paper.setting.traces[quoted.mark]
        for words in _QUOTED_WORDS.findall(trace.text) or [trace.text]:
            row = {"text": words, "document": paper.name, "page": trace.page, "cite": truths[quoted.mark].cite}
            row |= {"exhibit": quoted.exhibit, "verdict": quoted.verdict}
            yield row | ({"note": quoted.note} if quoted.note else {})


def _put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
