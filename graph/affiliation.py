"""Who works for whom, who represents whom, and when, as the papers say it.

as written                                       affiliation
"Acme's chief executive officer"  (Dana Lee)     works for Acme, as chief executive officer
"Acme analyst Dana Lee"                          works for Acme, as analyst
"Dana Lee, former VP of Sales at Acme"           worked for Acme, as former VP of Sales
"counsel for Defendant Acme, Inc."  (Rita Roe)   represents Acme, Inc.
dlee@acme.com                                    writes from acme.com: Acme's, if one organisation bears that name

Each says where it is read and, for statements that are dated, from when until when it is seen: that it held before or
after is another question.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpora.record import Record
from graph.name import parse_name
from graph.nobody import names_nobody
from graph.organisation import core, initials, shown
from graph.people import People
from graph.portrait import Person
from graph.written import fold_address, word_set
from ingest.segment import Party

Relation = Literal["works for", "represents", "writes from"]

_CITES = 3  # shown of each
_SHORTEST = 4  # letters of a domain that may be the beginning of a name
# Anybody's mailbox: these domains say nothing of an employer.
_WEBMAIL = word_set(
    "gmail.com googlemail.com yahoo.com ymail.com rocketmail.com hotmail.com outlook.com live.com msn.com aol.com icloud.com me.com mac.com "
    "protonmail.com proton.me pm.me gmx.com gmx.net gmx.de web.de mail.com mail.ru yandex.ru comcast.net verizon.net att.net sbcglobal.net "
    "cox.net earthlink.net bellsouth.net qq.com 163.com"
)
_ROLE = (
    r"(?:(?:former|then|acting|interim|senior|executive|general|vice|deputy|assistant|associate|managing|global|chief|head|lead|principal|[\w-]+)\s+){0,4}?"
    r"(?:officer|president|chair(?:man|woman)?|director|manager|engineer|scientist|researcher|analyst|counsel|lawyer|attorney|spokes(?:man|woman|person)|"
    r"employee|executive|founder|co-founder|head|lead|partner|consultant|secretary|treasurer|c[efoitm]o|[es]?vp|vice president)"
)
_ORG = r"(?P<org>[A-Z0-9][^,;()]*?)"
_PATTERNS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("represents", re.compile(rf"\b(?i:counsel|attorneys?|lawyers?)\s+(?:for|to)\s+(?:the\s+)?{_ORG}(?=\Z|[,;(])")),
    ("works for", re.compile(rf"(?:\A|,\s+){_ORG}['’]s?\s+(?P<title>(?i:{_ROLE})\b(?:\s+(?:of|for)\s+[\w &-]+?)?)(?=\Z|[,;(]|\s+[A-Z])")),
    ("works for", re.compile(rf",\s+(?:an?\s+|the\s+)?(?P<title>(?i:{_ROLE})\b(?:\s+(?:of|for)\s+[\w &-]+?)?)\s+(?:of|at|for|with)\s+(?:the\s+)?{_ORG}(?=\Z|[,;(])")),
    ("works for", re.compile(rf"\A(?:the\s+)?{_ORG}\s+(?P<title>(?i:{_ROLE}))\s+(?=[A-Z][\w.'’-]+\s+[A-Z])")),
)  # fmt: skip
_LAWYER = re.compile(r"\b(?:counsel|lawyer|attorney)\b", re.IGNORECASE)
_SIDE = re.compile(
    r"\A(?i:the\s+)?(?i:defendants?|plaintiffs?|petitioners?|respondents?|appellants?|appellees?|intervenors?|witness(?:es)?)\s+(?=[A-Z])"
)
_BESIDE = re.compile(r"(?:\s+and|,)\s+(?:the\s+)?(?i:witness(?:es)?|deponent|related entities)\Z")
_RANKS = word_set(
    "vice senior chief executive general former deputy assistant associate managing lead special district acting interim then dr prof"
)
_FORMER = re.compile(r"\b(?:former|formerly|ex-)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Affiliation:
    """``organisation`` as resolved (or as written, with no id), ``title`` as written, ``since`` and ``until`` ISO 8601 of the first
    and the last dated statement that shows it ('' if none is dated), ``cites`` the first places, ``seen`` how many there are."""

    organisation: str
    organisation_id: str
    relation: Relation
    title: str = ""
    since: str = ""
    until: str = ""
    cites: tuple[str, ...] = ()
    seen: int = 0

    @property
    def words(self) -> str:
        """As a reader is told: ``worked for Acme as former VP of Sales (2023-10 to 2024-02)``."""
        verb = "worked for" if self.relation == "works for" and _FORMER.search(self.title) else self.relation
        title = f" as {self.title}" if self.title else ""
        dates = " to ".join(dict.fromkeys(filter(None, (self.since, self.until))))
        return f"{verb} {self.organisation}{title}" + (f" ({dates})" if dates else "")


@dataclass(slots=True)
class _Seen:
    dates: list[str] = field(default_factory=list)
    cites: dict[str, None] = field(default_factory=dict)
    count: int = 0


def affiliations(records: Iterable[Record], people: People) -> dict[str, tuple[Affiliation, ...]]:
    """The affiliations of every person that has any, by id; each person's by relation and organisation."""
    index = _Index(people)
    found: dict[str, dict[tuple[str, str, Relation, str], _Seen]] = defaultdict(lambda: defaultdict(_Seen))
    for record in records:
        speakers = record.statement.attribution.speakers
        for party in (*speakers, *record.statement.addressees):
            person = people.of(record.statement.document_id, party)
            if person is not None and person.kind == "person":
                for key in _read(party, _told(record, party) if party in speakers else (), index):
                    _note(found[person.id][key], record)
    return {
        person_id: tuple(_affiliation(key, seen) for key, seen in sorted(keys.items())) for person_id, keys in found.items()
    }


def _note(seen: _Seen, record: Record) -> None:
    seen.count += 1
    if record.statement.when:
        seen.dates.append(record.statement.when.iso)
    if len(seen.cites) < _CITES:
        seen.cites.setdefault(record.cite)


def _affiliation(key: tuple[str, str, Relation, str], seen: _Seen) -> Affiliation:
    name, organisation_id, relation, title = key
    dates = sorted(seen.dates)
    return Affiliation(
        name,
        organisation_id,
        relation,
        title,
        dates[0] if dates else "",
        dates[-1] if dates else "",
        tuple(seen.cites),
        seen.count,
    )


def _told(record: Record, speaker: Party) -> tuple[str, ...]:
    """What is written of a speaker beside the name: the role, and the words that a sentence has for who speaks."""
    attribution = record.statement.attribution
    return (speaker.role, attribution.as_written if attribution.speakers == (speaker,) else "")


def _read(party: Party, told: Iterable[str], index: _Index) -> Iterator[tuple[str, str, Relation, str]]:
    """Organisation, its id, relation and title, as a party's words and address and what is ``told`` beside them say it."""
    for written, relation, title in sorted({one for words in (party.as_written, *told) for one in read_words(words)}):
        yield (*index.named(written), relation, title)
    domain = fold_address(party.address or party.as_written).partition("@")[2]
    if domain and domain not in _WEBMAIL:
        yield (*index.of_domain(domain), "writes from", "")


def read_words(words: str) -> set[tuple[str, Relation, str]]:
    """The organisations in what is written of one person, each with relation and title."""
    found: set[tuple[str, Relation, str]] = set()
    flat = " ".join(words.split())
    for relation, pattern in _PATTERNS:
        for match in pattern.finditer(flat):
            title = match.groupdict().get("title") or ""
            organisation = _BESIDE.sub("", _SIDE.sub("", match["org"])).strip()
            if organisation and not _names_none(organisation):
                found.add((organisation, "represents" if _LAWYER.search(title) else relation, title))
    return found


def _names_none(words: str) -> bool:
    """True for "Mr. Lee" in "Mr. Lee's lawyer", for "Vice" in "Vice President Lee", and for "Company" or "Its"."""
    name = parse_name(words)
    return (name is not None and bool(name.gender)) or names_nobody(words) or words.lower() in _RANKS


class _Index:
    """Finds the organisation that words or a domain mean: unique or none."""

    def __init__(self, people: People) -> None:
        self._by_core: dict[str, dict[str, Person]] = defaultdict(dict)
        self._by_label: dict[str, dict[str, Person]] = defaultdict(dict)
        for person in (*people.persons, *people.mentioned):
            if person.kind == "organisation" and not person.scope:
                for form in (person.name, *person.forms):
                    self._enter(core(form), person)

    def _enter(self, words: str, person: Person) -> None:
        if words:
            self._by_core[words][person.id] = person
            joined = "".join(c for c in words if c.isalnum())
            for label in {joined, initials(words), words.split(maxsplit=1)[0]} - {""}:
                self._by_label[label][person.id] = person

    def named(self, words: str) -> tuple[str, str]:
        """Name and id of the organisation called so; as written, without an id, if none or several are."""
        return self._only(self._by_core.get(core(words), {})) or (shown(words), "")

    def of_domain(self, domain: str) -> tuple[str, str]:
        """Name and id of the organisation whose name or initials a domain spells; the domain itself if there is none."""
        parts = domain.split(".")
        label = parts[-3] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2] if len(parts) > 1 else domain
        exact = self._only(self._by_label.get(label, {}))
        return exact or self._beginning(label) or (domain, "")

    def _beginning(self, label: str) -> tuple[str, str] | None:
        """halcyonreed.com is Halcyon & Reed LLP's: all that is there of the name, and the rest small."""
        if len(label) < _SHORTEST:
            return None
        found = {
            person.id: person
            for words, persons in self._by_label.items()
            if words.startswith(label)
            for person in persons.values()
        }
        return self._only(found)

    @staticmethod
    def _only(found: Mapping[str, Person]) -> tuple[str, str] | None:
        person = next(iter(found.values()), None)
        return (person.name, person.id) if person is not None and len(found) == 1 else None
