"""Citations to the record, as filings give them: verbatim, and what they tell of who spoke and when.

    testimony     "Lane Dep. 45:3-9", "Mar. 2, 2020 Tr. 16:21-17:16 [Ex. 36]", "Lane Deposition, Acme, pp. 28–29"
    declaration   "Lane Decl. ¶ 7", "Lane Reply Decl., Ex. 4 at 54:23-56:20"
    exhibit       "Ex. 12 at 3", "Exhibit B", "ACME_000123"
    docket        "Dkt. No. 53-2 at 7", "ECF No. 12 ¶ 4"
    pleading      "Compl. ¶ 57", "¶¶29, 74", "Opp. 10", "Acme Br. at 5"
    same          "Id. at 4": the cite before

A chain "(Lane Decl. ¶ 7; Ex. 3 at 2)" is one cite, named by its first link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ingest.dates import find_dates
from ingest.span import Span
from ingest.when import When

Sort = Literal["testimony", "declaration", "exhibit", "docket", "pleading", "same"]

# In these patterns a blank stands for any run of white space, " ?" for white space or none: a cite may run over a line's end.
_NUMBER = r"\*?\d+(?:[:.]\d+)?(?: ?[-–—‑] ?\*?\d+(?:[:.]\d+)?)?"
_COLON_NUMBER = r"\d+:\d+(?: ?[-–—‑] ?\d+(?::\d+)?)?"
_MARK = r"(?:pp?\.|¶{1,2}|§{1,2}|nn?\.|ll?\.|lines?|pages?|paras?\.)"
_PINS = (
    rf",? ?(?:at )?{_MARK} ?{_NUMBER}",
    rf",? at {_NUMBER}",
    rf",? ?(?:&|and) (?:{_COLON_NUMBER}|(?:nn?\.)?{_NUMBER}(?= ?[.,;)\]]| at\b))",
    rf"[,;]? ?{_COLON_NUMBER}",
    rf", ?{_NUMBER}(?= ?[.,;()\]])",
    rf" {_NUMBER}(?= ?[.,;()\]])",
    r" \[Exs?\. \w+\]",
)
_PIN = rf"(?:{'|'.join(_PINS)})"
_DOTTED = r"(?:Dr|Mr|Mrs|Ms|Prof|Inc|Corp|Co|Ltd|Jr|Sr|Supp|Am|Opp|Mot|Defs?|Pls?|Hr[’']g|Consol|Bankr|Admin|[A-Z])\."
_NAMES = rf"(?:(?!See\b|Compare\b|Accord\b|Cf\b)(?:(?:{_DOTTED}|[A-Z][\w’'-]*) ){{1,3}})"
_EXHIBIT = r"(?:[A-Z]{1,3}\d+|\d+|[A-Z]{1,3}(?![a-z]))[\dA-Z]*(?:[.-][\dA-Z]+)*"
_EXHIBITS = rf"Exs?\. {_EXHIBIT}(?:(?:,| &| and) {_EXHIBIT}(?![\w:]))*"
_TESTIMONY = r"(?:Dep\.|Depo\.|Deposition)(?: Tr\.| Transcript)?(?:,? Vol\. \w+)?(?:, [A-Z][\w.]+(?=, (?:pp?\.|[A-Z-]{3,}\d)))?"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4} |\d{1,2}/\d{1,2}/\d{2,4} )"
_PAPER = r"(?:Mem|Br|Brief|Mot|Motion|Opp|Opp[’']n|Op|Reply|Resp|Compl|Complaint|Ans|Answer|Stip|Order|Obj|Pet|Statement|Stmt)"
_HEADS: tuple[tuple[Sort, str], ...] = (
    ("testimony", rf"{_NAMES}?{_TESTIMONY}(?=,? )"),
    ("testimony", rf"{_DATE}?(?:(?:Hearing|Hr[’']g|Hrg\.|Trial) )?Tr\.(?= )"),
    ("declaration", rf"{_NAMES}(?:Decl|Aff|Affid|Test)\.(?:,? {_EXHIBITS})?"),
    ("declaration", rf"{_NAMES}(?:Rep|Rpt|Report|Rebuttal|Statement)\.?(?=,? (?:¶|§|at \d))"),
    ("same", rf"\b[Ii](?:bi)?d\.(?:,? (?:at )?{_EXHIBITS})?"),
    (
        "docket",
        r"(?:Bankr\. )?(?:Dkt\.|Docket|ECF|CM/ECF|Doc\.|D\.E\.|D\.I\.) ?(?:Nos?\.|Entry(?: Nos?\.)?)? ?#?\d+(?:[-–]\d+)*",
    ),
    ("exhibit", rf"(?:{_EXHIBITS}|(?:Exhibits?|Attachment|Appx?\.) {_EXHIBIT}|[PDJTG]X[- ]?\d[\w-]*)"),
    ("exhibit", r"(?!CV|CR|MD|MC|ML|WL|LEXIS)[A-Z][A-Z_-]{2,}[ _-]?\d{4,}(?: ?[-–] ?[A-Z_-]*\d+)?"),
    ("pleading", rf"{_NAMES}?{_PAPER}\.?(?: (?:Br|Mem|Supp|Opp|Mot|Resp)\.)*(?: No\. \d+)?(?={_PIN})"),
    ("pleading", r"(?:[FSTC]AC|SCAC|CCAC|MTD|MSJ|P?SUF|DSUF|SOF|UMF)(?=,? (?:¶|at \d))"),
    ("pleading", rf"¶{{1,2}} ?{_NUMBER}"),
)
_SIGNAL = r"(?:(?:See|see|Compare|Cf\.|cf\.|Accord|But see|but see)(?:,? (?:also|generally))?(?:,? e\.g\.,?)? )\Z"
_LINK = r"(?:;|,|,? and|,? &)(?: see(?: also)?)? ?"
_WHOLE_BRACKET = r"\((?:[Ss]ee (?:also )?)?(?:(?:[A-Z\d][\w’'/.-]*|of|to|the|in|for|re|No\.),? ){1,14}\Z"
_WHO = r"(?P<who>[A-Z][\w’'-]+) (?:(?:Supp|Reply|Opp|Rebuttal|Am)\.? )?(?:Decl|Dep|Depo|Deposition|Aff|Affid|Test|Rep|Report|Rpt|Rebuttal)\b"
_NOT_A_NAME = frozenset(
    ["See", "Reply", "Supp", "Opp", "Video", "Hearing", "Trial", "Expert", "Plaintiff", "Plaintiffs", "Defendant", "Defendants"]
)


@dataclass(frozen=True, slots=True)
class RecordCite:
    """One cite or chain of cites. ``span`` is the cite itself; ``outer`` also takes its brackets, signal and full stop.

    ``who`` is the surname it gives for who testified or declared ('' if none); ``when`` the date it gives.
    """

    span: Span
    outer: Span
    sort: Sort
    who: str = ""
    when: When | None = None

    def of(self, text: str) -> str:
        """The cite as one line."""
        return " ".join(self.span.of(text).split())


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"))


def find_record_cites(text: str, within: Span) -> tuple[RecordCite, ...]:
    """The cites in one paragraph, in order, chains joined.

    >>> [c.of(t) for t in ["He left. (Lane Dep. 45:3-9; Ex. 2 at 1.)"] for c in find_record_cites(t, Span(0, len(t)))]
    ['Lane Dep. 45:3-9; Ex. 2 at 1']
    """
    chains: list[list[tuple[Span, Sort]]] = []
    for span, sort in _links(text, within):
        if chains and _compiled(_LINK).fullmatch(text, chains[-1][-1][0].end, span.start):
            chains[-1].append((span, sort))
        else:
            chains.append([(span, sort)])
    return tuple(_followed([_cite(text, within, chain) for chain in chains]))


def _followed(cites: list[RecordCite]) -> Iterator[RecordCite]:
    """Cites in which "Id." tells what the cite before it told."""
    before: RecordCite | None = None
    for cite in cites:
        same = cite.sort == "same" and before is not None
        before = replace(cite, who=cite.who or before.who, when=cite.when or before.when) if same and before else cite
        yield before


def _links(text: str, within: Span) -> list[tuple[Span, Sort]]:
    found: list[tuple[Span, Sort]] = []
    for sort, head in _HEADS:
        for match in _compiled(rf"(?<![\w.]){head}{_PIN}*").finditer(text, within.start, within.end):
            span = Span(match.start(), match.end())
            if not any(span.overlaps(taken) for taken, _ in found):
                found.append((span, sort))
    return sorted(found)


def _cite(text: str, within: Span, chain: list[tuple[Span, Sort]]) -> RecordCite:
    start, end = chain[0][0].start, chain[-1][0].end
    if closing := re.compile(r"\.?\s?[)\]]").match(text, end, within.end):
        bracket = _compiled(_WHOLE_BRACKET).search(text[max(within.start, start - 160) : start])
        start -= len(bracket[0]) - 1 if bracket else 0
    span = Span(start, end - (text[end - 1 : end] == "," and closing is None))
    words = span.of(text)
    who = _compiled(_WHO).search(words)
    dates = find_dates(words)
    name = who["who"] if who and who["who"] not in _NOT_A_NAME else ""
    return RecordCite(span, _outer(text, within, span), chain[0][1], name, dates[0][1] if dates else None)


def _outer(text: str, within: Span, span: Span) -> Span:
    """With the signal before it, the brackets about it and the full stop after it."""
    start, end = span.start, span.end
    if signal := _compiled(_SIGNAL).search(text[max(within.start, start - 40) : start]):
        start -= len(signal[0])
    opening = re.search(r"[(\[]\s?\Z", text[max(within.start, start - 2) : start])
    closing = re.compile(r"\.?\s?[)\]]").match(text, end, within.end)
    if opening and closing:
        start, end = start - len(opening[0]), closing.end()
    if re.compile(r"\.(?:\s|\d|\Z)").match(text, end, within.end):
        end += 1
    return Span(start, end)
