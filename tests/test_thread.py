"""Threads: the same message in several exhibits is one, answers find what they answer, and who was left out is told."""

import itertools
from dataclasses import replace

import pytest

from corpora.mail_print import MailHead
from corpora.record import Record
from graph.message import messages
from graph.people import Person, resolve
from graph.thread import Thread, threads
from graph.thread_row import thread_rows
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


def found(*exhibits: list[Record], subjects: dict[str, str] | None = None) -> list[Thread]:
    """The threads of exhibits; ``subjects`` by the words of the mails."""
    rows = list(itertools.chain(*exhibits))
    by_id = {row.statement.id: MailHead(subjects[row.text]) for row in rows if row.text in subjects} if subjects else {}
    return threads(rows, resolve(rows, ()), by_id)


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


def named(persons: tuple[Person, ...]) -> list[str]:
    return [person.name for person in persons]


def test_a_link_tells_its_reason_and_where_it_is_seen() -> None:
    (thread,) = found(exhibit("12.pdf", third("12.pdf"), second("12.pdf"), first("12.pdf")))
    one, two, three = thread.messages
    assert one.id not in thread.links
    assert (thread.links[two.id].kind, thread.links[two.id].why) == ("quoted", "printed below it, 12.pdf at 1")
    assert [(depth, message.text) for message, depth in thread.tree()] == [(0, FIRST), (1, SECOND), (2, THIRD)]
    assert thread.links[three.id].parent == two.id


def test_who_gets_a_mail_below_a_later_one_is_told_with_the_one_that_shows_it() -> None:
    (thread,) = found(exhibit("12.pdf", third("12.pdf", to="Bob Ray; Dee Fox"), second("12.pdf"), first("12.pdf")))
    one, _, three = thread.messages
    (reach,) = thread.reached(one)
    assert (reach.person.name, reach.through, reach.cite) == ("Dee Fox", three, "12.pdf at 1")
    assert thread.reached(three) == ()
    dee, cy, nobody = ({p.id for p in thread.everyone if p.name == name} for name in ("Dee Fox", "Cy Poe", "Eve Hay"))
    assert (thread.was_sent_to(dee), thread.was_sent_to(cy), thread.was_sent_to(nobody)) == (True, True, False)


def test_a_conversation_puts_nothing_below_later_mails() -> None:
    (thread,) = found(exhibit("14.pdf", first("14.pdf", to="Bob Ray"), second("14.pdf", to="Ann Lee; Dee Fox")))
    assert thread.links[thread.messages[1].id].why == "printed beside it in one conversation, 14.pdf at 1"
    assert thread.reached(thread.messages[0]) == ()
    assert not any(map(thread.unproduced, thread.messages))


def test_a_mail_that_is_printed_below_answers_alone_was_not_produced() -> None:
    quoted = exhibit("12.pdf", third("12.pdf"), second("12.pdf"), first("12.pdf"))
    (thread,) = found(quoted)
    assert [thread.unproduced(message) for message in thread.messages] == [True, True, False]
    (thread,) = found(quoted, exhibit("7.pdf", first("7.pdf")))
    assert [thread.unproduced(message) for message in thread.messages] == [False, True, False]


def test_who_was_left_out_is_told_of_all_that_went_before() -> None:
    last = third(
        "12.pdf", speaker="Bob Ray", to="Dee Fox", date="2023-10-05", text="Forget what Ann wrote, and burn both copies."
    )
    (thread,) = found(exhibit("12.pdf", last, third("12.pdf"), second("12.pdf")))
    *_, three, four = thread.messages
    assert named(thread.left_out(three)) == ["Cy Poe"]
    assert set(named(thread.left_out(four))) == {"Ann Lee", "Cy Poe"}


def test_who_is_not_on_a_mail_that_is_sent_on_to_others_was_not_dropped() -> None:
    forward = third("12.pdf", speaker="Bob Ray", to="Dee Fox", text="See what they want of me, and tell nobody that I asked.")
    (thread,) = found(exhibit("12.pdf", forward, second("12.pdf")))
    sent_on = thread.messages[1]
    assert thread.is_sent_on(sent_on)
    assert (thread.fell_off(sent_on), named(thread.came_on(sent_on))) == ((), ["Dee Fox"])
    assert set(named(thread.left_out(sent_on))) == {"Ann Lee", "Cy Poe"}


def test_a_chain_whose_clocks_differ_by_a_zone_is_still_a_chain() -> None:
    rows = exhibit("1.pdf", third("1.pdf", date="2023-10-04T11:30"), second("1.pdf"), first("1.pdf", date="2023-10-03"))
    (thread,) = found(rows)
    assert [m.text for m in thread.messages] == [FIRST, SECOND, THIRD]
    assert {link.kind for link in thread.links.values()} == {"quoted"}


def test_an_answer_whose_quoted_mail_begins_overleaf_is_known_by_its_subject() -> None:
    rows = overleaf(exhibit("1.pdf", second("1.pdf"), first("1.pdf")))
    assert len(found(rows, subjects={SECOND: "RE: Ledger", FIRST: "Ledger"})) == 1
    assert len(found(rows, subjects={SECOND: "Ledger", FIRST: "Ledger"})) == 2
    assert len(found(rows, subjects={SECOND: "RE: Ledger", FIRST: "Lunch"})) == 2


@pytest.mark.parametrize(
    ("changed", "answered"),
    [
        ({}, FIRST),
        ({"speaker": "Eve Hay"}, ""),
        ({"to": "Dee Fox"}, ""),
        ({"date": "2023-12-24"}, ""),
        ({"date": "2023-10-01"}, ""),
    ],
    ids=["answer", "from-a-stranger", "to-others", "months-later", "before"],
)
def test_mails_in_files_of_their_own_are_linked_by_subject_and_people(changed: dict[str, str], answered: str) -> None:
    files = (exhibit("1.eml", first("1.eml")), exhibit("2.eml", second("2.eml", **changed)))
    made = found(*files, subjects={FIRST: "Ledger", SECOND: "Re: ledger"})
    answers = [thread.parent(message) for thread in made for message in thread.messages if message.text == SECOND]
    assert [parent.text if parent else "" for parent in answers] == [answered]
    assert all(link.why.startswith("by its subject: the latest such mail") for thread in made for link in thread.links.values())


def test_without_a_prefix_equal_subjects_make_no_thread() -> None:
    files = (exhibit("1.eml", first("1.eml")), exhibit("2.eml", second("2.eml")))
    assert len(found(*files, subjects={FIRST: "Ledger", SECOND: "Ledger"})) == 2


def test_the_subject_of_a_thread_is_the_first_that_is_printed() -> None:
    (thread,) = found(exhibit("12.pdf", second("12.pdf"), first("12.pdf")), subjects={SECOND: "RE: Ledger"})
    assert (thread.subject, thread.dates) == ("RE: Ledger", ("2023-10-04T09:00", "2023-10-04T13:05"))


def test_a_row_for_every_message() -> None:
    (thread,) = found(exhibit("12.pdf", third("12.pdf", to="Bob Ray; Dee Fox"), second("12.pdf")), subjects={SECOND: "Ledger"})
    one, two = thread_rows([thread])
    assert (one.message, one.answers, one.subject, one.produced) == (1, None, "Ledger", "only below later mails")
    assert one.reached == "Dee Fox by the mail of 2023-10-04T15:00 (12.pdf at 1)"
    assert (two.message, two.answers, two.link_reason) == (2, 1, "printed below it, 12.pdf at 1")
    assert (two.joined, two.dropped, two.author, two.addressees) == ("Dee Fox", "Cy Poe", "Ann Lee", "Bob Ray; Dee Fox")
    assert (two.thread_subject, two.thread_messages, two.places, two.text) == ("Ledger", 2, "12.pdf at 1", THIRD)


def test_a_mail_sent_on_from_a_file_of_its_own_is_linked_to_what_its_author_was_sent() -> None:
    files = (exhibit("1.eml", first("1.eml")), exhibit("2.eml", second("2.eml", to="Dee Fox")))
    (thread,) = found(*files, subjects={FIRST: "Ledger", SECOND: "FW: Ledger"})
    assert thread.links[thread.messages[1].id].kind == "subject"
    assert thread.is_sent_on(thread.messages[1])
