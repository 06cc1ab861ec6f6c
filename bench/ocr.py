"""OCR measured: the sample corpus drawn at 200 dots an inch and read, against its own text; letter errors and seconds a page.

``rapidocr`` is measured beside it where it is installed.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import tempfile
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image
from rapidfuzz.distance import Levenshtein

from bench.places import FIGURES
from corpora.sample import write
from ingest import ocr, pdf
from ingest.document import Box
from ingest.errors import ReadError
from ingest.piece import Piece, Sheet, rows_of
from ingest.recognition import words_on

MOST_ERRORS = 0.01
PAGES_A_FILE = 2
_Engine = Callable[[Image.Image, tuple[float, float]], Sequence[Piece]]
# The typesetter's quotes and dashes are told from the typewriter's by few engines and no reader.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "\u2011": "-"})


def main() -> None:
    """Measure and print; keep the figures in ``bench/figures/ocr.json``."""
    with tempfile.TemporaryDirectory() as scratch:
        write(Path(scratch))
        pages = [page for path in sorted((Path(scratch) / "filings").glob("*.pdf")) for page in _pages(path)]
    engines: dict[str, _Engine] = {"tesserocr": lambda picture, size: words_on(picture, size).pieces}
    if importlib.util.find_spec("rapidocr"):
        engines["rapidocr"] = _rapid()
    figures = {name: _measured(engine, pages if name == "tesserocr" else pages[::5]) for name, engine in engines.items()}
    print(json.dumps(figures, indent=1))
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / "ocr.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if figures["tesserocr"]["error_rate"] > MOST_ERRORS:
        print(f"more than {MOST_ERRORS:.0%} of the letters differ: wrongly read, or in another order of lines")


def _pages(path: Path) -> list[tuple[Sheet, Image.Image]]:
    """The first pages of a file that have a text layer, drawn."""
    try:
        texts = [sheet for sheet in pdf.sheets(path) if sum(len(piece.text) for piece in sheet.pieces) > 200]
    except ReadError:  # the sample has files that are locked or broken on purpose
        return []
    return [(sheet, pdf.picture(path, sheet.number, ocr.DPI, grey=True)) for sheet in texts[:PAGES_A_FILE]]


def _measured(engine: _Engine, pages: Sequence[tuple[Sheet, Image.Image]]) -> dict[str, float]:
    wrong, letters, start, began = 0, 0, time.perf_counter(), time.process_time()
    for sheet, picture in pages:
        truth = _text(sheet.pieces)
        wrong += Levenshtein.distance(truth, _text(engine(picture, sheet.size)))
        letters += len(truth)
    seconds, processor = (time.perf_counter() - start) / len(pages), (time.process_time() - began) / len(pages)
    return {
        "pages": len(pages),
        "letters": letters,
        "error_rate": round(wrong / letters, 4),
        "seconds_a_page": round(seconds, 2),
        "processor_seconds_a_page": round(processor, 2),
    }


def _text(pieces: Sequence[Piece]) -> str:
    """The page line by line, without leaders and drawn lines, with white space made one."""
    lines = (" ".join(piece.text for piece in row) for row in rows_of([piece for piece in pieces if piece.upright]))
    plain = unicodedata.normalize("NFKC", "\n".join(lines)).translate(_PLAIN)
    return " ".join(re.sub(r"\.{3,}|(?:\. ){3,}|_{3,}", " ", plain).split())


def _rapid() -> _Engine:
    engine = importlib.import_module("rapidocr").RapidOCR()

    def read(image: Image.Image, size: tuple[float, float]) -> list[Piece]:
        found, scale = engine(image.convert("RGB")), size[0] / image.width
        return [
            _piece(text, corners, scale)
            for text, corners in zip(found.txts or (), () if found.boxes is None else found.boxes, strict=True)
        ]

    return read


def _piece(text: str, corners: Sequence[Sequence[float]], scale: float) -> Piece:
    xs, ys = [float(x) * scale for x, _ in corners], [float(y) * scale for _, y in corners]
    return Piece(text, Box(min(xs), min(ys), max(xs), max(ys)), size=max(ys) - min(ys))
