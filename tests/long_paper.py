"""A very long paper: a few pages of pleading, over and over, as one PDF of so many pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.drawn import pleading

_SENTENCE = "The carrier counted {} pallets on the dock, and “nobody signed for them,” Ada Okafor said."
_PEAK = """
import re, sys
from pathlib import Path
from ingest.reader import read
document = read(Path(sys.argv[1]))
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())  # ru_maxrss would count whoever started us too
print(len(document.pages), len(document.text), int(peak[1]) // 1024)
"""


def long_paper(path: Path, pages: int) -> Path:
    """Pages of 28 numbered lines each, all of them different."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    for number in range(1, pages + 1):
        canvas.setFont("Times-Roman", 11)
        for x, y, text in pleading([_SENTENCE.format(100 * number + i) for i in range(1, 28)], number, pages):
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return path


def peak_of_reading(path: Path) -> tuple[int, int, int]:
    """Pages, letters, and the MiB that a process of its own holds at most as it reads ``path``."""
    root = Path(__file__).resolve().parents[1]
    run = subprocess.run([sys.executable, "-c", _PEAK, str(path)], capture_output=True, text=True, check=True, cwd=root)
    pages, letters, peak = map(int, run.stdout.split())
    return pages, letters, peak
