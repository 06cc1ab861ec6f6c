"""What shows that one mail answers another, or sends it on: where it says so, in the order of how much that is worth.

header           a mail file names the one that it answers by its id (In-Reply-To, References)
quoted           the one is printed right below the other, as mail programs print what is answered
conversation     the one is printed right beside the other, as webmail prints a conversation, the oldest first or last
subject          they are printed apart; the subject says "Re:" or "Fw:", and the other is the latest of it that its author was sent
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from corpora.record import Record
from graph.message import Message, Sighting, by_date
from ingest.mail_subject import ANSWER, bare, follows

LinkKind = Literal["header", "quoted", "conversation", "subject"]
_CONVERSATION = "print-header"  # webmail prints whole conversations, whose messages may begin a page
# Header forms that only ever stand below the message that answers (ingest.mail_headers, mail_cards, wrote_line).
_QUOTED = frozenset(("wrote-line", "groupwise-line", "lotus-header", "lotus-columns", "separator"))
_ANSWERED_WITHIN = timedelta(days=30)  # subjects such as "Re: minutes" come back


@dataclass(frozen=True, slots=True)
class Link:
    """A message and the one that it answers, by id, and what shows it; ``cite`` is where the answered one stands beside its answer,
    '' where they are printed apart. ``above`` and ``below`` are the statements that stand so."""

    child: str
    parent: str
    kind: LinkKind
    cite: str = ""
    above: str = ""
    below: str = ""

    @property
    def why(self) -> str:
        """In words."""
        if self.kind == "subject":
            return "by its subject: the latest such mail that its author was sent before; the two are printed apart"
        if self.kind == "header":
            return "named as answered in the header of the file (In-Reply-To, References)"
        how = "printed below it" if self.kind == "quoted" else "printed beside it in one conversation"
        return f"{how}, {self.cite}"


_Row = tuple[Sighting, Message]


def header_links(found: Iterable[Message]) -> Iterator[Link]:
    """A link from each mail file to the nearest that its header names as answered and that is here."""
    of_id = {sighting.head.message_id: message for message in found for sighting in message.sightings}
    of_id.pop("", None)
    for message in found:
        named = (one for sighting in message.sightings for one in sighting.head.answers)
        answered = next((of_id[one] for one in named if one in of_id and of_id[one] is not message), None)
        if answered is not None:
            yield Link(message.id, answered.id, "header")


def printed_links(found: Iterable[Message]) -> Iterator[Link]:
    """A link wherever two messages are printed one right above the other, and one answers."""
    printed: dict[str, list[_Row]] = defaultdict(list)
    for message in found:
        for sighting in message.sightings:
            printed[sighting.record.statement.document_id].append((sighting, message))
    for rows in printed.values():
        rows.sort(key=lambda row: row[0].record.statement.span.start)
        for run in _runs(rows):
            oldest_first = _is_oldest_first(run)
            yield from (_link(above, below, oldest_first=oldest_first) for above, below in itertools.pairwise(run))


def _runs(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """The rows of a document, those together that are printed in answer to one another."""
    run: list[_Row] = []
    for row in rows:
        if run and not _stand_together(*run[-1], *row):
            yield run
            run = []
        run.append(row)
    yield run


def _is_oldest_first(run: Sequence[_Row]) -> bool:
    """True if the dates of a run rise more often than they fall, or as often and from its first to its last: clocks of two zones
    may turn one or other of them round."""
    if any(is_quoted(sighting.record) for sighting, _ in run[1:]):
        return False
    whens = [sighting.when.start for sighting, _ in run if sighting.when]
    steps = [(later > sooner) - (later < sooner) for sooner, later in itertools.pairwise(whens)]
    return (sum(steps), whens[-1]) > (0, whens[0]) if whens else False


def _link(upper: _Row, lower: _Row, *, oldest_first: bool) -> Link:
    (above, answer), (below, answered) = upper, lower
    ids = (above.record.statement.id, below.record.statement.id)
    if oldest_first:
        return Link(answered.id, answer.id, "conversation", above.record.cite, *ids)
    kind: LinkKind = "conversation" if _is_conversation(above.record, below.record) else "quoted"
    return Link(answer.id, answered.id, kind, below.record.cite, *ids)


def _is_conversation(above: Record, below: Record) -> bool:
    return {row.statement.attribution.rule for row in (above, below)} == {_CONVERSATION}


def is_quoted(record: Record) -> bool:
    """True if the header says by its form alone that the mail is quoted in an answer."""
    return record.statement.attribution.rule in _QUOTED


def _stand_together(above: Sighting, upper: Message, below: Sighting, lower: Message) -> bool:
    """True where one is printed in answer to the other: quoted; or among the same people, on the page on which the other ends, or
    overleaf under the same subject."""
    if upper is lower:
        return False
    if is_quoted(below.record):
        return True
    unknown = not (upper.author and lower.author)
    met = upper.author in lower.everyone or lower.author in upper.everyone
    runs_on = _is_conversation(above.record, below.record) or (met and not unknown and _answers_overleaf(above, below))
    return below.record.place.page <= above.record.place.page_last + runs_on and (unknown or met)


def _answers_overleaf(above: Sighting, below: Sighting) -> bool:
    """True if the upper one says that it follows a mail of the lower one's subject, and is no earlier."""
    dated = above.when is not None and below.when is not None and above.when.start >= below.when.start
    return dated and follows(above.subject) and bool(bare(above.subject)) and bare(above.subject) == bare(below.subject)


def subject_links(found: Sequence[Message], linked: Mapping[str, Link]) -> Iterator[Link]:
    """For each message that says "Re:" or "Fw:" and stands beside nothing that it answers: the latest mail of its subject that its
    author was sent within a month before; an answer goes back to whoever wrote that."""
    by_subject: dict[str, list[Message]] = defaultdict(list)
    for message in sorted((one for one in found if one.when and one.author), key=by_date):
        subject = bare(message.subject)
        if subject and follows(message.subject) and message.id not in linked:
            answered = [one for one in by_subject[subject] if _may_answer(message, one)]
            if answered:
                yield Link(message.id, answered[-1].id, "subject")
        by_subject[subject].append(message)


def _may_answer(message: Message, earlier: Message) -> bool:
    """True if its author was sent the earlier one by somebody else, and writes to that one again or sends it on."""
    if message.when is None or earlier.when is None or message.author is None or earlier.author is None:
        return False
    soon = earlier.when.start < message.when.start <= earlier.when.start + _ANSWERED_WITHIN
    goes_back = earlier.author in message.addressees or not ANSWER.match(message.subject)
    return soon and goes_back and message.author != earlier.author and message.author in earlier.addressees
