"""What a filing tells in brackets, behind a citation, of what the cited paper says.

record   "Quill Decl. ¶ 7 (explaining that it fell)."     told of Quill
law      "Roe v. Acme, 1 F.3d 2 (holding that it must)."  of a court elsewhere: nobody's statement, and out of the sentence
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.span import Span
from nlp.cast import Cast
from nlp.cues import base_of, frames_of
from nlp.passage import Passage
from nlp.source import Source, pleader, read_source

_OPENING = re.compile(r"\s{0,2}\(\s*(?=(?:\w+ly\s+|also\s+|again\s+)?(?P<verb>[A-Za-z][a-z]+ing)[\s,])")
_BEHIND_LAW = re.compile(r"\s{0,2}\(\s*(?=[a-z“\"‘\[])")
_POINTING = frozenset({"cite", "refer", "quote"})
_LONGEST = 1500  # letters


@dataclass(frozen=True, slots=True)
class Aside:
    """``bracket`` holds the round brackets, ``words`` what stands in them. ``source`` is who said it, None where nobody is known;
    it reports nothing where law is cited, or where the participle is none of speech ("granting")."""

    bracket: Span
    words: Span
    cite: Span
    source: Source | None = None
    reports: bool = False


def find_asides(passage: Passage, cast: Cast) -> list[Aside]:
    """The asides of a paragraph, in order."""
    found: list[Aside] = []
    before: Source | None = None
    laws = [(law, True) for law in passage.authorities]
    records = [(cite.span, False) for cite in passage.cites if not any(cite.span.overlaps(law) for law, _ in laws)]
    for cite, is_law in sorted(laws + records):
        source = None if is_law else _source(passage, cite, cast, before)
        before = source or (None if is_law else before)
        opening = (_BEHIND_LAW if is_law else _OPENING).match(passage.text, cite.end, passage.span.end)
        close = _closing(passage.text, opening.end(), passage.span.end) if opening else None
        if opening is None or close is None:
            continue
        words = Span(opening.end(), close).trimmed(passage.text)
        start = opening.start() + opening[0].index("(")
        found.append(Aside(Span(start, close + 1), words, cite, source, not is_law and _tells(opening["verb"])))
    return found


def _tells(participle: str) -> bool:
    """False for "granting", and for "showing", which papers do without a word."""
    verb = base_of(participle.lower())
    return verb not in _POINTING and bool(frames_of(verb) - {"prove", "term"})


def _source(passage: Passage, cite: Span, cast: Cast, before: Source | None) -> Source | None:
    """Who speaks in the paper that the last link of a cite names."""
    words = cite.of(passage.text)
    link = max((m.end() for m in re.finditer(r";\s+(?:[Ss]ee(?:\s+also)?,?\s+)?", words)), default=0)
    last = Span(cite.start + link, cite.end)
    return pleader(passage.text, last, cast) or read_source(passage.text, last, cast, before)


def _closing(text: str, start: int, end: int) -> int | None:
    """Where the bracket closes that is open at ``start``; None if it does not."""
    depth = 1
    for at in range(start, min(end, start + _LONGEST)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
    return None
