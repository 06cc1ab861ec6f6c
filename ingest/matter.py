"""What stands in a filing and is nobody's statement, by its look alone.

contents     "A.   Background ........ 4"          dot leaders
heading      "II.   STATEMENT OF FACTS"            capitals, or an enumerator before title case or before lines set in
signing      "/s/ Jane Doe", "Attorneys for ..."   signature blocks, counsel lists, dates of signing
caption      "ACME, INC., Plaintiff, v."           party names beside the case number
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import Document, Line

_LEADERS = re.compile(r"\.{4,}|(?:\.\s){4,}\.?\s*(?:\d+|[ivxl]+)?\s*\Z|…{2,}\s*\d+\Z")
_ENUMERATOR = re.compile(r"(?:[IVXL]+|[A-Z]|\d{1,2}|\([a-zA-Z]\)|\([ivx\d]+\))[.)]?\s+(?=\S)")
_CAPITAL_ENUMERATOR = re.compile(r"(?:[IVXL]+|[A-Z])\.\s+(?=\S)")
_SIGNING = re.compile(
    r"/s/|\bAttorneys?\s+for\b|\bCounsel\s+for\b|\(?\bSBN\b|\bBar\s+No\.|\bTelephone:|\bFacsimile:|\bTel\.?:|\bFax:|"
    r"\A(?:DATED|Dated):?\s|\ARespectfully\s+submitted|\A(?:By|BY):\s|\AIT\s+IS\s+SO\s+(?:ORDERED|STIPULATED)|_{8,}"
)
_CAPTION = re.compile(
    r"\bUNITED\s+STATES\s+DISTRICT\s+COURT\b|\A(?:NORTHERN|SOUTHERN|EASTERN|WESTERN|CENTRAL|MIDDLE)?\s*DISTRICT\s+OF\s|"
    r"\bDIVISION\Z|\A(?:v\.|vs\.)\Z|\A(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?)(?:[,.]|\Z)|\bCase\s+Nos?\.\s*:?\s*\d|"
    r"\bet\s+al\.,?\s+(?:Plaintiffs|Defendants)"
)
_END = re.compile(r"[.?!:;…][\"”’')\]]*\d{0,4}\Z")
_LONGEST_HEADING = 4  # lines


def is_matter(document: Document, lines: Sequence[Line]) -> bool:
    """True if the lines of one paragraph look like front matter, a heading, contents or a signature block."""
    words = " ".join(line.span.of(document.text) for line in lines)
    if _LEADERS.search(words) or is_capitals(words):
        return True
    if len(lines) <= _LONGEST_HEADING and (_SIGNING.search(words) or _CAPTION.search(words)):
        return True
    return is_heading(document, lines)


def is_capitals(words: str) -> bool:
    """True if all of at least two letters are capitals."""
    letters = sum(map(str.isalpha, words))
    return letters > 1 and sum(map(str.isupper, words)) >= 0.9 * letters


def is_enumerated(words: str) -> bool:
    """True if the words open as a heading or a list item may: "IV. ", "B. ", "(2) "."""
    return bool(_ENUMERATOR.match(words))


def is_titled(words: str) -> bool:
    """True for an enumerator before title case or dot leaders: "A. The Valve Leaked"; an answer has neither."""
    return is_enumerated(words) and (bool(_LEADERS.search(words)) or _is_title_case(_ENUMERATOR.sub("", words, count=1)))


def is_heading(document: Document, lines: Sequence[Line]) -> bool:
    """True for an enumerated heading: in title case, or what follows its enumerator is set in, or it ends without a stop."""
    first = lines[0]
    words = " ".join(line.span.of(document.text) for line in lines)
    if first.box is None or len(lines) > _LONGEST_HEADING or not is_enumerated(words):
        return False
    if is_titled(words):
        return True
    hanging = all(line.box is not None and line.box.x0 > first.box.x0 + 9 for line in lines[1:])
    return hanging and (not _END.search(words) or (len(lines) > 1 and bool(_CAPITAL_ENUMERATOR.match(words))))


def _is_title_case(words: str) -> bool:
    long_words = re.findall(r"[^\W\d_][\w’'-]{3,}", words)
    return len(long_words) > 1 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)
