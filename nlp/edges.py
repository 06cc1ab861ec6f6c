"""The edges of reported words in a filing, put right where the parser or the printing moved them.

cites       "he recalled four, Reyes Dep. 7:1, which fits"    he recalled four
comment     "there are four, which belies the motion"         there are four
cut short   "the toy, had it worked | , would have sold"      to the end of the sentence
brackets    "under Section 5(c | )"                           under Section 5(c)
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from ingest.span import Span
from nlp.passage import Passage
from nlp.report import Report

_WORDS_OF_CLAUSES = frozenset({"clause", "as", "according", "noun"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NO_END_BEFORE = frozenset({"NN", "NNS", "VBZ", "VBP", "VBD", "MD"})
_STOPPED = re.compile(r"[.?!;][”\"’)\]]*\s*\Z")
_LOOSE = re.compile(r"[,;(\[.”\"’)\]]\s*\Z")
_ADVERBS = r"(?:\w+ly|likewise|also|again|of\s+course|in\s+turn)\s+"
_COMMENT = re.compile(
    rf",\s+which,?\s+(?:{_ADVERBS})*(?:belies?|contradicts?|refutes?|undermines?|undercuts?|defeats?|disproves?|rebuts?|confirms?|supports?|demonstrates?|"
    rf"(?:is|was|are|were)\s+(?:{_ADVERBS})*(?:not\s+(?:true|correct|accurate|so|the\s+case)|false|wrong|incorrect|untrue|inaccurate|misleading|baseless|unfounded|meritless|contrary|"
    r"irrelevant|consistent|inconsistent|telling|why))\b"
)
_OWN_CLAUSE = re.compile(r"[\s,;)\]]*(?:and\s+)?(?:which|who|where|as|but|although|though)\b")
_POSSESSIVE = re.compile(r"[’']s\s")
_CUT_AT = re.compile(r"(?:\b(?:i\.e|e\.g|viz)\.?|\b(?:the|a|an|of|to|not|and|or))\Z")
_COMMA = re.compile(r"[,;]\s*\Z")
_NEXT = re.compile(r"[\s,;.]*(?:\([^()]*\))?[\s,;.]*(?:(?:and|but|or)\b|\Z)")
_TAIL = re.compile(r"[\s,;:(\[—–-]+\Z|\s+(?:and|but|or|[Ss]ee|[Cc]f\.)\Z")


def put_right(report: Report) -> Report:
    """The report with the edges of its last words, and its brackets, put right."""
    if report.kind != "paraphrase" or not report.content:
        return report
    passage = report.reading.passage
    *others, last = report.content
    if _is_subject(report) and not others:
        last = _to_the_verb(report, last)
    if report.rule in _WORDS_OF_CLAUSES and not others and _is_cut_short(report, last):
        end = _sentence_end(report, last)
        if _is_subject(report):  # "her claim that it broke (Opp. 4) is wrong"
            end = next((c.outer.start for c in passage.cites if last.end < c.outer.start < end), last.start)
        last = Span(last.start, end).trimmed(passage.text)
    if _is_aside_clause(report):
        last = _before_main_clause(report, last)
    last = _without_comment(passage, _before_cites(passage, last))
    last = _with_statute(passage, last)
    content = tuple(_with_brackets(passage.text, span) for span in (*others, last) if len(span))
    return replace(report, content=content)


def _is_cut_short(report: Report, words: Span) -> bool:
    """True where the words that follow the cue stop in the middle of a clause."""
    reading = report.reading
    if words.start < reading.places[report.cue.i].start:
        return False
    inside = [t for t in reading.doc if words.contains(reading.places[t.i]) and len(reading.places[t.i])]
    after = next((t for t in reading.doc if reading.places[t.i].start >= words.end), None)
    if not inside or after is None or any(t.i in reading.quoted for t in inside):
        return False
    text = reading.passage.text
    if not any(t.tag_ in _FINITE for t in inside):
        return True
    if _is_subject(report):
        return False
    condition = words.of(text).lower().startswith("to the extent") and after.lower_ == ","
    opens = condition or inside[0].lower_ in {"had", "were", "should"} or bool(_CUT_AT.search(words.of(text)))
    opens = opens or after.tag_ == "POS" or bool(_POSSESSIVE.match(text, words.end)) or _is_in_dashes(text, words)
    return opens or _is_open(text, words) or _is_in_list(text, words) or _goes_on(report, inside, after)


def _goes_on(report: Report, inside: list[Token], after: Token) -> bool:
    """True where the next word is a reason, or one that no clause ends before: "the amount in the | Agreement is due"."""
    if after.lower_ == "," and after.i + 1 < len(after.doc) and after.nbor().lower_ == "because":
        return True
    reading, root = report.reading, report.reading.doc[:].root
    last = reading.places[inside[-1].i].end
    parted = bool(reading.passage.text[last : reading.places[after.i].start].strip())
    if parted or _is_subject(report) or not (report.cue == root or root.i < inside[0].i):
        return False
    return after.pos_ in {"PROPN", "NUM", "AUX"} or after.tag_ in _NO_END_BEFORE


def _with_statute(passage: Passage, words: Span) -> Span:
    """With the statute or the paper that the words lean on: "it is exempt under | 29 U.S.C. § 1108", "as told in | Dkt. 9"."""
    places = sorted((*passage.authorities, *(c.span for c in passage.cites)))
    law = next((a for a in places if a.start >= words.end and not passage.text[words.end : a.start].strip()), None)
    leans = re.search(r"\b(?:under|of|by|with|to|in|violates?|violated)\Z", words.of(passage.text))
    if law is None or not leans:
        return words
    end = min(law.end, next((m.start() for m in re.finditer(r";|\s[Ss]ee\b", law.of(passage.text))), len(law)) + law.start)
    return _trimmed(passage.text, Span(words.start, end))


def _is_aside_clause(report: Report) -> bool:
    """True for "while Quill alleges that ..., ...": the main clause is still to come."""
    subject = report.speakers[0].left_edge if report.speakers else report.cue
    before = [t.lower_ for t in report.cue.doc[max(0, min(subject.i, report.cue.i) - 2) : subject.i]]
    return report.cue.pos_ == "VERB" and bool({"while", "although", "though", "whereas"} & set(before))


def _before_main_clause(report: Report, words: Span) -> Span:
    """Up to the first comma, where the words run to the sentence's end: they have taken the main clause in."""
    passage = report.reading.passage
    if words.end < report.reading.sentence.end - 2:
        return words
    for comma in re.finditer(r",\s+(?!and\b|or\b|which\b|who\b|but\b|\d)", passage.plain(words)):
        inside = any(q.depth == 0 and q.span.start < words.start + comma.start() < q.span.end - 1 for q in passage.quotations)
        if not inside:
            return Span(words.start, words.start + comma.start())
    return words


def _is_in_dashes(text: str, words: Span) -> bool:
    """True where the words stop at the second of two dashes: "the pump—and not the valve | —broke"."""
    kept = words.of(text)
    return kept.count("—") % 2 == 1 and bool(re.match(r"\s*—\s*[a-z]", text[words.end : words.end + 6]))


def _is_open(text: str, words: Span) -> bool:
    """True where the words stop within a bracket that closes right there, and go on behind it."""
    kept = words.of(text)
    return kept.count("(") == kept.count(")") + 1 and bool(
        re.match(r"\)\s+(?:of|in|under|and|or|to)\b", text[words.end : words.end + 12])
    )


def _is_subject(report: Report) -> bool:
    """True for a noun with a verb of its own behind its words: "her claim that it broke is wrong"."""
    return report.cue.pos_ == "NOUN" and report.cue.dep_ not in {"dobj", "pobj"}


def _to_the_verb(report: Report, words: Span) -> Span:
    """As in "her claim that he failed to run | the plant is wrong": all that stands before the verb of the claim."""
    reading, verb = report.reading, report.cue.head
    inside = [t.i for t in reading.doc if words.contains(reading.places[t.i]) and len(reading.places[t.i])]
    if report.cue.dep_ not in {"nsubj", "nsubjpass"} or not inside or verb.i <= inside[-1] + 1:
        return words
    first = min([verb.i, *(c.i for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg", "advmod"} and c.i > inside[-1])])
    between = reading.doc[inside[-1] + 1 : first]
    if not len(between) or any(
        t.text in {",", ";", ":", "(", "—", "–"} or t.tag_ in _FINITE or t.i in reading.quoted for t in between
    ):
        return words
    return _trimmed(reading.passage.text, Span(words.start, reading.places[first - 1].end))


def _is_in_list(text: str, words: Span) -> bool:
    """True where the words stop at an item of a list and the next stands behind a semicolon: "(1) pay; (2) ship",
    "that it broke; that it fell"."""
    kept = words.of(text)
    if re.search(r"\w:\s", kept) and re.match(r"\s*;\s+(?:and\s+|or\s+)?[a-z]", text[words.end : words.end + 20]):
        return True
    if re.search(r"\$\d", kept) and re.match(r"\s*;\s+(?:and\s+)?\$\d", text[words.end : words.end + 20]):
        return True
    if re.match(r"\s*;\s+(?:and\s+)?that\s", text[words.end : words.end + 20]):
        return True
    numbered = re.search(r"\((?:\d|[ivx]+|[a-e])\)\s", kept)
    return numbered is not None and bool(
        re.match(r"\s*[;,]\s+(?:and\s+|or\s+)?\((?:\d|[ivx]+|[a-e])\)\s", text[words.end : words.end + 20])
    )


def _sentence_end(report: Report, words: Span) -> int:
    """The end of the sentence, or of the part of it before a semicolon or a bracketed cite."""
    passage = report.reading.passage
    rest = Span(words.end, report.reading.sentence.end)
    plain = passage.plain(rest)
    semicolon = r"\Z" if _is_in_list(passage.text, words) else ";"
    stops = [m.start() for m in re.finditer(rf"{semicolon}|:(?=\s*\Z)|\s{{8,}}", plain)]
    end = rest.start + min([len(plain), *stops])
    return Span(words.start, end).trimmed(passage.text).end - (passage.text[end - 1 : end] == ".")


def _before_cites(passage: Passage, words: Span) -> Span:
    """Without the cites at the end of the words, and what the writer hangs on them."""
    laws, named = passage.authorities, 0
    cites = [(c.outer, True) for c in passage.cites if not any(c.span.overlaps(law) for law in laws)] + [
        (law, False) for law in laws
    ]
    for cite, is_record in sorted(cites):
        if not words.start < cite.start < words.end:
            continue
        before, rest = passage.text[words.start : cite.start], passage.plain(Span(cite.end, max(cite.end, words.end)))
        loose = bool(_LOOSE.search(before)) or passage.text[cite.start] in "(["
        ends = not re.search(r"\b(?!(?:[Ss]ee|also|citing|quoting)\b)[A-Za-z]{2,}", rest) or bool(_OWN_CLAUSE.match(rest))
        stopped, bracketed = bool(_STOPPED.search(before)), passage.text[cite.start] in "(["
        apart = not is_record and bool(_COMMA.search(before)) and bool(_NEXT.match(rest))
        if stopped or apart or (is_record and loose and ends and not (named and bracketed)):
            return _trimmed(passage.text, Span(words.start, cite.start))
        named += bracketed
    return _with_last_of_several(passage, words) if named else words


def _with_last_of_several(passage: Passage, words: Span) -> Span:
    """As in "the plan (Ex. 1) and the list | (Ex. 2)": each cite in brackets names what stands before it."""
    last = next((c.outer for c in passage.cites if c.outer.start >= words.end), None)
    if last is None or passage.text[words.end : last.start].strip() or passage.text[last.start] != "(":
        return words
    return Span(words.start, words.end + passage.text[words.end : last.end].rindex(")") + 1)


def _without_comment(passage: Passage, words: Span) -> Span:
    comment = _COMMENT.search(passage.text, words.start, words.end)
    marked = comment is not None and any(
        q.depth == 0 and q.span.start < comment.start() < q.span.end for q in passage.quotations
    )
    return _trimmed(passage.text, Span(words.start, comment.start())) if comment is not None and not marked else words


def _trimmed(text: str, words: Span) -> Span:
    """Without marks and joining words at the end."""
    kept = words.of(text)
    kept = re.sub(r"\.\s*\Z", "", kept)
    while (shorter := _TAIL.sub("", kept)) != kept:
        kept = shorter
    return Span(words.start, words.start + len(kept))


def _with_brackets(text: str, words: Span) -> Span:
    """With the bracket beside the words whose fellow is among them, and with the sign of a section before them."""
    kept = words.of(text)
    start, end = words.start, words.end
    for opening, closing in ("()", "[]"):
        if kept.count(opening) == kept.count(closing) + 1 and text[end : end + 1] == closing:
            end += 1
        if kept.count(closing) == kept.count(opening) + 1 and text[start - 1 : start] == opening:
            start -= 1
    return Span(start - (text[start - 1 : start] in {"§", "¶", "$"}), end)
