"""Whose voice is a filing's own? What its author says of itself in the present is no report.

"The Court concludes that it must"      in an order
"Plaintiff contends that it must"       in the plaintiff's own brief
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from ingest.segment import Party
from nlp.cast import Cast

_COURT = re.compile(r"(?:the|this)\s+court", re.IGNORECASE)
_ROLE = re.compile(r"(?:lead\s+|named\s+)?(plaintiff|defendant|petitioner|respondent)s?\b", re.IGNORECASE)
_PLEADING = re.compile(r"\b(?:complaint|petition|answer|FAC|SAC|TAC)\Z", re.IGNORECASE)  # another paper, if by the same side
_SAME_SIDE = {"petitioner": "plaintiff", "respondent": "defendant"}


def is_own_voice(cast: Cast, party: Party, cue: Token) -> bool:
    """True if a report's speaker is the author of the filing, speaking in it."""
    author = cast.caption.author
    if author != "court" and cue.lemma_ == "request" and any(c.lower_ == "respectfully" for c in cue.children):
        return True
    if not author:
        return False
    if author == "court":
        return bool(_COURT.fullmatch(party.as_written))
    if cue.tag_ not in {"VBZ", "VBP", "VB", "VBG"} or _PLEADING.search(party.as_written):
        return False
    role = _ROLE.match(party.as_written)
    if role:
        return _SAME_SIDE.get(role[1].lower(), role[1].lower()) == author
    return bool(party.name) and party.name.casefold() in {name.casefold() for name in cast.caption.names.get(author, ())}


def is_law(cast: Cast, party: Party) -> bool:
    """True for a statute by its name: "ERISA recognizes that", where "ERISA § 406" is cited or the name stands for an Act."""
    written = re.sub(r"\A[Tt]he\s+", "", party.as_written.strip())
    full = cast.full_name(written)
    return bool(re.search(r"\b(?:Act|Rules?|Code|Statute|Amendment|Constitution)\Z", full or written)) or (
        bool(written) and f"{written} §" in cast.flat
    )


def is_case(cast: Cast, party: Party) -> bool:
    """True if the name is that of a case cited in the filing, and of nobody in this one: no party, no name that it defines or
    tells much of."""
    written = party.as_written.strip()
    return (
        written in cast.cases
        and written.lower() not in cast.defined
        and not cast.acts(written)
        and not any(written.lower() in name.lower() for names in cast.caption.names.values() for name in names)
    )
