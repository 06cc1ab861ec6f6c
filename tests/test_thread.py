"""Threads: the same message in several exhibits is one, answers find what they answer, and who was left out is told."""

import itertools
from dataclasses import replace

import pytest

from corpora.record import Record
from graph.message import messages
from graph.people import resolve
from graph.thread import Thread, threads
from ingest.span import Span
from tests.records import record

FIRST = "Where is the ledger for the third quarter? The auditors want to see it by Friday noon."
SECOND = "In the safe, where it always was. I should rather not have the auditors look at it before you do."
THIRD = "Agreed, and let us keep Cy out of this from here on. Burn the copy that you made in September."


def exhibit(name: str, *rows: Record, rule: str = "mail-header") -> list[Record]:
    """Records as printed one below the other on one page; all but the first under a header of form ``rule``."""
    placed = []
    for i, row in enumerate(rows):
        made = row.statement
        attribution = replace(made.attribution, rule=rule if i else "mail-header")
        statement = replace(made, spans=(Span(1000 * i, 1000 * i + len(row.text)),), attribution=attribution)
        placed.append(replace(row, statement=statement, document=name))
    return placed


def first(document: str, **changed: str) -> Record:
    return record(
        **(
            {"text": FIRST, "speaker": "Ann Lee", "to": "Bob Ray; Cy Poe", "document": document, "date": "2023-10-04T09:00"}
            | changed
        )
    )  # type: ignore[arg-type]


def second(document: str, **changed: str) -> Record:
    return record(
        **(
            {"text": SECOND, "speaker": "Bob Ray", "to": "Ann Lee; Cy Poe", "document": document, "date": "2023-10-04T13:05"}
            | changed
        )
    )  # type: ignore[arg-type]


def third(document: str, **changed: str) -> Record:
    return record(
        **({"text": THIRD, "speaker": "Ann Lee", "to": "Bob Ray", "document": document, "date": "2023-10-04T15:00"} | changed)
    )  # type: ignore[arg-type]


def found(*exhibits: list[Record]) -> list[Thread]:
    rows = list(itertools.chain(*exhibits))
    return threads(rows, resolve(rows, ()))


def how_many(*rows: Record) -> int:
    return len(messages(rows, resolve(rows, ())))


def test_a_message_in_five_exhibits_is_one_message_with_five_places() -> None:
    rows = [first(f"{n}.pdf") for n in range(5)]
    (message,) = messages(rows, resolve(rows, ()))
    assert sorted(row.document for row in message.records) == [f"{n}.pdf" for n in range(5)]


@pytest.mark.parametrize(
    ("changed", "count"),
    [
        ({"date": "2023-10-04"}, 1),
        ({"date": ""}, 1),
        ({"date": "2023-10-04T12:00"}, 1),
        ({"date": "2023-10-04T09:07"}, 2),
        ({"date": "2023-10-06T09:00"}, 2),
        ({"to": ""}, 1),
        ({"speaker": ""}, 1),
        ({"speaker": "Bob Ray", "to": "Ann Lee"}, 2),
        ({"text": FIRST.replace("ledger", "1edger").replace("noon", "n00n")}, 1),
        ({"text": FIRST + " " + SECOND}, 2),
    ],
    ids=["day", "undated", "zone", "minutes", "days", "no-addressees", "no-author", "other-author", "ocr", "more-words"],
)
def test_what_makes_two_prints_one_message(changed: dict[str, str], count: int) -> None:
    assert how_many(first("1.pdf"), first("2.pdf", **changed)) == count


@pytest.mark.parametrize(
    ("date", "count"), [("2023-10-04T09:00", 1), ("", 2), ("2023-10-05", 2)], ids=["dated", "undated", "another-day"]
)
def test_a_few_words_are_one_message_only_with_author_and_date(date: str, count: int) -> None:
    assert how_many(first("1.pdf", text="Thanks, Bob"), first("2.pdf", text="Thanks, Bob", date=date)) == count


def test_exhibits_that_share_a_message_are_one_thread() -> None:
    (thread,) = found(
        exhibit("12.pdf", third("12.pdf"), second("12.pdf")), exhibit("30.pdf", second("30.pdf"), first("30.pdf"))
    )
    one, two, three = thread.messages
    assert [m.records[0].text for m in thread.messages] == [FIRST, SECOND, THIRD]
    assert (thread.parent(one), thread.parent(two), thread.parent(three)) == (None, one, two)
    assert {row.document for row in two.records} == {"12.pdf", "30.pdf"}


def test_who_fell_off_and_who_came_on() -> None:
    rows = exhibit("12.pdf", third("12.pdf", to="Bob Ray; Dee Fox"), second("12.pdf"), first("12.pdf"))
    (thread,) = found(rows)
    one, two, three = thread.messages
    assert [p.name for p in thread.fell_off(three)] == ["Cy Poe"]
    assert [p.name for p in thread.came_on(three)] == ["Dee Fox"]
    assert thread.fell_off(one) == thread.fell_off(two) == thread.came_on(two) == ()
    assert [p.name for p in thread.everyone] == ["Ann Lee", "Bob Ray", "Cy Poe", "Dee Fox"]


def test_nobody_fell_off_where_a_header_names_no_addressees() -> None:
    (thread,) = found(exhibit("12.pdf", third("12.pdf"), second("12.pdf", to=""), rule="wrote-line"))
    assert thread.fell_off(thread.messages[1]) == ()


def test_a_conversation_printed_oldest_first() -> None:
    (thread,) = found(exhibit("14.pdf", first("14.pdf"), second("14.pdf"), third("14.pdf")))
    one, two, three = thread.messages
    assert (thread.parent(two), thread.parent(three)) == (one, two)


def test_mails_that_each_begin_a_page_are_no_thread() -> None:
    rows = exhibit("all.pdf", second("all.pdf"), first("all.pdf"))
    assert len(found(rows)) == 1
    assert len(found(overleaf(rows))) == 2


def test_a_conversation_as_webmail_prints_it_runs_over_pages() -> None:
    rows = [ruled(row, "print-header") for row in exhibit("14.pdf", first("14.pdf"), second("14.pdf"))]
    assert len(found(overleaf(rows))) == 1


def overleaf(rows: list[Record]) -> list[Record]:
    return [rows[0], replace(rows[1], place=replace(rows[1].place, page=2, page_last=2))]


def ruled(row: Record, rule: str) -> Record:
    said = row.statement
    return replace(row, statement=replace(said, attribution=replace(said.attribution, rule=rule)))


def test_strangers_on_one_page_are_no_thread_unless_one_quotes_the_other() -> None:
    strangers = (third("1.pdf", speaker="Eve Fox", to="Gil Hay"), first("1.pdf"))
    assert len(found(exhibit("1.pdf", *strangers))) == 2
    assert len(found(exhibit("1.pdf", *strangers, rule="wrote-line"))) == 1


def test_of_two_messages_quoted_below_the_latest_is_answered() -> None:
    short = exhibit("1.pdf", third("1.pdf"), first("1.pdf"), rule="wrote-line")
    whole = exhibit("2.pdf", third("2.pdf"), second("2.pdf"), first("2.pdf"), rule="wrote-line")
    (thread,) = found(short, whole)
    assert [m.records[0].text for m in thread.messages] == [FIRST, SECOND, THIRD]
    assert thread.parent(thread.messages[2]) == thread.messages[1]


def test_wrong_dates_make_no_circle() -> None:
    rows = [
        *exhibit("1.pdf", second("1.pdf"), first("1.pdf"), rule="wrote-line"),
        *exhibit("2.pdf", first("2.pdf"), second("2.pdf"), rule="wrote-line"),
    ]
    made = found(rows)
    assert sorted(m.records[0].text for thread in made for m in thread.messages) == [SECOND, FIRST]


def test_the_order_of_the_records_changes_nothing() -> None:
    rows = [
        *exhibit("1.pdf", third("1.pdf"), second("1.pdf")),
        *exhibit("2.pdf", second("2.pdf", date=""), first("2.pdf", date="2023-10-04")),
    ]
    made = {tuple((t.id, tuple(t.parents.items())) for t in found(list(order))) for order in itertools.permutations(rows)}
    assert len(made) == 1


def test_an_answer_dated_by_an_earlier_clock_still_stands_behind_what_it_answers() -> None:
    (thread,) = found(exhibit("1.pdf", second("1.pdf", date="2023-10-04T08:30"), first("1.pdf"), rule="wrote-line"))
    assert [m.records[0].text for m in thread.messages] == [FIRST, SECOND]
