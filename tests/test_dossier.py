"""What the papers have of one person, and what of a network can be drawn."""

from __future__ import annotations

import pytest

from corpora.record import Record
from graph.dossier import Dossier, dossier
from graph.drawing import drawing
from graph.lanes import NO_TOPIC, NOBODY, OTHERS, lane_order, months, spots, start_of
from graph.network import connect
from graph.page_rows import on_page
from graph.people import resolve
from graph.row import rows
from tests.records import record

RECORDS = [
    record("Pull them tonight.", "Dana Lee", to="Bob Ray; Ann Cole", date="2023-10-04", topics=("torrents",)),
    record("Done.", "Bob Ray", to="Dana Lee", date="2023-10-05T09:00", topics=("torrents",)),
    record("Why so slow?", "Dana Lee", to="Bob Ray", date="2023-10", topics=("chips",), page=2),
    record("I never saw it.", "Ann Cole", date="", kind="answer"),
]


def of(name: str, records: list[Record]) -> Dossier:
    people = resolve(records)
    (person,) = [p for p in people.persons if p.name == name]
    return dossier(person, records, tuple(rows(records, people)), people)


def test_said_and_told_are_in_the_order_of_their_dates() -> None:
    lee = of("Dana Lee", RECORDS)
    assert [row.text for row in lee.said] == ["Why so slow?", "Pull them tonight."]
    assert [row.text for row in lee.told] == ["Done."]


def test_partners_are_those_talked_with_most() -> None:
    lee = of("Dana Lee", RECORDS)
    assert [(p.person.name, p.said_to, p.heard_from) for p in lee.partners] == [("Bob Ray", 2, 1), ("Ann Cole", 1, 0)]


def test_topics_and_the_first_exposure_to_each() -> None:
    ray = of("Bob Ray", RECORDS)
    assert ray.topics == (("torrents", 2), ("chips", 1))
    assert [(e.topic, e.role, e.date) for e in ray.exposures] == [
        ("chips", "received", "2023-10"),
        ("torrents", "received", "2023-10-04"),
    ]


def test_one_who_talks_with_nobody() -> None:
    cole = of("Ann Cole", [RECORDS[3]])
    assert [row.text for row in cole.said] == ["I never saw it."]
    assert (cole.told, cole.partners, cole.topics, cole.exposures) == ((), (), (), ())


def test_the_strongest_ties_are_drawn() -> None:
    found = drawing(connect(RECORDS, resolve(RECORDS)), 2, "said to")
    assert [tie.weight for tie in found.ties] == [2, 1]
    assert found.ties[0].id == "Dana Lee → Bob Ray"
    assert found.of_ties == 3
    assert {dot.label for dot in found.dots} >= {"Dana Lee", "Bob Ray"}


def test_a_click_on_a_tie_or_a_dot_gives_its_statements() -> None:
    found = drawing(connect(RECORDS, resolve(RECORDS)), 10, "said to")
    ids = [r.statement.id for r in RECORDS]
    assert found.statements("Dana Lee → Bob Ray") == (ids[0], ids[2])
    assert sorted(found.statements("Dana Lee")) == sorted(ids[:3])
    assert found.statements("nobody") == ()


def test_a_drawing_has_the_same_places_every_time_and_fills_its_square() -> None:
    first, second = (drawing(connect(RECORDS, resolve(RECORDS)), 10) for _ in range(2))
    assert first == second
    for places in ([dot.x for dot in first.dots], [dot.y for dot in first.dots]):
        assert (min(places), max(places)) == (0, 1)
    assert len({(dot.x, dot.y) for dot in first.dots}) == len(first.dots)


def test_two_of_one_name_have_two_labels() -> None:
    records = [record("x", "Lee", to="Bob Ray", document=name, case=name) for name in ("1.pdf", "2.pdf", "3.pdf")]
    found = drawing(connect(records, resolve(records)), 10)
    assert [dot.label for dot in found.dots] == ["Bob Ray", "Lee", "Lee (2)", "Lee (3)"]
    assert found.statements("Lee (2)") != found.statements("Lee (3)")


def test_busy_speakers_have_lanes_and_the_rest_share_one() -> None:
    records = [*RECORDS, record("?", date="2024"), record("Ha.", "Dana Lee", date="2023-10-04", topics=("torrents",))]
    found = spots(tuple(rows(records, resolve(records))), lanes=1)
    assert {(spot.lane, spot.date): len(spot.rows) for spot in found} == {
        ("Dana Lee", "2023-10-04"): 2,
        ("Dana Lee", "2023-10"): 1,
        (OTHERS, "2023-10-05T09:00"): 1,
        (NOBODY, "2024"): 1,
    }
    assert lane_order(found) == ["Dana Lee", NOBODY, OTHERS]


def test_spots_are_grouped_by_kind_or_by_the_first_topic() -> None:
    table = tuple(rows(RECORDS, resolve(RECORDS)))
    assert {spot.group for spot in spots(table, lanes=9)} == {"email"}
    assert {spot.group for spot in spots(table, lanes=9, by_topic=True)} == {"torrents", "chips"}
    assert spots(tuple(row for row in table if not row.topics), lanes=9, by_topic=True) == ()
    assert NO_TOPIC in {s.group for s in spots(tuple(rows([record(date="2023")], resolve([]))), lanes=1, by_topic=True)}


def test_months_count_what_has_a_month() -> None:
    records = [*RECORDS, record("?", date="2024")]
    found = months(tuple(rows(records, resolve(records))), by_topic=True)
    assert [(m.start.isoformat()[:7], m.group, m.statements) for m in found] == [
        ("2023-10", "chips", 1),
        ("2023-10", "torrents", 2),
    ]


@pytest.mark.parametrize(
    ("date", "start"),
    [
        ("2023", "2023-01-01T00:00:00"),
        ("2023-10", "2023-10-01T00:00:00"),
        ("2023-10-04", "2023-10-04T00:00:00"),
        ("2023-10-04T13:05", "2023-10-04T13:05:00"),
        ("2023-10-04T13:05:09", "2023-10-04T13:05:09"),
    ],
)
def test_a_date_of_any_precision_begins_somewhere(date: str, start: str) -> None:
    assert start_of(date).isoformat() == start


def test_rows_of_a_page() -> None:
    table = tuple(rows(RECORDS, resolve(RECORDS)))
    assert [row.text for row in on_page(table, table[0].sha256, 2)] == ["Why so slow?"]
    assert on_page(table, "another document", 2) == ()
