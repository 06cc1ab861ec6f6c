"""Is the court, or the plaintiff, that of a case which the filing cites, and not its own?

named     "In Roe, a boat sank. The Court held that ..."      the court in Roe
there     "There, the plaintiff alleged that ..."             the plaintiff there, until the writer comes back: "Here, ..."
cited     "The Court held that it must. Roe, 1 F.3d at 4."    law is cited for the words
full      "the Court of Appeals for the Ninth Circuit"        Ninth Circuit
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from ingest.span import Span
from nlp.cast import Cast
from nlp.reading import Reading

_ROLES = frozenset(
    {
        "court",
        "plaintiff",
        "plaintiffs",
        "defendant",
        "defendants",
        "petitioner",
        "respondent",
        "appellant",
        "appellee",
        "complaint",
        "judge",
    }
)
_HERE = re.compile(r"\b(?:[Hh]ere,|[Tt]his\s+(?:case|action|matter|lawsuit)\b|[Tt]he\s+(?:instant|present)\s)|\AHere\b")
_THERE = re.compile(
    r"\A(?:There,|In\s+that\s+(?:case|action)\b|In\s+(?P<case>[A-Z][\w’'-]+)[^,]{0,60},)|\b[Tt]he\s+court\s+(?:in\s+(?P<of>[A-Z][\w’'-]+)|there)\b"
)
_CASE = re.compile(r"\sv\.\s|\bF\.(?:\s?(?:2d|3d|4th)|\s?Supp)|\bU\.S\.\s+\d|\bWL\b|\bS\.\s?Ct\.|LEXIS")
_APPEALS = re.compile(r"[Cc]ourt\s+of\s+[Aa]ppeals?\s+for\s+the\s+((?:[A-Z][\w.]*\s+){0,3}Circuit)")
_OF = re.compile(r"(?:[A-Z][a-z]+\s+){0,3}Court\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w]*(?:\s+(?:of|for|the|and|[A-Z][\w.]*))*")
_REACH = 12  # letters between the words of a court and the case cited for them


def full_court(written: str) -> str:
    """A court by its full name, '' if no more than "the Court" is written.

    >>> full_court("the United States Court of Appeals for the Third Circuit")
    'Third Circuit'
    """
    if appeals := _APPEALS.search(written):
        return appeals[1]
    full = _OF.search(written)
    return full[0] if full else ""


def is_of_another_case(reading: Reading, head: Token, cast: Cast) -> bool:
    """True for "the Court", "Plaintiff" where the paragraph tells of a case that it cites."""
    if (
        head.lower_ not in _ROLES
        or full_court(reading.of(reading.span(head.subtree)))
        or any(c.lower_ == "this" or c.dep_ in {"poss", "amod", "compound"} for c in head.children)
    ):
        return False
    if head.lower_ in {"court", "judge"}:
        return _is_there(reading, cast) or _is_cited(reading)
    return _is_there(reading, cast, head.lower_)


def _is_there(reading: Reading, cast: Cast, role: str = "") -> bool:
    """True if the paragraph, up to this sentence, has gone over to another case and not come back; and tells there of a ``role``,
    written small as a party of it is."""
    there, told = False, not role
    for sentence in reading.passage.sentences:
        if sentence.start > reading.sentence.start:
            break
        words = reading.passage.plain(sentence).strip()
        if _HERE.search(words):
            there = False
        for match in _THERE.finditer(words):
            name = match["case"] or match["of"]
            there = there or name is None or name in cast.cases
        told = told or (there and bool(re.search(rf"\b(?:the|a)\s+{role}\b", words)))
    return there and told


def _is_cited(reading: Reading) -> bool:
    """True if the first citation right behind the sentence, or in it, is of a case."""
    passage, end = reading.passage, reading.sentence.end
    behind = [law for law in passage.authorities if reading.sentence.overlaps(law) or 0 <= law.start - end <= _REACH]
    record = min((c.span.start for c in passage.cites if c.span.start >= reading.sentence.start), default=passage.span.end)
    return any(_CASE.search(Span(law.start, law.end).of(passage.text)) and law.start < record for law in behind)
