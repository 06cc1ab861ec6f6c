"""Which papers a cite may mean, by what it calls them; and where in a paper its page, line or paragraph stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from graph.paper import Paper, Row, bears, extent, runs_of_pages
from graph.written import fold, letters
from ingest.cite_parser import CiteKind, RecordCite
from ingest.cite_pin import NOWHERE, Pin
from ingest.span import Span
from ingest.when import When

_SAME_PLEADING = {
    "complaint": "Compl.",
    "compl.": "Compl.",
    "answer": "Answer",
    "ans.": "Answer",
    "fac": "FAC",
    "sac": "SAC",
    "tac": "TAC",
}
_ORDINALS = {"first": "FAC", "am.": "FAC", "amended": "FAC", "corrected": "FAC", "second": "SAC", "third": "TAC"}

# What the papers of a kind are called in the reason why there is no link.
_CALLED: dict[CiteKind, str] = {
    "docket": "docket entry",
    "exhibit": "exhibit",
    "deposition": "deposition of",
    "transcript": "transcript",
    "declaration": "declaration of",
    "paragraph": "pleading",
    "bates": "page stamped",
    "id": "cite before",
}
_ONE_PRINT = 90  # per cent of letters alike: copies of one page, read by different scanners
_COUNT = {2: "two", 3: "three"}


@dataclass(frozen=True, slots=True)
class Found:
    """The place of a cite: a paper and the words there; or None. ``why`` says why there is none, or no more."""

    paper: Paper | None
    span: Span
    why: str = ""


def find_place(cite: RecordCite, citing: Paper | None, papers: Iterable[Paper]) -> Found:
    """The one place among ``papers`` that a cite in the paper ``citing`` points to; its beginning where only that is here."""
    candidates = meant(cite, citing, papers)
    whole = [Found(paper, span) for paper in candidates for span in places(cite, paper)]
    found = whole or [Found(p, span, "only the beginning is here") for p in candidates for span in places(cite, p, begun=True)]
    words = [letters(one.span.of(one.paper.text)) for one in found if one.paper]
    if words and all(fuzz.ratio(words[0], other) >= _ONE_PRINT for other in words[1:]):
        return found[0]
    return Found(None, cite.span, _why(cite, candidates, len(found)))


def _why(cite: RecordCite, candidates: Sequence[Paper], fitting: int) -> str:
    called = f"{_CALLED[cite.kind]} {cite.bates or cite.exhibit or cite.docket or cite.name}".strip()
    if cite.kind == "id":
        return "no cite to the record stands before it"
    if cite.kind == "paragraph" and not cite.name:
        return "the cite names no pleading"
    if not candidates:
        return f"no {called} in the corpus"
    if not fitting:
        return f"the {called} is here, but not the place cited"
    return f"{_COUNT.get(fitting, 'several')} places fit: {called}"


def meant(cite: RecordCite, citing: Paper | None, papers: Iterable[Paper]) -> list[Paper]:
    """The papers of the same case that the cite may mean, none of them the one that cites."""
    test = _MEANT.get(cite.kind)
    others = [p for p in papers if citing is None or (p.document_id != citing.document_id and _one_case(p, citing))]
    found = [paper for paper in others if test and test(cite, paper)]
    return _filed_with(cite, citing, found, others) if cite.kind in {"exhibit", "declaration"} else found


def _one_case(a: Paper, b: Paper) -> bool:
    return not a.case or not b.case or a.case == b.case


def _filed_with(cite: RecordCite, citing: Paper | None, found: list[Paper], others: Sequence[Paper]) -> list[Paper]:
    """Of exhibits of one number those filed with the declaration that the cite names; else those filed with what cites them."""
    named = cite.name if cite.kind == "exhibit" else ""
    entries = {p.docket.entry for p in others if named and p.docket and any(bears(who, named) for who in p.declared)}
    if not entries and citing and citing.docket:
        entries = {citing.docket.entry}
    return [paper for paper in found if paper.docket and paper.docket.entry in entries] or found


def _is_deposition(cite: RecordCite, paper: Paper) -> bool:
    held = paper.sitting
    return bool(
        held
        and held.paper == "Dep."
        and _one_day(cite.when, held.day)
        and (not cite.name or any(bears(who, cite.name) for who in paper.witnesses))
    )


def _is_transcript(cite: RecordCite, paper: Paper) -> bool:
    if not paper.sitting or not paper.sitting.paper.endswith("Tr.") or not _one_day(cite.when, paper.sitting.day):
        return False
    return not cite.name or (cite.name == "Trial") == (paper.sitting.paper == "Trial Tr.")


def _one_day(cited: When | None, held: When | None) -> bool:
    return cited is None or held is None or (cited.start < held.end and held.start < cited.end)


def _is_declaration(cite: RecordCite, paper: Paper) -> bool:
    return any(bears(who, cite.name) for who in paper.declared) and (not cite.entry or _is_entry(cite, paper))


def _is_entry(cite: RecordCite, paper: Paper) -> bool:
    return paper.docket is not None and paper.docket.number == cite.docket


def _is_exhibit(cite: RecordCite, paper: Paper) -> bool:
    filed = not cite.entry or (paper.docket is not None and paper.docket.entry == cite.entry)
    return filed and letters(cite.exhibit) in paper.exhibits


def _is_pleading(cite: RecordCite, paper: Paper) -> bool:
    words = fold(cite.name).split()
    name = _SAME_PLEADING.get(fold(cite.name)) or next((_ORDINALS[word] for word in words if word in _ORDINALS), "")
    return bool(name) and paper.pleading == name


def _is_stamped(cite: RecordCite, paper: Paper) -> bool:
    return any(letters(stamp) == letters(cite.bates) for stamp in paper.stamps)


_MEANT: dict[CiteKind, Callable[[RecordCite, Paper], bool]] = {
    "deposition": _is_deposition,
    "transcript": _is_transcript,
    "declaration": _is_declaration,
    "docket": _is_entry,
    "exhibit": _is_exhibit,
    "paragraph": _is_pleading,
    "bates": _is_stamped,
}


def places(cite: RecordCite, paper: Paper, *, begun: bool = False) -> list[Span]:
    """Where in a paper the cite points: usually one place, none if the paper lacks it; all of it if the cite gives no page.

    ``begun`` is for an excerpt that has the first leaf cited and not the last.
    """
    pin = cite.pin
    if cite.kind == "bates":
        return _stamped(cite, paper)
    if pin == NOWHERE:
        return [extent(paper.rows)] if paper.rows else []
    if pin.paragraph is not None:
        return _paragraphs(cite, paper)
    if paper.sitting and (cite.kind in {"deposition", "transcript"} or pin.line is not None):
        return _leaves(cite, paper, begun=begun)
    return _pages(pin, paper, by_label=cite.kind == "exhibit")


def _leaves(cite: RecordCite, paper: Paper, *, begun: bool) -> list[Span]:
    """The lines of a transcript by its own leaves and lines; where a leaf number comes twice, those where the witness speaks."""
    pin = cite.pin
    if not (pin.page.isdigit() and pin.page_last.isdigit()):
        return []
    first, last = (int(pin.page), pin.line or 0), (int(pin.page_last), pin.line_last or 999)
    rows = [row for row in paper.rows if row.label.isdigit() and (row.number or pin.line is None)]
    cited = [row for row in rows if first <= (int(row.label), row.number or 0) <= last]
    runs = [r for r in runs_of_pages(cited) if r[0].label == pin.page and (begun or r[-1].label == pin.page_last)]
    speaking = {page for who, pages in paper.witnesses.items() if bears(who, cite.name) for page in pages}
    theirs = [run for run in runs if speaking.intersection(row.page for row in run)]
    return [extent(run) for run in theirs or runs]


def _pages(pin: Pin, paper: Paper, *, by_label: bool) -> list[Span]:
    """The lines of a filing's page as the court counts it, of an exhibit's by its own number; else by the place in the file."""
    labelled = sorted({row.page for row in paper.rows if row.label == pin.page}) if by_label else []
    if not pin.page.isdigit() and len(labelled) != 1:
        return []
    first = labelled[0] if len(labelled) == 1 else _page(int(pin.page), paper)
    last = first + (int(pin.page_last) - int(pin.page) if pin.page.isdigit() and pin.page_last.isdigit() else 0)
    rows = paper.on_pages(first, last)
    if pin.line is not None and pin.line_last is not None:
        low, high = (first, pin.line), (last, pin.line_last)
        rows = [row for row in rows if row.number is not None and low <= (row.page, row.number) <= high]
    return [extent(rows)] if rows else []


def _page(number: int, paper: Paper) -> int:
    return paper.court_pages.get(number, 0) if paper.court_pages else number


def _paragraphs(cite: RecordCite, paper: Paper) -> list[Span]:
    first, last = cite.pin.paragraph or 0, cite.pin.paragraph_last or 0
    tables = [table for who, table in paper.declared.items() if not cite.name or bears(who, cite.name)]
    tables += [paper.counted] if paper.counted and cite.kind in {"paragraph", "docket"} else []
    return [
        Span(table[first].start, max(span.end for number, span in table.items() if first <= number <= last))
        for table in tables
        if first in table
    ]


def _stamped(cite: RecordCite, paper: Paper) -> list[Span]:
    by_letters = {letters(stamp): page for stamp, page in paper.stamps.items()}
    first = by_letters.get(letters(cite.bates), 0)
    rows: list[Row] = paper.on_pages(first, by_letters.get(letters(cite.bates_last), first))
    return [extent(rows)] if rows else []
