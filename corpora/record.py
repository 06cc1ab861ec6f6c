"""A statement as the store keeps it: with its words, its printed place and its cite worked out once, when it was added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ingest.document import Docket, Place
from nlp.statement import Statement

Verified = Literal["exact", "ocr", "failed"]
Verdict = Literal["none", "accepted", "rejected", "corrected"]


@dataclass(frozen=True, slots=True)
class Review:
    """What an analyst ruled of a statement, by whom and when (ISO 8601); verdict "none" where nobody ruled."""

    verdict: Verdict = "none"
    who: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One statement with what every export needs of its document.

    ``document`` is the file name, ``text`` the words as exported, ``cite`` ready to paste.
    """

    statement: Statement
    document: str
    docket: Docket | None
    place: Place
    cite: str
    text: str
    verified: Verified
    review: Review = Review()

    def with_verdict(self, verified: Verified) -> Record:
        """The same record, verified."""
        return replace(self, verified=verified)
