"""One way in: ``read(path)`` gives the Document of a PDF, a plain text file, a mail file, or one document of a container.

read(Path("brief.pdf"))    read(Path("0007.eml"))    read(Path("lee.mbox#2"))    read(Path("vol1.dat#ACME_0001"))
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image

from ingest import pdf
from ingest.ascii_transcript import without_numbers
from ingest.condensed_scan import read_closer
from ingest.document import Box, Cell, Docket, Document, Line, Page
from ingest.errors import OverLimit
from ingest.furniture import Leaf, lift
from ingest.garbage import uncollected
from ingest.layout import PrintedLine, body_size, lines_of
from ingest.limits import Limits
from ingest.load_file import read_record
from ingest.mail_file import read_eml
from ingest.mbox_file import read_mbox
from ingest.msg_file import read_msg
from ingest.pacer import file_name_docket
from ingest.page_label import with_sure_labels
from ingest.piece import Sheet
from ingest.plain_text import read_text
from ingest.recognition import Recognised, reason, recognised, state_of
from ingest.redaction import told
from ingest.segmenter import segmented
from ingest.span import Span
from ingest.turning import Turn
from ingest.uncovered import find_uncovered

CELL_GAP = "   "
READERS: Mapping[str, Callable[[Path], Document]] = {  # by the ending of a file's name; anything else is read as a PDF
    ".txt": lambda path: segmented(without_numbers(read_text(path))),
    ".eml": read_eml,
    ".msg": read_msg,
    ".mbox": read_mbox,
    ".dat": read_record,
}


Released = Mapping[int, Sequence[Box]]
"""The boxes of failed redactions whose words may be read, by page."""


def read(path: Path, limits: Limits | None = None, password: str | None = None, released: Released | None = None) -> Document:
    """The document in a file: text, places, segments; with the words under the redactions ``released``, and under no others.

    :raises ReadError: it cannot be read, and why. Reads in this process: for untrusted files use :func:`ingest.sandbox.read`.
    """
    within = limits or Limits()
    read_kind = READERS.get(path.suffix.lower().partition("#")[0])
    return _within(read_kind(path), within) if read_kind else segmented(read_pages(path, within, password, released))


def _within(document: Document, limits: Limits) -> Document:
    if len(document.text) > limits.letters:
        raise OverLimit(f"{document.name}: {len(document.text):,} letters of text; the limit is {limits.letters:,}")
    return document


@uncollected()
def read_pages(path: Path, limits: Limits, password: str | None = None, released: Released | None = None) -> Document:
    """The document in a PDF before anybody asks who is writing: text, lines and places, without segments."""
    sheets, metadata = pdf.contents(path, password, max_pages=limits.pages, released=released)
    leaves = list(lift(sheets))

    def draw(page: int, dpi: int) -> Image.Image:
        drawn = pdf.picture(path, page, dpi, password, grey=True)
        return Turn(sheets[page - 1].size, sheets[page - 1].quarter).apply(drawn)

    found = recognised(leaves, draw)
    if found:
        read_by_ocr = read_closer({i: f.sheet for i, f in found.items()}, lambda n, dpi: found[n - 1].turn.apply(draw(n, dpi)))
        leaves = list(lift([read_by_ocr.get(i, sheet) for i, sheet in enumerate(sheets)]))
    leaves = with_sure_labels(
        leaves, lambda page, dpi: found[page - 1].turn.apply(draw(page, dpi)) if page - 1 in found else draw(page, dpi)
    )
    document = replace(_document(path, leaves, found, limits), metadata=metadata)
    return find_uncovered(document, [leaf.sheet for leaf in leaves]) if released else document


def _document(path: Path, leaves: Sequence[Leaf], found: Mapping[int, Recognised], limits: Limits) -> Document:
    size = body_size(leaves)
    printed = [line for leaf in leaves for line in lines_of(leaf, body_size=size)]
    text, lines = _laid_out([p for p in printed if not p.footnote] + [p for p in printed if p.footnote])
    if len(text) > limits.letters:
        raise OverLimit(f"{path.name}: {len(text):,} letters of text; the limit is {limits.letters:,}")
    return Document(
        id=hashlib.sha256(path.read_bytes()).hexdigest(),
        name=path.name,
        text=text,
        pages=tuple(_page(leaf, found.get(i)) for i, leaf in enumerate(leaves)),
        lines=lines,
        docket=_docket(path.name, leaves),
    )


def _laid_out(printed: Sequence[PrintedLine]) -> tuple[str, tuple[Line, ...]]:
    parts: list[str] = []
    lines: list[Line] = []
    at = 0
    for row in printed:
        (words, box), *others = row.cells
        several: tuple[Cell, ...] = ()
        if others:
            words, box, several = CELL_GAP.join(words for words, _ in row.cells), row.box, tuple(_cells(row, at))
        parts.append(words)
        end = at + len(words)
        lines.append(Line(Span(at, end), row.page, row.number, box, several, row.size, row.label))
        at = end + 1
    parts.append("")
    return "\n".join(parts), tuple(lines)


def _cells(row: PrintedLine, at: int) -> Iterator[Cell]:
    for words, box in row.cells:
        yield Cell(Span(at, at + len(words)), box)
        at += len(words) + len(CELL_GAP)


def _page(leaf: Leaf, found: Recognised | None) -> Page:
    state = state_of(leaf, found)
    sheet = leaf.sheet
    return Page(
        number=sheet.number,
        state=state,
        text_source={"text": "embedded", "ocr": "ocr"}.get(state, "none"),  # type: ignore[arg-type]  # the two words are of the type
        size=sheet.size,
        label=leaf.label or sheet.label,
        bates=leaf.bates,
        ecf_page=leaf.stamp.page if leaf.stamp else None,
        furniture=tuple(piece.text for piece in leaf.furniture),
        why="; ".join(filter(None, (reason(state, found), *_told(sheet)))),
        confidence=found.confidence if found and state in {"ocr", "unreadable"} else None,
        redactions=sheet.redactions,
        failed=sheet.failed,
        released=tuple(box for box, _ in sheet.released),
        quarter=(sheet.quarter + (found.turn.quarter if found else 0)) % 360,
        tilt=found.turn.tilt if found else 0.0,
        scan=sheet.scan,
    )


def _told(sheet: Sheet) -> tuple[str, str]:
    return told(len(sheet.failed), (), "withheld"), told(len(sheet.released), (), "released")


def _docket(name: str, leaves: Sequence[Leaf]) -> Docket | None:
    """From the first stamp, with the court from a RECAP file name; the name alone where no page is stamped."""
    named = file_name_docket(name)
    stamp = next((leaf.stamp for leaf in leaves if leaf.stamp), None)
    if stamp is None:
        return named
    return Docket(stamp.case, stamp.entry, stamp.attachment, stamp.filed, named.court if named else "")
