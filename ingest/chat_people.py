"""Who is in a conversation: those who speak, and those whom a list above it names though they say nothing.

Participants: Ann Lee, Bob Ray, Cy Poe         Cy Poe is addressed, too
Participants: 2                                the names below, with their numbers:
+1 555 010 0100 Ann Lee                        who speaks as "+1 555 010 0100" is Ann Lee
11 messages • Ann Lee <+1 555 010 0100> • Bob Ray <...>
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.chat_openings import PHONE, is_name
from ingest.document import Document
from ingest.recipients import parties, party
from ingest.rows import Passage, Row, passage
from ingest.segment import Party
from ingest.span import Span

_LIST = re.compile(
    r"\W*(?:(?:group |chat |channel )?(?:participants?|members|users)|(?:conversation|chat|messages) (?:with|between))"
    r"(?: in (?:this )?(?:chat|conversation|channel))?\s*(?:\(\d+\))?\s*:?\s*(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_BULLET = re.compile(r"[•·]\s*(?P<name>[^\W\d_][^•·<>:\n]{1,38}?)\s*<\s*[+\d(]")
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|<[^<>]*>?|\[[^\[\]]*\])")
_OWN = re.compile(r"\s*\((?:owner|facebook|instagram|device owner|[^()]*: ?\d+)[^()]*\)", re.IGNORECASE)
_MOST_ROWS = 40
_FIGURES = 10  # of a telephone number, from its end: what stands before them is the country's


@dataclass(frozen=True, slots=True)
class Member:
    """``number`` holds the last figures of the telephone number that stands with the name; ''."""

    party: Party
    number: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """Everyone in a conversation, in the order in which they are named."""

    everyone: tuple[Party, ...]
    known: dict[str, Party]

    def speaker(self, party: Party) -> Party:
        """A speaker, under the full name that the list gives to the number or the first name that is printed."""
        return replace(party, name=self.known[_key(party)].name) if _key(party) in self.known else party

    def others(self, speaker: Party) -> tuple[Party, ...]:
        """Everyone but the speaker, as addressees."""
        own = _key(self.speaker(speaker))
        return tuple(replace(party, role="to") for party in self.everyone if _key(party) != own)


def circle(document: Document, above: Sequence[Row], speakers: Iterable[Party]) -> Circle:
    """Who is in the conversation of ``speakers``; ``above`` are the rows over its first message."""
    members = _listed(document, above[-_MOST_ROWS:])
    spoken: dict[str, Party] = {}
    for speaker in speakers:
        spoken.setdefault(_key(speaker), speaker)
    known = {key: member.party for key, party in spoken.items() if (member := _member(party, members))}
    silent = [member.party for member in members] if len(known) == len(spoken) else []  # else it may list another conversation
    named = {_key(party): party for party in (*_under_names(spoken, known), *silent)}
    return Circle(tuple(named.values()), known)


def _under_names(spoken: dict[str, Party], known: dict[str, Party]) -> Iterator[Party]:
    for key, speaker in spoken.items():
        yield replace(speaker, name=known[key].name) if key in known else speaker


def _member(speaker: Party, members: Sequence[Member]) -> Member | None:
    """The one in the list whom a number, a whole name or a part of one means; None if it might be two."""
    if number := _number(speaker.name):
        found = [member for member in members if member.number == number]
    else:
        words = set(_key(speaker).split())
        found = [member for member in members if _key(member.party) == _key(speaker)]
        found = found or [member for member in members if words < set(_key(member.party).split())]
    return found[0] if len({_key(member.party) for member in found}) == 1 else None


def _listed(document: Document, above: Sequence[Row]) -> tuple[Member, ...]:
    for i, row in reversed(list(enumerate(above))):
        if match := _LIST.match(row.text):
            named = bool(re.search(r"[^\W\d_]", match["rest"]))
            beside = Passage(document.text, (_tail(row, match.start("rest")),))
            found = list(_members(beside) if named else _in_rows(document, above[i + 1 :]))
            is_list = ":" in row.text or "," in row.text if named else match["rest"].strip(" .") in {"", str(len(found))}
            if found and is_list:
                return tuple(found)
    whole = passage(document, above) if above else None
    bullets = _BULLET.finditer(whole.text) if whole else ()
    return tuple(Member(Party(m["name"], m["name"], "", whole.span(*m.span("name")), "to")) for m in bullets if whole)


def _tail(row: Row, start: int) -> Span:
    return Span(row.span.start + start, row.span.end)


def _members(words: Passage) -> Iterator[Member]:
    for one in parties(words, "to"):
        number = _number(one.as_written)
        name = " ".join(_ASIDE.sub("", re.sub(PHONE, " ", one.name)).split())
        if is_name(name) and not _number(name):
            yield Member(replace(one, name=name), number)


def _in_rows(document: Document, below: Sequence[Row]) -> Iterator[Member]:
    """A member a row, up to the first row that is none."""
    for i, row in enumerate(below):
        found = list(_members(Passage(document.text, (row.span,))))
        if len(found) != 1 or (row.gap and i) or row.text.endswith((".", "?", "!", ":")):
            return
        yield found[0]


def _number(words: str) -> str:
    match = re.search(PHONE, words)
    figures = re.sub(r"\D", "", match[0]) if match else ""
    return figures[-_FIGURES:]


def bare_party(source: str, span: Span) -> Party:
    """Who stands in a cell or behind a label, without the number, the account and the "(owner)" beside the name."""
    one = party(Passage(source, (span,)), 0, len(span), "from")
    words = re.sub(PHONE, " ", _OWN.sub(" ", one.as_written))
    name = " ".join(re.sub(r"[(<\[]\s*[)>\]]", " ", words).split())
    return replace(one, name=name if re.search(r"[^\W\d_]", name) and "@" not in name else one.name or one.as_written)


def _key(party: Party) -> str:
    return " ".join((party.name or party.address or party.as_written).lower().split())
