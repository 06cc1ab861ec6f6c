"""Who knew what when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.record import Record, Review
from graph.dossier import dossier
from graph.knew import Exposure, first_exposures
from graph.people import resolve
from graph.row import rows as to_rows
from graph.thread import threads
from ingest.span import Span
from tests.records import party, record

TOPIC = ("licensing",)


def knew(*records: Record, topic: str = "licensing") -> list[Exposure]:
    return first_exposures(records, resolve(records), topic)


def short(exposures: list[Exposure]) -> list[tuple[str, str, str]]:
    return [(e.person.name, e.role, e.date) for e in exposures]


def test_the_first_statement_spoken_or_received() -> None:
    exposures = knew(
        record("Later.", "Bob Ray", to="Dana Lee", topics=TOPIC, date="2023-10-05"),
        record("First.", "Dana Lee", to="Bob Ray; Rita Roe", topics=TOPIC, date="2023-10-04", document="2.pdf"),
        record("Other.", "Omar Diaz", to="Dana Lee", topics=("chips",), date="2023-01-01"),
    )
    assert short(exposures) == [
        ("Dana Lee", "spoke", "2023-10-04"),
        ("Bob Ray", "received", "2023-10-04"),
        ("Rita Roe", "received", "2023-10-04"),
    ]
    assert {(e.cite, e.text, e.topic) for e in exposures} == {("2.pdf at 1", "First.", "licensing")}


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        pytest.param(("2023-10-04", "2023-09-30"), "2023-09-30", id="the earlier"),
        pytest.param(("2023", "2023-10-04"), "2023-10-04", id="in 2023 means by its last day"),
        pytest.param(("2022", "2023-10-04"), "2022", id="a year before"),
        pytest.param(("2023-10", "2023-10-04"), "2023-10-04", id="a day of the month"),
        pytest.param(("2023-10-04", "2023-10-04T09:30"), "2023-10-04T09:30", id="an hour of the day"),
        pytest.param(("", "2023-10-04"), "2023-10-04", id="dated before undated"),
    ],
)
def test_first_is_what_had_happened_for_sure(dates: tuple[str, str], first: str) -> None:
    for order in (dates, dates[::-1]):
        exposures = knew(*(record(speaker="Dana Lee", topics=TOPIC, date=date) for date in order))
        assert [e.date for e in exposures] == [first]


def test_undated_stand_last_and_are_counted() -> None:
    exposures = knew(
        record(speaker="Ann Ames", topics=TOPIC),
        record(speaker="Ann Ames", topics=TOPIC),
        record(speaker="Dana Lee", topics=TOPIC, date="2024"),
        record(speaker="Dana Lee", topics=TOPIC),
    )
    assert [(e.person.name, e.date, e.undated) for e in exposures] == [("Dana Lee", "2024", 1), ("Ann Ames", "", 1)]


def test_all_forms_of_a_name_are_one_person() -> None:
    exposures = knew(
        record(speaker="Lee, Dana <dlee@acme.com>", topics=TOPIC, date="2023-10-05"),
        record(speaker="Bob Ray", to="dlee@acme.com", topics=TOPIC, date="2023-10-04", document="2.pdf"),
    )
    assert ("Dana Lee", "received", "2023-10-04") in short(exposures)
    assert len(exposures) == 2


def test_organisations_unknowns_and_rejected_statements_know_nothing() -> None:
    rejected = replace(record(speaker="Dana Lee", topics=TOPIC), review=Review("rejected"))
    assert knew(record(speaker="Acme, Inc.", topics=TOPIC), record(speaker=(party("he"),), topics=TOPIC), rejected) == []


def test_a_topic_is_asked_for_in_any_case() -> None:
    assert len(knew(record(speaker="Dana Lee", topics=TOPIC), topic="LICENSING")) == 1
    assert knew(record(speaker="Dana Lee", topics=TOPIC), topic="licens") == []


def test_the_message_itself_comes_before_what_another_paper_tells_of_it() -> None:
    told = record("We took it.", "Dana Lee", topics=TOPIC, date="2023-10-04T09:30", kind="quote", document="brief.pdf")
    sent = record("We took it, all of it.", "Dana Lee", topics=TOPIC, date="2023-10-04T09:30", document="mail.pdf")
    assert [exposure.document for exposure in knew(told, sent)] == ["mail.pdf"]


def test_who_got_a_mail_below_a_later_one_knew_it_then() -> None:
    asked = record(
        "Where do the books come from?",
        "Ann Lee",
        to="Bob Ray",
        document="12.pdf",
        date="2023-10-04",
        topics=("data sourcing",),
    )
    answer = record("See below.", "Bob Ray", to="Ann Lee; Cy Poe", document="12.pdf", date="2023-10-05")
    rows = [below(answer, 0), below(asked, 1, "wrote-line")]
    people = resolve(rows)
    found = first_exposures(rows, people, "data sourcing", threads(rows, people))
    assert [(e.person.name, e.role, e.date) for e in found] == [
        ("Ann Lee", "spoke", "2023-10-04"),
        ("Bob Ray", "received", "2023-10-04"),
        ("Cy Poe", "received below", "2023-10-05"),
    ]
    assert (found[2].text, found[2].cite) == (asked.text, "12.pdf at 1")
    assert [
        e.role for e in dossier(found[2].person, rows, list(to_rows(rows, people)), people, threads(rows, people)).exposures
    ] == ["received below"]


def below(row: Record, place: int, rule: str = "mail-header") -> Record:
    """A mail in its place on the page."""
    said = row.statement
    span = Span(1000 * place, 1000 * place + len(row.text))
    return replace(row, statement=replace(said, spans=(span,), attribution=replace(said.attribution, rule=rule)))
