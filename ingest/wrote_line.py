"""The line by which a mail program introduces what it quotes.

    On Mon, Aug 28, 2017 at 12:32 PM, Ann Lee <ann@example.com> wrote:        Gmail, Apple Mail
    H wrote:                                                                   where quote marks follow
    Thu, 26 Jun 2014 14:00:51 +0400 от Анна <anna@example.com>:               Mail.ru: no verb
    Am 3. März 2014 um 10:12 schrieb Ann Lee <ann@example.com>:               the verb before the name
    "Ann Lee" <ann@example.com> wrote on 03/04/2014 10:12:13 AM:              Lotus Notes: the date last

It may be wrapped over rows. In prose "On October 4, 2023, Lee wrote:" looks much the same; a time of day, an address in brackets or
quote marks below tell the two apart.
"""

from __future__ import annotations

import re

from ingest.dates import first_date
from ingest.document import Document
from ingest.mail_headers import Header
from ingest.recipients import party
from ingest.rows import Passage, Row, passage
from ingest.when import When

_MOST_ROWS, _MOST_LETTERS = 4, 320
_VERB = re.compile(
    r"(?<!\w)(?:wrote|writes|a écrit|ecrit|schrieb|escribió|escribio|написала?(?:\(а\))?|писала?(?:\(а\))?|пишет|ha scritto|escreveu|schreef|"
    r"skrev|napisała?|(?:het volgende )?geschreven|geschrieben|quoting)(?!\w)",
    re.IGNORECASE,
)
_END = re.compile(r"(?P<colon>:)[-\s]*\Z|(?P<bare>wrote)\s*\Z", re.IGNORECASE)
_LEAD = re.compile(r"[-\s]*(?:On|Am|Le|El|At|In a message dated|Em|Il|Op|Den|W dniu|В)\b\s*", re.IGNORECASE)
_WEEKDAY = re.compile(r"[-\s]*On\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}\s?:\s?\d{2}\b")
_RUBBLE = re.compile(  # what is left of a date that a scan has damaged
    r"(?:\s|,|\bat\b|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d[\d:/,.]*|\b[ap]\.?m\b)+",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r"\A[\s,;–-]*(?:(?:at|um|à|a las|kl\.|om|heeft|użytkownik|в|от|пользователь|schrieb|on)(?!\w)[\s,]*)*|(?:[\s,;:–-]|\bon\b|\bhat am\b)*\Z",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"<[^<>]*>?|\[[^\[\]]*\]|\S+@\S+")


def wrote_line(document: Document, rows: list[Row], i: int) -> Header | None:
    """The header that such a line at row ``i`` is, or None."""
    for end in range(i + 1, min(i + _MOST_ROWS, len(rows)) + 1):
        row = rows[end - 1]
        if end > i + 1 and (row.gap or abs(row.depth - rows[i].depth) > 1):
            return None
        own = passage(document, rows[i:end])
        if len(own.text) > _MOST_LETTERS:
            return None
        if _END.search(own.text):
            return _header(own, rows, i, end)
    return None


def _header(own: Passage, rows: list[Row], i: int, end: int) -> Header | None:
    text = own.text
    verb = _last(_VERB, text)
    dated = first_date(text)
    when = dated[1] if dated else None
    quoted = end < len(rows) and rows[end].depth > rows[i].depth
    place = _author_place(text, verb, dated[0].start if dated else None, dated[0].end if dated else None)
    if end > i + 1 and not _opens(rows[i].text, dated[0].start if dated else None):
        return None
    if place is None or not _is_sure(text, when, verb=verb is not None, quoted=quoted):
        return None
    author = party(own, *place, "from")
    if len(author.name.split()) > 6:
        return None
    addressed = bool(_BRACKETED.search(author.as_written))
    confidence = 0.95 if when and (addressed or quoted) else 0.85
    return Header(i, end, "wrote-line", author=author, when=when, reply=True, confidence=confidence)


def _opens(first_row: str, date_start: int | None) -> bool:
    """True if the first of several rows is where the line begins: at a lead ("On"), at its date, or with its verb."""
    lead = _LEAD.match(first_row)
    start = lead.end() if lead else 0
    return (
        (date_start is not None and date_start <= start + 2) or bool(_WEEKDAY.match(first_row)) or bool(_VERB.search(first_row))
    )


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return found[-1] if found else None


def _is_sure(text: str, when: When | None, *, verb: bool, quoted: bool) -> bool:
    """Sure that a mail program wrote this, and not a person in running text."""
    bracketed = bool(_BRACKETED.search(text))
    timed = bool(_CLOCK.search(text))
    if not verb:
        return bool(when) and timed and bracketed
    if when:
        return timed or bracketed or quoted
    return (quoted and len(text.split()) <= 8) or (bool(_WEEKDAY.match(text)) and timed) or (bracketed and quoted)


def _author_place(
    text: str, verb: re.Match[str] | None, date_start: int | None, date_end: int | None
) -> tuple[int, int] | None:
    """The longest piece with letters that is neither lead, date nor verb."""
    lead = _LEAD.match(text)
    cuts = [(0, lead.end() if lead else 0)]
    if date_start is not None and date_end is not None:
        cuts.append((date_start, date_end))
    elif lead and (rubble := _RUBBLE.match(text, lead.end())):
        cuts.append(rubble.span())
    if verb:
        cuts.append(verb.span())
    cuts.sort()
    pieces = [_bare(text, a, b) for (_, a), (b, _) in zip(cuts, [*cuts[1:], (len(text), 0)], strict=True) if a < b]
    named = [piece for piece in pieces if re.search(r"[^\W\d_]", text[slice(*piece)])]
    return max(named, key=lambda piece: piece[1] - piece[0], default=None)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    head = _JOINTS.match(words)
    start += head.end() if head else 0
    tail = re.search(r"(?:[\s,;:–-]|\bon\b|\bhat am\b)*\Z", text[start:end])
    return start, start + tail.start() if tail else end
