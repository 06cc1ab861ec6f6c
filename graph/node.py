"""From sightings to nodes: what stands for one person (or organisation) from the start, before any evidence is weighed.

sort            one node for                                  seen in
roster          an entry of the analyst's roster              the whole corpus
person          a full name                                   the whole corpus
address         an e-mail address                             the whole corpus
organisation    an organisation's core name                   the whole corpus
party           "Plaintiffs"                                  one case; where the corpus has but one, papers without a docket are of it
initial         "D. Lee"                                      one document
word            "Lee", "Dana", "dlee77"                       one document
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from corpora.decision import Decision, Key
from corpora.roster import RosterEntry
from graph.given import is_common
from graph.name import Name, parse_name
from graph.organisation import core, initials, is_case_party, is_formal, is_organisation, is_short_for, nation
from graph.sighting import Sighting, Sightings
from graph.written import fold_address, letters

Sort = Literal["roster", "person", "address", "organisation", "party", "initial", "word"]


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """What stands for one from the start. ``scope`` is the document or case that the words hold in; '' for all."""

    sort: Sort
    words: str
    scope: str = ""


@dataclass(slots=True)
class Facts:
    """What the sightings of one node tell. ``hints`` are single words printed with an address; ``formal`` is True for an
    organisation seen with its legal form, ``login`` for a word that headers print as only login names are written."""

    names: set[Name] = field(default_factory=set)
    hints: set[Name] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    cases: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    keys: list[Key] = field(default_factory=list)
    weight: int = 0
    formal: bool = False
    login: bool = False

    def copy(self) -> Facts:
        """The same facts in sets of their own."""
        return Facts(
            set(self.names),
            set(self.hints),
            set(self.documents),
            set(self.cases),
            set(self.addresses),
            list(self.keys),
            self.weight,
            self.formal,
            self.login,
        )


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes with their facts, the node of each key, and name nodes printed with an address (with how often)."""

    facts: dict[Node, Facts]
    of_key: dict[Key, Node]
    addressed: dict[str, Counter[Node]]


def place(sightings: Sightings, roster: Sequence[RosterEntry], decisions: Sequence[Decision] = ()) -> Nodes:
    """The node of every sighting that names somebody; ``decisions`` may tell two bearers of one name apart."""
    sorter = _Sorter(sightings.by_key.values(), roster)
    nodes = Nodes({}, {}, defaultdict(Counter))
    for i, entry in enumerate(roster):
        nodes.facts[_roster_node(i, entry)] = _roster_facts(entry)
    placed = ((key, *sorter.node(sightings.by_key[key])) for key in sorted(sightings.by_key))
    names = {key: name for key, node, name in placed if node is not None and nodes.of_key.setdefault(key, node)}
    _set_apart(nodes.of_key, decisions)
    for key, name in names.items():
        _add(nodes, nodes.of_key[key], sightings.by_key[key], name)
    return nodes


def _set_apart(of_key: dict[Key, Node], decisions: Sequence[Decision]) -> None:
    """Where an analyst ruled one name in two places to be two people's, the second gets a node of its own."""
    for decision in decisions:
        if decision.act in {"different", "split"}:
            first = {of_key[key] for key in decision.one if key in of_key}
            for key in decision.other:
                node = of_key.get(key)
                if node in first and node is not None and node.sort != "roster":
                    of_key[key] = replace(node, scope=f"{node.scope}#{decision.number}")


def _roster_node(number: int, entry: RosterEntry) -> Node:
    return Node("roster", f"{number:06} {entry.name}")


def _roster_facts(entry: RosterEntry) -> Facts:
    names = (parse_name(words, header=True) for words in (entry.name, *entry.aliases))
    person = entry.kind == "person"
    return Facts({n for n in names if n and person and not n.bare}, addresses={fold_address(a) for a in entry.addresses} - {""})


def _add(nodes: Nodes, node: Node, sighting: Sighting, name: Name | None) -> None:
    facts = nodes.facts.setdefault(node, Facts())
    facts.documents.add(sighting.document_id)
    facts.cases.add(sighting.case)
    facts.keys.append(sighting.key)
    facts.weight += sighting.weight
    facts.formal |= node.sort == "organisation" and is_formal(sighting.words)
    facts.login |= node.sort == "word" and sighting.header and is_login(sighting.words)
    if name is not None and node.sort != "roster":
        (facts.hints if node.sort == "address" else facts.names).add(name)
    if sighting.address:
        address = Node("address", sighting.address)
        own = nodes.facts.setdefault(address, Facts())
        own.addresses.add(sighting.address)
        own.documents.add(sighting.document_id)
        own.cases.add(sighting.case)
        nodes.addressed[sighting.address][node] += sighting.weight


class _Sorter:
    """Tells what sort of node a sighting belongs to, knowing the roster and the organisations of the whole corpus."""

    def __init__(self, sightings: Iterable[Sighting], roster: Sequence[RosterEntry]) -> None:
        everything = list(sightings)
        self._by_address: dict[str, set[Node]] = defaultdict(set)
        self._by_name: dict[str, set[Node]] = defaultdict(set)
        for i, entry in enumerate(roster):
            self._enter(_roster_node(i, entry), entry)
        cases = {sighting.case for sighting in everything if sighting.docketed}
        self._only_case = next(iter(cases)) if len(cases) == 1 else ""
        self._labels = _labels(everything)
        self._surnames = _surnames(everything)
        self._cores: dict[str, set[str]] = defaultdict(set)
        self._nations: dict[str, set[str]] = defaultdict(set)
        for sighting in everything:
            if is_organisation(sighting.words, " ".join(sighting.roles), header=sighting.header):
                self._cores[core(sighting.words)].add(sighting.document_id)
                self._nations[core(sighting.words)].add(nation(sighting.words))
        self._starts: dict[str, set[str]] = defaultdict(set)
        for name in self._cores:
            for key in (name.split()[0], initials(name)):
                self._starts[key].add(name)

    def _enter(self, node: Node, entry: RosterEntry) -> None:
        for address in entry.addresses:
            self._by_address[fold_address(address)].add(node)
        for words in (entry.name, *entry.aliases):
            for form in _name_forms(words, organisation=entry.kind != "person"):
                self._by_name[form].add(node)

    def node(self, sighting: Sighting) -> tuple[Node | None, Name | None]:
        """The node of a sighting, and the person's name in it; None where it names nobody."""
        if vouched := self._vouched(sighting):
            return vouched, None
        name = parse_name(sighting.words, header=sighting.header)
        if sighting.words and self._is_organisation(sighting, name):
            return self._organisation(sighting), None
        if name is not None and name.full:
            return Node("person", _spelled(name)), name
        if name is not None and not name.bare:
            return Node("initial", _spelled(name), sighting.document_id), name
        if sighting.address:
            return Node("address", sighting.address), name
        words = f"{name.gender} {name.surname}".strip() if name else letters(sighting.words)
        known = name is not None or (sighting.header and _legible(sighting.words))
        return (Node("word", words, sighting.document_id) if known else None), name

    def _vouched(self, sighting: Sighting) -> Node | None:
        """The one roster entry with this address, else with this name."""
        if not self._by_name:
            return None
        found = self._by_address.get(sighting.address, set()) if sighting.address else set()
        if not found:
            forms = _name_forms(sighting.words, organisation=False) | _name_forms(sighting.words, organisation=True)
            found = set().union(*(self._by_name.get(form, set()) for form in forms))
        return next(iter(found)) if len(found) == 1 else None

    def _is_organisation(self, sighting: Sighting, name: Name | None) -> bool:
        if is_organisation(sighting.words, " ".join(sighting.roles), header=sighting.header):
            return True
        if sighting.header or sighting.heard or (name is not None and name.gender):
            return False
        words = core(sighting.words)
        return words in self._cores or (not self._is_somebody(name) and self._is_taken_for_one(words))

    def _is_somebody(self, name: Name | None) -> bool:
        """True for a first name alone, and where somebody bears that name."""
        if name is None:
            return False
        namesakes = self._surnames.get(name.surname, set())
        return (name.bare and is_common(name.surname)) or (bool(namesakes) and (name.bare or name in namesakes))

    def _is_taken_for_one(self, words: str) -> bool:
        """True for what is short for an organisation in sight, or mostly taken for one where it is mentioned."""
        if any(is_short_for(words, long) for long in self._starts.get(words.split(maxsplit=1)[0], ())):
            return True
        return self._labels[words]["ORG"] > self._labels[words]["PERSON"]

    def _organisation(self, sighting: Sighting) -> Node:
        if is_case_party(sighting.words):
            case = sighting.case if sighting.docketed else self._only_case or sighting.case
            return Node("party", core(sighting.words), case)
        words = core(sighting.words)
        if (own := nation(sighting.words)) and len(self._nations[words] - {""}) > 1:
            return Node("organisation", f"{words} {own}")
        keys = {words.split()[0], words}
        longer = [long for key in keys for long in self._starts.get(key, ()) if is_short_for(words, long)]
        here = [long for long in longer if sighting.document_id in self._cores[long]]
        return Node("organisation", words, sighting.document_id if len(longer) > 1 and len(here) == 1 else "")


def _name_forms(words: str, *, organisation: bool) -> set[str]:
    """What a name may be looked up by: its letters, its parts, an organisation's core."""
    name = None if organisation else parse_name(words, header=True)
    forms = {letters(words), f"core {core(words)}" if organisation else "", _spelled(name) if name and not name.bare else ""}
    return forms - {""}


def is_login(words: str) -> bool:
    """True for "dlee77", "dana.lee@", "bshoreop": one word in small letters, too long for initials and nobody's first name."""
    plain = letters(words)
    return " " not in words and words == words.lower() and len(plain) > 4 and plain[0].isalpha() and not is_common(plain)


def _legible(words: str) -> bool:
    """True for a handle, false for what OCR makes of a scrawl: mostly letters and digits."""
    return 2 * sum(c.isalnum() for c in words) > len(words) and any(c.isalpha() for c in words)


def _spelled(name: Name) -> str:
    return "|".join((" ".join(name.given), name.surname, name.suffix))


def _labels(sightings: Iterable[Sighting]) -> dict[str, Counter[str]]:
    """How often the words are taken for a person's or an organisation's name where they are only mentioned."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for sighting in sightings:
        labels[core(sighting.words)].update(sighting.labels)
    return labels


def _surnames(sightings: Iterable[Sighting]) -> dict[str, set[Name]]:
    """Full names by surname: of those who write or are written to, and names that open with a common first name."""
    found: dict[str, set[Name]] = defaultdict(set)
    for sighting in sightings:
        name = parse_name(sighting.words, header=sighting.header)
        if name is None or not name.full or is_organisation(sighting.words, header=sighting.header):
            continue
        if is_common(name.first) or sighting.heard or (sighting.weight and (sighting.header or sighting.address)):
            found[name.surname].add(name)
    return dict(found)
