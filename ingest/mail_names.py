"""Names that one message gives to the parties of another in the same document.

ann@example.com          elsewhere "Ann Lee <ann@example.com>": Ann Lee
"LEE ANN"                elsewhere "LEE, ANN": the comma that was lost says which word comes first
"AJL"                    elsewhere "AJL <alee@example.com>": A. J. Lee
"alee"                   an answer goes to who is answered: Bob answers "alee" below, or above, what Ann Lee wrote to Bob alone
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.initials import initials_of
from ingest.mail_subject import ANSWER
from ingest.recipients import name_of
from ingest.segment import Party, Segment

_QUOTED = "wrote-line"
_FULL = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[ .'’-]+[^\W\d_]+)*\.? [^\W\d_][^\W\d_'’-]+\Z")  # two words or more, of letters
_MAILBOX = 4  # letters


def with_names(text: str, segments: Iterable[Segment]) -> list[Segment]:
    """The segments, with parties named as the document (whose text is ``text``) names them elsewhere, if in one way only."""
    found = list(segments)
    parties = [party for segment in found for party in _parties(segment)]
    by_address = _only({(party.address.lower(), party.name) for party in parties if party.address and party.name})
    signed = {line for segment in found if segment.spans and (line := _last_line(text, segment)).isalpha()}
    sure = [p.name for p in parties if " " in p.name and ("," in p.as_written or p.name.lower().split()[0] in signed)]
    by_words = _only({(_key(name), name) for name in sure})
    by_answer = _only(set(_answered(found)))
    by_initials = _only(
        {(letters, p.name) for p in parties if (letters := initials_of(name_of(p.as_written))) and " " in p.name}
    )

    def named(party: Party) -> Party:
        if not party.name and (name := by_address.get(party.address.lower(), "")):
            return replace(party, name=name)
        if not party.address and (name := by_initials.get(initials_of(party.name), "")):
            return replace(party, name=name)
        if " " not in party.name:
            return replace(party, name=by_answer.get(_who(party), party.name))
        return replace(party, name=by_words.get(_key(party.name), party.name))

    return [replace(s, author=named(s.author) if s.author else None, addressees=tuple(map(named, s.addressees))) for s in found]


def _answered(segments: Iterable[Segment]) -> Iterator[tuple[str, str]]:
    """What a short form of one of two correspondents is short for: an answer from one of them to the other alone stands right above
    what it answers, and names in full whom that names in short, or the other way round."""
    for answer, below in pairwise(segment for segment in segments if segment.kind == "email"):
        asked = below.addressees
        if not (answer.author and below.author and len(answer.addressees) == 1 and ANSWER.match(answer.subject)):
            continue
        here, there = (answer.author, answer.addressees[0]), (asked[0] if len(asked) == 1 else None, below.author)
        if there[0] and _who(here[0]) == _who(there[0]):
            yield from _told(here[1], there[1])
        elif there[0] and _who(here[1]) == _who(there[1]):
            yield from _told(here[0], there[0])
        elif not asked and below.rule == _QUOTED:
            yield from _told(here[1], there[1])


def _told(one: Party, other: Party) -> Iterator[tuple[str, str]]:
    for short, full in ((one, other), (other, one)):
        if _FULL.match(full.name) and _may_be_short(short, full.name):
            yield _who(short), full.name


def _may_be_short(short: Party, full: str) -> bool:
    """True for an address or a mailbox, for a word of the name, and for all of its initials: one letter alone may be anybody's."""
    who = _who(short)
    words = re.findall(r"[^\W\d_]+", full.lower())
    if " " in who or len(who) < 2:
        return False
    is_mailbox = not short.name or short.name[:1].islower() or bool(re.search(r"[\d._]", short.name))
    return who in words or who == "".join(word[0] for word in words) or (is_mailbox and len(who) >= _MAILBOX)


def _who(party: Party) -> str:
    """A party by the least that is printed of it."""
    return (party.name or party.address or party.as_written).strip(" '\"<>").lower()


def _parties(segment: Segment) -> Iterator[Party]:
    if segment.author:
        yield segment.author
    yield from segment.addressees


def _last_line(text: str, segment: Segment) -> str:
    return segment.spans[-1].of(text).rstrip(" ,.").rpartition("\n")[2].strip(" -–—").lower()


def _key(name: str) -> str:
    return " ".join(sorted(name.lower().split()))


def _only(pairs: set[tuple[str, str]]) -> dict[str, str]:
    """The keys that have one value, in any case of letters."""
    values: dict[str, set[str]] = {}
    for key, value in pairs:
        values.setdefault(key, set()).add(value)
    return {key: min(found) for key, found in values.items() if len({value.lower() for value in found}) == 1}
