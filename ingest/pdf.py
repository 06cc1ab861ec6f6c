"""The one door to pdfium (text, places, pictures of pages) and pypdf (what a PDF says of itself).

pdfium is asked only for the boxes of the letters at the edges of words: asking for every letter costs most of its speed. It
joins a word divided at a line's end and marks the place with U+0002 or U+FFFE; here that is a hyphen and a new line again.
"""

from __future__ import annotations

import ctypes
import itertools
import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image
from pypdf.errors import PyPdfError

from ingest.document import Box, Metadata
from ingest.errors import Damaged, Encrypted, NotAPdf, OverLimit
from ingest.painted import find_covers
from ingest.piece import Piece, Sheet

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of broken files is told by our errors and the ledger

# A gap this many letter heights wide divides a line into cells; two blanks after a full stop in typewriter print stay within it.
WIDE_GAP = 1.7
MAX_PIXELS = 40_000_000
# What pypdf raises on broken files, besides its own errors.
_PYPDF_FAILS = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    AssertionError,
    RecursionError,
    OSError,
    NotImplementedError,
)
_FEW_WORDS, _MANY_STROKES = 60, 60
_LINE_BREAK = re.compile("\r\n|\r|\n|\x02|\ufffe")
_WORD = re.compile(r"\S+")
_LEADING_NUMBER = re.compile(r"\d{1,2}\Z")
_LEADING_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[AaPp]\.?[Mm]\.?)?\Z")  # beside a line's number
_HYPHEN_MARKS = ("\x02", "\ufffe")


# Written to by pdfium and read at once: a new one for each of a page's thousand calls costs a third of the reading time.
_CORNERS = (ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double())
_BOX = pdfium.FS_RECTF()


@dataclass(frozen=True, slots=True)
class _Letters:
    """A page's letters in pdfium's order, and how to ask for the box of each."""

    page: pypdfium2.PdfPage
    text_page: pypdfium2.PdfTextPage
    text: str
    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def edges(self, index: int) -> tuple[float, float]:
        """Left and right of one letter, in PDF units (bottom and top where the page lies on its side)."""
        x0, x1, y0, y1 = _CORNERS
        pdfium.FPDFText_GetCharBox(self.text_page.raw, index, x0, x1, y0, y1)
        return (y0.value, y1.value) if self.rotation in {90, 270} else (x0.value, x1.value)

    def loose(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of the full height of one letter's font."""
        box = _BOX
        pdfium.FPDFText_GetLooseCharBox(self.text_page.raw, index, box)
        return box.left, box.bottom, box.right, box.top


def check(path: Path, password: str | None = None) -> None:
    """Raise the error that says why ``path`` cannot be read as a PDF; return if it can.

    :raises NotAPdf: it has no PDF header. :raises Encrypted: no password given opens it. :raises Damaged: it has no pages.
    """
    with path.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise NotAPdf(f"{path.name}: the file is empty")
    if b"%PDF" not in head:
        raise NotAPdf(f"{path.name}: no PDF header in the first 1,024 bytes")
    with _open(path, password) as document:
        if len(document) == 0:
            raise Damaged(f"{path.name}: the PDF has no pages")


def _open(path: Path, password: str | None) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Encrypted(f"{path.name}: encrypted; give its password") from error
        raise Damaged(f"{path.name}: {error}") from error


def page_count(path: Path, passwords: Sequence[str] = ()) -> int:
    """How many pages a PDF says it has; 0 where it cannot be opened."""
    for password in (None, *passwords):
        try:
            with _open(path, password) as document:
                return len(document)
        except (Encrypted, Damaged, OSError):
            continue
    return 0


def attachments(path: Path, passwords: Sequence[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files embedded in a PDF, in its order; one that is broken comes without contents."""
    reader = _reader(path, passwords)
    try:
        for found in reader.attachment_list if reader else ():
            yield found.alternative_name or found.name, _contents(found)
    except _PYPDF_FAILS:  # the list of them is broken from here on
        return


def _contents(found: pypdf.generic.EmbeddedFile) -> bytes:
    try:
        return found.content
    except _PYPDF_FAILS:
        return b""


def sheets(path: Path, password: str | None = None, *, max_pages: int = 20_000) -> Iterator[Sheet]:
    """Every page of a PDF, in order.

    :raises Encrypted, Damaged: as :func:`check`. :raises OverLimit: more pages than ``max_pages``.
    """
    with _open(path, password) as document:
        if len(document) > max_pages:
            raise OverLimit(f"{path.name}: {len(document)} pages; the limit is {max_pages}")
        for index in range(len(document)):
            yield _sheet(document, index)


def _sheet(document: pypdfium2.PdfDocument, index: int) -> Sheet:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Sheet(index + 1, (0.0, 0.0), ())
    try:
        text_page = page.get_textpage()
        letters = _letters(page, text_page)
        pictures = letters.text.count(" ") < _FEW_WORDS and _paints(page)
        covers = find_covers(page, text_page, letters.text, partial(_turn, letters))
        found = tuple(_pieces(_without(letters, covers.hidden)))
        sheet = Sheet(index + 1, page.get_size(), found, pictures, _label(document, index))
        return replace(sheet, redactions=covers.boxes, failed=covers.failed)
    except pypdfium2.PdfiumError:
        return Sheet(index + 1, page.get_size(), (), pictures=True, label=_label(document, index))
    finally:
        page.close()


def _without(letters: _Letters, hidden: frozenset[int]) -> _Letters:
    """The letters with blanks for those that a redaction was meant to hide: they go no further than this."""
    if not hidden:
        return letters
    return replace(letters, text="".join(" " if i in hidden else letter for i, letter in enumerate(letters.text)))


def _paints(page: pypdfium2.PdfPage) -> bool:
    """True if a page paints an image, or so many strokes that they may be letters drawn as shapes."""
    strokes = 0
    for item in page.get_objects(max_depth=3):
        strokes += item.type in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING}
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE or strokes > _MANY_STROKES:
            return True
    return False


def _label(document: pypdfium2.PdfDocument, index: int) -> str:
    return str(document.get_page_label(index) or "")


def _letters(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> _Letters:
    count = text_page.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", errors="replace")
    if len(text) != count:  # letters outside the basic plane, or without a code: ask one by one, so that indices agree
        codes = (pdfium.FPDFText_GetUnicode(text_page, i) for i in range(count))
        text = "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)
    left, bottom, right, top = page.get_cropbox()
    return _Letters(page, text_page, text, left, bottom, right, top, page.get_rotation())


def _pieces(letters: _Letters) -> Iterator[Piece]:
    start = 0
    for match in _LINE_BREAK.finditer(letters.text):
        yield from _line_pieces(letters, start, match.start(), hyphen=match[0] in _HYPHEN_MARKS)
        start = match.end()
    yield from _line_pieces(letters, start, len(letters.text), hyphen=False)


def _line_pieces(letters: _Letters, start: int, end: int, *, hyphen: bool) -> Iterator[Piece]:
    words = [(m.start(), m.end()) for m in _WORD.finditer(letters.text, start, end)]
    if not words:
        return
    size, upright = _size(letters, words[len(words) // 2][0])  # not the first or last word: they may be note calls
    group: list[tuple[int, int]] = []
    for word in words:
        if group and (_apart(letters, group[-1], word, size) or _leads(letters.text, group[0], word)):
            yield from _level(letters, group, size, upright)
            group = []
        group.append(word)
    yield from _level(letters, group, size, upright, hyphen="-" if hyphen else "")


def _level(letters: _Letters, group: list[tuple[int, int]], size: float, upright: bool, hyphen: str = "") -> Iterator[Piece]:
    """A group of words as one piece, or as one for each line: pdfium joins lines that it takes for one, and a margin's 1 to 9."""
    piece = _piece(letters, group, size, upright, hyphen)
    if not upright or piece.box.bottom - piece.box.top < 2 * max(size, 1.0):
        yield piece
        return
    lines: list[list[tuple[int, int]]] = []
    height = float("inf")
    for word in (part for whole in group for part in _parts(letters, whole, size)):
        before, height = height, _height(letters, word[0])
        if abs(height - before) > 0.6 * size:
            lines.append([])
        lines[-1].append(word)
    for line in lines:
        yield _piece(letters, line, size, upright, hyphen if line is lines[-1] else "")


def _parts(letters: _Letters, word: tuple[int, int], size: float) -> Iterator[tuple[int, int]]:
    """A word, apart where its letters change the line."""
    start, end = word
    if abs(_height(letters, start) - _height(letters, end - 1)) > 0.6 * size:
        heights = [_height(letters, i) for i in range(start, end)]
        for i, (one, other) in enumerate(itertools.pairwise(heights), start=start + 1):
            if abs(one - other) > 0.6 * size:
                yield start, i
                start = i
    yield start, end


def _height(letters: _Letters, index: int) -> float:
    left, bottom, right, top = letters.loose(index)
    return (left + right) / 2 if letters.rotation in {90, 270} else (bottom + top) / 2


def _leads(text: str, first: tuple[int, int], following: tuple[int, int]) -> bool:
    """True for a number at a line's head, or a time before such a number: they are the margin's, if it has them."""
    return bool(
        _LEADING_NUMBER.match(text, *first) or (_LEADING_CLOCK.match(text, *first) and _LEADING_NUMBER.match(text, *following))
    )


def _size(letters: _Letters, index: int) -> tuple[float, bool]:
    left, bottom, right, top = letters.loose(index)
    angle = pdfium.FPDFText_GetCharAngle(letters.text_page, index) * 180 / 3.141592653589793
    upright = round((angle + letters.rotation) / 90) % 4 == 0
    sideways = letters.rotation in {90, 270}
    return abs(right - left if sideways == upright else top - bottom), upright


def _apart(letters: _Letters, word: tuple[int, int], following: tuple[int, int], size: float) -> bool:
    """True where a wide gap parts two words, or the second stands before the end of the first: on the next line, or in another column."""
    low, high = letters.edges(word[1] - 1)
    left, right = letters.edges(following[0])
    gap = low - right if letters.rotation in {90, 180} else left - high
    return gap > WIDE_GAP * max(size, 4.0) or gap < -max(size, 4.0)


def _piece(letters: _Letters, words: list[tuple[int, int]], size: float, upright: bool, hyphen: str = "") -> Piece:
    first, last = words[0][0], words[-1][1] - 1
    text = letters.text[first : last + 1].replace("\u00ad", "-").replace("\x00", "\ufffd") + hyphen
    a, b = letters.loose(first), letters.loose(last)
    corners = [_turn(letters, x, y) for x, y in ((a[0], a[1]), (a[2], a[3]), (b[0], b[1]), (b[2], b[3]))]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Piece(" ".join(text.split()), Box(min(xs), min(ys), max(xs), max(ys)), size, upright)


def _turn(letters: _Letters, x: float, y: float) -> tuple[float, float]:
    """From PDF units to points from the top left of the page as displayed."""
    match letters.rotation:
        case 90:
            return y - letters.bottom, x - letters.left
        case 180:
            return letters.right - x, y - letters.bottom
        case 270:
            return letters.top - y, letters.right - x
        case _:
            return x - letters.left, letters.top - y


def picture(path: Path, page: int, dpi: int = 150, password: str | None = None, *, grey: bool = False) -> Image.Image:
    """A page (1-based) as an image; very large pages are drawn smaller, so that no page takes more than 40 megapixels."""
    with _open(path, password) as document:
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(dpi / 72, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
        image: Image.Image = sheet.render(scale=scale, grayscale=grey).to_pil()
        return image


def metadata(path: Path, password: str | None = None) -> Metadata:
    """What the file says of itself; what is broken is left empty, for nothing else hangs on it."""
    try:
        reader = pypdf.PdfReader(path, password=password)
        info: dict[str, object] = dict(reader.metadata or {})
        return Metadata(
            title=str(info.get("/Title", "") or ""),
            author=str(info.get("/Author", "") or ""),
            producer=str(info.get("/Producer", "") or ""),
            created=str(info.get("/CreationDate", "") or ""),
            encrypted=reader.is_encrypted,
            outline=tuple(_outline(reader, reader.outline)),
            attachments=tuple(sorted(reader.attachments)),
        )
    except _PYPDF_FAILS:
        return Metadata()


def second_reading(path: Path, pages: Sequence[int], passwords: Sequence[str] = ()) -> dict[int, str]:
    """The text of the pages asked for (1-based) as pypdf reads it, independent of pdfium, by page; '' where it fails."""
    reader = _reader(path, passwords) if pages else None
    return {number: _second_text(reader, number) if reader else "" for number in pages}


def _reader(path: Path, passwords: Sequence[str]) -> pypdf.PdfReader | None:
    """The file as pypdf opens it, with the first password that fits; None where it does not open."""
    for password in (None, *passwords):
        try:
            reader = pypdf.PdfReader(path, password=password)
            len(reader.pages)
        except _PYPDF_FAILS:
            continue
        return reader
    return None


def _second_text(reader: pypdf.PdfReader, number: int) -> str:
    try:
        return unicodedata.normalize("NFKC", reader.pages[number - 1].extract_text())
    except _PYPDF_FAILS:
        return ""


def _outline(reader: pypdf.PdfReader, entries: object) -> Iterator[tuple[str, int]]:
    for entry in entries if isinstance(entries, list) else [entries]:
        if isinstance(entry, list):
            yield from _outline(reader, entry)
        elif isinstance(entry, pypdf.generic.Destination):
            number = reader.get_destination_page_number(entry)
            if number is not None:
                yield str(entry.title or ""), number + 1
