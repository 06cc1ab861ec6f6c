"""From the lines of a transcript to its turns: a label, and the words up to the next one.

turn        "MR. LEE:" | "Objection.  Vague."         its words may run over pages
fragment    | "surveys that you made?"                a page that begins in the middle of a turn whose label is not filed
remnant     "ep.      y"                              letters left standing under a redaction: nobody's words
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.document import Document
from ingest.printed_page import PrintedPage, Row, opening_of
from ingest.span import Span, hull
from ingest.transcript_pages import Sitting
from ingest.turn_label import (
    SPEAKING,
    Form,
    Opening,
    is_by_alone,
    is_sworn,
    name_alone,
    sworn_name,
    titled_name,
)

LONGEST_ASIDE = 6  # lines
LONGEST_OATH = 5  # lines
FEWEST_NUMBERS = 24  # the last number of a page that is numbered to its end
_NEAR = 6.0  # points
# Signs by themselves before a wide gap; what scanners make of "Q." and "A." before any.
_MISREAD = re.compile(
    r"(?P<who>[^\s\w]|\w[.,:;-]|\d)\s{3,}(?=[A-Z\"“—–-])|(?P<like>[0OoD©@][.,:;]|[A4][_;])\s+(?=[A-Z\d\"“(—–-])"
)
_FIGURES = re.compile(r"\d{1,4}")
_REMNANT_LETTERS = 15
_LONG_LINE = 20  # letters
_FEWEST_LONG = 12  # lines
_SENTENCE_END = re.compile(r"[.?!:;)\]\"”’'–—-]\Z")
_STARTS: frozenset[Form] = SPEAKING | {"by", "heading", "oath", "close"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn as printed, or what stands between turns and nobody says.

    ``form`` tells what opened it ("text" for a fragment); ``header`` is its label with the punctuation, ``who`` the name in
    the label, ``words`` what is said; ``examiner`` who asks from here on, where the label says so; ``page`` where it begins;
    ``apart`` is True where it does not follow from what stands before it in the file.
    """

    form: Form
    header: Span | None
    who: Span | None
    words: tuple[Span, ...]
    page: PrintedPage
    examiner: str = ""
    apart: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line and what it opens with. ``apart`` is True for the first line of a page that does not run on."""

    row: Row
    page: PrintedPage
    opening: Opening
    apart: bool = False


@dataclass(slots=True)
class _Draft:
    """A turn while lines are still being added to it. ``silent`` where nobody speaks; ``broken`` after an aside."""

    mark: _Mark
    silent: bool
    pieces: list[Span] = field(default_factory=list)
    broken: bool = False

    def add(self, span: Span) -> None:
        if len(span) and self.pieces and not self.broken:
            self.pieces[-1] = hull((self.pieces[-1], span))
        elif len(span):
            self.pieces.append(span)
        self.broken = self.broken and not len(span)

    def turn(self) -> Turn:
        opening, labelled = self.mark.opening, self.mark.opening.form in _STARTS
        return Turn(
            form=opening.form if labelled else ("heading" if self.silent else "text"),
            header=opening.label if labelled else None,
            who=opening.who if len(opening.who) else None,
            words=tuple(self.pieces),
            page=self.mark.page,
            examiner=opening.examiner,
            apart=self.mark.apart,
            sure=opening.sure,
        )


def find_printed_turns(document: Document, sitting: Sitting) -> list[Turn]:
    """The turns of a sitting's testimony, and the by-lines, headings and oaths between them, in order."""
    marks = list(_marks(document, sitting))
    remnants = _remnants(document, marks)
    drafts: list[_Draft] = []
    for mark in marks:
        if mark.apart or mark.opening.form in _STARTS or not drafts:
            drafts.append(_Draft(mark, silent=not _speaks(mark, marks)))
        _say(document, drafts[-1], mark, hidden=mark.row in remnants)
    return [draft.turn() for draft in drafts if draft.pieces or draft.mark.opening.form in _STARTS]


def _say(document: Document, draft: _Draft, mark: _Mark, *, hidden: bool) -> None:
    """Add what a line says to the turn it stands in; an aside or a remnant interrupts it."""
    if draft.silent:
        return
    unsaid = hidden or mark.opening.form in ("aside", "stray")
    if unsaid or mark.row.span.start > mark.row.line.span.start:
        draft.broken = True  # also at a stray line number: it is nobody's word
    if not unsaid:
        draft.add(Span(min(mark.opening.label.end, mark.row.span.end), mark.row.span.end).trimmed(document.text))


def _speaks(mark: _Mark, marks: Sequence[_Mark]) -> bool:
    """True for a label, and for a page's beginning in the middle of a turn; not where a session is opened first."""
    if mark.opening.form in _STARTS:
        return mark.opening.form in SPEAKING
    for other in (m for m in marks if m.page is mark.page):
        if other.opening.form in ("heading", "dateline", "oath"):
            return False
        if other.opening.form in _STARTS:
            break
    return True


def _marks(document: Document, sitting: Sitting) -> Iterator[_Mark]:
    before: PrintedPage | None = None
    tail = ""
    for page in sitting.testimony:
        apart = before is None or not _runs_on(document, before, page)
        style = replace(sitting.style, column=page.column)
        outside = _outside(document, page)
        openings = [
            replace(opening_of(document, row, style), form="stray") if row in outside else opening_of(document, row, style)
            for row in page.rows
        ]
        for i, opening in enumerate(_settled(document, page.rows, openings, "" if apart else tail, page.column)):
            yield _Mark(page.rows[i], page, opening, apart=apart and i == 0)
        before, tail = page, page.rows[-1].span.of(document.text)


def _outside(document: Document, page: PrintedPage) -> set[Row]:
    """Lines of a numbered page that stand above its first number or below its last: what is left of heads and feet."""
    numbers = [row.line.number for row in page.rows]
    if not page.ruled and page.rows[0].line.box is None and _FIGURES.fullmatch(page.rows[0].span.of(document.text)):
        return {page.rows[0]}  # a page number of plain text
    if not page.ruled or numbers.count(None) in (0, len(numbers)):
        return set()
    first = next(i for i, number in enumerate(numbers) if number is not None)
    last = max(i for i, number in enumerate(numbers) if number is not None)
    above = page.rows[:first] if numbers[first] == 1 else ()
    below = page.rows[last + 1 :] if (numbers[last] or 0) >= FEWEST_NUMBERS else ()
    return {*above, *below}


def _runs_on(document: Document, left: PrintedPage, right: PrintedPage) -> bool:
    """True if the next printed page follows in the file and in print; unnumbered, unless no sentence could run on so."""
    if right.severed or right.number - left.number > 1:
        return False
    if left.leaf is not None and right.leaf is not None:
        return right.leaf - left.leaf == 1
    stopped = re.search(r"[.?!][\"”]?\Z", left.rows[-1].span.of(document.text))
    return not (stopped and right.rows[0].span.of(document.text)[:1].islower())


def _settled(
    document: Document, rows: Sequence[Row], openings: Sequence[Opening], tail: str, column: float | None
) -> list[Opening]:
    """Openings looked at with their neighbours: oaths and asides of several lines; none in the midst of a sentence."""
    texts = [row.span.of(document.text) for row in rows]
    settled = list(openings)
    i = 0
    while i < len(rows):
        speaking = bool(tail) or any(opening.form in SPEAKING for opening in settled[:i])
        midst = speaking and not _ends(texts[i - 1] if i else tail)
        taken = 1
        if settled[i].form in ("aside", "heading", "close", "dateline") and midst and not _may_interrupt(settled, i):
            settled[i] = _as_text(settled[i])
        elif settled[i].form == "aside":
            taken = _aside_length(texts, i)
            settled[i : i + taken] = [replace(settled[i], form="aside")] * taken
            settled[i] = settled[i] if taken else _as_text(settled[i])
        elif i and is_by_alone(texts[i - 1]) and (who := titled_name(texts[i])):
            settled[i - 1] = replace(settled[i - 1], form="heading")
            settled[i] = _by(texts[i], rows[i].span, who)
        elif settled[i].form == "text" and (who := _sworn(texts, i)):
            settled[i] = _oath(rows[i].span, who)
        elif settled[i].form == "text" and column is not None:
            settled[i] = _misread_letter(texts[i], rows[i], column, settled[:i]) or settled[i]
        i += max(taken, 1)
    return settled


def _misread_letter(words: str, row: Row, column: float, before: Sequence[Opening]) -> Opening | None:
    """A mark by itself where Q and A stand is a letter that a scanner misread: whichever of the two it is not the turn of."""
    match = _MISREAD.match(words)
    last = next((opening.form for opening in reversed(before) if opening.form in ("question", "answer")), None)
    if match is not None and last is None and match["like"]:
        last = "question" if match["like"][0] in "A4" else "answer"  # the first on its page: what it looks like
    if match is None or last is None or abs(row.edge - column) > _NEAR:
        return None
    start = row.span.start
    who = Span(start, start + len(match["who"] or match["like"]))
    return Opening("question" if last == "answer" else "answer", Span(start, start + match.end()), who, sure=False)


def _may_interrupt(openings: Sequence[Opening], i: int) -> bool:
    """True after a label or heading, whatever its line ends with."""
    return i > 0 and openings[i - 1].form not in ("text", "question", "answer", "name")


def _ends(words: str) -> bool:
    return _SENTENCE_END.search(words) is not None


def _as_text(opening: Opening) -> Opening:
    return replace(opening, form="text", label=Span(opening.label.start, opening.label.start))


def _aside_length(texts: Sequence[str], i: int) -> int:
    """How many lines a parenthetical takes that stands by itself; 0 for one that speech goes on after."""
    for n in range(1, LONGEST_ASIDE + 1):
        if i + n > len(texts):
            return 0
        if re.search(r"[)\]}]\.?\Z", texts[i + n - 1]):
            return n
        if re.search(r"[)\]}]", texts[i + n - 1]) and n == 1:
            return 0
    return 0


def _by(words: str, span: Span, who: Span) -> Opening:
    return Opening("by", span, Span(span.start + who.start, span.start + who.end), examiner=who.of(words))


def _sworn(texts: Sequence[str], i: int) -> Span | None:
    """The name in a line that begins to tell how a witness was sworn; one not in capitals must have the line to itself."""
    if (name := sworn_name(texts[i])) and is_sworn(" ".join(texts[i : i + LONGEST_OATH])):
        return name
    return name_alone(texts[i]) if texts[i + 1 : i + 2] and texts[i + 1][:1].islower() and is_sworn(texts[i + 1]) else None


def _oath(span: Span, who: Span) -> Opening:
    return Opening("oath", span, Span(span.start + who.start, span.start + who.end))


def _remnants(document: Document, marks: Sequence[_Mark]) -> set[Row]:
    """Lines of a few letters that stand where no line of this transcript begins, on pages with redactions and several of them."""
    long = [mark.row for mark in marks if len("".join(mark.row.span.of(document.text).split())) > _LONG_LINE]
    if len(long) < _FEWEST_LONG:  # too little to tell where lines usually begin
        return set()
    usual = sorted(edge for row in long for edge in (row.edge, *row.inner[:1]))
    begun = sorted(mark.row.edge for mark in marks)
    found = [
        mark
        for mark in marks
        if mark.row.line.box
        and document.page(mark.page.number).redactions
        and _is_remnant(document, mark, usual)
        and (mark.opening.form in SPEAKING or not _is_usual((mark.row.edge,), begun, 6))
    ]
    pages = [mark.page.number for mark in found]
    return {mark.row for mark in found if pages.count(mark.page.number) > 1}


def _is_remnant(document: Document, mark: _Mark, usual: Sequence[float]) -> bool:
    row, labelled = mark.row, mark.opening.form in SPEAKING
    words = Span(min(mark.opening.label.end, row.span.end), row.span.end).of(document.text)
    edges = row.inner[:1] if labelled else (row.edge,)
    broken = len("".join(words.split())) <= _REMNANT_LETTERS and not re.match(r"\s*[\"“(]?(?:[A-Z][a-z]|[A-Z]{3})", words)
    return bool(edges) and bool(words.strip()) and broken and not _is_usual(edges, usual)


def _is_usual(edges: Iterable[float], usual: Sequence[float], fewest: int = 3) -> bool:
    """True if so many lines begin about there: three long ones, or six of any length."""
    return any(bisect_left(usual, edge + _NEAR) - bisect_left(usual, edge - _NEAR) >= fewest for edge in edges)
