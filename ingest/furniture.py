"""What a page carries besides its text: stamps, running heads and feet, page numbers, legends, line numbers.

Furniture is told by place and repetition over pages, not by one court's wording, except for stamps whose form is fixed
(PACER, Bates) and the few words that protective orders use. It is kept on the page and lifted out of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.bates import read_bates
from ingest.condensed import Frame, find_frames
from ingest.margin import Ruler, find_ruler, margin_clocks
from ingest.pacer import Stamp, is_run_over, last_filed, read_stamp
from ingest.piece import Piece, Sheet, rows_of

TOP_ZONE, BOTTOM_ZONE, OUTERMOST = 0.115, 0.885, 0.065
_NEAR = 9.0
_FOOT = 0.92
_RAISED = 0.85  # of the height of what stands beside it is that of a raised number, at most
_PAGE_NUMBER = re.compile(
    r"[-–—\[( ]*(?:(?:page|pg\.?|p\.)\s*)?(\d{1,4}|[ivxl]{1,6})(?:\s+(?:of|/)\s+\d{1,4})?[-–—\]) .]*\Z", re.IGNORECASE
)
# Every message of a printed mailbox may begin at the same height.
_HEADER_LABEL = re.compile(r"(?:from|to|cc|bcc|sent|date|subject|attachments?|importance)\b", re.IGNORECASE)
_EXPLICIT = re.compile(r"[-–—]\s*\d+\s*[-–—]\Z|page\s+\d+(?:\s+(?:of|/)\s+\d+)?\Z|pg\.?\s*\d+", re.IGNORECASE)
_DIGITS, _NO_WORD = re.compile(r"\d+"), re.compile(r"\W+")
_OPENS_STAMP = re.compile(r"\W*(?:Case|USCA|Appeal)")
_LEGEND = re.compile(
    r"\bconfidential\b|attorneys?['’]?s?['’]? eyes|protective order|under seal|to be sealed|\bredacted version\b|\bunclassified\b"
    r"|^release in (?:part|full)|^b[1-9](?:,\s*b[1-9])*\Z|outside counsel only",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet with its furniture set apart from its body. ``frames`` hold the body of a sheet that carries several printed pages."""

    sheet: Sheet
    body: tuple[Piece, ...]
    furniture: tuple[Piece, ...]
    ruler: Ruler | None
    stamp: Stamp | None
    bates: str
    label: str
    frames: tuple[Frame, ...] = ()


@dataclass(slots=True)
class _Draft:
    """A sheet while its furniture is being told from its body."""

    sheet: Sheet
    rows: list[list[Piece]]
    ruler: Ruler | None
    lifted: dict[int, Piece] = field(default_factory=dict)
    stamp: Stamp | None = None
    bates: str = ""
    label: str = ""
    frames: tuple[Frame, ...] = ()
    edges: list[list[Piece]] = field(default_factory=list)

    def __post_init__(self) -> None:
        height = self.sheet.size[1]
        self.edges = [row for row in self.rows if self._is_edge(row[0], height) or self._is_number_at_foot(row, height)]

    def lift(self, pieces: Sequence[Piece]) -> None:
        self.lifted.update({id(piece): piece for piece in pieces})

    def zone(self) -> list[list[Piece]]:
        """The rows at the head and foot of the page that are still body."""
        rows = ([p for p in row if id(p) not in self.lifted] for row in self.edges)
        return [row for row in rows if row]

    def _is_edge(self, piece: Piece, height: float) -> bool:
        if self.ruler is not None:
            return self.ruler.outside(piece.baseline)
        return not TOP_ZONE * height < piece.middle < BOTTOM_ZONE * height

    def _is_number_at_foot(self, row: Sequence[Piece], height: float) -> bool:
        """True for a number by itself at the foot, be it beside the last line number: a page number, if its count is steady."""
        return self.ruler is not None and len(row) == 1 and row[0].middle > _FOOT * height and row[0].text.strip().isdigit()

    def is_outermost(self, piece: Piece) -> bool:
        """True beside no line number, or at the very edge: two pages that begin with the same words are no running head."""
        share = piece.middle / max(1.0, self.sheet.size[1])
        return self.ruler is not None or not OUTERMOST < share < 1 - OUTERMOST


def lift(sheets: Sequence[Sheet]) -> tuple[Leaf, ...]:
    """Set the furniture of every page apart, looking at all pages together."""
    frames = find_frames([[piece for piece in sheet.pieces if piece.upright] for sheet in sheets])
    drafts = [_framed(sheet, f) if f else _draft(sheet) for sheet, f in zip(sheets, frames, strict=True)]
    for draft in drafts:
        _lift_stamp(draft)
        _lift_fixed(draft)
    _lift_page_numbers(drafts)
    _lift_repeated(drafts)
    _lift_numbered_heads(drafts)
    return tuple(_leaf(draft) for draft in drafts)


def _draft(sheet: Sheet) -> _Draft:
    upright = [piece for piece in sheet.pieces if piece.upright]
    sideways = [piece for piece in sheet.pieces if not piece.upright]
    if len(sideways) > len(upright):  # the whole page lies on its side: its text is no margin note
        upright, sideways = list(sheet.pieces), []
    ruler = find_ruler(upright)
    numbers = ruler.pieces if ruler else ()
    known = set(map(id, numbers))
    draft = _Draft(sheet, rows_of([p for p in upright if id(p) not in known]), ruler)
    draft.lift(sideways)
    draft.lift(numbers)
    draft.lift(margin_clocks(upright))
    return draft


def _framed(sheet: Sheet, frames: tuple[Frame, ...]) -> _Draft:
    """A sheet of several printed pages: all that stands outside them is furniture."""
    body = {id(piece) for frame in frames for piece in frame.body}
    others = [piece for piece in sheet.pieces if id(piece) not in body]
    draft = _Draft(sheet, rows_of([piece for piece in others if piece.upright]), None, frames=frames)
    draft.lift([piece for piece in others if not piece.upright])
    return draft


def _lift_stamp(draft: _Draft) -> None:
    found: list[Stamp] = []
    height = draft.sheet.size[1]
    rows = [row for row in draft.rows if not 0.14 * height < row[0].middle < 0.86 * height]
    for i, row in enumerate(rows):
        text = _text(row)
        if len(row) > 1:
            found += [stamp for piece in row if (stamp := read_stamp(piece.text))][1:]
        following = rows[i + 1] if i + 1 < len(rows) and rows[i + 1][0].middle - row[0].middle < 22 else None
        stamp = read_stamp(text)
        if stamp is None and following is not None and _OPENS_STAMP.match(text):
            stamp = read_stamp(f"{text} {_text(following)}")
        if stamp is None:
            continue
        if stamp.page is None and following is not None and is_run_over(_text(following)):
            stamp = read_stamp(f"{text} {_text(following)}") or stamp
        found.append(stamp)
        # A transcript's own page number may stand on the stamp's line: it is told from the stamp with the other page numbers.
        draft.lift([piece for piece in row if not piece.text.strip().isdigit()])
        if following is not None and (is_run_over(_text(following)) or read_stamp(text) is None):
            draft.lift(following)
    if draft.sheet.quarter:  # the court stamps a page as it is filed, whichever way its text lies
        found += [stamp for piece in draft.lifted.values() if (stamp := read_stamp(piece.text))]
    draft.stamp = last_filed(found)


def _lift_fixed(draft: _Draft) -> None:
    beside = [[piece] for piece in draft.sheet.pieces if not piece.upright and id(piece) in draft.lifted]
    for row in (*draft.zone(), *beside):
        for piece in row:
            stamp = read_bates(piece.text)
            if stamp:
                draft.bates = draft.bates or stamp
                draft.lift([piece])
        text = _text(row)
        if len(text) < 100 and _LEGEND.search(text):
            draft.lift(row)


def _lift_page_numbers(drafts: Sequence[_Draft]) -> None:
    """A number at the edge is a page number where its distance to the PDF's own count holds over pages."""
    candidates = [
        (draft, piece, match[1])
        for draft in drafts
        for row in draft.zone()
        for piece in row
        if (match := _PAGE_NUMBER.match(piece.text.strip()))
        and (len(row) == 1 or (len(drafts) > 1 and not _opens_note(row, piece)))
    ]
    roman = {draft.sheet.number for draft, _, label in candidates if not label.isdigit()}
    offsets = Counter(int(label) - draft.sheet.number for draft, _, label in candidates if label.isdigit())
    for draft, piece, label in candidates:
        steady = label.isdigit() and offsets[int(label) - draft.sheet.number] >= min(2, len(drafts))
        if (
            steady
            or _EXPLICIT.match(piece.text.strip())
            or (not label.isdigit() and not roman.isdisjoint((draft.sheet.number - 1, draft.sheet.number + 1)))
        ):
            if not draft.label or steady:
                draft.label = label
            draft.lift([piece])


def _opens_note(row: Sequence[Piece], number: Piece) -> bool:
    """True for the raised number that a footnote opens with: page after page they count up as the pages do."""
    following = next((piece for piece in row if piece.box.x0 >= number.box.x1), None)
    if following is None or following.box.x0 - number.box.x1 > number.size:
        return False
    return number.box.bottom - number.box.top < _RAISED * (following.box.bottom - following.box.top)


def _lift_repeated(drafts: Sequence[_Draft]) -> None:
    """Rows at the edge that neighbouring pages carry at the same height are running heads and feet."""
    found: dict[str, list[tuple[int, float, _Draft, list[Piece]]]] = defaultdict(list)
    for i, draft in enumerate(drafts):
        for row in draft.zone():
            found[_key(_text(row))].append((i, row[0].middle, draft, row))
            for piece in row if len(row) > 1 else ():
                found[_key(piece.text)].append((i, piece.middle, draft, [piece]))
    for key, places in found.items():
        if key and not _HEADER_LABEL.match(key):
            pages = [i for i, *_ in places]  # rising: only the neighbours of each are looked at
            for i, middle, draft, row in places:
                about = places[bisect_left(pages, i - 3) : bisect_right(pages, i + 3)]
                near = {j for j, other, *_ in about if j != i and abs(other - middle) < _NEAR}
                alone = len(drafts) <= 3 and draft.is_outermost(row[0])
                if len(near) > 1 or (alone and any(not _text_repeats(draft, drafts[j], row[0]) for j in near)):
                    draft.lift(row)


def _text_repeats(draft: _Draft, other: _Draft, piece: Piece) -> bool:
    """True if the first row within the page is the same on both, too: they begin (or end) alike, and carry no running head."""
    if draft.ruler is not None:
        return False
    here, there = (_row_within(one, at_foot=piece.middle > 0.5 * draft.sheet.size[1]) for one in (draft, other))
    return bool(here and there and _key(_text(here)) == _key(_text(there)) and abs(here[0].middle - there[0].middle) < _NEAR)


def _row_within(draft: _Draft, *, at_foot: bool) -> list[Piece] | None:
    rows = reversed(draft.rows) if at_foot else draft.rows
    return next((row for row in rows if not draft.is_outermost(row[0])), None)


@dataclass(frozen=True, slots=True)
class _Head:
    """The first row of a printed page: of ``draft``, or of the frame at ``place`` on its sheet."""

    draft: _Draft
    row: list[Piece]
    place: int | None = None

    @property
    def key(self) -> str:
        """Its words; '' for what a speaker may have said, or a label."""
        words = _text(self.row)
        said = re.search(r"[.?!:;,)\"”-]\s*\Z", words) or re.match(r"\W*[QA](?:\W|\Z)|[(\[\"“]", words)
        return "" if said or len(words.split()) > 6 or words[:1].islower() else _key(words)

    def lift(self) -> None:
        if self.place is None:
            self.draft.lift(self.row)
            return
        gone = set(map(id, self.row))
        frame = self.draft.frames[self.place]
        kept = replace(frame, body=tuple(piece for piece in frame.body if id(piece) not in gone))
        self.draft.frames = (*self.draft.frames[: self.place], kept, *self.draft.frames[self.place + 1 :])
        self.draft.lift(self.row)


def _lift_numbered_heads(drafts: Sequence[_Draft]) -> None:
    """A running head that has the number 1 to itself, as reporters print a witness's name on every page."""
    heads = list(_heads(drafts))
    keys = [head.key for head in heads]
    for i, (head, key) in enumerate(zip(heads, keys, strict=True)):
        if key and keys[max(0, i - 3) : i + 4].count(key) > (1 if len(heads) <= 3 else 2):
            head.lift()


def _heads(drafts: Sequence[_Draft]) -> Iterator[_Head]:
    """The rows beside the number 1 of the printed pages that have numbers."""
    for draft in drafts:
        if draft.ruler is not None:
            body = ([p for p in row if id(p) not in draft.lifted] for row in draft.rows)
            row = next((row for row in body if row), None)
            if row and draft.ruler.number(row[0].baseline) == 1:
                yield _Head(draft, row)
        for place, frame in enumerate(draft.frames):
            rows = rows_of(frame.body)
            if rows and frame.ruler is not None and frame.ruler.number(rows[0][0].baseline) == 1:
                yield _Head(draft, rows[0], place)


def _key(text: str) -> str:
    return _NO_WORD.sub(" ", _DIGITS.sub("0", text.lower())).strip()


def _text(row: Sequence[Piece]) -> str:
    return row[0].text if len(row) == 1 else " ".join([piece.text for piece in row])


def _leaf(draft: _Draft) -> Leaf:
    if draft.frames:
        draft.lift([piece for row in draft.rows for piece in row])
        draft.label = draft.frames[0].label
    body = tuple(piece for row in draft.rows for piece in row if id(piece) not in draft.lifted)
    body += tuple(piece for frame in draft.frames for piece in frame.body)
    lifted = tuple(sorted(draft.lifted.values(), key=lambda p: (p.box.top, p.box.x0)))
    return Leaf(draft.sheet, body, lifted, draft.ruler, draft.stamp, draft.bates, draft.label, draft.frames)
