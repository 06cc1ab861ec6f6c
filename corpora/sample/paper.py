"""The papers that filings are written on: margins, printed line numbers, stamps and footers.

pleading     numbers 1 to 28 between rules, the title of the paper at the foot
transcript   numbers 1 to 25, the page number at the top
furniture    Stamp(...), Bates(...): what every page carries beside its text
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from corpora.sample.ink import Ink, Rule, Text

LETTER_SIZE = (612.0, 792.0)
STAMP_BLUE = "#0000cc"


@dataclass(frozen=True, slots=True)
class Facts:
    """What furniture may depend on: the page's place in the file, the number of pages, the printed page number."""

    number: int
    total: int
    label: int


Furniture = Callable[[Facts], tuple[Ink, ...]]


@dataclass(frozen=True, slots=True)
class Paper:
    """Margins in points from the left edge and the top; ``top`` and ``bottom`` are the first and the last baseline.

    ``grid`` is how far apart the ``numbers`` printed lines stand (0: no numbers are printed).
    """

    left: float = 72
    right: float = 540
    top: float = 84
    bottom: float = 720
    grid: float = 0
    numbers: int = 0
    furniture: tuple[Furniture, ...] = ()
    size: tuple[float, float] = LETTER_SIZE

    def number_at(self, y: float) -> int | None:
        """The printed line number nearest to a baseline, the upper of two as near; None where none are printed."""
        if not self.numbers:
            return None
        steps = (y - self.top) / self.grid
        return min(max(1, int(steps + 0.499) + 1), self.numbers)

    def with_furniture(self, *furniture: Furniture) -> Paper:
        """The same paper with more on every page."""
        return replace(self, furniture=self.furniture + furniture)


def centered(y: float, text: str, font: str, size: float, color: str = "#000000") -> Text:
    """``text`` in the middle of a letter-size page."""
    return Text((LETTER_SIZE[0] - stringWidth(text, font, size)) / 2, y, text, font, size, color)


def flush_right(x: float, y: float, text: str, font: str, size: float) -> Text:
    """``text`` ending at ``x``."""
    return Text(x - stringWidth(text, font, size), y, text, font, size)


def stamp(case: str, document: str, filed: str) -> Furniture:
    """The line that the court's filing system prints across the top of every page."""

    def draw(facts: Facts) -> tuple[Ink, ...]:
        line = f"Case {case}   Document {document}   Filed {filed}   Page {facts.number} of {facts.total}"
        return (centered(22, line, "Helvetica", 10, STAMP_BLUE),)

    return draw


def bates(prefix: str, first: int, *, skip: int = 0) -> Furniture:
    """A production stamp at the lower right, counting from ``first`` after ``skip`` pages without one (slip sheets)."""

    def draw(facts: Facts) -> tuple[Ink, ...]:
        if facts.number <= skip:
            return ()
        return (flush_right(560, 768, f"{prefix}{first + facts.number - skip - 1:08d}", "Helvetica", 9),)

    return draw


def legend(text: str, *, skip: int = 0) -> Furniture:
    """A confidentiality legend at the lower left."""

    def draw(facts: Facts) -> tuple[Ink, ...]:
        return () if facts.number <= skip else (Text(52, 768, text, "Helvetica-Bold", 9),)

    return draw


def _pleading_frame(facts: Facts) -> tuple[Ink, ...]:
    del facts
    numbers = tuple(flush_right(86, 72 + 24 * i, str(i + 1), "Times-Roman", 12) for i in range(28))
    rules = (Rule(93, 0, 93, 792), Rule(96, 0, 96, 792), Rule(558, 0, 558, 792))
    return (*numbers, *rules)


def pleading(title: str, case: str) -> Paper:
    """The 28-line paper of California: double rule left, single right, the title of the paper under a rule at the foot."""

    def footer(facts: Facts) -> tuple[Ink, ...]:
        name = centered(772, f"{title} – CASE NO. {case}", "Times-Roman", 8)
        return (Rule(104, 736, 552, 736), centered(752, str(facts.label), "Times-Roman", 11), name)

    return Paper(left=104, right=552, top=72, bottom=720, grid=24, numbers=28, furniture=(_pleading_frame, footer))


def _chambers_frame(facts: Facts) -> tuple[Ink, ...]:
    numbers = tuple(flush_right(76, 72 + 24 * i, str(i + 1), "Times-Roman", 12) for i in range(28))
    court = Text(34, 520, "United States District Court", "Times-Bold", 15, turn=90)
    district = Text(50, 494, "Northern District of California", "Times-Roman", 10, turn=90)
    return (*numbers, Rule(84, 40, 84, 752), court, district, centered(766, str(facts.label), "Times-Roman", 11))


CHAMBERS = Paper(left=104, right=548, top=72, bottom=720, grid=24, numbers=28, furniture=(_chambers_frame,))


def _reporter_frame(facts: Facts) -> tuple[Ink, ...]:
    numbers = tuple(flush_right(98, 88 + 25 * i, str(i + 1), "Courier", 12) for i in range(25))
    edges = (Rule(106, 44, 106, 706), Rule(560, 44, 560, 706), Rule(106, 44, 560, 44), Rule(106, 706, 560, 706))
    return (*edges, *numbers, flush_right(554, 60, f"Page {facts.label}", "Courier", 11))


REPORTER = Paper(left=116, right=556, top=88, bottom=688, grid=25, numbers=25, furniture=(_reporter_frame,))


def _court_reporter_frame(facts: Facts) -> tuple[Ink, ...]:
    numbers = tuple(flush_right(94, 84 + 25.5 * i, str(i + 1), "Courier", 12) for i in range(25))
    return (*numbers, flush_right(548, 54, str(facts.label), "Courier", 12))


COURT_REPORTER = Paper(left=112, right=550, top=84, bottom=696, grid=25.5, numbers=25, furniture=(_court_reporter_frame,))
PLAIN = Paper()
