"""One way in: ``read(path)`` gives the Document of a PDF, a plain text file, a mail file, or one document of a container.

read(Path("brief.pdf"))    read(Path("0007.eml"))    read(Path("lee.mbox#2"))    read(Path("vol1.dat#ACME_0001"))
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image

from ingest import ocr, pdf
from ingest.document import Box, Cell, Docket, Document, Line, Page, PageState
from ingest.errors import OverLimit
from ingest.furniture import Leaf, lift
from ingest.layout import PrintedLine, body_size, lines_of
from ingest.limits import Limits
from ingest.load_file import read_record
from ingest.mail_file import read_eml
from ingest.mbox_file import read_mbox
from ingest.msg_file import read_msg
from ingest.pacer import file_name_docket
from ingest.piece import Sheet
from ingest.plain_text import read_text
from ingest.segmenter import segmented
from ingest.span import Span

CELL_GAP = "   "
_FEWEST_LETTERS = 12
READERS: Mapping[str, Callable[[Path], Document]] = {  # by the ending of a file's name; anything else is read as a PDF
    ".txt": lambda path: segmented(read_text(path)),
    ".eml": read_eml,
    ".msg": read_msg,
    ".mbox": read_mbox,
    ".dat": read_record,
}


def read(path: Path, limits: Limits | None = None, password: str | None = None) -> Document:
    """The document in a file: text, places, segments.

    :raises ReadError: it cannot be read, and why. Reads in this process: for untrusted files use :func:`ingest.sandbox.read`.
    """
    within = limits or Limits()
    read_kind = READERS.get(path.suffix.lower().partition("#")[0])
    return _within(read_kind(path), within) if read_kind else segmented(_read_pdf(path, within, password))


def _within(document: Document, limits: Limits) -> Document:
    if len(document.text) > limits.letters:
        raise OverLimit(f"{document.name}: {len(document.text):,} letters of text; the limit is {limits.letters:,}")
    return document


def _read_pdf(path: Path, limits: Limits, password: str | None) -> Document:
    pdf.check(path, password)
    sheets = list(pdf.sheets(path, password, max_pages=limits.pages))
    leaves = list(lift(sheets))
    scanned = {i: _recognised(path, password, leaf) for i, leaf in enumerate(leaves) if _wants_ocr(leaf)}
    if scanned:
        leaves = list(lift([scanned.get(i, sheet) for i, sheet in enumerate(sheets)]))
    states = [_state(leaf, ocred=i in scanned) for i, leaf in enumerate(leaves)]
    return _document(path, leaves, states, limits, password)


def _wants_ocr(leaf: Leaf) -> bool:
    """True where the text layer is missing or is furniture alone, and something is painted that may be a picture of text."""
    return leaf.sheet.pictures and sum(len(piece.text) for piece in leaf.body) < _FEWEST_LETTERS


def _recognised(path: Path, password: str | None, leaf: Leaf) -> Sheet:
    """The sheet with what OCR reads on it; stamps that the text layer has are kept from there."""
    image = pdf.picture(path, leaf.sheet.number, ocr.DPI, password, grey=True)
    found = ocr.read_image(image, leaf.sheet.size)
    own = [piece for piece in leaf.sheet.pieces if piece.upright]
    fresh = tuple(p for p in found if not any(_overlaps(p.box, q.box) for q in own))
    return replace(leaf.sheet, pieces=(*leaf.sheet.pieces, *fresh), blank=_is_blank(image))


def _is_blank(image: Image.Image) -> bool:
    """True if hardly a dot of the picture is dark: an empty sheet, scanned."""
    dark = sum(image.convert("L").histogram()[:128])
    return dark < 0.0005 * image.width * image.height


def _overlaps(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.top < b.bottom and b.top < a.bottom


def _state(leaf: Leaf, *, ocred: bool) -> PageState:
    if leaf.body:
        return "ocr" if ocred else "text"
    return "unreadable" if ocred and not leaf.sheet.blank else "blank"


def _document(
    path: Path, leaves: Sequence[Leaf], states: Sequence[PageState], limits: Limits, password: str | None
) -> Document:
    size = body_size(leaves)
    printed = [line for leaf in leaves for line in lines_of(leaf, body_size=size)]
    text, lines = _laid_out([p for p in printed if not p.footnote] + [p for p in printed if p.footnote])
    if len(text) > limits.letters:
        raise OverLimit(f"{path.name}: {len(text):,} letters of text; the limit is {limits.letters:,}")
    return Document(
        id=hashlib.sha256(path.read_bytes()).hexdigest(),
        name=path.name,
        text=text,
        pages=tuple(_page(leaf, state) for leaf, state in zip(leaves, states, strict=True)),
        lines=lines,
        docket=_docket(path.name, leaves),
        metadata=pdf.metadata(path, password),
    )


def _laid_out(printed: Sequence[PrintedLine]) -> tuple[str, tuple[Line, ...]]:
    parts: list[str] = []
    lines: list[Line] = []
    at = 0
    for row in printed:
        start, cells = at, []
        for i, (words, box) in enumerate(row.cells):
            gap = CELL_GAP if i else ""
            cells.append(Cell(Span(at + len(gap), at + len(gap) + len(words)), box))
            parts.append(gap + words)
            at += len(gap) + len(words)
        several = tuple(cells) if len(cells) > 1 else ()
        lines.append(Line(Span(start, at), row.page, row.number, row.box, several, row.size))
        parts.append("\n")
        at += 1
    return "".join(parts), tuple(lines)


def _page(leaf: Leaf, state: PageState) -> Page:
    return Page(
        number=leaf.sheet.number,
        state=state,
        text_source={"text": "embedded", "ocr": "ocr"}.get(state, "none"),  # type: ignore[arg-type]  # the two words are of the type
        size=leaf.sheet.size,
        label=leaf.label or leaf.sheet.label,
        bates=leaf.bates,
        ecf_page=leaf.stamp.page if leaf.stamp else None,
        furniture=tuple(piece.text for piece in leaf.furniture),
        why="" if state != "unreadable" else "neither a text layer nor OCR gives any words",
    )


def _docket(name: str, leaves: Sequence[Leaf]) -> Docket | None:
    """From the first stamp, with the court from a RECAP file name; the name alone where no page is stamped."""
    named = file_name_docket(name)
    stamp = next((leaf.stamp for leaf in leaves if leaf.stamp), None)
    if stamp is None:
        return named
    return Docket(stamp.case, stamp.entry, stamp.attachment, stamp.filed, named.court if named else "")
