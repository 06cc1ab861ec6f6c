"""Analysts' rulings on who is who, made from the words that they use for people.

    merge(corpus, "D. Lee", "Dana Lee", by)          these are one
    different(corpus, "Dana Lee", "D. Lee", by)      these are two, whatever is alike
    split(corpus, "Dana Lee", "Mr. Lee", by)         this form is not hers
    rename(corpus, "gdb", "Greg Brockman", by)       this is the name to show
    undo(corpus, 3, by)                              number 3 does not hold

Words name one person: an id, else a name, else a form or an address of one person alone; anything else is an error that
says who might be meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpora.corpus import Corpus
from corpora.decision import Act, By, Decision, Key, standing
from graph.people import People, people_of
from graph.portrait import Person
from graph.written import fold, fold_address
from ingest.errors import QueryError


def merge(corpus: Corpus, one: str, other: str, by: By) -> Decision:
    """Rule that two are one.

    :raises QueryError: words name nobody or several; they are one already; the roster or a ruling has them as two.
    """
    people = people_of(corpus)
    a, b = _two(people, one, other)
    if all(people.groups[person.id].vouched for person in (a, b)):
        raise QueryError(f"{a.name} and {b.name} are two entries of the roster: the roster wins, so mend corpus.toml")
    ruling = corpus.rule(_decision("merge", (_keys(people, a), _keys(people, b)), f"{a.name} = {b.name}", by))
    now = people_of(corpus)
    if _who(now, ruling.one) != _who(now, ruling.other):
        corpus.rule(Decision("undo", undoes=ruling.number, who=by.who, at=by.at, said="refused"))
        raise QueryError(
            f'{a.name} and {b.name} stand under another ruling as two: see "pincite people log", and undo that one first'
        )
    return ruling


def different(corpus: Corpus, one: str, other: str, by: By) -> Decision:
    """Rule that two are not one, now and whatever papers come.

    :raises QueryError: words name nobody or several, or the same person: then :func:`split` is meant.
    """
    people = people_of(corpus)
    a, b = _two(people, one, other)
    return corpus.rule(_decision("different", (_keys(people, a), _keys(people, b)), f"{a.name} ≠ {b.name}", by))


def split(corpus: Corpus, person: str, form: str, by: By, document: str = "") -> Decision:
    """Rule that a form of a name (in one document) is not that person's.

    :raises QueryError: words name nobody or several; the person has no such form there, or no other.
    """
    people = people_of(corpus)
    found = one_person(people, person)
    theirs = sorted(key for key, owner in people.identities if owner.id == found.id)
    names = corpus.document_names if document else {}
    wanted = {fold(form), fold_address(form)} - {""}
    apart = tuple(k for k in theirs if wanted & {*k[1:]} and document.lower() in names.get(k[0], "").lower())
    rest = tuple(key for key in theirs if key not in set(apart))
    if not apart or not rest:
        where = f" in a document named {document}" if document else ""
        raise QueryError(
            f"{found.name}: {'no form' if not apart else 'no form but'} “{form}”{where}; there are {_forms(found)}"
        )
    return corpus.rule(_decision("split", (rest, apart), f"{found.name} ≠ {form}{f' in {document}' if document else ''}", by))


def rename(corpus: Corpus, person: str, name: str, by: By) -> Decision:
    """Rule under which name a person is shown.

    :raises QueryError: words name nobody or several, or the name is empty.
    """
    if not name.strip():
        raise QueryError("a name is wanted")
    people = people_of(corpus)
    found = one_person(people, person)
    return corpus.rule(_decision("rename", (_keys(people, found), ()), f"{found.name} → {name.strip()}", by, name.strip()))


def undo(corpus: Corpus, number: int, by: By) -> Decision:
    """Take a ruling back. What stood before it stands again, exactly.

    :raises QueryError: there is no such ruling, or it does not stand.
    """
    log = corpus.decisions()
    undone = next((decision for decision in log if decision.number == number), None)
    if undone is None:
        raise QueryError(f"there is no decision {number}; the log has {len(log)}")
    stands = number in {decision.number for decision in standing(log)}
    if undone.act != "undo" and not stands:
        raise QueryError(f"decision {number} does not stand: it was undone before")
    return corpus.rule(Decision("undo", undoes=number, who=by.who, at=by.at, said=f"undo {number}: {undone.act} {undone.said}"))


def one_person(people: People, words: str) -> Person:
    """The one whom ``words`` name: an id, else a whole name, else a form or address.

    :raises QueryError: they name nobody, or several; the message says whom.
    """
    if person := people.by_id(words):
        return person
    everyone = (*people.persons, *people.mentioned)
    wanted = fold(words)
    named = [person for person in everyone if fold(person.name) == wanted]
    forms = [person for person in everyone if wanted in {fold(form) for form in (*person.forms, *person.addresses)}]
    found = named or forms
    if len(found) == 1:
        return found[0]
    if not found:
        near = people.matching(words)[:5]
        hint = f"; there are {', '.join(map(_with_id, near))}" if near else ""
        raise QueryError(f"nobody is called “{words}”{hint}")
    raise QueryError(f"“{words}” names several: {', '.join(map(_with_id, found))}; give the id of one")


def _two(people: People, one: str, other: str) -> tuple[Person, Person]:
    a, b = one_person(people, one), one_person(people, other)
    if a.id == b.id:
        raise QueryError(f"“{one}” and “{other}” are one: {_with_id(a)}")
    return a, b


def _keys(people: People, person: Person) -> tuple[Key, ...]:
    """Where a person's names stand: of each name and address the first place."""
    found: dict[tuple[str, str], Key] = {}
    for key in sorted(people.groups[person.id].facts.keys):
        found.setdefault(key[1:], key)
    if not found:
        raise QueryError(f"{person.name} stands in the roster alone, in no paper: edit corpus.toml")
    return tuple(sorted(found.values()))


def _decision(act: Act, keys: tuple[tuple[Key, ...], tuple[Key, ...]], said: str, by: By, name: str = "") -> Decision:
    return Decision(act, keys[0], keys[1], name=name, who=by.who, at=by.at, said=said)


def _who(people: People, keys: Iterable[Key]) -> str:
    who = dict(people.identities)
    return next((who[key].id for key in keys if key in who), "")


def _forms(person: Person) -> str:
    return "; ".join((*person.forms, *person.addresses))


def _with_id(person: Person) -> str:
    return f"{person.name} ({person.id})"
