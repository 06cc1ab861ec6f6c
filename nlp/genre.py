"""What kind of paper is this? Each kind has its own way to report, and its own convention of what the reported words are.

filing     a docket number, a caption, or the words of the courts; also what is too short to tell
           “He said that it ‘was off to a bad start.’”   a lawyer wants the words in marks, or the bare clause
press      news and other plain prose about named people
           the whole clause is the statement, its "that" and its marked phrases included, as Pareti, "A database of attribution
           relations" (LREC 2012) has it; what people want, expect or criticise is reported as well (``nlp.attitude``)
tale       a story: few names, many turns of dialogue. A paragraph in marks is somebody's turn even where no verb reports it;
           what its people think is the narrator's to know, and nobody's report
"""

from __future__ import annotations

import re
from typing import Literal

from ingest.document import Document
from nlp.caption import Caption

Genre = Literal["filing", "press", "tale"]

_FEWEST_WORDS = 100  # fewer tell nothing of their kind
# What news tells and stories do not, for each of all words: names within a sentence, numbers and days; less the pronouns of persons.
_FEWEST_FACTS = 0.05
_WEIGHTS = {"name": 1.0, "number": 5.0, "pronoun": -0.4}
_COURT_WORDS = 3
_COURT = re.compile(
    r"\b(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Dkt\.|ECF\sNo\.|Decl\.|Dep\.\s\d|Fed\.\sR\.|U\.S\.C\.|F\.[23]d|F\.\sSupp)|¶\s?\d|§\s?\d"
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|I|my|me|you)\b")
_NUMBER = re.compile(r"\b(?:\d[\d,.]*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")


def genre_of(document: Document, caption: Caption) -> Genre:
    """The kind of a paper, by what is printed on it alone."""
    text = document.text
    words = len(text.split())
    if document.docket is not None or caption.names or words < _FEWEST_WORDS:
        return "filing"
    if any(i + 1 >= _COURT_WORDS for i, _ in enumerate(_COURT.finditer(text))):
        return "filing"
    line = " ".join(text.split())
    counts = {"name": len(_NAME.findall(line)), "number": len(_NUMBER.findall(line)), "pronoun": len(_PRONOUN.findall(line))}
    facts = sum(_WEIGHTS[sort] * count for sort, count in counts.items())
    return "press" if facts >= _FEWEST_FACTS * words else "tale"
