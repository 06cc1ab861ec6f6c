"""Who signed a message that tells no author: a first name at its end, that one of those on the message below it bears.

FYI, see below.
                                   Ann                     Ann Lee, to whom the message below was written, sends it on
Ann
---------- Forwarded message ----------
From: Bob Ray
To: Ann Lee, Cy Poe
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Document
from ingest.segment import Party, Segment
from ingest.span import Span

_FIRST_NAME = re.compile(r"(?:\A|\n)[\s>–—~-]*(?P<name>[A-Z][^\W\d_]{1,14})[\s.,]*\Z")
_CONFIDENCE = 0.6


def with_signers(document: Document, segments: Sequence[Segment]) -> list[Segment]:
    """The segments, which follow one another as they are printed, with an author for each that one and only one person signed."""
    mails = [segment for segment in segments if segment.kind == "email"]
    below = {id(here): there for here, there in itertools.pairwise(mails)}
    return [_signed(document, segment, below[id(segment)]) if id(segment) in below else segment for segment in segments]


def _signed(document: Document, segment: Segment, below: Segment) -> Segment:
    if segment.author is not None or not segment.spans:
        return segment
    last = segment.spans[-1]
    match = _FIRST_NAME.search(last.of(document.text))
    author = _bearer(match["name"], below) if match else None
    if match is None or author is None:
        return segment
    place = Span(last.start + match.start("name"), last.start + match.end("name"))
    signer = replace(author, as_written=match["name"], span=place, role="from")
    rule = "sign-off" if segment.header is None else segment.rule
    return replace(segment, author=signer, rule=rule, confidence=min(segment.confidence, _CONFIDENCE))


def _bearer(first_name: str, below: Segment) -> Party | None:
    """The one person on a message who bears a first name; None if nobody does, or two do."""
    everyone = (*((below.author,) if below.author else ()), *below.addressees)
    found = {party.name: party for party in everyone if party.name.lower().split()[:1] == [first_name.lower()]}
    return next(iter(found.values())) if len(found) == 1 and " " in next(iter(found)) else None
