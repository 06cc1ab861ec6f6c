"""Who is examined by whom, as a transcript's own index and running heads tell it.

Index: a witness's name, and under or beside it the examinations, each with its printed page:

    ANNA LEE    By Mr. Orr                  7
    HARRY BOND
      CROSS-EXAM BY MR. DAY            P. 211
    BROOK, ANNA
      Direct Examination by Mr. Orr      230

Running head: "BOND - DIRECT / ORR", "BOND CROSS BY MR. DAY", "Bond - Redirect".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.cast import name_case

_TITLED = r"(?:MR|MS|MRS|MISS|DR|Mr|Ms|Mrs|Miss|Dr)[.,]?\s[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)?"
_ENTRY = re.compile(
    rf"(?:(?P<witness>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{1,3}})\s{{3,}})?(?:[A-Za-z -]*\s)?(?:BY|By|by)\s?:?\s(?P<examiner>{_TITLED})"
    r"[\s.,…_:-]*(?:(?:P|PAGE|Page|p)\.?\s*)?(?P<page>\d{1,4})\s*\Z"
)
_WITNESS = re.compile(
    r"(?:\d{1,2}\s{1,3})?(?P<witness>[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]*){1,3})(?:,\s(?:PH\.?D|M\.?D|Ph\.D)\.?)?\s?:?\s*\Z"
)
_REVERSED = re.compile(
    r"(?:\d{1,2}\s{1,3})?(?P<surname>[A-Z][A-Z'’-]+),\s(?P<given>[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]*){0,2})\s?:?\s*\Z"
)
_REACH = 4  # lines from a name to its examination
_HEAD = re.compile(
    r"(?:\A|\s)(?P<witness>[A-Z][A-Z'’-]+|[A-Z][a-z'’-]+)\s?[-–—,(]?\s?(?i:(?:further|continued|re-?)?\s?(?:direct|cross)(?:[- ]?exam(?:ination)?)?)\b\)?"
    rf"(?:\s?(?:/|(?i:by))\s?(?P<by>{_TITLED}|[A-Z][A-Z'’-]+))?"
)
_NO_WITNESS = re.compile(
    r"\b(?:INDEX|EXHIBITS?|WITNESS(?:ES)?|PAGE|EXAMINATION|PLAINTIFFS?|DEFENDANTS?|DEPOSITION|PROCEEDINGS|COURT|REPORTERS?|STATEMENT|APPEARANCES|"
    r"TRANSCRIPT|TRIAL|HEARING|DISTRICT|DIVISION|STATES?|COUNTY|VOLUME|INC|LLC|LLP|CORP)\b"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One examination: its witness, its examiner as printed ("MR. ORR", "ORR"), and the printed page it begins on."""

    witness: str
    examiner: str
    page: int


def read_index(text: str) -> list[Entry]:
    """The examinations listed in the leaves' text, in order of pages."""
    entries: list[Entry] = []
    witness, since = "", 0
    for line in text.splitlines():
        since += 1
        words = re.sub(r"^\d{1,2}\s{1,3}(?=[A-Z])", "", line.strip())  # a line number that stayed in the text
        if (match := _ENTRY.fullmatch(words)) and (match["witness"] or (witness and since <= _REACH)):
            witness = name_case(match["witness"]) if match["witness"] and not _NO_WITNESS.search(match["witness"]) else witness
            entries.append(Entry(witness, match["examiner"], int(match["page"])))
            since = 0
        elif (name := _name(words)) and not _NO_WITNESS.search(words):
            witness, since = name_case(name), 0
    return sorted((entry for entry in entries if entry.witness), key=lambda entry: entry.page)


def _name(words: str) -> str:
    """The name that a line of an index is: "ANNA BROOK", "BROOK, ANNA"; '' if it is none."""
    if match := _WITNESS.fullmatch(words):
        return match["witness"]
    match = _REVERSED.fullmatch(words)
    return f"{match['given']} {match['surname']}" if match else ""


def entry_at(entries: Sequence[Entry], page: int | None) -> Entry | None:
    """The examination under way at the top of a printed page; None where the index does not reach or the page is unnumbered."""
    before = [entry for entry in entries if page is not None and entry.page < page]
    return before[-1] if before else None


def read_head(heads: Iterable[str], page: int) -> Entry | None:
    """The examination that a page's running heads name; its examiner is '' where they name only the witness."""
    for head in heads:
        if match := _HEAD.search(head):
            return Entry(name_case(match["witness"]), match["by"] or "", page)
    return None
