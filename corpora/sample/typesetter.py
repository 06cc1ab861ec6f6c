"""Sets paragraphs into lines and lines onto sheets, and records where every marked word comes to stand.

Truth and print come from one hand: the gold's words, pages and line numbers are read off the lines as they are set, so the two
cannot drift apart.

    trace   "We took / the lot."  page 3, lines 27 to 28     what became of a mark
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from corpora.sample.ink import Ink, Rule, Sheet, Text
from corpora.sample.manuscript import Paragraph, Section, Style
from corpora.sample.markup import Fragment, Word, words_of
from corpora.sample.paper import Facts, Paper

NOTE = Style(size=10, leading=12)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of words, each with its distance from the paper's left margin."""

    words: tuple[tuple[float, Word], ...]
    style: Style


@dataclass
class Trace:
    """What became of a mark: its words as printed, and the first and last place where they stand.

    ``interrupted``: other words were set since the last of its own; ``apart``: at least a blank was.
    """

    text: str
    page: int
    label: int
    line: int | None
    page_last: int = 0
    label_last: int = 0
    line_last: int | None = None
    interrupted: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """A paper as set: its sheets, and the trace of every mark that came to be printed, in the order of print."""

    sheets: tuple[Sheet, ...]
    traces: dict[str, Trace]


def break_lines(paragraph: Paragraph, width: float) -> Iterator[Row]:
    """The words of ``paragraph`` in lines no wider than ``width`` points (a longer word stands alone)."""
    style = paragraph.style
    x, room = style.left + style.first, width - style.right
    line: list[tuple[float, Word]] = []
    for word in words_of(paragraph):
        start = _tab_stop(x, style) if word.glue == "\t" else x + (word.space if line else 0.0)
        if line and start + word.width > room:
            yield _aligned(line, style, width)
            line, start = [], style.left
        line.append((start, word))
        x = start + word.width
    yield _aligned(line, style, width)


def _tab_stop(x: float, style: Style) -> float:
    return next((stop for stop in style.tabs if stop > x), x + 12)


def _aligned(line: list[tuple[float, Word]], style: Style, width: float) -> Row:
    if not line or style.align == "left":
        return Row(tuple(line), style)
    slack = width - style.right - (line[-1][0] + line[-1][1].width)
    shift = slack / 2 if style.align == "center" else slack
    return Row(tuple((x + shift, word) for x, word in line), style)


@dataclass
class _Press:
    """The page under the press: what is set so far, how far down, and the footnotes waiting for its foot."""

    paper: Paper
    traces: dict[str, Trace] = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    ink: list[Ink] = field(default_factory=list)
    label: int = 1
    y: float | None = None
    notes: list[Row] = field(default_factory=list)
    note_number: int = 0
    note_base: int = 0
    last_sheet: int | None = None

    @property
    def full(self) -> bool:
        """True if no more sheets may be set: an excerpt ends here."""
        return self.last_sheet is not None and len(self.sheets) >= self.last_sheet

    def turn_page(self) -> None:
        """Sets the waiting footnotes at the foot and lays the sheet aside."""
        if self.notes:
            self._print_notes()
        self.sheets.append(Sheet(len(self.sheets) + 1, self.label, self.paper.size, tuple(self.ink)))
        self.ink, self.notes, self.y = [], [], None
        self.label += 1

    def set(self, paragraph: Paragraph) -> None:
        """Sets one paragraph, over as many pages as it needs."""
        self._settle()
        self.note_base = self.note_number
        if paragraph.style.new_page and self.y is not None:
            self.turn_page()
        height = paragraph.style.before
        for i, row in enumerate(break_lines(paragraph, self.paper.right - self.paper.left)):
            notes = tuple(self._notes_of(row, paragraph))
            ahead = 2 * row.style.leading if paragraph.style.keep and not i else 0.0
            y = self._next(row.style, height if not i else 0.0)
            if y + ahead > self._limit(notes):
                self.turn_page()
                if self.full:
                    return
                y = self.paper.top
            self.notes.extend(notes)
            self._print(row, y)
            self.y = y

    def _next(self, style: Style, before: float) -> float:
        if self.y is None:
            return self.paper.top
        y = self.y + style.leading + before
        if style.snap and self.paper.grid:
            steps = (y - self.paper.top) / self.paper.grid
            y = self.paper.top + self.paper.grid * -(-(steps - 0.01) // 1)
        return y

    def _limit(self, notes: tuple[Row, ...]) -> float:
        waiting = [*self.notes, *notes]
        return self.paper.bottom + 0.1 - (sum(row.style.leading for row in waiting) + 18 if waiting else 0)

    def _notes_of(self, row: Row, paragraph: Paragraph) -> Iterator[Row]:
        for _, word in row.words:
            for fragment in word.fragments:
                if fragment.note is not None:
                    self.note_number += 1
                    yield from self._note(paragraph.notes[fragment.note])

    def _note(self, note: Paragraph) -> Iterator[Row]:
        numbered = replace(note, text=f"{self.note_number}\t{note.text}", style=replace(note.style, tabs=(14.0,)))
        yield from break_lines(numbered, self.paper.right - self.paper.left)

    def _print_notes(self) -> None:
        open_marks = {mark for mark, trace in self.traces.items() if not trace.interrupted}
        y = self.paper.bottom - sum(row.style.leading for row in self.notes[1:])
        self.ink.append(Rule(self.paper.left, y - 14, self.paper.left + 144, y - 14))
        for row in self.notes:
            self._print(row, y)
            y += row.style.leading
        for mark in open_marks:  # a footnote does not interrupt what runs over the page break above it
            self.traces[mark].interrupted = False

    def _settle(self) -> None:
        """A new paragraph: what stands between two pieces of a mark no longer counts as an interruption."""
        for trace in self.traces.values():
            trace.interrupted, trace.apart = False, True

    def _print(self, row: Row, y: float) -> None:
        if row.style.prefix:
            face = row.words[0][1].fragments[0] if row.words else Fragment("", "Courier", row.style.size)
            back = stringWidth(row.style.prefix, face.font, face.size)
            self.ink.append(Text(self.paper.left + row.style.left - back, y, row.style.prefix.strip(), face.font, face.size))
        self.ink.extend(self._runs(row, y))
        for _, word in row.words:
            glue = " " if word.glue else ""
            for fragment in word.fragments:
                self._record(fragment, glue, y)
                glue = ""

    def _runs(self, row: Row, y: float) -> Iterator[Text]:
        """Neighbours in one face become one run with the blanks between, as a word processor writes them."""
        run: Text | None = None
        for x, word in row.words:
            at = self.paper.left + x
            for i, fragment in enumerate(word.fragments):
                text = fragment.text if fragment.note is None else str(self.note_base + fragment.note + 1)
                joins = run and run.font == fragment.font and run.size == fragment.size and (i or word.glue != "\t")
                if run and joins:
                    run = replace(run, text=run.text + ("" if i or not word.glue else " ") + text)
                else:
                    if run:
                        yield run
                    run = Text(at, y - fragment.rise, text, fragment.font, fragment.size)
                at += fragment.width
        if run:
            yield run

    def _record(self, fragment: Fragment, glue: str, y: float) -> None:
        if fragment.note is not None:
            return
        number, page = self.paper.number_at(y), len(self.sheets) + 1
        for mark in fragment.marks:
            trace = self.traces.get(mark)
            if trace is None:
                trace = self.traces[mark] = Trace("", page, self.label, number)
            between = " ... " if trace.interrupted else " " if glue or trace.apart else ""
            trace.text += (between if trace.text else "") + fragment.text
            trace.interrupted = trace.apart = False
            trace.page_last, trace.label_last, trace.line_last = page, self.label, number
        for mark in self.traces.keys() - fragment.marks:
            self.traces[mark].interrupted |= any(letter.isalnum() for letter in fragment.text)
            self.traces[mark].apart |= bool(glue)


def typeset(sections: tuple[Section, ...], paper: Paper) -> Setting:
    """``sections`` set on ``paper``, with its furniture. Needs all pages before any is finished: stamps tell how many there are."""
    press = _Press(paper)
    for section in sections:
        _set_section(press, section)
    total = len(press.sheets)
    sheets = tuple(replace(s, ink=_furniture(paper, Facts(s.number, total, s.label)) + s.ink) for s in press.sheets)
    return Setting(sheets, press.traces)


def _set_section(press: _Press, section: Section) -> None:
    press.label = section.label
    press.last_sheet = None if section.pages is None else len(press.sheets) + section.pages
    for paragraph in section.paragraphs:
        press.set(paragraph)
        if press.full:
            return
    press.turn_page()


def _furniture(paper: Paper, facts: Facts) -> tuple[Ink, ...]:
    return tuple(ink for furniture in paper.furniture for ink in furniture(facts))
