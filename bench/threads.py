"""``python -m bench threads``: conversations by mail against threads that were marked by hand.

The gold is 36 threads of Enron mail, taken apart into words, with whose mail each word is and which person each name is. Each is
put together again as text (``bench.conll_threads``) and ingested; and once more from its second mail on, as another mailbox holds it.

mails       each mail found where one is, and nothing else taken for one                      precision, recall, F1
author      of those found: the one whom the gold names                                       percent
answers     each mail answers the one printed below it                                        precision, recall, F1
whole       all mails of a thread in one thread of ours                                       percent
places      of mails that stand in both papers: found as one message with two places          percent
produced    told rightly whether any paper prints the mail by itself                          percent
dropped     who was on the mail below and is not on this one                                  precision, recall, F1
apart       each mail in a file of its own: which answers which, by subjects and people       precision, recall, F1
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench import conll_threads
from bench.places import FIGURES, SHARED
from bench.scorer import scorer
from corpora.batch import ingest
from corpora.corpus import Corpus
from graph.conclusion import conclude
from graph.message import Message
from graph.people import Person, people_of
from graph.thread import Thread, threads_of
from graph.written import letters

NUMBERS = FIGURES / "threads.json"
WHOLE, SECOND = "whole", "from-second"
Place = tuple[str, int]  # a paper of the gold, and which of its mails


def main() -> None:
    """Print the figures and keep them."""
    folder = SHARED / "gold" / "threads"
    if not folder.is_dir():
        print("the gold (../shared) is not on this machine: nothing to score")
        return
    gold = list(conll_threads.read_threads(folder))
    figures = {"together": together(gold), "apart": apart(gold)}
    print(json.dumps(figures, indent=1))
    NUMBERS.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _found(papers: dict[str, str]) -> list[Thread]:
    """The threads of a new corpus of these texts, by file name."""
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "papers").mkdir()
        for name, text in papers.items():
            (Path(scratch) / "papers" / f"{name}.txt").write_text(text, encoding="utf-8")
        with Corpus.create(Path(scratch) / "corpus") as corpus:
            ingest(corpus, [Path(scratch) / "papers"])
            conclude(corpus)
            return threads_of(corpus, people_of(corpus))


def together(gold: list[conll_threads.Thread]) -> dict[str, Any]:
    """The figures of threads printed whole, and once more without their latest mail."""
    papers = {f"{thread.name}.{WHOLE}": thread for thread in gold}
    papers |= {f"{thread.name}.{SECOND}": thread.without_the_first() for thread in gold}
    found = _found({name: thread.text for name, thread in papers.items()})
    at = _places(found, papers)
    n: Counter[str] = Counter()
    for name, thread in papers.items():
        here = [at.get((name, i), []) for i in range(len(thread.mails))]
        n.update(asked=len(here), given=sum(map(len, here)), found=sum(map(bool, here)))
        n["author"] += sum(_is_author(mail.author, one[0][1]) for mail, one in zip(thread.mails, here, strict=True) if one)
        n["threads"] += 1
        n["whole"] += all(here) and len({id(one[0][0]) for one in here}) == 1
        _count_answers(n, here)
        for (upper, lower), pair in zip(pairwise(thread.mails), pairwise(here), strict=True):
            if all(pair):
                _count_dropped(n, [thread.forms[one] for one in lower.named - upper.named], pair[0][0][1], pair[1][0][1])
    for thread in gold:
        _count_prints(n, thread, at)
    return _figures(n)


_Found = tuple[Thread, Message]


def _places(found: Iterable[Thread], papers: dict[str, conll_threads.Thread]) -> dict[Place, list[_Found]]:
    """What of ours begins in each mail of the gold."""
    at: dict[Place, list[_Found]] = {}
    for thread in found:
        for message in thread.messages:
            for record in message.records:
                paper = papers[record.document.removesuffix(".txt")]
                start = record.statement.span.start
                number = next(i for i, mail in enumerate(paper.mails) if start < mail.span.end)
                at.setdefault((record.document.removesuffix(".txt"), number), []).append((thread, message))
    return at


def _is_author(name: str, message: Message) -> bool:
    """True if the message's author goes by the gold's short name."""
    forms = (message.author.name, *message.author.forms, *message.author.addresses) if message.author else ()
    return any(letters(name) in letters(form) for form in forms)


def _count_answers(n: Counter[str], here: list[list[_Found]]) -> None:
    """Each mail answers the one below it; links to anything else are wrong."""
    for i, ours in enumerate(here):
        below = here[i + 1] if i + 1 < len(here) else []
        n["answers"] += i + 1 < len(here)
        for thread, message in ours[:1]:
            parent = thread.parent(message)
            n["answers given"] += parent is not None
            n["answers right"] += any(parent is other for _, other in below)


def _count_dropped(n: Counter[str], dropped: list[frozenset[str]], upper: Message, lower: Message) -> None:
    """Who is on the lower one and not on the upper one, by any form of the name."""
    known = {person.id for person in upper.everyone}
    ours = [_forms(person) for person in lower.everyone if person.id not in known]
    n.update({"dropped": len(dropped), "dropped given": len(ours)})
    n["dropped right"] += sum(any(theirs & forms for theirs in dropped) for forms in ours)


def _forms(person: Person) -> frozenset[str]:
    return frozenset(letters(form) for form in (person.name, *person.forms, *person.addresses))


def _count_prints(n: Counter[str], thread: conll_threads.Thread, at: dict[Place, list[_Found]]) -> None:
    """The first mail is printed by itself in one paper, the second in the other, the further ones in neither."""
    for i in range(len(thread.mails)):
        one, other = at.get((f"{thread.name}.{WHOLE}", i), []), at.get((f"{thread.name}.{SECOND}", i - 1), [])
        if i and one and other:
            n["two"] += 1
            n["one message"] += one[0][1] is other[0][1]
        if one:
            n["judged"] += 1
            n["produced"] += one[0][0].unproduced(one[0][1]) == (i > 1)


def apart(gold: list[conll_threads.Thread]) -> dict[str, Any]:
    """The figures of mails in files of their own: which of its thread each one answers; the gold's is the one that it was printed above."""
    mails = {f"{thread.name}.{i}": mail.span.of(thread.text) for thread in gold for i, mail in enumerate(thread.mails)}
    n: Counter[str] = Counter()
    n["asked"] = sum(len(thread.mails) - 1 for thread in gold)
    for thread in _found(mails):
        for child, link in thread.links.items():
            names = {m.id: m.records[0].document.removesuffix(".txt") for m in thread.messages}
            (name, _, number), (other, _, below) = names[child].rpartition("."), names[link.parent].rpartition(".")
            n["given"] += 1
            n["right"] += name == other and int(below) == int(number) + 1
            n["of one thread"] += name == other
    return {
        "answers_PRF": scorer().prf(n["right"], n["given"], n["asked"]),
        "given": n["given"],
        "given_within_one_thread": n["of one thread"],
    }


def _figures(n: Counter[str]) -> dict[str, Any]:
    prf = scorer().prf

    def share(right: str, of: str) -> float:
        return round(100 * n[right] / n[of], 1) if n[of] else 0.0

    return {
        "mails": n["asked"],
        "mails_PRF": prf(n["found"], n["given"], n["asked"]),
        "author": share("author", "found"),
        "answers_PRF": prf(n["answers right"], n["answers given"], n["answers"]),
        "threads_whole": share("whole", "threads"),
        "one_message_of_two_prints": share("one message", "two"),
        "produced": share("produced", "judged"),
        "dropped_PRF": prf(n["dropped right"], n["dropped given"], n["dropped"]),
    }
