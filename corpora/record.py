"""A statement as the store keeps it: with its words, its printed place and its cite worked out once, when it was added."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from typing import Literal

from ingest.cite import in_case
from ingest.document import Docket, Place
from ingest.segment import Party
from ingest.when import When
from nlp.statement import Statement

Verified = Literal["exact", "ocr", "failed"]
Verdict = Literal["none", "accepted", "rejected", "corrected"]

ANALYST = "analyst"  # the rule that decided who speaks where an analyst did


@dataclass(frozen=True, slots=True)
class Review:
    """What an analyst ruled of a statement, by whom and when (ISO 8601); verdict "none" where nobody ruled.

    ``speaker`` is who speaks, by an analyst's correction ('' for nobody that the paper names); None where none was made.
    ``released`` says who let it be read, and when, where any of it stands under a redaction: "released by R. Cole, 2026-03-02".
    """

    verdict: Verdict = "none"
    who: str = ""
    at: str = ""
    speaker: str | None = None
    released: str = ""

    def after(self, earlier: Review | None) -> Review:
        """The ruling with the correction that an earlier one made, unless it makes its own, and what is known of its release."""
        if earlier is None:
            return self
        return replace(self, speaker=earlier.speaker if self.speaker is None else self.speaker, released=earlier.released)


@dataclass(frozen=True, slots=True)
class Record:
    """One statement with what every export needs of its document.

    ``document`` is the file name, ``text`` the words as exported, ``cite`` ready to paste. ``uncovered`` are the failed redactions,
    since released, that any of it stands under: words, names or date.
    """

    statement: Statement
    document: str
    docket: Docket | None
    place: Place
    cite: str
    text: str
    verified: Verified
    review: Review = Review()
    uncovered: tuple[str, ...] = ()

    @property
    def is_undated(self) -> bool:
        """True if the paper tells no date, or only one of what it told before, for the statement."""
        return self.statement.when is None or self.statement.date_kind == "inferred"

    def dated(self, when: When) -> Record:
        """The same record with the date that its source gives, where its own paper does not tell one for these very words."""
        if not self.is_undated:
            return self
        return replace(self, statement=replace(self.statement, when=when, date_kind="inferred"))

    def ruled(self, review: Review) -> Record:
        """The same record as an analyst ruled of it; what the paper writes of its speaker stays beside the correction."""
        said = self.statement
        if review.speaker is not None:
            read = said.attribution
            written = read.as_written or "; ".join(" ".join(party.as_written.split()) for party in read.speakers)
            speakers = (Party("", review.speaker),) if review.speaker else ()
            ruled = replace(read, speakers=speakers, rule=ANALYST, confidence=1.0, as_written=written)
            said = replace(said, attribution=ruled)
        return replace(self, statement=said, review=review)

    def disclosed(self, released: Mapping[str, str]) -> Record:
        """The same record with what ``released`` tells of each redaction that it stands under, by id."""
        told = dict.fromkeys(released[one] for one in self.uncovered if one in released)
        return replace(self, review=replace(self.review, released="; ".join(told)))

    def is_corrected_from(self, may_be_read: Set[str]) -> bool:
        """True if an analyst corrected its speaker, and it stands under a redaction that is not among those that ``may_be_read``."""
        return self.review.speaker is not None and not may_be_read >= set(self.uncovered)

    def cited_among(self, cases: Set[str]) -> Record:
        """The same record, with the case in its cite where there are several ``cases``."""
        cited = in_case(self.cite, self.docket, self.document, cases)
        return self if cited == self.cite else replace(self, cite=cited)

    def with_verdict(self, verified: Verified) -> Record:
        """The same record, verified."""
        return replace(self, verified=verified)
