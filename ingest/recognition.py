"""Which pages are read by OCR, and what comes of it: only those whose text layer is missing, furniture alone, or garbage.

no text layer       a scan
stamps alone        a scan that a court or a producing party has stamped since
garbage             a text layer whose letters are not those that are printed; kept all the same where OCR reads the page no better

A page is turned upright and level to be read, and is shown so; ``Recognised.turn`` says how. A page that stays without words is unreadable, and says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from ingest import ocr
from ingest.document import Box, PageState
from ingest.furniture import Leaf
from ingest.legibility import is_garbage, legibility
from ingest.piece import Piece, Sheet
from ingest.redaction import dark_boxes
from ingest.scanned_margin import with_margin
from ingest.turning import Turn, tilt_of, turned

Draw = Callable[[int, int], Image.Image]
"""The picture of a page (1-based) at so many dots an inch, as displayed."""

FINE_DPI = 300
_FEWEST_LETTERS = 12
_MARGIN = 0.12
# Upright pages of clean and poor scans are read with .75 and more, pages on their head or side with .35 to .45.
_GOOD, _READABLE = 0.7, 0.45


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page after OCR: its sheet, upright and level, with the pieces that were read; how it was ``turn``ed; how sure its words
    are (0 to 1); ``why`` it was read or could not be; whether OCR gave anything ``fresh``."""

    sheet: Sheet
    turn: Turn
    confidence: float
    why: str
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class _Reading:
    """One try at a picture."""

    turn: Turn
    words: ocr.Words
    picture: Image.Image


def recognised(leaves: Sequence[Leaf], draw: Draw) -> dict[int, Recognised]:
    """The pages that OCR was needed for, by their index in ``leaves``."""
    return {i: found for i, leaf in enumerate(leaves) if (why := wants_ocr(leaf)) and (found := _recognise(leaf, why, draw))}


def wants_ocr(leaf: Leaf) -> str:
    """Why a page is to be read by OCR; '' where its text layer will do."""
    if is_garbage("\n".join([piece.text for piece in leaf.body])):
        return "the text layer is garbage"
    if not leaf.sheet.pictures:
        return ""
    height = leaf.sheet.size[1]
    inner = sum(len(p.text) for p in leaf.body if _MARGIN * height < p.middle < (1 - _MARGIN) * height)
    if inner >= _FEWEST_LETTERS:
        return ""
    return "stamps alone in the text layer" if leaf.sheet.pieces else "no text layer"


def _recognise(leaf: Leaf, why: str, draw: Draw) -> Recognised | None:
    """None where the text layer is the better reading after all."""
    reading = _read(leaf.sheet, draw)
    garbage = why.endswith("garbage")
    if garbage and not _better(reading.words, leaf):
        return None
    own = [p for p in leaf.furniture if legibility(p.text).score > 0.8] if garbage else list(leaf.sheet.pieces)
    kept = [turned(piece, reading.turn) for piece in own]
    fresh = _fresh(reading.words, kept)
    if not fresh:
        sheet = replace(leaf.sheet, pieces=tuple(own), blank=_is_blank(reading.picture))
        return Recognised(sheet, Turn(sheet.size), reading.words.confidence, why, fresh=False)
    boxes = _redactions(leaf.sheet, reading)
    sheet = replace(leaf.sheet, pieces=(*kept, *fresh), size=reading.turn.turned_size, redactions=boxes)
    return Recognised(sheet, reading.turn, reading.words.confidence, why)


def _fresh(words: ocr.Words, kept: Sequence[Piece]) -> list[Piece]:
    """What OCR adds to the pieces kept from the text layer; nothing if it is unsure of most."""
    upright = [piece.box for piece in kept if piece.upright]
    return [p for p in words.pieces if words.confidence >= _READABLE and not any(p.box.meets(box) for box in upright)]


def _redactions(sheet: Sheet, reading: _Reading) -> tuple[Box, ...]:
    """The dark boxes that the file draws, and those in the picture alone."""
    drawn = [reading.turn.forth(box) for box in sheet.redactions]
    seen = dark_boxes(reading.picture, reading.turn.turned_size)
    return (*drawn, *(box for box in seen if not any(box.meets(other) for other in drawn)))


def _better(words: ocr.Words, leaf: Leaf) -> bool:
    """True if what OCR reads looks more like words than the text layer does."""
    read = legibility(" ".join(piece.text for piece in words.pieces)).score * words.confidence
    return bool(words.pieces) and read > legibility("\n".join(piece.text for piece in leaf.body)).score


def _read(sheet: Sheet, draw: Draw) -> _Reading:
    """The best of a few tries: as displayed, then turned upright, then drawn finer, while the words remain unsure."""
    picture = draw(sheet.number, ocr.DPI)
    best = _try(picture, sheet.size, 0)
    if best.words.confidence < _GOOD or best.words.sideways:
        best = max((best, *_turnings(picture, sheet.size)), key=_weight)
    if best.words.confidence < _GOOD and best.words.pieces:
        best = max(best, _try(draw(sheet.number, FINE_DPI), sheet.size, best.turn.quarter), key=_weight)
    return best


def _turnings(picture: Image.Image, size: tuple[float, float]) -> Iterator[_Reading]:
    """The picture turned as its letters stand; where that is unsure, each way."""
    known = ocr.quarter_turn(picture)
    for quarter in (90, 180, 270) if known is None else (known,) if known else ():
        yield _try(picture, size, quarter)


def _weight(reading: _Reading) -> float:
    return 0.0 if reading.words.sideways else reading.words.weight


def _try(picture: Image.Image, size: tuple[float, float], quarter: int) -> _Reading:
    upright = Turn(size, quarter)
    turn = replace(upright, tilt=tilt_of(upright.apply(picture)))
    level = turn.apply(picture)
    return _Reading(turn, words_on(level, turn.turned_size), level)


def words_on(picture: Image.Image, size: tuple[float, float]) -> ocr.Words:
    """The words on a picture of an upright page of so many points, and the numbers down its margin."""
    words = ocr.recognise(picture, size)
    return replace(words, pieces=with_margin(words.pieces, picture, size)) if words.confidence >= _READABLE else words


def _is_blank(image: Image.Image) -> bool:
    """True if hardly a dot of the picture is darker than its paper: an empty sheet, scanned."""
    shades = image.convert("L").histogram()
    paper = max(range(256), key=shades.__getitem__)
    return paper >= 128 and sum(shades[: paper - 64]) < 0.0005 * image.width * image.height


def state_of(leaf: Leaf, found: Recognised | None) -> PageState:
    """What became of a page after OCR, if it was needed."""
    if found is not None and found.fresh:
        return "ocr"
    if leaf.body:
        return "text"
    return "unreadable" if found is not None and not leaf.sheet.blank else "blank"


def reason(state: PageState, found: Recognised | None) -> str:
    """Why a page is in its state; '' for what needs no words."""
    match state, found:
        case "ocr", Recognised(why=why):
            return f"read by OCR: {why}"
        case "unreadable", Recognised(why=why, confidence=confidence):
            return f"unreadable: {why}, and OCR " + (
                f"is {confidence:.0%} sure of its words" if confidence else "finds no words"
            )
        case _:
            return ""
