"""To whom words are said that name the person: "Your Honor", "Ms. Lee?", "Madam Reporter".

Only who is named or titled is addressed; whoever was merely replied to is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.cast import Cast, Member, label_key
from ingest.document import Document
from ingest.segment import Party
from ingest.span import Span

_COURT = re.compile(r"\bYour\s+Honor\b|(?:^|[,.?!]\s+)Judge(?=\s*(?:[,.?!]|$))", re.IGNORECASE)
_LEAD = r"(?P<lead>^|[.,;:?!\"”—–-]\s*|\b(?:and|so|well|okay|yes|no|thanks|you|sorry|morning|afternoon|right|sir|but)\s+)"
_TITLED = re.compile(
    rf"{_LEAD}(?P<who>(?:Mr|Ms|Mrs|Miss|Dr|MR|MS|MRS|DR|Professor)\.?\s+[A-Z][\w'’-]+)(?=\s*(?:[,.?!;:]|--|—|$))"
)
_OFFICE = re.compile(
    r"\b(?P<who>(?:Mr|Ms|Mrs|Madam|Madame|Miss)\.?\s+(?:Court\s+)?(?P<office>Reporter|Clerk|Videographer|Interpreter|Witness))\b"
)
_SENTENCE_ABOUT = re.compile(
    r"\b(?:colleagues?|co-counsel|counsel|partner|client|with\s+me|for|of|by|versus|vs?\.?|is|was|and)\s*,?\s*\Z", re.IGNORECASE
)
_WARNING = re.compile(
    r"\bI(?:['’]ll|['’]m|['’]d|\s+will|\s+would|\s+am|\s+want|\s+just)?(?:\s+(?:going|like|want))?(?:\s+to)?(?:\s+also|\s+just)?\s+"
    r"(?:remind|instruct|caution|counsel|direct|advise|admonish)\s+(?P<who>you|the\s+witness)\b",
    re.IGNORECASE,
)


def addressees(document: Document, words: Sequence[Span], cast: Cast, speaker: Member, witness: str) -> tuple[Party, ...]:
    """Everybody named or titled as the hearer of ``words``, each once, in order."""
    found: dict[str, Party] = {}
    for span in words:
        text = span.of(document.text)
        for match_span, name, role in _hearers(text, cast, speaker, witness):
            place = Span(span.start + match_span.start, span.start + match_span.end)
            if name and name != speaker.name:
                found.setdefault(name, Party(" ".join(place.of(document.text).split()), name, span=place, role=role))
    return tuple(sorted(found.values(), key=lambda party: party.span or Span(0, 0)))


def _hearers(text: str, cast: Cast, speaker: Member, witness: str) -> Iterator[tuple[Span, str, str]]:
    """The place of each hearer's name, the full name, the role."""
    for match in _COURT.finditer(text) if speaker.role != "court" else ():
        yield Span(*match.span()), cast.judge, "court"
    for match in _TITLED.finditer(text):
        if not _SENTENCE_ABOUT.search(text[: match.end("lead")]):
            member = _known(match["who"], cast, witness)
            yield Span(*match.span("who")), member.name, member.role
    for match in _OFFICE.finditer(text):
        member = _in_office(match["office"], cast, witness)
        yield Span(*match.span("who")), member.name, member.role
    if speaker.role in ("court", "clerk", "courtroom deputy", "deputy clerk", "court clerk", "courtroom clerk"):
        yield from _called(text, cast)
    for match in _WARNING.finditer(text) if witness else ():
        yield Span(*match.span("who")), witness, "witness"


def _known(titled: str, cast: Cast, witness: str) -> Member:
    """Who is meant by "Ms. Lee": somebody of the cast, or the witness."""
    label = label_key(titled)
    if label in cast.labels:
        return cast.labels[label]
    surname = label.split()[-1]
    return Member(witness, "witness") if witness and witness.upper().split()[-1] == surname else Member("")


def _in_office(office: str, cast: Cast, witness: str) -> Member:
    if office.lower() == "witness":
        return Member(witness, "witness")
    held = [member for label, member in cast.labels.items() if label.endswith(office.upper())]
    return held[0] if len(held) == 1 else Member("")


def _called(text: str, cast: Cast) -> Iterator[tuple[Span, str, str]]:
    """Names that are called as a question: "Ann Lee for the plaintiff?", as a clerk calls them."""
    for label, member in cast.labels.items():
        names = member.name.split()
        if len(names) < 2 or not label.startswith(("MR", "MS", "DR", "PROF")):
            continue
        form = rf"(?:^|[.,?!]\s+|\b[Aa]nd\s+)(?P<who>{re.escape(names[0])}\s+(?:[A-Z][\w.]*\s+)?{re.escape(names[-1])})(?=[^.?!]{{0,40}}\?)"
        for match in re.finditer(form, text):
            yield Span(*match.span("who")), member.name, member.role
