"""A segment answers: who is writing here?

email, chat                   one message: its author's own words, not the quoted chain below it
question, answer, colloquy    one transcript turn, without its label
declaration                   one numbered paragraph of a sworn declaration
paragraph, block, footnote    running prose; a block is set in from both sides or by itself further from the left
matter                        claimed, and nobody's statement: captions, indexes, certificates, headings, signature blocks
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.span import Span, hull
from ingest.when import When

SegmentKind = Literal[
    "email", "chat", "question", "answer", "colloquy", "declaration", "paragraph", "block", "footnote", "matter"
]


@dataclass(frozen=True, slots=True)
class Party:
    """Someone named at one place: in a header, at a turn's label, before a verb.

    ``as_written`` is verbatim; ``name`` the fullest name that this document itself gives for it ('' if it gives none);
    ``address`` an e-mail address; ``span`` where ``as_written`` stands (None if it is joined from several places);
    ``role`` from | to | cc | bcc | on behalf of, or the role a document gives ("witness", "court", "counsel for Meta").
    """

    as_written: str
    name: str = ""
    address: str = ""
    span: Span | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """One run of words by one hand.

    ``spans`` are the author's own words, in order, usually one span; several where something that is not theirs
    (a quote prefix, a redaction, an inline reply) stands between. ``header`` is the label or header block that names
    the author, ``as printed``; header and words together are what the segment claims of the text.
    """

    spans: tuple[Span, ...]
    kind: SegmentKind
    author: Party | None = None
    addressees: tuple[Party, ...] = ()
    when: When | None = None
    subject: str = ""
    header: Span | None = None
    rule: str = ""
    confidence: float = 1.0

    @property
    def span(self) -> Span:
        """From the first to the last of the words (the header's span where the body is empty)."""
        if self.spans:
            return hull(self.spans)
        if self.header is None:
            raise ValueError("a segment has words or a header")
        return self.header

    @property
    def extent(self) -> Span:
        """All that the segment claims: header and words."""
        return hull((*self.spans, *((self.header,) if self.header else ())))
