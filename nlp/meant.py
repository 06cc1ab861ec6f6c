"""Who may be meant by a pronoun? Names are looked for only where that is asked: it takes as long as the parse.

    Ada Quill founded Northwind.   It makes valves.   She said that they leak.
    names are looked for           and here           and here: who "she" is will be asked

In news a name is looked for where a pronoun may mean a person; in a filing also where it may mean a company.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.language import Language

from nlp.genre import Genre
from nlp.model import finds_names_alone
from nlp.pronoun import PERSONAL, PRONOUN
from nlp.reading import Reading, find_names
from nlp.report import Report
from nlp.sentences import reports_in

_BY_NAME_ALONE = re.compile(r"\b[Pp]er\s+(?:the\s+)?\S*[A-Z]|\w:\s*[“\"]")  # "per Quill, it broke"; "Quill: “It broke.”"
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
Reports = dict[int, list[Report]]


def find_meant(paragraphs: Iterable[Sequence[Reading]], model: Language, genre: Genre) -> Reports:
    """Look for names where one may be meant, paragraph by paragraph. Gives the reports of the other sentences, by the sentence's id:
    without names nothing else is read in them."""
    reports: Reports = {}
    if genre == "tale" or not finds_names_alone(model):
        return reports
    asked: list[Reading] = []
    for readings in paragraphs:
        reports |= {id(reading): reports_in(reading, genre) for reading in readings}
        asking = [_asks(reading, reports[id(reading)], genre) for reading in readings]
        asked += [r for i, r in enumerate(readings) if any(asking[i : i + 3]) or _BY_NAME_ALONE.search(_words(r))]
    find_names(asked, model)
    for reading in asked:
        del reports[id(reading)]
    return reports


def _asks(reading: Reading, reports: Sequence[Report], genre: Genre) -> bool:
    """True for a sentence in which a pronoun says who speaks or hears, or whose words are a block or bare quotation with its cite."""
    pronoun = PERSONAL if genre == "press" else PRONOUN
    words = _words(reading)
    if not pronoun.search(words):
        return False
    heads = [head for report in reports for head in (*report.speakers, *report.hearers)]
    if words.endswith(":") or (reading.passage.cites and any(mark in words for mark in '“"')):
        heads += [token for token in reading.doc if token.dep_ in _SUBJECTS]
    return any(pronoun.fullmatch(head.lower_) for head in heads)


def _words(reading: Reading) -> str:
    return reading.passage.plain(reading.sentence)
