"""``pincite people``: who is who, why, and what analysts rule of it; every ruling is kept with who made it and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.list_first import ListFirst
from commands.options import Folder
from commands.ruler import Ruler, now_by

if TYPE_CHECKING:
    from corpora.corpus import Corpus
    from corpora.decision import By, Decision
    from graph.explanation import Pair


people = typer.Typer(
    cls=ListFirst,
    help="Print who is who, with every form of each name; or rule on it: merge, different, split, rename, undo.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Who = Annotated[str, typer.Argument(metavar="PERSON", help="A name, a form of it, an address or an id.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Likewise.", show_default=False)]


@people.command("list")
def list_people(folder: Folder) -> None:
    """Print who is who, with every form of each name."""
    from corpora.corpus import Corpus
    from graph.people import people_of

    with Corpus.open(folder) as corpus:
        found = people_of(corpus)
    for person in found.persons:
        forms = "; ".join((*person.also, *(address for address in person.addresses if address != person.name)))
        print(f"{person.id}  {person.name}  [{person.kind}]" + (f"  also: {forms}" if forms else ""))
    print(f"{len(found.persons):,} people and organisations")


@people.command("explain")
def explain_person(
    folder: Folder, person: Who, other: Annotated[str, typer.Argument(metavar="[OTHER]", help="Only against this one.")] = ""
) -> None:
    """Print why somebody's forms are taken for one, and what speaks for and against others who look alike."""
    from corpora.corpus import Corpus
    from graph.affiliation import affiliations
    from graph.decide import one_person
    from graph.explanation import compare, explain
    from graph.people import people_of

    with Corpus.open(folder) as corpus:
        who = people_of(corpus)
        theirs = affiliations(corpus.records(), who)
    found = one_person(who, person)
    if other and one_person(who, other).id != found.id:
        _print_pairs([compare(who, found, one_person(who, other))])
        return
    explained = explain(who, found)
    print(f"{found.name}  {found.id}")
    for one in theirs.get(found.id, ()):
        print(f"  {one.words}: {'; '.join(one.cites)}{' ...' if one.seen > len(one.cites) else ''}")
    for join in explained.joins:
        print(f"  same       {join.score:.2f}  {join.words} [{join.rule}]")
    _print_pairs(() if other else explained.pairs)


def _print_pairs(pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        print(f"  {pair.judgement.value:9}  {pair.other.name}  {pair.other.id}")
        for reason in pair.reasons:
            print(f"             {reason.side:7}  {reason.score:.2f}  {reason.words}")


@people.command()
def merge(folder: Folder, person: Who, other: Other, by: Ruler = "") -> None:
    """Rule that two are one person."""
    from graph.decide import merge as rule

    _rule(folder, lambda corpus, now: rule(corpus, person, other, now), by)


@people.command()
def different(folder: Folder, person: Who, other: Other, by: Ruler = "") -> None:
    """Rule that two are not one, whatever papers come."""
    from graph.decide import different as rule

    _rule(folder, lambda corpus, now: rule(corpus, person, other, now), by)


@people.command()
def split(
    folder: Folder,
    person: Who,
    form: Annotated[str, typer.Argument(metavar="FORM", help="A form or address that is not theirs.", show_default=False)],
    document: Annotated[str, typer.Option(help="Only in documents whose file name holds this.")] = "",
    by: Ruler = "",
) -> None:
    """Rule that a form of a name is not that person's."""
    from graph.decide import split as rule

    _rule(folder, lambda corpus, now: rule(corpus, person, form, now, document), by)


@people.command()
def rename(
    folder: Folder,
    person: Who,
    name: Annotated[str, typer.Argument(help="The name to show.", show_default=False)],
    by: Ruler = "",
) -> None:
    """Rule under which name a person is shown."""
    from graph.decide import rename as rule

    _rule(folder, lambda corpus, now: rule(corpus, person, name, now), by)


@people.command()
def undo(
    folder: Folder,
    number: Annotated[int, typer.Argument(help="The ruling's number in the log.", show_default=False)],
    by: Ruler = "",
) -> None:
    """Take a ruling back; what stood before stands again."""
    from graph.decide import undo as rule

    _rule(folder, lambda corpus, now: rule(corpus, number, now), by)


@people.command("log")
def print_log(folder: Folder) -> None:
    """Print every ruling on who is who, with who made it and when."""
    from corpora.corpus import Corpus
    from corpora.decision import standing

    with Corpus.open(folder) as corpus:
        log = corpus.decisions()
    stands = {decision.number for decision in standing(log)}
    for decision in log:
        state = "" if decision.number in stands or decision.act == "undo" else "  (undone)"
        print(f"{decision.number:4}  {decision.at}  {decision.who}  {decision.act}: {decision.said}{state}")
    print(f"{len(log):,} decisions")


def _rule(folder: Path, ruling: Callable[[Corpus, By], Decision], by: str) -> None:
    from corpora.corpus import Corpus

    now = now_by(by)
    with Corpus.open(folder) as corpus:
        decision = ruling(corpus, now)
    print(f"decision {decision.number}, {decision.act}: {decision.said}")
