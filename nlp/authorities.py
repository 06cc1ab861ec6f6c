"""Citations of law: what a filing quotes beside them is law, not what somebody in the case said.

case       "See Roe v. Acme Corp., 123 F.3d 456, 460 (9th Cir. 2010)", "Roe, 123 F.3d at 460", "2020 WL 7391299, at *7"
statute    "28 U.S.C. § 1331", "Fed. R. Civ. P. 23(a)", "Cal. Evid. Code § 952"
star page  "Id. at *55": the case before
"""

from __future__ import annotations

import re

from ingest.span import Span

_REPORTERS = (
    r"U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|F\.(?:\s?(?:2d|3d|4th))?|Fed\.\s?App[’']?x\.?|F\.?\s?App[’']?x\.?|F\.\s?Supp\.(?:\s?[23]d)?|"
    r"F\.R\.D\.|Fed\.\s?Cl\.|B\.R\.|A\.(?:2d|3d)|P\.(?:2d|3d)|N\.E\.(?:2d|3d)?|N\.W\.(?:2d)?|S\.E\.(?:2d)?|S\.W\.(?:2d|3d)|So\.(?:\s?[23]d)?|"
    r"Cal\.(?:\s?(?:2d|3d|4th|5th))?|Cal\.\s?App\.(?:\s?(?:2d|3d|4th|5th))?|Cal\.\s?Rptr\.(?:\s?[23]d)?|N\.Y\.(?:2d|3d)?|"
    r"WL|U\.S\.\s?Dist\.\s?LEXIS|U\.S\.\s?App\.\s?LEXIS|LEXIS|FCC\s?Rcd\.?"
)
_PIN = r"(?:,?\s+(?:at\s+)?(?:nn?\.\s?)?\*?\d+(?:\s?[-–—]\s?\*?\d+)?(?:\s+nn?\.\s?\d+)?(?!\s?[A-Z]\.))*"
_COURT = r"(?:,?\s*\((?:[^()]{0,60}?(?:1[789]|20)\d\d|en banc|per curiam|quoting|internal [a-z ]+omitted|citations?(?: and [a-z ]+)? omitted|emphasis (?:added|in original))\))*"
_NUMBER = re.compile(
    rf"(?<![\w.])\d{{1,4}}\s+(?:{_REPORTERS})\s+\*?\d+{_PIN}{_COURT}|(?<![\w.])\d{{1,4}}\s+(?:{_REPORTERS})\s+at\s+\*?\d+{_PIN}{_COURT}"
)
_WORD = r"(?:[A-Z][\w.,&’'/()-]*|of|the|and|&|de|la|for|ex|et|al\.,?|in|on|to|Nos?\.|\d[\w:-]*,?|[A-Z]\.)"
_SIGNAL = r"(?:(?:See|see|Cf\.|cf\.|Accord|accord|But\s+see|Compare|citing|quoting)(?:,?\s+(?:also|generally|id\.))?(?:,?\s+e\.g\.,?)?,?\s+)?"
_NAME_BEFORE = re.compile(
    rf"{_SIGNAL}(?:(?:{_WORD}\s+){{1,14}}v\.?\s+(?:{_WORD}\s+){{1,16}}|(?:In\s+re|Ex\s+parte|In\s+the\s+Matter\s+of)\s+(?:{_WORD}\s+){{1,16}}|(?:[A-Z][\w’'&.-]*,?\s+){{1,4}})\Z"
)
_SIGNAL_BEFORE = re.compile(rf"{_SIGNAL}\Z")
_CODE = re.compile(
    r"(?:\d+\s+(?:U\.S\.C\.|C\.F\.R\.|U\.S\.C\.A\.)|Fed\.\s?R\.\s?(?:Civ|Evid|Crim|App|Bankr)\.(?:\s?P\.)?|(?:[A-Z][a-z]+\.?\s){1,3}Code(?:\s+Ann\.)?(?=\s+§)|(?:[NSEWC]\.?D\.\s[A-Z][a-z]+\.\s)?(?:Civ\.|Civil)\s?L\.?\s?R\.)"
    r"\s*(?:§{1,2}\s*)?\d[\w.:-]*(?:\([a-zA-Z\d]+\))*(?:(?:,|\sand|\s&)\s*\d[\w.:-]*(?:\([a-zA-Z\d]+\))*)*(?:\s+[Aa]dvisory\s+[Cc]ommittee[’']?s?\s+[Nn]otes?)?(?:\s*\((?:19|20)\d\d\))?"
)
_STAR = re.compile(r"\b[Ii]d\.\s+at\s+\*\d+(?:[-–]\d+)?")
_SMALL = re.compile(
    r"(?:(?:Sections?|Rules?|Articles?|Parts?|Titles?)\s+\S*\d\S*\s+)?(?:(?:of|the|and|for|de|la|in|on|to|al\.?),?\s+)+(?:(?:[A-Z][\w’'()-]*\s+){0,3}[A-Z][\w’'()-]*,\s+(?!(?:Inc|LLC|L\.|Ltd|Corp|Co\.|N\.A|LP|LLP|et)\b)(?=[A-Z][^;()]*\sv\.\s))?"
)
_TAIL = re.compile(r"[.;]?(?=\s|\Z)")


def find_authorities(text: str, within: Span) -> tuple[Span, ...]:
    """The citations of law in one paragraph with their signals and names, in order; neighbours joined.

    >>> [s.of(t) for t in ["It is. Roe v. Poe, 1 F.3d 2, 3 (9th Cir. 2010). So"] for s in find_authorities(t, Span(0, len(t)))]
    ['Roe v. Poe, 1 F.3d 2, 3 (9th Cir. 2010).']
    """
    found = [_with_name(text, within, Span(m.start(), m.end())) for m in _NUMBER.finditer(text, within.start, within.end)]
    for form in (_CODE, _STAR):
        found += [Span(m.start(), m.end()) for m in form.finditer(text, within.start, within.end)]
    joined: list[Span] = []
    for span in sorted(_with_tail(text, within, span) for span in found):
        if joined and not text[joined[-1].end : max(joined[-1].end, span.start)].strip(" \n;,."):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _with_name(text: str, within: Span, span: Span) -> Span:
    """With the name of the case before the reporter, if it stands in this sentence."""
    before = text[max(within.start, span.start - 180) : span.start]
    closed = max(
        (
            m.end()
            for m in re.finditer(r"[.?!]?[”\"][.,]?\s|[;(]\s?|\w\w\w[.?!]\s(?=(?:See|In\sre|[A-Z][a-z]+\sv\.)\s)", before)
        ),
        default=0,
    )
    name = _NAME_BEFORE.search(before, closed) or _SIGNAL_BEFORE.search(before, closed)
    start = _small_words(before, name.start()) if name else len(before)
    return Span(span.start - (len(before) - start), span.end)


def _small_words(before: str, start: int) -> int:
    """Where the name begins behind "under Section 5 | of the Code, | Roe v. Acme": not with a small word, nor what it leads."""
    small = _SMALL.match(before, start)
    return small.end() if small else start


def _with_tail(text: str, within: Span, span: Span) -> Span:
    tail = _TAIL.match(text, span.end, within.end)
    return Span(span.start, tail.end()) if tail else span
