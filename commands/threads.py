"""``pincite threads``: conversations by mail across all papers; who was on them, who was dropped, who got what below a later mail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from commands.options import (
    Addressee,
    Confidence,
    DocumentName,
    Folder,
    Output,
    ReviewName,
    Since,
    Speaker,
    TopicName,
    Until,
)
from commands.printed import shortened
from commands.topic import known_topic
from ingest.errors import QueryError

if TYPE_CHECKING:
    from corpora.corpus import Corpus
    from graph.filter import Filter
    from graph.message import Message
    from graph.people import People, Person
    from graph.thread import Thread

Id = Annotated[
    str, typer.Option("--thread", metavar="ID", help="Only this one, as a tree with all its words: an id, or its beginning.")
]
Party = Annotated[
    str, typer.Option(metavar="NAME", help="Only threads that this person wrote in, was on, or got below a later mail.")
]
Singles = Annotated[bool, typer.Option("--singles", help="Also mails that are printed once, without an answer.")]


def threads(
    folder: Folder,
    output: Output = None,
    thread: Id = "",
    person: Party = "",
    singles: Singles = False,
    speaker: Speaker = "",
    addressee: Addressee = "",
    topic: TopicName = "",
    document: DocumentName = "",
    since: Since = "",
    until: Until = "",
    min_confidence: Confidence = 0.0,
    review: ReviewName = "",
) -> None:
    """Print the conversations by mail, each with its people, who joined and was dropped, and where it is printed; or write them.

    A thread is shown whole if any of its messages passes the filters. A file has a row for every message of every thread."""
    from corpora.corpus import Corpus
    from graph.filter import Filter
    from graph.people import people_of
    from graph.thread_row import write_threads

    wanted = Filter(speaker, addressee, topic, "", document, since, until, min_confidence, review)
    with Corpus.open(folder) as corpus:
        known_topic(corpus, topic)
        who = people_of(corpus)
        found = [one for one in _found(corpus, who, wanted, person) if one.id.startswith(thread)]
    if thread and len(found) != 1:
        raise QueryError(f'{len(found):,} threads begin with "{thread}": pincite threads {folder} --singles lists them')
    if output is not None:
        print(f"{_counted(write_threads(found, output), 'message')} of {_counted(len(found), 'thread')} in {output}")
        return
    if thread:
        _print_tree(found[0])
        return
    shown = [one for one in found if singles or not one.stands_alone]
    for one in shown:
        _print_summary(one)
    alone = len(found) - len(shown)
    print(
        _counted(len(shown), "thread")
        + (f"; {_counted(alone, 'mail')} printed once, without an answer: --singles" if alone else "")
    )


def _found(corpus: Corpus, who: People, wanted: Filter, person: str) -> list[Thread]:
    """The threads of which any message is wanted, and that the person was sent any of."""
    from graph.filter import Filter, select
    from graph.row import rows
    from graph.thread import threads_of

    found = threads_of(corpus, who)
    if wanted != Filter():
        ids = {row.statement_id for row in select(rows(corpus.records(), who), wanted, who)}
        found = [one for one in found if not ids.isdisjoint(one.statement_ids)]
    if person:
        persons = {one.id for one in who.matching(person)}
        found = [one for one in found if one.was_sent_to(persons)]
    return found


def _print_summary(thread: Thread) -> None:
    from graph.thread_row import names

    span = " to ".join(dict.fromkeys((thread.dates[0], thread.dates[-1]))) if thread.dates else "undated"
    print(f"{thread.id}  {span}  “{thread.subject or '(no subject)'}”  {_counted(len(thread.messages), 'message')}")
    _print_facts(
        ("people", names(thread.everyone)),
        ("joined", "; ".join(_at(thread.came_on(message), message) for message in thread.messages if thread.came_on(message))),
        (
            "dropped",
            "; ".join(_at(thread.fell_off(message), message) for message in thread.messages if thread.fell_off(message)),
        ),
        ("only below", "; ".join(dict.fromkeys(m.cites[0] for m in thread.messages if thread.unproduced(m)))),
        ("printed at", "; ".join(thread.places)),
    )


def _at(persons: Iterable[Person], message: Message) -> str:
    """``Priya Raghunathan (2023-03-16T22:42, Dkt. 449-3 at 2)``."""
    return f"{', '.join(person.name for person in persons)} ({message.date or 'undated'}, {message.cites[0]})"


def _print_tree(thread: Thread) -> None:
    print(f"{thread.id}  “{thread.subject or '(no subject)'}”")
    numbers = {message.id: number for number, message in enumerate(thread.messages, start=1)}
    for message, depth in thread.tree():
        _print_message(thread, message, numbers, depth)
    print(_counted(len(thread.messages), "message"))


def _print_message(thread: Thread, message: Message, numbers: dict[str, int], depth: int) -> None:
    from graph.thread_row import names, reach_words, released_words

    released = released_words(thread, message)
    left = "  " * depth
    heard = f" to {names(message.addressees)}" if message.addressees else ""
    author = message.author.name if message.author else message.author_as_written or "(not named)"
    print(f"{left}{numbers[message.id]}  {message.date or 'undated'}  {author}{heard}")
    link = thread.links.get(message.id)
    places = "; ".join(message.cites)
    _print_facts(
        ("says", f"“{shortened(message.text)}”" if message.text else "(no words of its own)"),
        ("answers", f"{numbers[link.parent]}: {link.why}" if link else ""),
        ("joined", names(thread.came_on(message))),
        ("dropped", names(thread.fell_off(message))),
        ("not on it", names(thread.left_out(message))),
        ("reached", "; ".join(reach_words(reach) for reach in thread.reached(message))),
        ("redacted", f"from under a redaction, {released}" if released else ""),
        ("printed at", places + (" (only below later mails)" if thread.unproduced(message) else "")),
        left=left,
    )


def _print_facts(*facts: tuple[str, str], left: str = "") -> None:
    for name, words in facts:
        if words:
            print(f"{left}    {name:10}  {words}")


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one}" + ("" if number == 1 else "s")
