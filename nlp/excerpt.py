"""Testimony quoted with its Q. and A.: every question and every answer is a quote by itself.

in marks    (“Q. Did it work? A. No.”)                       one quotation, cut at its labels
on lines    Q. Did it work?¶A. No.¶MR. LEE: Objection.        a paragraph per turn
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.span import Span

Role = Literal["question", "answer", "other"]

_LABEL = re.compile(
    r"(?<![\w’'])(?:\[(?P<bracketed>[QA])\.?\]|(?P<letter>[QA])(?:\.:?|:)(?=\s)|(?:THE\s+(?P<the>WITNESS|DEPONENT|COURT)|[Tt]he\s+(?P<small>Witness|Deponent|Court)):|(?P<name>(?:MR|MS|MRS|DR)\.\s+[A-Z][A-Z. ’'-]*[A-Z]):|BY\s+(?P<by>(?:MR|MS|MRS)\.\s+[A-Z][A-Z. ’'-]*[A-Z]):)\s*"
)
_EDGES = re.compile(r"\A(?:\s|\[?…\]?|\.\s\.\s\.(?:\s\.)?|\*\s?\*\s?\*)+|(?:\s|\[…\]|\[\.{3}\]|\*\s?\*\s?\*)+\Z")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its words, its label's place, who by role ("question", "answer") or by the label's name."""

    words: Span
    label: Span | None
    role: Role
    name: str = ""


def find_turns(text: str, span: Span) -> tuple[tuple[Turn, ...], str]:
    """The turns in ``span`` and the examiner named by a "BY MR. X:" line ('' if none); no turns where nothing is labelled.

    Words before the first label are the answer to what was asked before, if the first label is a question's.
    """
    labels = list(_LABEL.finditer(text, span.start, span.end))
    if not labels:
        return (), ""
    turns: list[Turn] = []
    head = _trimmed(text, Span(span.start, labels[0].start()))
    if len(head) > 2 and _role(labels[0])[0] == "question":
        turns.append(Turn(head, None, "answer"))
    examiner = ""
    for match, following in zip(labels, [*labels[1:], None], strict=True):
        if match["by"]:
            examiner = match["by"]
            continue
        words = _trimmed(text, Span(match.end(), following.start() if following else span.end))
        role, name = _role(match)
        if len(words):
            turns.append(Turn(words, Span(match.start(), match.start() + len(match[0].rstrip())), role, name))
    return tuple(turns), examiner


def is_excerpt(turns: tuple[Turn, ...]) -> bool:
    """True if the turns are testimony: somebody asks."""
    return any(turn.role == "question" for turn in turns)


def _role(match: re.Match[str]) -> tuple[Role, str]:
    letter = match["letter"] or match["bracketed"] or ""
    if letter == "Q" or match["by"]:
        return "question", ""
    if letter == "A" or (match["the"] or match["small"] or "").upper() in {"WITNESS", "DEPONENT"}:
        return "answer", ""
    return "other", match["name"] or "THE COURT"


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = end = 0
    if (m := re.match(r"(?:\s|\[…\]|\[\.{3}\]|…|\*\s?\*\s?\*)+", words)) is not None:
        start = m.end()
    if (m := re.search(r"(?:\s|\[…\]|\[\.{3}\]|\*\s?\*\s?\*)+\Z", words)) is not None and m.start() > start:
        end = len(words) - m.start()
    return Span(span.start + start, max(span.start + start, span.end - end))
