"""The one door to pdfium (text, places, pictures of pages, what a PDF says of itself) and pypdf (a second reading, attachments).

What pdfium knows of the letters and the shapes of a page is asked for in :mod:`ingest.letters` and :mod:`ingest.painted`; parts of
pages are drawn in :mod:`ingest.drawing`.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image
from pypdf.errors import PyPdfError

from ingest.document import Box, Metadata
from ingest.doubled import once
from ingest.errors import Damaged, Encrypted, NotAPdf, OverLimit
from ingest.letters import letters_of
from ingest.lying import is_crossed, pieces_by_words
from ingest.painted import find_covers, is_scan, painted
from ingest.piece import Sheet
from ingest.wording import pieces_of

for _library in ("pypdf", "pypdfium2"):  # what they say of broken files is told by our errors and the ledger
    logging.getLogger(_library).setLevel(logging.CRITICAL)

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


def _check_head(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise NotAPdf(f"{path.name}: the file is empty")
    if b"%PDF" not in head:
        raise NotAPdf(f"{path.name}: no PDF header in the first 1,024 bytes")


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


def sheets(
    path: Path, password: str | None = None, *, max_pages: int = 20_000, released: Mapping[int, Sequence[Box]] | None = None
) -> Iterator[Sheet]:
    """Every page of a PDF, in order; ``released`` are the redaction boxes, by page, whose letters are read.

    :raises NotAPdf: it has no PDF header. :raises Encrypted: the password given does not open it. :raises Damaged: it cannot be
    read, or has no pages. :raises OverLimit: more pages than ``max_pages``.
    """
    _check_head(path)
    with _open(path, password) as document:
        yield from _sheets(document, path.name, max_pages, released or {})


def contents(
    path: Path, password: str | None = None, *, max_pages: int = 20_000, released: Mapping[int, Sequence[Box]] | None = None
) -> tuple[list[Sheet], Metadata]:
    """Every page of a PDF as :func:`sheets` gives them, and what the file says of itself."""
    _check_head(path)
    with _open(path, password) as document:
        return list(_sheets(document, path.name, max_pages, released or {})), _metadata(document)


def _sheets(
    document: pypdfium2.PdfDocument, name: str, max_pages: int, released: Mapping[int, Sequence[Box]]
) -> Iterator[Sheet]:
    if len(document) == 0:
        raise Damaged(f"{name}: the PDF has no pages")
    if len(document) > max_pages:
        raise OverLimit(f"{name}: {len(document)} pages; the limit is {max_pages}")
    labelled = any(_label(document, index) for index in (0, len(document) - 1))
    for index in range(len(document)):
        yield _sheet(document, index, _label(document, index) if labelled else "", released.get(index + 1, ()))


def _sheet(document: pypdfium2.PdfDocument, index: int, label: str, released: Sequence[Box]) -> Sheet:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Sheet(index + 1, (0.0, 0.0), ())
    empty = Sheet(index + 1, page.get_size(), (), label=label)
    try:
        return _read(page, empty, released)
    except pypdfium2.PdfiumError:
        return replace(empty, pictures=True)
    finally:
        page.close()


def _read(page: pypdfium2.PdfPage, empty: Sheet, released: Sequence[Box]) -> Sheet:
    """The sheet of a page with all that is on it."""
    letters = letters_of(page, page.get_textpage())
    found = painted(page)
    covers = find_covers(page, found, letters, released)
    shown = letters.without(covers.hidden)
    pieces = once(shown, partial(pieces_of, boxes=covers.boxes))
    if empty.quarter or is_crossed(pieces):
        quarter = 0 if empty.quarter else letters.quarter()
        if quarter:
            page.set_rotation((page.get_rotation() + quarter) % 360)
            return _read(page, replace(empty, size=page.get_size(), quarter=quarter), released)
        by_words = partial(pieces_by_words, boxes=covers.boxes, size=empty.size, quarter=empty.quarter)
        pieces = once(shown, by_words)
    return replace(
        empty,
        pieces=tuple(pieces),
        # An image, or so many strokes that they may be letters drawn as shapes.
        pictures=letters.text.count(" ") < _FEW_WORDS and (bool(found.pictures) or found.strokes > _MANY_STROKES),
        redactions=covers.boxes,
        failed=covers.failed,
        released=tuple((box, letters.words(under)) for box, under in covers.released),
        scan=is_scan(page, found, letters),
    )


def words_under(path: Path, page: int, box: Box, passwords: Sequence[str] = ()) -> str:
    """The words that lie under a failed redaction of a 1-based page; '' where there are none.

    :raises ReadError: the file cannot be read.
    """
    _check_head(path)
    for password in (None, *passwords):
        try:
            with _open(path, password) as document:
                found = _sheet(document, page - 1, "", (box,)).released
        except Encrypted as error:
            sealed = error
        else:
            return " ".join(word for _, words in found for word in words)
    raise sealed


def _label(document: pypdfium2.PdfDocument, index: int) -> str:
    return str(document.get_page_label(index) or "")


def picture(path: Path, page: int, dpi: int = 150, password: str | None = None, *, grey: bool = False) -> Image.Image:
    """A page (1-based) as an image; very large pages are drawn smaller, so that no page takes more than 40 megapixels."""
    with _open(path, password) as document:
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(dpi / 72, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
        image: Image.Image = sheet.render(scale=scale, grayscale=grey).to_pil()
        return image


def _metadata(document: pypdfium2.PdfDocument) -> Metadata:
    """What the file says of itself; what is broken is left empty, for nothing else hangs on it."""
    try:
        return Metadata(
            title=document.get_metadata_value("Title"),
            author=document.get_metadata_value("Author"),
            producer=document.get_metadata_value("Producer"),
            created=document.get_metadata_value("CreationDate"),
            encrypted=pdfium.FPDF_GetSecurityHandlerRevision(document.raw) != -1,
            outline=tuple(_outline(document)),
            attachments=tuple(sorted(document.get_attachment(i).get_name() for i in range(document.count_attachments()))),
        )
    except (pypdfium2.PdfiumError, ValueError):
        return Metadata()


def _outline(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, int]]:
    for entry in document.get_toc():
        place = entry.get_dest()
        number = place.get_index() if place else None
        if number is not None:
            yield str(entry.get_title()), number + 1


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
