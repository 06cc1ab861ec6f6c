"""Rows, filters, timelines and files."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.corpus import Corpus
from corpora.record import Record, Review
from corpora.roster import RosterEntry
from corpora.settings import Settings
from graph.atomic import replacing
from graph.cell import harmless
from graph.csv_file import write_csv
from graph.export import export, write_graph, write_rows
from graph.filter import Filter, before, select
from graph.network import connect
from graph.people import resolve
from graph.row import COLUMNS, Row, rows
from graph.timeline import long_timeline, timeline
from graph.timelinejs import COLUMNS as SLIDE_COLUMNS
from graph.timelinejs import display_date, slides
from graph.xlsx_file import CELL_CHARACTERS, fitting, write_xlsx
from ingest.errors import QueryError
from tests.records import document_id, party, record

CONTRACT = """
statement_id document sha256 docket docket_entry filed page page_last page_label line_first line_last bates cite kind
speaker speaker_as_written speaker_id addressees addressees_as_written date date_as_written date_kind topics mentions text
cue record_cite rule confidence verified review
"""


def table(*records: Record) -> list[Row]:
    return list(rows(records, resolve(records)))


def dated(*dates: str) -> list[Row]:
    return table(*(record(date, "Dana Lee", date=date) for date in dates))


# Rows


def test_the_columns_are_the_contract() -> None:
    assert list(COLUMNS) == CONTRACT.split()


def test_a_row_tells_all() -> None:
    said = record(
        "Take  Books9 down.",
        "Lee, Dana <dlee@acme.com>",
        to="Bob Ray <bray@acme.com>; R. Cole",
        case="3:23-cv-1",
        date="2023-10-04T13:05",
        topics=("data sourcing", "licensing"),
        mentions=(("Books9", "PRODUCT"), ("Dana Lee", "PERSON"), ("Books9", "PRODUCT")),
        cue="wrote",
        page=7,
    )
    said = replace(said, review=Review("accepted", "A. Nalyst", "2025-01-31T10:00"))
    (row,) = table(said)
    assert row.as_dict() == {
        "statement_id": said.statement.id,
        "document": "1.pdf",
        "sha256": document_id("1.pdf"),
        "docket": "3:23-cv-1",
        "docket_entry": "12-3",
        "filed": "2024-01-02",
        "page": 7,
        "page_last": 7,
        "page_label": "7",
        "line_first": 3,
        "line_last": 4,
        "bates": "ACME_00007",
        "cite": "1.pdf at 7",
        "kind": "email",
        "speaker": "Dana Lee",
        "speaker_as_written": "Lee, Dana <dlee@acme.com>",
        "speaker_id": resolve([said]).persons[1].id,
        "addressees": "Bob Ray; R. Cole",
        "addressees_as_written": "Bob Ray <bray@acme.com>; R. Cole",
        "date": "2023-10-04T13:05",
        "date_as_written": "2023-10-04T13:05",
        "date_kind": "sent",
        "topics": "data sourcing; licensing",
        "mentions": "Books9; Dana Lee",
        "text": "Take  Books9 down.",
        "cue": "wrote",
        "record_cite": "",
        "rule": "header",
        "confidence": 0.9,
        "verified": "exact",
        "review": "accepted, A. Nalyst, 2025-01-31T10:00",
    }


def test_joint_speakers_and_unknown_ones() -> None:
    joint, unknown = table(
        record(speaker="Dana Lee; Bob Ray", kind="quote"),
        record(speaker=(party("one employee"),), kind="paraphrase", document="2.pdf"),
    )
    assert (joint.speaker, joint.speaker_id.count("; ")) == ("Dana Lee; Bob Ray", 1)
    assert (unknown.speaker, unknown.speaker_as_written, unknown.speaker_id, unknown.review) == ("", "one employee", "", "none")


# Filters


@pytest.mark.parametrize(
    ("date", "wanted", "expected"),
    [
        ("2023-10", Filter(since="2023-10-15"), True),
        ("2023-10", Filter(until="2023-10-15"), True),
        ("2023-09", Filter(since="2023-10-15"), False),
        ("2023-11", Filter(until="2023-10-15"), False),
        ("2023", Filter(since="2023-12-31", until="2024"), True),
        ("2023-10-04T13:05", Filter(since="2023-10-04T13:05", until="2023-10-04"), True),
        ("2023-10-04T13:05", Filter(since="2023-10-04T13:06"), False),
        ("2023-10-04", Filter(since="2023-10-04T23:00"), True),
        ("", Filter(since="2023"), False),
        ("", Filter(until="2023"), False),
        ("", Filter(), True),
    ],
    ids=str,
)
def test_a_date_is_an_interval(date: str, wanted: Filter, expected: bool) -> None:
    (row,) = dated(date)
    assert wanted.matches(row) is expected


_DATES = st.dates().map(lambda d: d.isoformat())


@given(_DATES, _DATES, st.sampled_from((4, 7, 10)), st.sampled_from((4, 7, 10)))
def test_before_means_every_day_of_the_one_is_before_every_day_of_the_other(a: str, b: str, x: int, y: int) -> None:
    def days(date: str) -> tuple[str, str]:
        return (date + "-01-01"[len(date) - 4 :], date + "-99-99"[len(date) - 4 :])

    first, second = a[:x], b[:y]
    assert before(first, second) is (days(first)[1] < days(second)[0])


@pytest.mark.parametrize(
    "date", ["yesterday", "2023-1-4", "10/04/2023", "2023-10-04 13:05", "2023-13", "2023-02-31", "0000", "2023-10-04T25:99"]
)
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(QueryError, match="2023-10-04"):
        Filter(since=date)


def test_what_nothing_can_be_is_refused() -> None:
    with pytest.raises(QueryError, match="--until 2023 lies before --since 2024"):
        Filter(since="2024", until="2023")
    with pytest.raises(QueryError, match='no kind "emails": there are email, chat'):
        Filter(kind="emails")
    assert Filter(since="2023-10", until="2023").kind == ""


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        (Filter(speaker="LEE"), {"a"}),
        (Filter(speaker="sunshine"), {"a"}),
        (Filter(speaker="ann"), set()),
        (Filter(addressee="lee"), {"b"}),
        (Filter(addressee="sunshine"), {"b"}),
        (Filter(topic="LICENSING"), {"b"}),
        (Filter(topic="licens"), set()),
        (Filter(kind="chat"), {"c"}),
        (Filter(document="2"), {"b", "c"}),
        (Filter(min_confidence=0.5), {"a", "b"}),
        (Filter(document="2", addressee="lee"), {"b"}),
        (Filter(), {"a", "b", "c"}),
    ],
    ids=lambda value: "-".join(sorted(value)) if isinstance(value, set) else str(value),
)
def test_filters(wanted: Filter, texts: set[str]) -> None:
    records = [
        record("a", "Dana Lee <sunshine@acme.com>"),
        record("b", "Bob Ray", to="Dana Lee <sunshine@acme.com>", document="2.pdf", topics=("licensing",)),
        record("c", "Bob Ray", document="2.pdf", kind="chat", confidence=0.2),
    ]
    people = resolve(records)
    assert {row.text for row in select(rows(records, people), wanted, people)} == texts


# Timelines


def test_by_date_with_undated_last() -> None:
    dates = ["", "2023-10-04T09:00", "2023-10-04", "2024", "2023-10", "2023", "2023-09-30"]
    assert [row.date for row in timeline(dated(*dates))] == [
        *("2023", "2023-09-30", "2023-10", "2023-10-04", "2023-10-04T09:00", "2024", "")
    ]


def test_statements_of_one_date_stay_in_their_order() -> None:
    found = dated(*["2023"] * 5)
    assert timeline(found) == found


@given(st.lists(st.sampled_from(["2023", "2023-10", "2023-10-04", "", "2022-01-01"]), max_size=40), st.integers(1, 9))
def test_a_timeline_from_disk_is_the_same(dates: list[str], at_once: int) -> None:
    found = dated(*dates)
    assert list(long_timeline(iter(found), at_once)) == timeline(found)


# Cells


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1 degree", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_what_a_spreadsheet_would_run_is_made_harmless(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "1+1", "Dana - Lee", "'=1", " =1", 5, -5, 0.5, None])
def test_other_cells_stay(cell: object) -> None:
    assert harmless(cell) == cell


# Files

NASTY = '=HYPERLINK("http://x","y"), “quoted” & <b>\x02 \U0001f600'


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_xlsx(path: Path) -> list[tuple[object, ...]]:
    return [row for sheet in openpyxl.load_workbook(path, read_only=True) for row in sheet.iter_rows(values_only=True)]


def test_three_formats_hold_the_same(tmp_path: Path) -> None:
    found = table(record(NASTY, "Dana Lee", to="Bob Ray", date="2023-10"), record("Yes.", "Bob Ray", date="2024"))
    for ending in ("csv", "xlsx", "jsonl"):
        assert write_rows(found, tmp_path / f"rows.{ending}") == 2
    lines = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == [row.as_dict() for row in found]
    assert lines[0]["text"] == NASTY
    cells = read_csv(tmp_path / "rows.csv")
    assert list(cells[0]) == list(COLUMNS)
    assert [c["text"] for c in cells] == ["'" + NASTY, "Yes."]
    assert [{k: v for k, v in c.items() if k != "text"} for c in cells] == [
        {k: "" if v is None else str(v) for k, v in line.items() if k != "text"} for line in lines
    ]
    header, first, second = read_xlsx(tmp_path / "rows.xlsx")
    assert header == COLUMNS
    assert str(first[COLUMNS.index("text")]).startswith("'=HYPERLINK(")
    assert second == tuple(value or None for value in found[1].cells)


def test_numbers_stay_numbers_in_a_workbook(tmp_path: Path) -> None:
    write_rows(table(record(page=7)), tmp_path / "rows.xlsx")
    row = dict(zip(COLUMNS, read_xlsx(tmp_path / "rows.xlsx")[1], strict=True))
    assert (row["page"], row["confidence"]) == (7, 0.9)


def test_more_rows_than_a_sheet_go_on_in_the_next(tmp_path: Path) -> None:
    assert write_xlsx(tmp_path / "rows.xlsx", ["n"], ([i] for i in range(1, 8)), sheet_rows=3) == 7
    book = openpyxl.load_workbook(tmp_path / "rows.xlsx")
    assert {sheet.title: [row[0] for row in sheet.values] for sheet in book} == {
        "statements": ["n", 1, 2, 3],
        "statements 2": ["n", 4, 5, 6],
        "statements 3": ["n", 7],
    }


@pytest.mark.parametrize("count", [0, 3, 6])
def test_no_empty_sheet_follows_a_full_one(tmp_path: Path, count: int) -> None:
    assert write_xlsx(tmp_path / "rows.xlsx", ["n"], ([i] for i in range(count)), sheet_rows=3) == count
    assert len(openpyxl.load_workbook(tmp_path / "rows.xlsx").sheetnames) == max(1, count // 3)


def test_words_longer_than_a_cell_end_in_a_note() -> None:
    assert fitting("a" * CELL_CHARACTERS) == "a" * CELL_CHARACTERS
    cut = fitting("a" * (CELL_CHARACTERS + 1))
    assert len(cut) == CELL_CHARACTERS
    assert cut.endswith("whole in statements.csv]")


def test_rows_are_streamed(tmp_path: Path) -> None:
    """50,000 rows pass through in less memory than they take: 5 MB of what would be 15."""
    (row,) = table(record("x" * 200, "Dana Lee"))
    tracemalloc.start()
    write_csv(tmp_path / "rows.csv", COLUMNS, (row.cells for _ in range(50_000)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000
    assert (tmp_path / "rows.csv").stat().st_size > 15_000_000


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("before", encoding="utf-8")

    def broken() -> Iterator[tuple[str]]:
        yield ("a",)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_csv(path, ["n"], broken())
    assert path.read_text(encoding="utf-8") == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["rows.csv"]
    with replacing(path) as draft:
        draft.write_text("after", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "after"


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="csv"):
        write_rows([], tmp_path / "rows.pdf")
    with pytest.raises(QueryError, match="graphml"):
        write_graph(connect([], resolve([])), tmp_path / "graph.dot")


# TimelineJS


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2023", "2023"),
        ("2023-10", "October 2023"),
        ("2023-10-04", "October 4, 2023"),
        ("2023-10-04T13:05", "October 4, 2023, 13:05"),
    ],
)
def test_a_date_is_shown_at_its_precision(date: str, shown: str) -> None:
    assert display_date(date) == shown


def test_a_slide() -> None:
    said = record("<script>alert(1)</script> “x”", "Dana Lee", to="Bob Ray; R. Cole", date="2023-10")
    (slide,) = slides(table(said, record("undated", "Dana Lee")))
    assert {column: value for column, value in zip(SLIDE_COLUMNS, slide, strict=True) if value} == {
        "Year": "2023",
        "Month": "10",
        "Display Date": "October 2023",
        "Headline": "Dana Lee to Bob Ray; R. Cole",
        "Text": "<p>“&lt;script&gt;alert(1)&lt;/script&gt; “x””</p><p>1.pdf at 1</p>",
        "Group": "email",
    }


# Everything at once

FILES = {
    *("statements.csv", "statements.jsonl", "statements.xlsx", "timeline.csv", "timelinejs.csv", "people.csv", "people.jsonl"),
    *("graph.graphml", "graph.gexf", "graph.json", "testimony.jsonl", "threads.csv", "manifest.json"),
}


def corpus_of(*records: Record, roster: tuple[RosterEntry, ...] = ()) -> Corpus:
    """What an export asks of a corpus."""
    return cast(
        "Corpus",
        SimpleNamespace(
            records=lambda: iter(records),
            wordless=tuple,
            mail_heads=dict,
            settings=Settings(roster=roster),
            decisions=tuple,
            settled=dict,
            copies=dict,
        ),
    )


CORPUS = corpus_of(
    record(NASTY, "Lee, Dana <dlee@acme.com>", to="Bob Ray", date="2023-10", topics=("licensing",)),
    record("No.", "Bob Ray", to="Dana Lee", date="2023-09-01", document="2.pdf"),
    record("Maybe.", (party("he"),), document="2.pdf", kind="quote"),
    roster=(RosterEntry("Dana J. Lee", aliases=("Dana Lee",), role="CEO"),),
)


def test_an_export_is_complete_and_its_manifest_true(tmp_path: Path) -> None:
    manifest = export(CORPUS, tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES
    assert {file.file for file in manifest.files} == FILES - {"manifest.json"}
    for file in manifest.files:
        data = (tmp_path / "out" / file.file).read_bytes()
        assert (file.bytes, file.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    counts = {file.file: file.rows for file in manifest.files}
    assert {
        name: counts[name] for name in ("statements.csv", "statements.jsonl", "statements.xlsx", "timeline.csv")
    } == dict.fromkeys(("statements.csv", "statements.jsonl", "statements.xlsx", "timeline.csv"), 3)
    assert (counts["timelinejs.csv"], counts["people.csv"], counts["people.jsonl"], counts["graph.gexf"]) == (2, 2, 2, 3)
    assert counts["threads.csv"] == 2
    on_disk = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert (on_disk["program"], on_disk["version"]) == ("pincite", manifest.version)


def test_a_rerun_gives_the_same_bytes(tmp_path: Path) -> None:
    export(CORPUS, tmp_path / "a")
    export(CORPUS, tmp_path / "b")
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_a_workbook_holds_no_clock(tmp_path: Path) -> None:
    write_rows([], tmp_path / "rows.xlsx")
    with zipfile.ZipFile(tmp_path / "rows.xlsx") as book:
        assert {entry.date_time[0] for entry in book.infolist()} == {1980}
        assert set(re.findall(r"\d{4}(?=-\d\d-\d\dT)", book.read("docProps/core.xml").decode())) == {"1980"}


def test_the_timeline_file_stands_by_date(tmp_path: Path) -> None:
    export(CORPUS, tmp_path)
    assert [row["date"] for row in read_csv(tmp_path / "timeline.csv")] == ["2023-09-01", "2023-10", ""]


def test_people_files(tmp_path: Path) -> None:
    export(CORPUS, tmp_path)
    people = [json.loads(line) for line in (tmp_path / "people.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [{k: v for k, v in person.items() if k != "person_id"} for person in people] == [
        {
            "name": "Bob Ray",
            "kind": "person",
            "forms": ["Bob Ray"],
            "addresses": [],
            "roles": [],
            "organisation": "",
            "statements": 1,
            "affiliations": [],
        },
        {
            "name": "Dana J. Lee",
            "kind": "person",
            "forms": ["Dana Lee", "Lee, Dana"],
            "addresses": ["dlee@acme.com"],
            "roles": ["CEO"],
            "organisation": "",
            "statements": 1,
            "affiliations": [
                {
                    "organisation": "acme.com",
                    "organisation_id": "",
                    "relation": "writes from",
                    "title": "",
                    "since": "2023-10",
                    "until": "2023-10",
                    "cites": ["1.pdf at 1"],
                    "seen": 1,
                }
            ],
        },
    ]
    assert all(re.fullmatch(r"[0-9a-f]{16}", person["person_id"]) for person in people)
    assert read_csv(tmp_path / "people.csv")[1]["forms"] == "Dana Lee; Lee, Dana"
