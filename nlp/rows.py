"""One row for each telling: what the rules find twice, or in halves, of one cue.

halves      said that it was “old” and that it “never worked”    one quote, two spans
second      “It is old,” and “it never worked.”                  the second half, which no rule reached
within      a phrase in marks that a longer row of the cue holds  the longer row
unnamed     “Quill wrote that the clerk said it broke”            Quill's row alone
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.segment import Party
from ingest.span import Span
from nlp.clause import frames_at, has_own_subject
from nlp.report import Report

_JOINT = re.compile(r"[.,;]?[”\"’]?\s*[,;]?\s*(?:and|but|or)\s+(?:(?:also|further|then)\s+)?(?:that\s+)?[“\"]")
_FEWEST_WORDS = 3


def one_row_each(reports: Sequence[Report]) -> list[Report]:
    """The reports with the halves of one telling joined and what is held by another left out."""
    joined: list[Report] = []
    for report in reports:
        at = next((i for i, other in enumerate(joined) if _are_halves(other, report) and not _parted(other, report)), None)
        if at is None:
            joined.append(report)
        else:
            joined[at] = replace(joined[at], content=_united(joined[at].content + report.content))
    taken = [span for report in joined for span in report.content]
    whole = [_with_second_half(report, taken) for report in joined]
    return [r for r in whole if not any(other is not r and _holds(other, r) for other in whole)]


def _are_halves(one: Report, other: Report) -> bool:
    return one.cue == other.cue and one.kind == other.kind == "quote" and one.speakers == other.speakers


def _parted(one: Report, other: Report) -> bool:
    """True where each half has a cite of its own: "that “it is old” (Ex. 1), and that “it broke” (Ex. 2)"."""
    first, second = sorted((one.content, other.content))
    reading = one.reading
    between = [
        t for t in reading.doc if first[-1].end <= reading.places[t.i].start and reading.places[t.i].end <= second[0].start
    ]
    if any(t != one.cue and frames_at(t) and has_own_subject(t) for t in between):  # "told her “...”; others told her “...”"
        return True
    return any(first[-1].end - 1 <= cite.span.start < second[0].start for cite in one.reading.passage.cites)


def _united(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap made one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and kept[-1].overlaps(span):
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def _holds(longer: Report, shorter: Report) -> bool:
    """True where one cue reports both, and all words of the shorter stand in the longer."""
    inside = all(any(span.contains(part) for span in longer.content) for part in shorter.content)
    if longer.cue != shorter.cue or longer.content == shorter.content:
        return False
    beside = longer.kind == "quote" and shorter.kind == "paraphrase" and shorter.rule == "as" and longer.rule != "as"
    return inside or beside


def is_told_within(report: Report, reports: Sequence[Report], speakers: Sequence[Party]) -> bool:
    """True for "Quill wrote that the clerk said it broke": whom nobody names says no more than the words of a longer row."""
    if any(party.name for party in speakers) and not report.rule.startswith(("quoting", "call")):
        return False
    return any(
        other.cue != report.cue and all(any(span.contains(part) for span in other.content) for part in report.content)
        for other in reports
        if other is not report
    )


def _with_second_half(report: Report, taken: Sequence[Span]) -> Report:
    """As in "wrote that “it is old,” and “it never worked.”": the marks go on after the conjunction."""
    if report.kind != "quote":
        return report
    passage = report.reading.passage
    content = report.content
    for quotation in passage.quotations:
        if quotation.depth or quotation.span.start < content[-1].end or not report.reading.sentence.contains(quotation.span):
            continue
        words = quotation.words.trimmed(passage.text)
        free = not any(words.overlaps(span) for span in taken) and len(words.of(passage.text).split()) >= _FEWEST_WORDS
        cited = any(content[-1].end <= cite.span.start < words.start for cite in passage.cites)
        if not free or cited or not _JOINT.fullmatch(passage.text, content[-1].end, quotation.words.start):
            break
        content = (*content, words)
    return replace(report, content=content)
