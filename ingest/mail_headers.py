"""The header of a message: the lines that say who wrote, to whom, when.

    From: Ann Lee                     mail-header: a block of labelled lines, in any order
    Sent: 10/4/2023 1:05 PM
    To: Bob Ray
    Subject: x

    Ann Lee <ann@example.com>         unlabelled-from: a scan has lost "From:"
    Sent: 10/4/2023 1:05 PM
    To: Bob Ray

    -----Original Message-----        separator: belongs to the header below it; alone, it begins a message of an unknown author

A line that mentions "From:" is no header: three labelled lines must stand together, of which one names the author, or two below a
separator; and none of the labels that make it a memorandum or a fax.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.dates import first_date, parse_date
from ingest.document import Document
from ingest.mail_block import Block, date_at_end, has_time, read_block
from ingest.mail_labels import CORE, label_of
from ingest.mail_separators import below_separator, is_ruled_separator
from ingest.recipients import address_of, is_withheld, name_from_address, parties, party
from ingest.rows import Passage, Row
from ingest.segment import Party
from ingest.when import When


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


HeaderReader = Callable[[Document, list[Row], int], Header | None]


def labelled(document: Document, rows: list[Row], i: int) -> Header | None:
    """A block of labelled lines, with the separator above it."""
    start = below_separator(rows, i)
    block = read_block(document, rows, start)
    if block is None or not _is_header(document, rows, start, block, separated=start > i):
        return None
    header = header_of(document, i, block)
    return replace(header, reply=start > i, confidence=header.confidence if "from" in block.values else 0.6)


def unlabelled_from(document: Document, rows: list[Row], i: int) -> Header | None:
    """A party with an address right above "Sent:" and "To:", where a scan has lost the label "From:"."""
    if i + 1 >= len(rows) or rows[i + 1].gap or rows[i + 1].head or not address_of(rows[i].text):
        return None
    found, block = label_of(document, rows[i + 1]), read_block(document, rows, i + 1)
    if (
        not found
        or found[0] != "sent"
        or block is None
        or "from" in block.values
        or not {"to", "subject"} <= block.values.keys()
    ):
        return None
    own = Passage(document.text, (rows[i].cells[-1],))
    return replace(
        header_of(document, i, block), author=party(own, 0, len(own.text), "from"), rule="unlabelled-from", confidence=0.8
    )


def separator(document: Document, rows: list[Row], i: int) -> Header | None:  # noqa: ARG001 - all readers have one type
    """A line like "-----Original Message-----" with no header below it that can be read: somebody else begins, unknown who."""
    ruled = is_ruled_separator(rows[i])
    return Header(i, max(i + 1, below_separator(rows, i)), "separator", reply=True, confidence=0.5) if ruled else None


def _is_header(document: Document, rows: list[Row], start: int, block: Block, *, separated: bool) -> bool:
    labels = {label for label in block.values if label in CORE}
    dates = (first_date(block.text(document.text, label)) for label in ("sent", "from"))
    timed = any(found and has_time(found[1]) for found in dates)
    if "memo" in block.values or (_is_shouted(document, rows, start, block.end) and not timed):
        return False
    if "from" in labels:
        return len(labels) >= 3 or (len(labels) == 2 and (separated or timed) and labels != {"from", "subject"})
    return {"to", "subject"} <= labels and bool(labels & {"sent", "cc"}) and (separated or rows[start].head or timed)


def _is_shouted(document: Document, rows: list[Row], start: int, end: int) -> bool:
    """All labels in capitals: a memorandum, unless a time of day is given."""
    labels = [row.text.partition(":")[0] for row in rows[start:end] if label_of(document, row)]
    return all(label.isupper() for label in labels)


def header_of(document: Document, first: int, block: Block) -> Header:
    """What the labelled lines of ``block`` say, in a header that begins at row ``first``."""
    source = document.text
    author, dated = _author(source, block)
    sent = " ".join(block.text(source, "sent").split())
    found = first_date(sent)
    when = parse_date(sent) or (found[1] if found else dated)
    return Header(
        first=first,
        end=block.end,
        rule="mail-header",
        author=author,
        addressees=tuple(p for role in ("to", "cc", "bcc") for p in _addressees(source, block, role)),
        when=when,
        subject=" ".join(block.text(source, "subject").split()),
        confidence=0.97 if author and when else 0.85,
    )


def _author(source: str, block: Block) -> tuple[Party | None, When | None]:
    """Who wrote, and the date where it stands on the same line ("From: Ann Lee on 05/31/2001 05:28 PM")."""
    own = Passage(source, block.pieces("from"))
    text, dated = own.text, None
    if "sent" not in block.values and (found := date_at_end(text)):
        text, dated = text[: found[0]], found[1]
    author = party(own, 0, len(text), "from") if text.strip() and not is_withheld(text) else None
    for label in ("x-from", "behalf"):
        other = Passage(source, block.pieces(label))
        named = party(other, 0, len(other.text), "from") if other.text.strip() else None
        if named and named.name:
            author = replace(author or named, name=named.name)
    return author, dated


def _addressees(source: str, block: Block, role: str) -> tuple[Party, ...]:
    """The parties of one label; where an export repeats the line with names ("X-To"), the names from there."""
    found, named = (
        tuple(one for line in block.lines(label) for one in parties(Passage(source, line), role))
        for label in (role, f"x-{role}")
    )
    if not found or len(found) != len(named):
        return found or named
    return tuple(
        replace(a, name=b.name) if b.name and b.name != name_from_address(address_of(b.as_written)) else a
        for a, b in zip(found, named, strict=True)
    )
