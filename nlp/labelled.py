"""Conversations printed in news with the speaker's name before each turn, in marks or not.

"WALLACE: Will she be there?        ¶
"PENCE: She will not.               ¶
"But the truth is out.              still Pence: the mark opens again, and no label stands there
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.segment import Party
from ingest.span import Span
from nlp.cast import Cast
from nlp.find import Find
from nlp.leaf import Leaf

_LABEL = re.compile(r"[\s“\"]*(?P<name>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,3}):\s+(?=\S)")
_FEWEST = 2  # labels that make a conversation; one alone may be a dateline or a heading


def is_labelled(leaves: Sequence[Leaf]) -> bool:
    """True if paragraphs open with names as labels."""
    return sum(_label(leaf) is not None for leaf in leaves) >= _FEWEST


def labelled_turn(leaf: Leaf, cast: Cast, before: Find | None) -> Find | None:
    """The words of a paragraph that opens with a label, or that goes on with the turn ``before``."""
    text, span = leaf.whole.text, leaf.whole.span
    label = _label(leaf)
    if label is not None:
        place = Span(label.start("name"), label.end("name"))
        party = Party(label["name"], cast.full_name(label["name"].title()) or label["name"], span=place)
        words = Span(label.end(), span.end)
        return Find((_bare(text, words),), "quote", "label", (party,))
    opens = span.of(text).lstrip()[:1] in {"“", '"'}
    return Find((_bare(text, span),), "quote", "label", before.speakers) if before is not None and opens else None


def goes_on(leaf: Leaf) -> bool:
    """True if the paragraph ends within its quotation: the next one may go on."""
    outer = [quotation for quotation in leaf.whole.quotations if quotation.depth == 0]
    return bool(outer) and not outer[-1].closed


def _label(leaf: Leaf) -> re.Match[str] | None:
    return _LABEL.match(leaf.whole.text, leaf.whole.span.start, leaf.whole.span.end)


def _bare(text: str, span: Span) -> Span:
    """Without the marks at its edges."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in '“"'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '”"'):
        end -= 1
    return Span(start, end)
