"""The reports of one parsed sentence, settled: whose words, to whom, when, by what cite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ingest.span import hull
from nlp import attitude
from nlp.agent import recipients_of
from nlp.cues import paper_nouns
from nlp.direct import find_direct
from nlp.edges import put_right
from nlp.find import Find
from nlp.foreign import is_foreign
from nlp.genre import Genre
from nlp.indirect import find_indirect
from nlp.mixed import settle, whole
from nlp.reading import Reading
from nlp.record_cites import RecordCite
from nlp.report import Report
from nlp.rows import is_told_within, one_row_each
from nlp.said_when import Dates, dates_in, note_dates, said_when
from nlp.speaker import Scene, parties_of
from nlp.telling import Telling
from nlp.voice import is_case, is_law, is_own_voice

_OATH = re.compile(r"the\s+(?:above\s+and\s+)?foregoing\b", re.IGNORECASE)


def reports_in(reading: Reading, genre: Genre) -> list[Report]:
    """What a sentence tells of words said, by the rules of its kind of paper."""
    bounded = _settled if genre == "filing" else whole
    reports = _without_doubles([*find_direct(reading), *_joined([bounded(r) for r in find_indirect(reading)])])
    if genre == "filing":
        reports = one_row_each([r for r in reports if not is_foreign(r)])
    if genre == "press":
        reports = [r for r in reports if r.rule != "quoting"]  # the whole clause is wanted, not its marked words
        reports += _apart(reports, [bounded(r) for r in find_indirect(reading, attitude.RULES, attitude.may_tell)])
    return reports


def find_in_sentence(telling: Telling, reading: Reading, scene: Scene) -> Iterator[Find]:
    """Everything that one sentence reports."""
    known = telling.reports.pop(id(reading), None)
    reports = reports_in(reading, telling.genre) if known is None else known
    dates, calendar = dates_in(reading, telling.calendar), telling.calendar
    before = calendar.inherited
    note_dates(reading, dates, calendar, [span for report in reports for span in report.content])
    if calendar.inherited is not before:
        calendar.by = frozenset()
    told: set[str] = set()
    for report in reports:
        find = _without_borrowed_date(_find(telling, report, dates, scene), report, reports, telling)
        told |= {party.name for party in find.speakers if find.when is not None and party.name}
        if telling.genre == "filing" and is_told_within(report, reports, find.speakers):
            continue
        spoken = telling.genre == "tale" and report.kind == "quote"
        if not spoken and _is_formula(find, telling.document.text):
            continue
        alone = find.speakers[0] if len(find.speakers) == 1 else None
        if alone is None or not (
            is_own_voice(telling.cast, alone, report.cue) or is_case(telling.cast, alone) or is_law(telling.cast, alone)
        ):
            yield find
    if calendar.inherited is not before:
        calendar.by = frozenset(told)


def _without_borrowed_date(find: Find, report: Report, reports: list[Report], telling: Telling) -> Find:
    """Without an inferred date where somebody else spoke then, or where the words are told of within other words."""
    if find.date_kind != "inferred":
        return find
    calendar, cast = telling.calendar, telling.cast
    names = {party.name for party in find.speakers if party.name}
    nested = any(
        other.cue != report.cue
        and other.rule.partition(",")[0] != "according"
        and all(any(span.contains(part) for span in other.content) for part in report.content)
        for other in reports
    )
    other_speaker = bool(calendar.by and names) and not names & calendar.by
    other_speaker = other_speaker and any(
        map(cast.is_organisation, names)
    )  # people answer each other; a party does not answer a court
    return replace(find, when=None, date_kind=None) if nested or other_speaker else find


def _settled(report: Report) -> Report:
    """The words of a report in a filing, with their edges put right."""
    return settle(put_right(report))


def _is_formula(find: Find, text: str) -> bool:
    """True for the words of an oath or certificate, and for an "I" of whom nothing is known."""
    nobody = all(not p.name and p.as_written.lower() in {"i", "we", "me", "us", "my", "our"} for p in find.speakers)
    return (bool(find.speakers) and nobody) or bool(_OATH.match(find.spans[0].of(text)))


def _joined(reports: list[Report]) -> list[Report]:
    """Paraphrases that one word reports in several clauses ("that ..., and that ...") are one."""
    kept: list[Report] = []
    for report in reports:
        last = kept[-1] if kept else None
        if (
            last
            and last.cue == report.cue
            and last.kind == report.kind == "paraphrase"
            and last.rule == report.rule
            and report.content
        ):
            kept[-1] = replace(last, content=(hull(last.content + report.content),))
        else:
            kept.append(report)
    return kept


def _apart(reports: list[Report], more: list[Report]) -> list[Report]:
    """Those of ``more`` that are the teller's own: neither within what is reported already, nor by a word that reports it."""
    kept: list[Report] = []
    for report in more:
        cue = report.reading.places[report.cue.i]
        taken = [span for other in (*reports, *kept) for span in (other.reading.places[other.cue.i], *other.content)]
        quoted = any(q.depth == 0 and q.words.contains(cue) for q in report.reading.passage.quotations)
        if not quoted and not any(span.overlaps(part) for span in taken for part in (cue, *report.content)):
            kept.append(report)
    return kept


def _without_doubles(reports: list[Report]) -> list[Report]:
    kept: list[Report] = []
    for report in reports:
        same = any(report.content == other.content for other in kept)
        if report.content and not same:
            kept.append(report)
    return kept


def _find(telling: Telling, report: Report, dates: Dates, scene: Scene) -> Find:
    reading = report.reading
    speakers = parties_of(reading, report.speakers, scene)
    cite = cite_after(reading, report.content[-1].end)
    when, date_kind = said_when(report, dates, telling.calendar, cite)
    if any(p.name for p in speakers):
        scene.last = tuple(p for p in speakers if p.name)
    return Find(
        report.content,
        report.kind,
        report.rule,
        speakers,
        "",
        parties_of(reading, _outside(report, report.hearers or _recipients(report)), scene),
        reading.places[report.cue.i],
        when,
        date_kind,
        cite.of(telling.document.text) if cite else "",
    )


def _outside(report: Report, hearers: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hearers who are not named within the words themselves."""
    return tuple(t for t in hearers if not any(span.contains(report.reading.places[t.i]) for span in report.content))


def _recipients(report: Report) -> tuple[Token, ...]:
    """To whom the paper went that speaks: "the email from Quill to Reyes stated"."""
    papers = [t for t in (*report.speakers, report.cue) if t.pos_ == "NOUN" and t.lemma_.lower() in paper_nouns()]
    return recipients_of(papers[0]) if papers else ()


def cite_after(reading: Reading, end: int) -> RecordCite | None:
    """The first cite to the record after the words, before the next sentence begins."""
    passage = reading.passage
    following = next((s.start for s in passage.sentences if s.start >= reading.sentence.end), passage.span.end)
    return next((c for c in passage.cites if end - 1 <= c.span.start < max(following, reading.sentence.end)), None)


def is_quotation_alone(reading: Reading) -> bool:
    """True for a sentence that is quotation and nothing else."""
    return bool(reading.quoted) and all(t.i in reading.quoted or t.is_punct for t in reading.doc)


def is_before_law(reading: Reading) -> bool:
    """True for a sentence behind which law is cited."""
    end, passage = reading.sentence.end, reading.passage
    following = next((s.start for s in passage.sentences if s.start >= end), passage.span.end)
    near = max(end + 3, min(following, end + 60))
    return any(end - 1 <= law.start <= near for law in passage.authorities)
