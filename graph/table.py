"""Statements as a pandas table, counted by month, speaker and topic.

table = statement_table(rows)
by_month(table)       month 2023-10, email 4, chat 0, ...
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from graph.row import COLUMNS, SEPARATOR, Row

UNKNOWN = "(unknown)"


def statement_table(rows: Iterable[Row]) -> pd.DataFrame:
    """One line a statement, the export's columns, and ``month``: the month as a period, missing where the date tells none."""
    table = pd.DataFrame([row.cells for row in rows], columns=list(COLUMNS))
    months = table["date"].astype(str).str.extract(r"\A(\d{4}-\d\d)", expand=False)
    table["month"] = pd.PeriodIndex(months, freq="M")
    return table.astype({"line_first": "Int64", "line_last": "Int64", "kind": "category", "confidence": "float64"})


def by_month(table: pd.DataFrame) -> pd.DataFrame:
    """How many statements of each kind in each month, months without any between the first and the last among them."""
    counts = table.dropna(subset=["month"]).pivot_table(
        index="month", columns="kind", values="statement_id", aggfunc="count", fill_value=0, observed=True
    )
    if counts.empty:
        return counts
    return counts.reindex(pd.period_range(counts.index.min(), counts.index.max(), freq="M", name="month"), fill_value=0)


def by_speaker(table: pd.DataFrame) -> pd.DataFrame:
    """For each speaker: statements, documents, first and last date, most statements first; joint speakers count each."""
    return _summary(table, "speaker")


def by_topic(table: pd.DataFrame) -> pd.DataFrame:
    """For each topic: statements, documents, speakers, first and last date, most statements first."""
    each = table.assign(topic=table["topics"].str.split(SEPARATOR)).explode("topic")
    each = each[each["topic"] != ""]
    summary = _summary(each, "topic")
    summary.insert(2, "speakers", each[each["speaker"] != ""].groupby("topic")["speaker"].nunique())
    return summary.fillna({"speakers": 0}).astype({"speakers": "int64"})


def _summary(table: pd.DataFrame, column: str) -> pd.DataFrame:
    each = table.assign(**{column: table[column].str.split(SEPARATOR)}).explode(column)
    each[column] = each[column].replace("", UNKNOWN)
    dated = each["date"].where(each["date"] != "")
    groups = each.assign(date=dated).groupby(column)
    summary = groups.agg(
        statements=("statement_id", "count"),
        documents=("document", "nunique"),
        first=("date", "min"),
        last=("date", "max"),
    )
    summary[["first", "last"]] = summary[["first", "last"]].fillna("")
    order = summary.reset_index().sort_values(["statements", column], ascending=[False, True])
    return order.set_index(column)
