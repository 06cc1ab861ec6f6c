"""Where the body may call a footnote: the raised number after a word, a stop or a quotation mark.

    sure      "a mirror.4 She"   "the index4 of"   "a mirror.4,5"   "Acme*"      close behind letters
    likely    "at 257:24.5 Dr."  "EXHIBITS1"                                      close behind figures or capitals
    loose     "a mirror. 4 She"                                                   a blank stands between, as scans have it

Plain characters do not show that a number is raised, so that "Dkt. 4" and "Oct. 4" are told from calls by the words before, and
what is called by the notes that there are (:mod:`ingest.note`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.span import Span

Sort = Literal["sure", "likely", "loose"]

_END = r"(?=[\s.,;:)\]”\"’—–]|\Z)"
_SEVERAL = r"(?P<numbers>\d{1,4}(?:[^\S\n]?,[^\S\n]?\d{1,4})*)"
_SURE = rf"(?<=[^\W\d_][.,;:!?”\"’')\]—–])(?<!\b[a-z][.])(?<!\b(?:pp|nn|ll)[.]){_SEVERAL}{_END}"
_FORMS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("sure", re.compile(_SURE)),
    ("sure", re.compile(rf"(?<=[.,;:!?”\"’')\]][.,;:!?”\"’')\]]){_SEVERAL}{_END}")),
    ("sure", re.compile(rf"(?<=[a-z]{{2}}){_SEVERAL}{_END}")),
    ("sure", re.compile(rf"(?<=[^\s*†‡§])(?P<numbers>\*{{1,3}}|†{{1,2}}|‡{{1,2}}|§{{1,2}}){_END}")),
    ("likely", re.compile(rf"(?<=\d[.,;”\"’)\]]){_SEVERAL}{_END}")),
    ("likely", re.compile(rf"(?<=[A-Z][A-Za-z]){_SEVERAL}{_END}")),
    ("likely", re.compile(rf"(?:(?<=█[.,”\"’)])|(?<=█\s[.,”\"’)])){_SEVERAL}{_END}")),
    ("loose", re.compile(rf"(?<=[\w.?!)\]”\"’█][.?!,;”\"’)\]])[^\S\n]{_SEVERAL}(?=\s+[A-Z“\"‘(\[]|\s*\Z|\s*,|\s+[a-z█])")),
    ("loose", re.compile(rf"(?<=█)[^\S\n]{_SEVERAL}{_END}")),
)
# What a number after a blank belongs to: "Dkt. 4", "Oct. 4", "Nos. 3, 4".
_COUNTED = re.compile(
    r"(?:\b(?:Nos?|Dkt|Docs?|Exs?|Exh|Decl|Dep|Depo|Tr|pp?|nn?|Arts?|Vol|ch|Figs?|ll?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Br|Mot|Opp|Mem|"
    r"Compl|Ans|Rep|Rpt|Supp|Stat|Reg|Rule|Sec|Secs|Pt|Tab|App|Attach|Att|Aff|D\.E|ECF|SUF|para|paras|cl|St|v|vs)\.|\d,)\s?\Z"
)
_FIGURE = re.compile(r"(?:§|[$£€#]|\bv(?:ersion)?\.?)\s?\d+[.,]\Z")  # "§ 4.4", "$4,500"
_REPORTER = re.compile(r"\s+(?:U\.\s?S|F\.|S\.\s?Ct|L\.\s?Ed|Cal\.|B\.R|WL\b|C\.F\.R|Fed\.|N\.[EWY]|P\.|A\.|So\.)")


@dataclass(frozen=True, slots=True)
class Call:
    """What may call a note: its ``label``, where that stands, and how it is set."""

    label: str
    span: Span
    sort: Sort


def is_reporter(words: str, at: int) -> bool:
    """True if at that place of ``words`` a number is followed by what reports are cited by: "569 F.3d 946"."""
    return _REPORTER.match(words, at) is not None


def calls_in(text: str, within: Span) -> Iterator[Call]:
    """What may call a note in ``within``, surest first."""
    seen: set[int] = set()
    for sort, form in _FORMS:
        for match in form.finditer(text, within.start, within.end):
            before = text[max(within.start, match.start() - 12) : match.start("numbers")]
            if sort == "loose" and (_COUNTED.search(before) or _REPORTER.match(text, match.end("numbers"), within.end)):
                continue
            if sort == "likely" and _FIGURE.search(before):
                continue
            for one in re.finditer(r"[^\s,]+", match["numbers"]):
                start = match.start("numbers") + one.start()
                if start in seen:
                    continue
                seen.add(start)
                yield Call(one[0], Span(start, start + len(one[0])), sort)
