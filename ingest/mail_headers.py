"""The header of a message: the lines that say who wrote, to whom, when.

    From: Ann Lee                     mail-header: a block of labelled lines, in any order, values wrapped or on lines of their own
    Sent: 10/4/2023 1:05 PM
    To: Bob Ray
    Subject: x

    Ann Lee                           lotus-header: name and date above the labels, as Lotus Notes forwards
    05/30/2001 01:39 PM
        To: Bob Ray/ACME@ACME
        Subject: x

    -----Original Message-----        separator: belongs to the header below it; alone, it begins a message of an unknown author

A line that mentions "From:" is no header: three labelled lines must stand together, of which one names the author, or two below a
separator; and none of the labels that make it a memorandum or a fax.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.dates import first_date, parse_date
from ingest.document import Document
from ingest.mail_labels import ADDRESSED, label_of
from ingest.rows import Passage, Row
from ingest.recipients import address_of, name_from_address, parties, party
from ingest.segment import Party
from ingest.span import Span
from ingest.when import When

_CORE = ("from", "sent", "to", "cc", "bcc", "subject", "attachments")
_REPEATED = ("other", "by")
_WRAPS = {"from": 3, "sent": 2, "subject": 3, "attachments": 12, "other": 4, "by": 2, "behalf": 2}
_MOST_ADDRESSEES = 60  # rows
_DIVIDERS = r"[-_*=~—–\s]"
_SEPARATOR = re.compile(
    rf"{_DIVIDERS}*(?:original (?:message|appointment)|forwarded message|begin forwarded message|reply message|forwarded by\b.*|"
    rf"ursprüngliche nachricht|weitergeleitete nachricht|message (?:d['’]origine|transféré)|mensaje (?:original|reenviado)|"
    rf"(?:исходное|пересылаемое|пересланное) (?:сообщение|письмо)){_DIVIDERS}*:?{_DIVIDERS}*\Z|{_DIVIDERS}{{4,}}original\b.{{0,12}}\Z",
    re.IGNORECASE,
)
_FORWARDED_BY = re.compile(rf"{_DIVIDERS}*forwarded by\b", re.IGNORECASE)
_RULE = re.compile(r"[-_*=~—–]{4,}\Z")
_DATED_END = re.compile(r"(?:\s+on)?\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """Rows ``first`` to ``end`` (outside). ``reply`` is True where its form only ever stands below the message that answers it."""

    first: int
    end: int
    rule: str
    author: Party | None = None
    addressees: tuple[Party, ...] = ()
    when: When | None = None
    subject: str = ""
    reply: bool = False
    confidence: float = 0.97


@dataclass(slots=True)
class _Block:
    """Labelled lines that stand together; ``values`` the pieces of each label's words."""

    end: int
    values: dict[str, list[Span]] = field(default_factory=dict)
    tab: float | None = None
    last: str = ""

    def text(self, source: str, label: str) -> str:
        return Passage(source, self.pieces(label)).text

    def pieces(self, label: str) -> tuple[Span, ...]:
        return tuple(span for span in self.values.get(label, ()) if len(span))


HeaderReader = Callable[[Document, list[Row], int], Header | None]


def labelled(document: Document, rows: list[Row], i: int) -> Header | None:
    """A block of labelled lines, with the separator above it."""
    start = _below_separator(rows, i)
    block = _stacked(document, rows, start) or _block(document, rows, start)
    if block is None or not _is_header(document, rows, start, block, separated=start > i):
        return None
    header = _header(document, block)
    return replace(header, first=i, reply=start > i, confidence=header.confidence if "from" in block.values else 0.6)


def lotus(document: Document, rows: list[Row], i: int) -> Header | None:
    """A name, a date and perhaps "Sent by" above "To:", as Lotus Notes prints a forwarded message."""
    start = _below_separator(rows, i)
    if start >= len(rows) or label_of(document, rows[start]) or len(rows[start].text.split()) > 12:
        return None
    labels = start + 1
    while labels < min(start + 6, len(rows)) and _is_lotus_detail(document, rows[labels]):
        labels += 1
    block = _block(document, rows, labels)
    if block is None or "from" in block.values or not {"to", "subject"} <= block.values.keys():
        return None
    dated = [when for row in rows[start:labels] if (when := _date_at_end(row.text))]
    if len(dated) != 1 or not _name_before(rows[start].text):
        return None
    name = _name_before(rows[start].text)
    own = Passage(document.text, (rows[start].span,))
    header = replace(_header(document, block), author=party(own, 0, len(name), "from"), when=dated[0][1])
    return replace(header, rule="lotus-header", first=i, end=block.end, reply=True, confidence=0.95)


def separator(document: Document, rows: list[Row], i: int) -> Header | None:  # noqa: ARG001 - all readers have one type
    """A line like "-----Original Message-----" with no header below it that can be read: somebody else begins, unknown who."""
    ruled = re.search(r"[-_*=~—–]{4,}", rows[i].text)
    return Header(i, _below_separator(rows, i), "separator", reply=True, confidence=0.5) if ruled and _SEPARATOR.match(rows[i].text) else None


def unlabelled_from(document: Document, rows: list[Row], i: int) -> Header | None:
    """A party with an address right above "Sent:" and "To:", where a scan has lost the label "From:"."""
    if i + 1 >= len(rows) or rows[i + 1].gap or rows[i + 1].head or not address_of(rows[i].text):
        return None
    found, block = label_of(document, rows[i + 1]), _block(document, rows, i + 1)
    if not found or found[0] != "sent" or block is None or "from" in block.values or not {"to", "subject"} <= block.values.keys():
        return None
    own = Passage(document.text, (rows[i].cells[-1],))
    header = replace(_header(document, block), author=party(own, 0, len(own.text), "from"))
    return replace(header, first=i, rule="unlabelled-from", confidence=0.8)


def _below_separator(rows: list[Row], i: int) -> int:
    """The first row below a separator at ``i`` (which may be two rows long, and ruled off); ``i`` itself where there is none."""
    start = i
    for _ in range(3):
        if start >= len(rows):
            return i
        two = f"{rows[start].text} {rows[start + 1].text}" if start + 1 < len(rows) else ""
        if _FORWARDED_BY.match(rows[start].text) and not first_date_in(rows[start].text) and _date_at_end(two.rstrip("-_*= ")):
            start += 2
        elif _SEPARATOR.match(rows[start].text):
            start += 1
        elif _RULE.match(rows[start].text) and start == i:
            start += 1
        elif _FORWARDED_BY.match(rows[i].text) and start == i + 1 and re.search(r"-{4,}\Z", rows[start].text):
            start += 1
        else:
            break
    return start


def first_date_in(text: str) -> When | None:
    """The first date of ``text`` if a time stands with it."""
    found = first_date(text)
    return found[1] if found and (found[1].end - found[1].start).total_seconds() <= 3600 else None


def _block(document: Document, rows: list[Row], start: int) -> _Block | None:
    """The labelled lines from ``start`` on; None if that row has no label."""
    block = _Block(start)
    while block.end < len(rows):
        row = rows[block.end]
        found = label_of(document, row) if row.depth == rows[start].depth else None
        if found and _may_follow(block, found[0], row):
            label, value = found
            block.values.setdefault(label, []).append(value)
            block.last = label
            block.tab = row.tabs[1] if len(row.tabs) > 1 else block.tab
        elif block.last and _is_wrapped(document, rows, block):
            block.values[block.last].append(row.span)
        else:
            break
        block.end += 1
    return block if block.values else None


def _may_follow(block: _Block, label: str, row: Row) -> bool:
    if not block.values:
        return label != "memo"
    if label in block.values and label not in _REPEATED:
        return False
    if row.gap and label == "from" and len(block.values) > 1:
        return False
    return not row.gap or "subject" not in block.values or label in {"attachments", "other"} or label.startswith("x-")


def _is_wrapped(document: Document, rows: list[Row], block: _Block) -> bool:
    """True if the row at the block's end carries on the value above it."""
    row = rows[block.end]
    if row.gap or row.depth > rows[block.end - 1].depth + 1:
        return False
    words = block.text(document.text, block.last)
    is_list = block.last in ADDRESSED or block.last in {"from", "attachments"}
    if is_list and (words.endswith((",", ";")) or _is_open(words)):
        return True
    if (
        block.tab is not None
        and abs(row.left - block.tab) <= 9.0
        and row.left > rows[block.end - 1].left + 9.0 - 9.0 * (len(rows[block.end - 1].cells) < 2)
    ):
        return True
    return _label_follows(document, rows, block) or _is_end_of_subject(rows, block)


def _is_open(words: str) -> bool:
    return any(
        words.count(left) > words.count(right) and len(words) - words.rfind(left) < 60 for left, right in ("<>", "[]", "()")
    )


def _label_follows(document: Document, rows: list[Row], block: _Block) -> bool:
    """True if another label of the same block follows soon, without a gap: what stands before it is a wrapped value."""
    most = _MOST_ADDRESSEES if block.last in ADDRESSED else _WRAPS.get(block.last, 2)
    for row in rows[block.end : block.end + most]:
        if row.gap:
            return False
        found = label_of(document, row)
        if found:
            return found[0] in (*_CORE, "other", "behalf", "by") and _may_follow(block, found[0], row)
    return False


def _is_end_of_subject(rows: list[Row], block: _Block) -> bool:
    """A long last label's value may run over by a few words before the gap that ends the block."""
    row, above = rows[block.end], rows[block.end - 1]
    ends = block.end + 1 == len(rows) or rows[block.end + 1].gap
    return block.last == "subject" and ends and len(above.text) >= 60 and len(row.text) <= 0.6 * len(above.text)


def _stacked(document: Document, rows: list[Row], start: int) -> _Block | None:
    """Labels first, each on its own line, then as many values: what is left of two columns in some text layers."""
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
    block = _Block(start + 2 * len(labels), last=labels[-1])
    block.values = {label: [row.span] for label, row in zip(labels, values, strict=True)}
    return block


def _is_header(document: Document, rows: list[Row], start: int, block: _Block, *, separated: bool) -> bool:
    labels = {label for label in block.values if label in _CORE}
    dated = first_date_in(block.text(document.text, "sent")) or first_date_in(block.text(document.text, "from"))
    if "memo" in block.values or (_is_shouted(document, rows, start, block.end) and not dated):
        return False
    if "from" in labels:
        return len(labels) >= 3 or (len(labels) == 2 and (separated or bool(dated)) and labels != {"from", "subject"})
    if {"to", "subject"} <= labels and labels & {"sent", "cc"}:
        return separated or rows[start].head or bool(dated)
    return False


def _is_shouted(document: Document, rows: list[Row], start: int, end: int) -> bool:
    """All labels in capitals: a memorandum, unless a time of day is given."""
    labels = [row.text.partition(":")[0] for row in rows[start:end] if label_of(document, row)]
    return all(label.isupper() for label in labels)


def _header(document: Document, block: _Block) -> Header:
    source = document.text
    author, dated = _author(source, block)
    sent = block.text(source, "sent")
    when = parse_date(sent) or (found[1] if (found := first_date(sent)) else dated)
    return Header(
        first=-1,
        end=block.end,
        rule="mail-header",
        author=author,
        addressees=tuple(p for role in ("to", "cc", "bcc") for p in _addressees(source, block, role)),
        when=when,
        subject=" ".join(block.text(source, "subject").split()),
        confidence=0.97 if author and when else 0.85,
    )


def _author(source: str, block: _Block) -> tuple[Party | None, When | None]:
    """Who wrote, and the date where it stands on the same line ("From: Ann Lee on 05/31/2001 05:28 PM")."""
    own = Passage(source, block.pieces("from"))
    text, dated = own.text, None
    if "sent" not in block.values and (found := _date_at_end(text)):
        text, dated = text[: found[0]], found[1]
    author = party(own, 0, len(text), "from") if text.strip() else None
    for label in ("x-from", "behalf"):
        other = Passage(source, block.pieces(label))
        named = party(other, 0, len(other.text), "from") if other.text.strip() else None
        if named and named.name:
            author = replace(author or named, name=named.name)
    return author, dated


def _addressees(source: str, block: _Block, role: str) -> tuple[Party, ...]:
    """The parties of one label; where an export repeats the line with names ("X-To"), the names from there."""
    found = parties(Passage(source, block.pieces(role)), role) if block.pieces(role) else ()
    named = parties(Passage(source, block.pieces(f"x-{role}")), role) if block.pieces(f"x-{role}") else ()
    if not found or len(found) != len(named):
        return found or named
    return tuple(
        replace(a, name=b.name) if b.name and b.name != name_from_address(address_of(b.as_written)) else a
        for a, b in zip(found, named, strict=True)
    )


def _is_lotus_detail(document: Document, row: Row) -> bool:
    found = label_of(document, row)
    if found or row.text.lower().startswith("please respond to"):
        return not found or found[0] == "by"
    dated = _date_at_end(row.text)
    return bool(dated and not row.text[: dated[0]].strip()) or row.text.startswith("@")


def _date_at_end(text: str) -> tuple[int, When] | None:
    """Where the words before a date that ends ``text`` end, and the date."""
    found = first_date(text)
    if not found or text[found[0].end :].strip(" -_*="):
        return None
    before = text[: found[0].start]
    match = _DATED_END.search(before)
    return (match.start() if match else len(before)), found[1]


def _name_before(text: str) -> str:
    dated = _date_at_end(text)
    words = text[: dated[0]] if dated else text
    return words if re.search(r"[^\W\d_]{2}", words) and not words.rstrip().endswith((".", "?", "!", ":")) else ""
