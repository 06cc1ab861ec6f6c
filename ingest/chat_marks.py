"""What a chat program prints among the words: notes of its own, and marks that are no words of the speaker's.

note        "Messages and calls are end-to-end encrypted", "10/4/23, 1:04 PM - Ann Lee added Bob Ray"     nobody's
no words    "image omitted", "<Media omitted>", "This message was deleted."       a message without words
mark        "(edited)", ":thumbsup: 2", "3 replies", "Read 1:06 PM"               left out of the words
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.chat_stamp import CLOCK, STAMP
from ingest.span import Span

_UNSEEN = (
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\ufffd"  # marks of direction: WhatsApp puts one before what nobody typed
)
_SAFE = re.compile(r"messages and calls are end-to-end encrypted|messages you send to this (?:group|chat) are ", re.IGNORECASE)
_STAMPED = re.compile(rf"[{_UNSEEN}]*(?:\[?{STAMP}\]?|\[{CLOCK}\])\s*[-–]?\s+\S")
_NO_WORDS = re.compile(
    r"<?(?:image|video|audio|voice message|sticker|gif|document|media|contact card|file) omitted>?|<attached: [^<>]+>|"
    r".{0,80}\.(?:jpe?g|png|mp4|opus|pdf|vcf|webp) \(file attached\)|you deleted this message\.?|"
    r"\[?(?:this|your) message (?:was|has been) (?:deleted|unsent|removed)\b[^.]{0,40}\.?\]?|\[?(?:message deleted|deleted message)\]?\.?",
    re.IGNORECASE,
)
_EDITED = re.compile(rf"\s*[{_UNSEEN}]*(?:<this message was edited>|[(\[]edited[)\]])\s*\Z", re.IGNORECASE)
_EMOJI = r"(?::[\w+-]{2,30}:|[\U0001F300-\U0001FAFF\u2600-\u27BF]\ufe0f?)"
_MARK = re.compile(
    rf"(?:{_EMOJI}\s?\d{{1,3}}\s*)+\Z|\d{{1,3}} repl(?:y|ies)\b.{{0,40}}\Z|last reply .{{1,30}}\Z|"
    rf"(?:view thread|[(\[]?edited[)\]]?|delivered)\Z|(?:read|delivered|edited|seen) (?:at )?(?:{STAMP}|(?:yesterday|today)? ?{CLOCK})\Z",
    re.IGNORECASE,
)


def is_program_s(words: str) -> bool:
    """True for words behind a speaker's name that the program says in that name: "Ledger: Messages are encrypted"."""
    return bool(_SAFE.match(words.strip(_UNSEEN + " "))) or (
        words.startswith(tuple(_UNSEEN)) and not _NO_WORDS.fullmatch(_bare(words))
    )


def is_stamped_note(words: str) -> bool:
    """True for a row that begins with a time, where it names no speaker: "10/4/23, 1:04 PM - Ann Lee added Bob Ray"."""
    return bool(_STAMPED.match(words))


def is_mark(words: str) -> bool:
    """True for a row of marks alone."""
    return bool(_MARK.match(words.strip(_UNSEEN + " ")))


def said(text: str, pieces: Iterable[Span]) -> tuple[Span, ...]:
    """What of a message's pieces its speaker said, neighbours as one."""
    spans: list[Span] = []
    for piece in pieces:
        span = _own(text, piece)
        if not len(span):
            continue
        if spans and not text[spans[-1].end : span.start].strip():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)


def _own(text: str, span: Span) -> Span:
    """A span without the marks at its ends; empty where nothing is left that anyone said."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_UNSEEN + " \n"))
    edited = _EDITED.search(words)
    end = max(start, span.start + edited.start() if edited else span.end)
    return Span(start, start) if _NO_WORDS.fullmatch(_bare(text[start:end])) else Span(start, end).trimmed(text)


def _bare(words: str) -> str:
    return " ".join(words.strip(_UNSEEN + " \n").split())
