"""Running prose, line by line, into paragraphs: by geometry on a page, by blank lines in a plain text file.

paragraph    a first line set in, or a wider gap above; runs on over the foot of a page
block        several lines all set further in than the text about them: a quotation, an excerpt
footnote     opens with its number: small print, or the last lines of a page below a gap
turn         "Q. Did you?" in an excerpt of testimony: a paragraph of its own
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.document import Box, Document, Line
from ingest.footnote_call import calls_in, is_reporter
from ingest.matter import is_capitals, is_enumerated, is_matter, is_titled
from ingest.segment import Segment, SegmentKind
from ingest.span import Span, hull

INDENT = 9.0  # points: less is a crooked scan
SET_IN = 18.0  # points that a block stands in from the margin
_WIDER = 1.35  # times the usual distance between lines
_NOTE = re.compile(r"(\d{1,4}|[*†‡§])\s+[A-Z“\"‘(\[¶§█]")
_LONE_NOTE = re.compile(r"(\d{1,4})\Z")
_END = re.compile(r"[.?!:;…—][\"”’')\]]*(?:\s?\d{1,4}(?:,\d{1,4})*)?\Z")
_TURN = re.compile(
    r"(?:Q|A)\.?[:\s]\s*\S|THE (?:WITNESS|COURT|DEPONENT):|The (?:Witness|Court|Deponent):|(?:MR|MS|MRS|DR)\. [A-Z. ’'-]+:|BY (?:MR|MS|MRS)\. "
)
_BULLET = re.compile(r"[•▪◦●■‣·–]\s|\s")
_NUMBERED = re.compile(r"\d{1,4}\.\s|\(?[a-z0-9]{1,3}\)\s")
_FEWEST_DOUBLED = 4  # steps between lines that tell of double-spaced print on a page where most is single-spaced
_RAGGED = 0.3  # share of the width that a line may fall short in ragged print
_MOST_MISSED = 100  # notes in a row that a reader may have missed, or that stand on pages left out
_WRAPPED = 120  # letters: a plain text file with longer lines keeps a paragraph on each


@dataclass(frozen=True)
class _Measure:
    """What is usual on the pages at hand: margins in points, distance from line to line; of double-spaced print beside a
    single-spaced excerpt, its own (0 where the page has none)."""

    left: dict[int, float]
    right: dict[int, float]
    leading: dict[int, float]
    doubled: dict[int, float]


@dataclass
class _Paragraph:
    """Lines gathered so far."""

    lines: list[Line]
    note: bool = False

    @cached_property
    def first(self) -> Box:
        """Where the first line stands (only asked of lines on a page)."""
        return _box(self.lines[0])


def find_paragraphs(document: Document, free: tuple[tuple[Line, ...], ...]) -> list[Segment]:
    """The prose in runs of unclaimed lines, in the order of the text. Segments do not share lines; every line is in one."""
    segments: list[Segment] = []
    first_note = _first_note(document)
    for run in free:
        if any(line.box is None for line in run):
            segments += [_segment(document, paragraph, None) for paragraph in _by_blank_lines(document, run)]
            continue
        body = [line for line in run if line.span.start < first_note]
        notes = [line for line in run if line.span.start >= first_note]
        for lines, of_notes in ((body, False), (notes, True)):
            measure = _measure(lines)
            paragraphs = _by_geometry(document, lines, measure, of_notes=of_notes)
            segments += [_segment(document, paragraph, measure) for paragraph in paragraphs]
    return sorted(segments, key=lambda segment: segment.spans[0])


def _first_note(document: Document) -> int:
    """Where the footnotes begin that the reader put behind the body: the pages start again, or the print grows small."""
    for before, line in itertools.pairwise(document.lines):
        if line.page < before.page:
            return line.span.start
    sizes = [line.size for line in document.lines]
    usual = statistics.median(sizes) if sizes else 0.0
    small = list(itertools.takewhile(lambda line: line.size < 0.93 * usual, reversed(document.lines)))
    return next(
        (line.span.start for line in reversed(small) if _NOTE.match(line.span.of(document.text))), len(document.text) + 1
    )


def _by_blank_lines(document: Document, run: Sequence[Line]) -> list[_Paragraph]:
    line_is_paragraph = max(len(line.span) for line in run) > _WRAPPED
    paragraphs: list[_Paragraph] = []
    for before, line in itertools.zip_longest((None, *run[:-1]), run):
        between = document.text[before.span.end : line.span.start] if before else "\n\n"
        if line_is_paragraph or between.count("\n") > 1 or "\f" in between:
            paragraphs.append(_Paragraph([line]))
        else:
            paragraphs[-1].lines.append(line)
    return paragraphs


def _by_geometry(document: Document, run: Sequence[Line], measure: _Measure, *, of_notes: bool) -> list[_Paragraph]:
    body: list[_Paragraph] = []
    notes: list[_Paragraph] = []
    openings = _lifted_notes(document, run) if of_notes else _inline_notes(document, run)
    in_note, page = of_notes, 0
    margins = _running_capitals(document, run) if not of_notes else frozenset()
    loose = [_Paragraph([line]) for line in run if id(line) in margins]
    for line in run:
        if id(line) in margins:
            continue
        opens = id(line) in openings or (in_note and not of_notes and _is_numbered(document, line))
        in_note = of_notes or opens or (in_note and line.page == page)
        page = line.page
        target = notes if in_note else body
        if not target or opens or _breaks(document, target[-1], line, measure):
            target.append(_Paragraph([line], note=in_note))
        else:
            target[-1].lines.append(line)
    return body + notes + loose


def _is_numbered(document: Document, line: Line) -> bool:
    words = line.span.of(document.text)
    return bool(_NOTE.match(words) or _LONE_NOTE.match(words))


def _lifted_notes(document: Document, run: Sequence[Line]) -> frozenset[int]:
    """Lines that open a note among those at the feet of pages: the next number; another that opens the notes of a page, or that
    the page calls. "569 F.3d 946" at the head of a line goes on with the note before."""
    found: set[int] = set()
    last = page = 0
    for line in run:
        words = line.span.of(document.text)
        match = _NOTE.match(words) or _LONE_NOTE.match(words)
        heads, page = line.page != page, line.page
        if match is None:
            continue
        number = int(match[1]) if match[1].isdigit() else None
        goes_on = number is not None and heads and (number == 1 or last < number < last + _MOST_MISSED)
        opens = number is None or number == last + 1 or (goes_on and not is_reporter(words, match.end(1)))
        if opens or _is_called(document, line, match[1]):
            found.add(id(line))
            last = last if number is None else number
    return frozenset(found)


def _is_called(document: Document, note: Line, label: str) -> bool:
    """True if the body of the note's page may call a note of that label."""
    body = (line for line in document.lines if line.page == note.page and line.span.start < note.span.start)
    return any(call.label == label and call.sort != "loose" for line in body for call in calls_in(document.text, line.span))


def _inline_notes(document: Document, run: Sequence[Line]) -> frozenset[int]:
    """Lines that open a footnote at the foot of a page, in print as large as the body: the next number, below a wide gap."""
    found: set[int] = set()
    last = 0
    for before, line in itertools.pairwise(run):
        match = _NOTE.match(line.span.of(document.text))
        if match is None or not match[1].isdigit():
            continue
        gap = _box(line).top - _box(before).bottom if line.page == before.page else 0.0
        number, set_off = int(match[1]), gap > 0.9 * line.size
        if gap > 0 and (
            (number == last + 1 and (set_off or last > 0)) or (last < number <= last + 9 and gap > 1.5 * line.size)
        ):
            found.add(id(line))
            last = number
    return frozenset(found)


def _running_capitals(document: Document, run: Sequence[Line]) -> frozenset[int]:
    """Lines of capitals at the head or foot of a page, amid a paragraph: titles that the reader left in."""
    found: set[int] = set()
    for _, group in itertools.groupby(run, key=lambda line: line.page):
        page = list(group)
        for lines in (page, list(reversed(page))):
            words = [line.span.of(document.text) for line in lines[:3]]
            heads = list(itertools.takewhile(is_capitals, words))
            if heads and len(heads) < len(words) and len(" ".join(heads).split()) > 3:
                found |= {id(line) for line in lines[: len(heads)]}
    return frozenset(found)


def _box(line: Line) -> Box:
    if line.box is None:
        raise ValueError("a line of a plain text file has no box")
    return line.box


def _measure(run: Sequence[Line]) -> _Measure:
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    leading: dict[int, float] = {}
    doubled: dict[int, float] = {}
    for page, group in itertools.groupby(sorted(run, key=lambda line: line.page), key=lambda line: line.page):
        boxes = [_box(line) for line in group]
        width = max(b.x1 for b in boxes) - min(b.x0 for b in boxes)
        wide = [b for b in boxes if b.x1 - b.x0 > 0.6 * width] or boxes
        edges = Counter(round(b.x0 / 4) for b in wide)
        left[page] = 4.0 * min((edge for edge, count in edges.items() if count >= 0.15 * len(wide)), default=min(edges))
        right[page] = statistics.quantiles([b.x1 for b in wide], n=10)[-1] if len(wide) > 1 else wide[0].x1
        steps = [b.top - a.top for a, b in itertools.pairwise(boxes) if 0 < b.top - a.top < 60]
        leading[page] = statistics.median(steps) if steps else 14.0
        wider = [step for step in steps if step > _WIDER * leading[page] + 1]
        doubled[page] = statistics.median(wider) if len(wider) >= _FEWEST_DOUBLED else 0.0
    return _Measure(left, right, leading, doubled)


def _breaks(document: Document, paragraph: _Paragraph, line: Line, measure: _Measure) -> bool:
    """True if ``line`` begins a new paragraph."""
    before, text = paragraph.lines[-1], document.text
    words = line.span.of(text)
    ended = bool(_END.search(before.span.of(text)))
    if paragraph.note:
        return line.page != before.page and ended
    if _is_turn(words) or _BULLET.match(words):
        return True
    early = _ends_early(document, before, line, measure)
    heading = _is_lone_heading(document, paragraph, measure)
    if line.page != before.page:
        return heading or (ended and (early or _is_first_line(line, measure)))
    set_off = _wide_gap(paragraph, line, measure) and (ended or early or not _is_double_spaced(before, line, measure))
    set_off = set_off or _after_capitals(document, before, line) or _moves(paragraph, line, words)
    return set_off or (early and (heading or ended or _is_short(before, measure)))


def _is_turn(words: str) -> bool:
    """True for a line of quoted testimony: "Q. Did you?", "THE WITNESS: No."."""
    return bool(_TURN.match(words)) and not is_titled(words)


def _is_short(line: Line, measure: _Measure) -> bool:
    """True if a line stops shorter than ragged print does."""
    left, right = measure.left[line.page], measure.right[line.page]
    return _box(line).x1 < right - _RAGGED * (right - left)


def _is_lone_heading(document: Document, paragraph: _Paragraph, measure: _Measure) -> bool:
    """True for one line that opens with an enumerator and stops short without a full stop."""
    line = paragraph.lines[0]
    words = line.span.of(document.text)
    return (
        len(paragraph.lines) == 1
        and is_enumerated(words)
        and not _is_turn(words)
        and not _END.search(words)
        and _box(line).x1 < measure.right[line.page] - 20
    )


def _after_capitals(document: Document, before: Line, line: Line) -> bool:
    """True where capitals stop: a heading stands above its text without a gap."""
    return is_capitals(before.span.of(document.text)) and not is_capitals(line.span.of(document.text))


def _is_first_line(line: Line, measure: _Measure) -> bool:
    return _box(line).x0 > measure.left[line.page] + INDENT


def _wide_gap(paragraph: _Paragraph, line: Line, measure: _Measure) -> bool:
    tops = [_box(one).top for one in paragraph.lines[-2:] if one.page == line.page]
    usual = tops[1] - tops[0] if len(tops) == 2 and tops[1] > tops[0] else measure.leading[line.page]
    return _box(line).top - tops[-1] > _WIDER * max(usual, measure.leading[line.page] * 0.5) + 1


def _is_double_spaced(before: Line, line: Line, measure: _Measure) -> bool:
    """True where two lines stand as far apart as the double-spaced lines of their page."""
    step = _box(line).top - _box(before).top
    return abs(step - measure.doubled[line.page]) < 0.1 * step


def _moves(paragraph: _Paragraph, line: Line, words: str) -> bool:
    """True if the left edge moves as it does only where a paragraph begins."""
    here, before = _box(line).x0, _box(paragraph.lines[-1]).x0
    if abs(here - before) <= INDENT:
        return False
    if len(paragraph.lines) == 1:
        opening = paragraph.lines[0]
        return (here > before and not (opening.cells or _outdented(opening, here))) or (
            here < before and bool(_NUMBERED.match(words))
        )
    return True


def _outdented(opening: Line, here: float) -> bool:
    """True if the first line may hang out to the left of the rest: it is one of a numbered list."""
    return here - _box(opening).x0 < 60 and opening.size > 0


def _ends_early(document: Document, before: Line, line: Line, measure: _Measure) -> bool:
    """True if the first word of ``line`` would have fitted on the line before it."""
    words = line.span.of(document.text)
    first = words.split(maxsplit=1)[0]
    letter = (_box(line).x1 - _box(line).x0) / max(1, len(words))
    return _box(before).x1 + (len(first) + 2) * letter < _right_edge(before, line, measure)


def _right_edge(before: Line, line: Line, measure: _Measure) -> float:
    """Where lines end: of two long ones that are set in from both sides as a block is, further left than on the page."""
    left, right = measure.left[before.page], measure.right[before.page]
    in_block = all(_box(one).x0 > left + SET_IN and _box(one).x1 < right - SET_IN for one in (before, line))
    aligned = abs(_box(before).x0 - _box(line).x0) <= INDENT and not _is_short(before, measure)
    return max(_box(before).x1, _box(line).x1) if in_block and aligned else right


def _segment(document: Document, paragraph: _Paragraph, measure: _Measure | None) -> Segment:
    return Segment(tuple(_spans(document, paragraph.lines)), _kind(document, paragraph, measure), rule="paragraph")


def _spans(document: Document, lines: Sequence[Line]) -> Iterator[Span]:
    """One span for every run of lines that are neighbours in the text."""
    run: list[Span] = []
    for line in lines:
        if run and document.text[run[-1].end : line.span.start].strip():
            yield hull(run)
            run = []
        run.append(line.span)
    yield hull(run)


def _kind(document: Document, paragraph: _Paragraph, measure: _Measure | None) -> SegmentKind:
    if paragraph.note:
        return "footnote"
    if not _is_turn(paragraph.lines[0].span.of(document.text)) and is_matter(document, paragraph.lines):
        return "matter"
    if measure is None:
        return "paragraph"
    set_in = all(_box(line).x0 > measure.left[line.page] + SET_IN for line in paragraph.lines)
    return "block" if set_in and len(paragraph.lines) > 1 else "paragraph"
