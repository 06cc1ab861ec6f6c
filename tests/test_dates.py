"""A date is read at the precision at which it is written, or not at all."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import find_dates, parse_clock, parse_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        pytest.param("Thursday, September 21, 2017 9:17:57 AM", "2017-09-21T09:17:57", id="outlook"),
        pytest.param("Sun Sep 06 13:29:15 2009", "2009-09-06T13:29:15", id="ctime"),
        pytest.param("Tue Jun 12 10:01:02 EDT 2001", "2001-06-12T10:01:02", id="ctime-with-zone"),
        pytest.param("Sat Jul 1111:32:052009", "2009-07-11T11:32:05", id="ctime-with-lost-blanks"),
        pytest.param("Sunday, September 11, 201111:36 AM", "2011-09-11T11:36", id="year-and-clock-run-together"),
        pytest.param("Tue, 12 Jun 2001 00:37:00 -0700 (PDT)", "2001-06-12T00:37:00", id="rfc-822"),
        pytest.param("9/1/2017 7:09:17 AM", "2017-09-01T07:09:17", id="slashes"),
        pytest.param("05/31/2001 05:28 PM", "2001-05-31T17:28", id="lotus"),
        pytest.param("23 Aug 2017 at 19:20", "2017-08-23T19:20", id="apple-british"),
        pytest.param("Jul 4, 2017, at 11 :52 PM", "2017-07-04T23:52", id="blank-before-colon"),
        pytest.param("Tuesday, July 4, 2017 7:5546 PM", "2017-07-04T19:55:46", id="lost-colon"),
        pytest.param("Mon, Aug 28, 2017 at 12:32 PM", "2017-08-28T12:32", id="gmail"),
        pytest.param("Mon, Aug 28, 2017 at 12:32\u202fAM", "2017-08-28T00:32", id="narrow-blank-and-midnight"),
        pytest.param("[10/4/23, 1:05:09 PM]", "2023-10-04T13:05:09", id="chat"),
        pytest.param("2023-10-04T13:05", "2023-10-04T13:05", id="iso"),
        pytest.param("02.04.2012 14:20", "2012-04-02T14:20", id="dots-are-day-first"),
        pytest.param("26/6/2014 15:05", "2014-06-26T15:05", id="only-day-first-is-possible"),
        pytest.param("28-Aug-17 16:00", "2017-08-28T16:00", id="dashes"),
        pytest.param("10:42 AM, Oct. 4, 2023", "2023-10-04T10:42", id="time-first"),
        pytest.param("четверг, 26 июня 2014 г. 15:05", "2014-06-26T15:05", id="russian"),
        pytest.param("Montag, 3. März 2014 um 10:12 Uhr", "2014-03-03T10:12", id="german"),
        pytest.param("lundi 3 mars 2014 à 10h12", "2014-03-03T10:12", id="french"),
        pytest.param("lunes, 3 de marzo de 2014 10:12", "2014-03-03T10:12", id="spanish"),
        pytest.param("Oct. 4, 2023", "2023-10-04", id="day"),
        pytest.param("October 2023", "2023-10", id="month"),
        pytest.param("2023", "2023", id="year"),
    ],
)
def test_a_header_date_is_read_at_its_precision(text: str, iso: str) -> None:
    when = parse_date(text)
    assert when is not None
    assert when.iso == iso
    assert when.as_written in text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Thursday, September 21, 9:17 AM", id="no-year"),
        pytest.param("February 30, 2020", id="no-such-day"),
        pytest.param("31/31/2020", id="no-such-month"),
        pytest.param("3/4/2020 or 4/4/2020", id="two-that-differ"),
        pytest.param("3:23-cv-03417", id="docket"),
        pytest.param("10:42 AM", id="time-alone"),
    ],
)
def test_what_is_not_written_is_not_filled_in(text: str) -> None:
    assert parse_date(text) is None


def test_an_impossible_time_leaves_the_day() -> None:
    when = parse_date("October 4, 2023 27:15")
    assert when is not None
    assert when.iso == "2023-10-04"


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Tue, 12 Jun 2001 00:37:00 -0700 (PDT)", "-0700 (PDT)"),
        ("Wed 8/1/2012 3:45 PM EST", "EST"),
        ("2023-10-04T13:05:06Z", "Z"),
        ("Wed 8/1/2012 3:45 PM", ""),
    ],
)
def test_the_zone_is_kept_as_written_and_the_hour_unconverted(text: str, zone: str) -> None:
    when = parse_date(text)
    assert when is not None
    assert when.zone == zone


def test_day_first_is_asked_for() -> None:
    american, european = parse_date("3/4/2014"), parse_date("3/4/2014", day_first=True)
    assert american is not None
    assert european is not None
    assert (american.iso, european.iso) == ("2014-03-04", "2014-04-03")


PROSE = """On [Thursday, October 4, 2023, at 1:05 p.m.], the board met. Since [2017] it had met on [Nov.
1, 2018] and [10/4/2019], as in [October 2020] (N.D. Cal. [Mar. 3, 2021]); Smith, 2017 WL 1234567, at *3, held so in 2000 pages.
See 3:23-cv-03417, section 1.2.10, from 2 to 3 May. The [9:17 a.m. on June 3, 2021] call, the [17th of May 2019] draft, march 2017.
"""


def test_prose_dates_are_those_in_brackets() -> None:
    text = PROSE.replace("[", "").replace("]", "")
    expected = [piece.split("]")[0] for piece in PROSE.split("[")[1:]]
    assert [span.of(text) for span, _ in find_dates(text)] == expected
    assert [when.iso for _, when in find_dates(text)] == [
        "2023-10-04T13:05", "2017", "2018-11-01", "2019-10-04", "2020-10", "2021-03-03", "2021-06-03T09:17", "2019-05-17",
    ]  # fmt: skip


def test_a_range_of_days_is_one_interval() -> None:
    [(_, when)] = find_dates("They met May 5-7, 2020.")
    assert (when.start.day, when.end.day) == (5, 8)


DATE_LIKE = st.lists(
    st.sampled_from(["May", " ", "5", ", ", "2020", "1:05", " p.m.", "/", "\n", "in", "Monday", "-", "Oct. 4, 2023", "on"])
)


@given(DATE_LIKE.map("".join))
def test_dates_stand_in_order_and_apart(text: str) -> None:
    spans = [span for span, _ in find_dates(text)]
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert all(when.as_written == span.of(text) for span, when in find_dates(text))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        pytest.param("7:04:45 PM", (19, 4, 45), id="whole"),
        pytest.param("7.0445 PM", (19, 4, 45), id="colons-bent-and-lost"),
        pytest.param("906.38 AM", (9, 6, 38), id="first-colon-lost"),
        pytest.param("1 :20.52 AM", (1, 20, 52), id="blank"),
        pytest.param("13:05", (13, 5, None), id="no-half"),
        pytest.param("1305", None, id="a-number-without-colon-or-half"),
        pytest.param("8:99 PM", None, id="no-such-minute"),
        pytest.param("8:09 PM today", None, id="not-all-of-it"),
    ],
)
def test_a_clock_alone_in_a_cell(text: str, clock: tuple[int, int, int | None] | None) -> None:
    found = parse_clock(text)
    assert (found and found[:3]) == clock
