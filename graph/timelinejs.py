"""The columns that TimelineJS reads from a spreadsheet. Dated statements only: a slide needs a year.

    Year 2023, Month 10, Day "", Display Date "October 2023", Headline "Dana Lee to Bob Ray", Text "<p>“Fine by me.”</p>..."

TimelineJS draws its cells as HTML, so the words of a document are escaped.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from html import escape

from graph.row import Row

COLUMNS: tuple[str, ...] = (
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
)


def slides(rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    """A slide for every dated row, in the order given."""
    return (_slide(row) for row in rows if row.date)


def _slide(row: Row) -> tuple[str, ...]:
    year, month, day, time = parts(row.date)
    values = {
        "Year": year,
        "Month": month,
        "Day": day,
        "Time": time,
        "Display Date": display_date(row.date),
        "Headline": escape(_headline(row)),
        "Text": f"<p>“{escape(row.text)}”</p><p>{escape(row.cite)}</p>",
        "Group": escape(row.kind),
    }
    return tuple(values.get(column, "") for column in COLUMNS)


def _headline(row: Row) -> str:
    speaker = row.speaker or row.speaker_as_written or "Unknown"
    return f"{speaker} to {row.addressees}" if row.addressees else speaker


def parts(date: str) -> tuple[str, str, str, str]:
    """Year, month, day and time of an ISO date, '' where it does not say: never a precision that it has not."""
    day_part, _, time = date.partition("T")
    year, month, day = (*day_part.split("-"), "", "")[:3]
    return year, month.lstrip("0"), day.lstrip("0"), time


def display_date(date: str) -> str:
    """``October 4, 2023, 13:05`` at the precision known."""
    year, month, day, time = parts(date)
    if not month:
        return year
    name = calendar.month_name[int(month)]
    return f"{name} {day}, {year}" + (f", {time}" if time else "") if day else f"{name} {year}"
