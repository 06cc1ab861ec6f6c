"""Citations followed to their places: those of the sample's brief against its truth, those to depositions in the real filings."""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from pathlib import Path

from bench.places import FIGURES, SHARED
from corpora.batch import ingest
from corpora.corpus import Corpus
from corpora.record import Record
from corpora.sample import write
from graph.cited_place import Found, find_place, meant
from graph.paper import Paper, read_paper
from graph.record_link import RecordLink, record_links
from graph.written import letters
from ingest.cite_parser import RecordCite, parse_cites
from ingest.errors import ReadError
from ingest.reader import read


def main() -> None:
    """Measure and print; keep the figures in ``bench/figures/cites.json``."""
    figures: dict[str, object] = {"sample": _sample()}
    if SHARED.is_dir():
        figures["depositions"] = _depositions(SHARED / "filings")
    else:
        print("the filings (../shared) are not on this machine: only the sample corpus is scored")
    print(json.dumps(figures, indent=1))
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / "cites.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _sample() -> dict[str, object]:
    """Of the brief's quotations that were read with a record cite: how many links lead to the exhibit and the words."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "corpus"
        write(folder)
        with Corpus.create(folder) as corpus:
            ingest(corpus, [folder / "filings"])
            records, documents = list(corpus.records()), list(corpus.documents())
        truth = [json.loads(line) for line in (folder / "gold" / "quotes.jsonl").read_text(encoding="utf-8").splitlines()]
    links = record_links(records, documents)
    texts = {document.name: document.text for document in documents}
    counted: Counter[str] = Counter()
    for quote in truth:
        counted[_verdict(quote, records, links, texts)] += 1
    reasons = Counter(link.why for link in links if link.target is None)
    return {**counted, "links": len(links), "with a target": sum(1 for link in links if link.target), "reasons": dict(reasons)}


def _verdict(quote: dict[str, str], records: list[Record], links: list[RecordLink], texts: dict[str, str]) -> str:
    said = [r for r in records if r.document == quote["document"] and letters(r.text)[:30] == letters(quote["text"])[:30]]
    mine = [link for link in links if link.statement_id in {record.statement.id for record in said}]
    if not mine:
        return "not read with a cite"
    targets = [link.target for link in mine if link.target]
    if not targets:
        return "no target"
    alike = [t for t in targets if letters(texts[t.document]) == letters(texts.get(quote["exhibit"], ""))]
    opening = letters(quote["text"].partition("...")[0].partition("[")[0])[:20]
    right = [t for t in alike if opening in letters(t.span.of(texts[t.document]))]
    return "right" if right else "right paper" if alike else "wrong"


def _depositions(folder: Path) -> dict[str, object]:
    """Of the cites to depositions, in whatever filing, that are in the same folder and case: how many lead to one place."""
    papers, cites = _papers(folder)
    counted: Counter[str] = Counter()
    for paper in papers:
        for cite in cites[paper.document_id]:
            if cite.kind == "deposition":
                here = bool(meant(cite, paper, papers))
                found = find_place(cite, paper, papers) if here else None
                counted["cited"] += 1
                counted["deposition here"] += here
                counted["resolved"] += bool(found and found.paper)
                counted[_reason(found)] += bool(found and found.why)
    return {name: count for name, count in counted.items() if count}


def _reason(found: Found | None) -> str:
    """Why, without the name."""
    return re.sub(r" of [\w. ’'-]+", "", found.why.removeprefix("the ")) if found else ""


def _papers(folder: Path) -> tuple[list[Paper], dict[str, list[RecordCite]]]:
    papers, cites = [], {}
    for path in sorted(folder.glob("*.pdf")):
        try:
            document = read(path)
        except ReadError as error:
            print(f"{path.name}: {error}")
            continue
        papers.append(read_paper(document))
        cites[document.id] = parse_cites(document.text)
    return papers, cites
