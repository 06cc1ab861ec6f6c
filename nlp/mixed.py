"""Quotation marks inside a reported clause: are the words a quotation, or a paraphrase with a phrase quoted?

    quote        said that it “was off to a very good start.”    the marked words carry the predicate: they alone are the statement
    paraphrase   said that it was a “fire drill” response        the whole clause is, with its inner marks

    whole        said [that it “was off to a very good start.”]       outside filings the clause is the statement, with its "that"

The line: at least four marked words that hold the clause's verb and run to its end, or make three fifths of it, or two fifths with a finite verb among them.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from ingest.span import Span
from nlp.quotation import Quotation
from nlp.reading import Reading
from nlp.report import Report

FEWEST_WORDS = 4
SHARE = 0.6
SHARE_WITH_VERB = 0.4
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def settle(report: Report) -> Report:
    """The report as a quote if its marked words carry it, else with its edges moved to take in whole quotations."""
    text = report.reading.passage.text
    inner = _inner(report)
    if not inner:
        return report
    content = tuple(_with_marks(span, inner, text) for span in report.content)
    if _carries(report, inner, content):
        return replace(report, content=tuple(q.words.trimmed(text) for q in inner), kind="quote", rule=f"{report.rule}, quoted")
    return replace(report, content=content)


def whole(report: Report) -> Report:
    """The report with the whole of its clause: the "that" before it, and all of the quotations that begin in it."""
    if report.kind != "paraphrase":
        return report
    first, *others = report.content
    content = (_with_that(report.reading, first), *others)
    inner = _inner(report)
    return replace(report, content=tuple(_with_marks(span, inner, report.reading.passage.text) for span in content))


def _inner(report: Report) -> list[Quotation]:
    """The quotations that the content holds or begins in."""
    quotations = report.reading.passage.quotations
    return [q for q in quotations if q.depth == 0 and any(_begins_in(q, span) for span in report.content)]


def _with_that(reading: Reading, span: Span) -> Span:
    """From the "that" right before the words, a comma between them or not."""
    at = next((i for i, place in enumerate(reading.places) if place.start >= span.start), 0)
    while at > 0 and reading.doc[at - 1].text == ",":
        at -= 1
    return Span(reading.places[at - 1].start, span.end) if at > 0 and reading.doc[at - 1].lower_ == "that" else span


def _begins_in(quotation: Quotation, span: Span) -> bool:
    return span.start - 1 <= quotation.span.start < span.end or (quotation.words.start <= span.start < quotation.words.end)


def _with_marks(span: Span, inner: list[Quotation], text: str) -> Span:
    start = min([span.start, *(q.span.start for q in inner if q.span.start <= span.start < q.span.end)])
    end = max([span.end, *(q.span.end for q in inner if q.span.start < span.end <= q.span.end or q.span.start < span.end)])
    return Span(start, end).trimmed(text)


def _is_subject(reading: Reading, body: Token, quotation: Quotation) -> bool:
    """True for marks in the subject: "that his “old and tired pump” must go"."""
    subject = next((c for c in body.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.i > body.i:
        return False
    whole = reading.span(t for t in subject.subtree if len(reading.places[t.i]))
    return Span(whole.start - 1, reading.places[body.i].start).contains(quotation.span)


def _carries(report: Report, inner: list[Quotation], content: tuple[Span, ...]) -> bool:
    reading = report.reading
    marked = sum(len(q.words.of(reading.passage.text).split()) for q in inner)
    total = sum(len(reading.passage.plain(span).split()) for span in content)
    has_verb = any(t.tag_ in _FINITE and any(q.words.contains(reading.places[t.i]) for q in inner) for t in reading.doc)
    share = marked / max(1, total)
    body = report.body
    predicate = body is not None and any(q.words.contains(reading.places[body.i]) for q in inner)
    closes = inner[-1].words.end >= content[-1].end - 3
    if body is not None and marked < total and all(_is_subject(reading, body, q) for q in inner):
        return False
    if marked == total > 1:
        return True
    return marked >= FEWEST_WORDS and ((predicate and closes) or share >= SHARE or (has_verb and share >= SHARE_WITH_VERB))
