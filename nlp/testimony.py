"""What an answer does: it may disclaim memory, and it is about what its question is about.

no memory      "I don't recall.", "I have no recollection of that.", "I can't say as I sit here."
a denial       "Not that I recall.", "No, I don't recall that happening."      it answers, with a hedge
a recollection "I don't recall his name, but he signed it."                    it answers all the same
topics         "Q. Did you torrent it?  A. Yes."                              the answer is about torrents too
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Document
from nlp.statement import Recall, Statement

_NOT = r"(?:do(?:es)?(?:n['’]?t|\s+not)|did(?:n['’]?t|\s+not)|ca(?:n['’]?t|n\s?not)|could(?:n['’]?t|\s+not)|wo(?:n['’]?t)|would(?:n['’]?t|\s+not))"
_HOW = r"(?:(?:really|honestly|specifically|exactly|precisely|independently|currently|actually|even|just|personally|truly|right\s+now|at\s+this\s+time|today|quite|fully|particularly|presently)\s+)*"
_MEMORY = r"(?:memory|recollection|recall)"
_DISCLAIMERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bI\s+{_HOW}{_NOT}\s+{_HOW}(?:recall|remember|recollect)\b",
        rf"\bI\s+(?:{_NOT}\s+)?(?:have|had)\s+(?:no|any|a|an|much\s+of\s+a)\s+(?:\w+\s+){{0,2}}{_MEMORY}\b",
        rf"\bI\s+{_HOW}ca(?:n['’]?t|n\s?not)\s+(?:say|tell\s+you)\b[^.]{{0,30}}\bas\s+I\s+sit\s+here\b",
        r"\b(?:as\s+I\s+sit\s+here|sitting\s+here)\b[^.]{0,30}\bca(?:n['’]?t|n\s?not)\s+(?:say|recall|remember|tell)\b",
        rf"\bI\s+(?:have\s+)?(?:forget|forgot|forgotten)\b|\b(?:no|lack\s+of)\s+(?:\w+\s+){{0,2}}(?:recollection|memory)\b|\bmy\s+{_MEMORY}\s+(?:fails|is\s+not|isn['’]t)\b",
        rf"^\W*(?:{_HOW})(?:do(?:n['’]?t|\s+not))\s+(?:recall|remember)\b",
    )
)
_HAVING = re.compile(r"\bI\s+(?:have|had)\s+(?:a|an|any)\b", re.IGNORECASE)  # "I have a recollection": none is disclaimed
_ANSWER = re.compile(
    r"^\W*(?:yes|yeah|yep|no|nope|correct|right|sure|true|that['’]s\s+(?:right|correct|true))\b(?!\s+(?:\w+\s+)?(?:memory|recollection|recall|idea))",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:[,;.\u2014-]|--)\s*(?:but|although|though|however|except)\b\s*(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_HEDGED_DENIAL = re.compile(
    r"\b(?:recall|remember|recollect|recollection\s+of|memory\s+of)\s+(?:there\s+being\s+)?any\b|^\W*other\s+than\b",
    re.IGNORECASE,
)
_EXCUSE = re.compile(
    r"^\W*(?:(?:but|and|so|well|again|honestly|like\s+I\s+said|you\s+know|as\s+I\s+sit\s+here|off\s+the\s+top\s+of\s+my\s+head)\b[\s,—–-]*)*"
    r"(?:$|(?:I\s*(?:am|['’]m)\s+)?sorry|I\s+apologi[sz]e|I\s*(?:would|['’]d)\s+(?:have|need|want)\s+to\s+(?:look|check|review|see|go|refresh)|"
    r"(?:I\s+)?(?:--?\s*I\s+)*(?:just\s+)?(?:do(?:n['’]?t|\s+not))\s+(?:know|want\s+to\s+(?:guess|speculate))|I\s*(?:am|['’]m)\s+not\s+(?:sure|certain)|"
    r"I\s*(?:would|['’]d)\s+(?:only\s+)?be\s+(?:guessing|speculating)|it(?:\s+was|\s+has\s+been|['’]s\s+been)\b[^.]*\b(?:ago|years|long|while)\b|"
    r"that\s+was\b[^.]*\bago\b|(?:it|that|he|she|they|there)\s+(?:may|might|could)\s+have\W*$|I\s+(?:may|might|could)\s+have\W*$)",
    re.IGNORECASE,
)
_BUT = re.compile(r"[,;]\s*(?:but|although|though|however)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


def recall_of(answer: str) -> Recall:
    """The word "none" for an answer that disclaims memory and says nothing else of substance, else ''.

    >>> [recall_of(a) for a in ["I do not recall.", "Not that I recall.", "I don't recall the day, but he signed it."]]
    ['none', '', '']
    """
    if _ANSWER.match(answer):
        return ""
    sentences = [sentence for sentence in _SENTENCE_END.split(answer.strip()) if any(c.isalpha() for c in sentence)]
    disclaimed = [_disclaims(sentence) for sentence in sentences]
    rest = (sentence for sentence, nothing in zip(sentences, disclaimed, strict=True) if not nothing)
    return "none" if any(disclaimed) and all(_EXCUSE.match(sentence) for sentence in rest) else ""


def _disclaims(sentence: str) -> bool:
    """True if the sentence says that nothing is remembered, and nothing else: before it or after it."""
    match = next((m for form in _DISCLAIMERS if (m := form.search(sentence)) and not _HAVING.match(m[0])), None)
    if match is None or sentence.rstrip().endswith("?") or _HEDGED_DENIAL.search(sentence):
        return False
    more = _GOES_ON.search(sentence, match.end())
    before = _BUT.split(sentence[: match.start()])
    return (more is None or bool(_EXCUSE.match(more["rest"]))) and (len(before) == 1 or bool(_EXCUSE.match(before[0])))


def read_testimony(statements: Sequence[Statement], document: Document) -> tuple[Statement, ...]:
    """The same statements, each answer with what it recalls and with the topics of the question before it."""
    read: list[Statement] = []
    question: Statement | None = None
    for statement in statements:
        if statement.kind == "question":
            question = statement
        elif statement.kind == "answer":
            asked = question.topics if question else ()
            topics = tuple(dict.fromkeys((*statement.topics, *asked)))
            statement = replace(statement, topics=topics, recall=recall_of(document.words(statement.spans)))  # noqa: PLW2901  # the same statement, read
        read.append(statement)
    return tuple(read)
