"""The labelled lines of a mail header, read together: which words belong to which label.

To: Bob Ray; Lee,          a value runs over while its list is open, or stands under the value above,
    Ann                    or until the next label of the block
From:                      a value may stand on the line below its label,
Ann Lee
From: / Sent: / To: / Ann Lee / 10/4/2023 1:05 PM / Bob Ray      or all values below all labels
Thursday, October 4, 2023 1:05 PM                                or a label be lost: a date alone is when it was sent
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.dates import first_date, parse_date
from ingest.document import Document
from ingest.mail_labels import ADDRESSED, CORE, label_of, labels_of
from ingest.rows import Passage, Row
from ingest.span import Span
from ingest.when import When

_REPEATED = ("other", "by")
_MOST_ROWS = {"from": 3, "sent": 2, "subject": 3, "attachments": 12, "other": 4, "by": 2, "behalf": 2} | dict.fromkeys(
    ADDRESSED, 60
)
_TAB = 9.0  # points by which words under one another may differ
_FULL_LINE = 60  # letters
_FILE = re.compile(r"[\w)]\.[A-Za-z]\w{1,4}(?:;|\Z)")


@dataclass(slots=True)
class Block:
    """Rows up to ``end`` (outside); ``values`` each label's lines, each in pieces; ``tab`` where values begin, in points."""

    end: int
    values: dict[str, list[list[Span]]] = field(default_factory=dict)
    tab: float | None = None
    last: str = ""

    def text(self, source: str, label: str) -> str:
        """The words of one label; '' if it is not there or empty."""
        return Passage(source, self.pieces(label)).text

    def pieces(self, label: str) -> tuple[Span, ...]:
        """Where the words of one label stand."""
        return tuple(span for line in self.lines(label) for span in line)

    def lines(self, label: str) -> list[tuple[Span, ...]]:
        """The same, apart for each time that the label stands there: BlackBerry prints a "To:" for each addressee."""
        return [kept for line in self.values.get(label, ()) if (kept := tuple(span for span in line if len(span)))]


def read_block(document: Document, rows: list[Row], start: int) -> Block | None:
    """The labelled lines from row ``start`` on; None if no label opens it."""
    stacked = _stacked(document, rows, start)
    if stacked is not None:
        return stacked
    block = Block(start)
    while block.end < len(rows) and _take(document, rows, start, block):
        block.end += 1
    return block if block.values else None


def _take(document: Document, rows: list[Row], start: int, block: Block) -> bool:
    """Add the row at the block's end to it, if it belongs there."""
    row = rows[block.end]
    found = labels_of(document, row) if row.depth == rows[start].depth else []
    if found and found[0][0] == "memo" and block.last == "subject" and not block.text(document.text, "subject"):
        found = []  # "Re: x" below a bare "Subject" is the subject
    if found and _may_follow(block, found[0][0], row):
        for label, value in found:
            block.values.setdefault(label, []).append([value])
            block.last = label
        block.tab = row.tabs[1] if len(row.tabs) > 1 else block.tab
    elif block.last and "sent" not in block.values and not row.gap and timed_date_alone(row.text):
        block.values["sent"] = [[row.span]]
        block.last = "sent"
    elif block.last and _is_wrapped(document, rows, block):
        block.values[block.last][-1].append(row.span)
    else:
        return False
    return True


def _may_follow(block: Block, label: str, row: Row) -> bool:
    if not block.values:
        return label != "memo"
    if label in block.values and label not in _REPEATED:
        return label == block.last and label in ADDRESSED and not row.gap
    if row.gap and label == "from" and len(block.values) > 1:
        return False
    return not row.gap or "subject" not in block.values or label in {"attachments", "other"} or label.startswith("x-")


def _is_wrapped(document: Document, rows: list[Row], block: Block) -> bool:
    """True if the row at the block's end carries on the value above it."""
    row, above = rows[block.end], rows[block.end - 1]
    words = block.text(document.text, block.last)
    is_list = block.last in {*ADDRESSED, "from", "attachments"}
    unfinished = "from" in block.values and block.values.keys().isdisjoint(("sent", "subject"))
    is_open = words.endswith((",", ";")) or row.text.startswith(";") or unfinished
    if is_list and is_open and _label_follows(document, rows, block, past_gaps=True):
        return True  # addressees may be blanked out, row by row
    if row.gap or row.depth > above.depth + 1:
        return False
    is_file = block.last == "attachments" and _FILE.search(row.text)
    if is_file or (is_list and (words.endswith((",", ";")) or _is_open(words) or row.text.startswith(("<", "[mailto")))):
        return True
    if block.tab is not None and abs(row.left - block.tab) <= _TAB and (len(above.cells) < 2 or row.left > above.left + _TAB):
        return True
    below = [label for label, (line, *_) in block.values.items() if len(line) > 1 and not len(line[0])]
    if not words and (
        len(below) >= 2 or (block.last == "subject" and below)
    ):  # the values of this block stand below their labels
        return True
    return _label_follows(document, rows, block) or _is_end_of_subject(rows, block)


def _is_open(words: str) -> bool:
    return any(words.count(a) > words.count(b) and len(words) - words.rfind(a) < _FULL_LINE for a, b in ("<>", "[]", "()"))


def _label_follows(document: Document, rows: list[Row], block: Block, *, past_gaps: bool = False) -> bool:
    """True if another label of the same block follows soon, without a gap: what stands before it is a wrapped value."""
    for row in rows[block.end : block.end + (8 if past_gaps else _MOST_ROWS.get(block.last, 2))]:
        if row.gap and not past_gaps:
            return False
        if found := label_of(document, row):
            return found[0] in (*CORE, "other", "behalf", "by") and _may_follow(block, found[0], row)
    return False


def _is_end_of_subject(rows: list[Row], block: Block) -> bool:
    """A long last label's value may run over by a few words before the gap that ends the block."""
    row, above = rows[block.end], rows[block.end - 1]
    ends = block.end + 1 == len(rows) or rows[block.end + 1].gap
    return block.last == "subject" and ends and len(above.text) >= _FULL_LINE and len(row.text) <= 0.6 * len(above.text)


def _stacked(document: Document, rows: list[Row], start: int) -> Block | None:
    """Labels first, each on its own line, then as many values: what some text layers leave of two columns."""
    labels: list[str] = []
    for row in rows[start : start + 8]:
        found = label_of(document, row)
        if not found or len(found[1]) or found[0] in labels:
            break
        labels.append(found[0])
    values = rows[start + len(labels) : start + 2 * len(labels)]
    if len(labels) < 3 or not {"from", "sent"} <= set(labels) or len(values) < len(labels):
        return None
    if parse_date(values[labels.index("sent")].text) is None:
        return None
    return Block(
        start + 2 * len(labels), {label: [[row.span]] for label, row in zip(labels, values, strict=True)}, last=labels[-1]
    )


def timed_date_alone(text: str) -> When | None:
    """The day and time that are all of ``text``."""
    found = date_at_end(text)
    return found[1] if found and not text[: found[0]].strip() and has_time(found[1]) else None


def date_at_end(text: str) -> tuple[int, When] | None:
    """Where the words before a date that ends ``text`` end, and the date."""
    found = first_date(text)
    if not found or text[found[0].end :].strip(" -_*=>"):
        return None
    before = re.sub(r"(?:\s+on)?\s*\Z", "", text[: found[0].start], flags=re.IGNORECASE)
    return len(before), found[1]


def has_time(when: When) -> bool:
    """True if an interval is an hour or less: a time of day was written."""
    return (when.end - when.start).total_seconds() <= 3600
