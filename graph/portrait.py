"""A group of nodes, drawn as a person: the name to show, the forms, the reasons.

Person(id="5f0c…", name="Dana J. Lee", kind="person", forms=("Dana Lee", "LEE, DANA J."), addresses=("dlee@acme.com",), ...)
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from corpora.roster import RosterEntry
from graph.grouping import Group, Grouping
from graph.name import parse_name
from graph.node import Node
from graph.organisation import core, initials, is_formal, shown
from graph.sighting import Sighting, Sightings
from graph.written import fold, is_address
from ingest.initials import initials_of

PersonKind = Literal["person", "organisation"]
_POSSESSIVE = re.compile(r"(?<=[\w.])['’]s\Z")  # said in passing: Dana Lee's memo


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two forms are taken for one: the rule, and 0 to 1 how alike they are."""

    form_a: str
    form_b: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation. ``id`` is stable: 16 hexadecimal digits of a hash of the name first shown, kept over reruns and
    when papers are added.

    ``forms`` are all ways in which the name is written, ``roles`` what documents and roster call it, ``statements`` how many
    it makes; ``party`` is False for one who is only named in others' words, ``scope`` the document (or case) where one who
    could not be told apart stands by himself, '' for all others.
    """

    id: str
    name: str
    kind: PersonKind
    forms: tuple[str, ...]
    addresses: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    organisation: str = ""
    statements: int = 0
    party: bool = True
    scope: str = ""
    merges: tuple[Merge, ...] = ()

    @property
    def also(self) -> tuple[str, ...]:
        """The forms that tell more than the name: neither the same in other letters' case nor with "the" before it."""
        plain = {form: fold(form).removeprefix("the ") for form in self.forms}
        told: dict[str, str] = {}
        for form in self.forms:
            if plain[form] != fold(self.name) or (self.kind == "person" and form != self.name):
                told.setdefault(form if self.kind == "person" else plain[form], form)
        return tuple(told.values())


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of groups beside their sightings: the roster; by ``id()`` of the group, names that analysts gave and ids that
    were given before; and ``reserved`` ids, which nobody new may get."""

    roster: Sequence[RosterEntry] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    ids: Mapping[int, str] = field(default_factory=dict)
    reserved: frozenset[str] = frozenset()


def portraits(grouping: Grouping, sightings: Sightings, known: Known) -> list[tuple[Person, Group]]:
    """Everyone with the names behind them, by name."""
    drawn: list[tuple[Person, Group]] = []
    taken = set(known.reserved)
    labels = _labels(grouping, sightings, known.roster)
    for group in sorted(grouping.groups(), key=lambda group: group.head):
        seen = [sightings.by_key[key] for key in group.facts.keys]
        entry = _entry(group, known.roster)
        if (not seen and entry is None) or (not any(s.weight for s in seen) and entry is None and _vague(group)):
            continue
        person = _draw(group, seen, entry)
        linked = (Merge(labels[link.a], labels[link.b], link.rule, round(link.score, 3)) for link in group.links)
        merges = (*_by_own_address(person), *linked)
        own = known.ids.get(id(group)) or _id(person, repr(group.head), taken)
        taken.add(own)
        drawn.append((replace(person, id=own, name=known.names.get(id(group), person.name), merges=merges), group))
    return sorted(drawn, key=lambda pair: (fold(pair[0].name), pair[0].id))


def _by_own_address(person: Person) -> Iterator[Merge]:
    """Initials that the address printed with them makes a name: "PIR" and "P. I. Reines" (:mod:`ingest.initials`)."""
    names = {form: parsed for form in person.forms if (parsed := parse_name(form, header=True)) and parsed.goes_by_initials}
    for letters in sorted(form for form in person.forms if initials_of(form)):
        for name, parsed in sorted(names.items()):
            if initials_of(letters).lower() == parsed.monogram:
                yield Merge(letters, name, "own address", 0.8)


def _entry(group: Group, roster: Sequence[RosterEntry]) -> RosterEntry | None:
    numbers = [int(node.words[:6]) for node in group.nodes if node.sort == "roster"]
    return roster[numbers[0]] if numbers else None


def _vague(group: Group) -> bool:
    """True for single words and initials that stayed by themselves: where only mentioned, they name nobody."""
    return all(node.sort in {"word", "initial", "party"} for node in group.nodes)


def _draw(group: Group, seen: list[Sighting], entry: RosterEntry | None) -> Person:
    vouched = entry or RosterEntry("")
    kind: PersonKind = "organisation" if _is_organisation(group, entry) else "person"
    forms, addresses = _forms(seen, kind), tuple(sorted(group.facts.addresses))
    name = vouched.name or _shown_name(forms, addresses, kind, header=any(s.header for s in seen))
    scope = group.head.scope if all(node.scope == group.head.scope for node in group.nodes) else ""
    return Person(
        id="",
        name=name,
        kind=kind,
        forms=tuple(
            sorted(
                {
                    *forms,
                    *vouched.aliases,
                    *(_POSSESSIVE.sub("", s.words) for s in seen if s.words),
                }
            )
        )
        or (name,),
        addresses=addresses,
        roles=tuple(sorted(({role for s in seen for role in s.roles} | {vouched.role}) - {""})),
        organisation=vouched.organisation,
        statements=sum(s.spoken for s in seen),
        party=entry is not None or any(s.weight for s in seen),
        scope=scope,
    )


def _forms(seen: list[Sighting], kind: PersonKind) -> Counter[str]:
    """How often each form is written."""
    forms: Counter[str] = Counter()
    for sighting in seen:
        for form, count in sighting.forms.items():
            forms[_POSSESSIVE.sub("", form)] += count
    if not forms or kind == "organisation":  # an organisation's full name is more often mentioned than it speaks
        forms.update(_POSSESSIVE.sub("", s.words) for s in seen if s.words and s.mentioned)
    return forms


def _is_organisation(group: Group, entry: RosterEntry | None) -> bool:
    if entry is not None:
        return entry.kind != "person"
    return any(node.sort in {"organisation", "party"} for node in group.nodes)


def _shown_name(forms: Counter[str], addresses: Sequence[str], kind: PersonKind, *, header: bool) -> str:
    if kind == "organisation":
        return shown(max(forms, key=lambda form: _formality(form, forms), default="")).replace(";", ",")
    names = Counter[str]()
    for form, count in forms.items():
        parsed = parse_name(form, header=header) or parse_name(form, header=True)
        if parsed is not None and not is_address(form):
            names[parsed.display] += count
    if names:
        return max(names, key=lambda shown_name: _fullness(shown_name, names[shown_name])).replace(";", ",")
    return next(iter(sorted(forms)), "") or (addresses[0] if addresses else "")


def _formality(form: str, forms: Counter[str]) -> tuple[bool, bool, int, int, str]:
    """With its legal form, spelt out rather than in initials, then the most frequent."""
    short = any(core(form) == initials(core(other)) for other in forms)
    return (is_formal(form), not short, forms[form], len(form), form)


def _fullness(name: str, count: int) -> tuple[bool, bool, int, int, str]:
    """The most frequent of the full names; of equally frequent ones the longest."""
    parsed = parse_name(name, header=True)
    full = parsed is not None and parsed.full
    return (full, parsed is not None and not parsed.bare, count, len(name), name)


def _id(person: Person, head: str, taken: set[str]) -> str:
    """A hash of the name (and scope); with addresses added where another has that name already."""
    own = (person.kind, person.name, *([person.scope] if person.scope else []))
    others = (*person.addresses, head)
    rows = ((*own, *others[:count]) for count in range(len(others) + 1))
    numbered = ((*own, *others, str(number)) for number in itertools.count())
    ids = (hashlib.sha256("|".join(row).encode()).hexdigest()[:16] for row in itertools.chain(rows, numbered))
    return next(found for found in ids if found not in taken)


def _labels(grouping: Grouping, sightings: Sightings, roster: Sequence[RosterEntry]) -> dict[Node, str]:
    """How each node is shown in the log of merges: as it is most often written."""
    labels = {}
    for node, facts in grouping.nodes.facts.items():
        forms = Counter({sightings.by_key[key].words: sightings.by_key[key].weight for key in facts.keys})
        shown_as = max(forms, key=lambda form: (forms[form], form), default="") if node.sort != "address" else ""
        labels[node] = roster[int(node.words[:6])].name if node.sort == "roster" else shown_as or node.words
    return labels
