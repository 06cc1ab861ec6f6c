"""The one parser of citations to the record: what :mod:`ingest.cite` makes, and what lawyers write beside it.

docket        "Dkt. 449-3 at 2:7-9", "ECF No. 12-3 at 4", "Doc. 12 ¶ 4"
exhibit       "Ex. 12 at 3", "Exs. 5, 7", "Dkt. No. 12, Ex. A at 3", "Lane Decl., Ex. 3 at 2", "PX 12"
deposition    "Lane Dep. 45:12-46:3", "Lane Dep. 45:12, 15", "Lane Dep. 45/12", "Deposition of Ann Lane at 45:12", "Lane Tr. 45:12 to 46:3", "Lane Dep. vol. 2, p. 45, ll. 2-9", "Lane Dep. Tr. at 45:12–15, 47:2", "(Lane Dep. at 45)"
transcript    "Hr'g Tr. 4:1-13", "Mar. 2, 2024 Tr. 16:21", "Trial Tr. 45:2"
declaration   "Lane Decl. ¶¶ 7-9", "Declaration of Ann Lane ¶ 4", "Lane Decl. ¶ 4 & Ex. B"
paragraph     "Compl. ¶ 7", "FAC ¶¶ 7, 9", "¶¶ 7-9" of a pleading that is not named
bates         "ACME_000123", "ACME174046–4047"
id            "Id. at 4" where nothing of the record was cited before it, or a case was

Every place cited is one :class:`RecordCite`: "47:2" in the second line is one by itself. "Id. at 4" after a record cite is
that cite at another page. Hyphens, dashes and minus signs are one; a cite may run over a line's end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ingest.cite_pin import NOWHERE, Pin, find_pins
from ingest.dates import find_dates
from ingest.span import Span
from ingest.when import When

CiteKind = Literal["docket", "exhibit", "deposition", "transcript", "declaration", "paragraph", "bates", "id"]

_DASH = "[-‐‑‒–—−]"
# In these patterns a blank stands for white space of any length, " ?" for white space or none.
_CAPITAL = r"(?:[A-Z][\w’'‑-]*\.?|(?:de|van|von|der|la|al)(?= (?:[A-Z]|de|van|von|der|la)))"
_NAME = rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}}?)(?:[’']s)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?P<date>{_MONTH} (?:\d{{1,2}}, )?\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
_AFTER = rf"(?:,? \(?{_DATE.replace('date', 'dated')}\)?(?=,? ))?"
_VOLUME = r"(?:,? \(?[Vv]ol(?:\.|ume) ?\w+\)?,?| \(Day \w+\))?"
_FILED_AS = r"(?: [(\[](?:Ex\.|Exh\.|Dkt\.|Doc\.|ECF|D\.E\.)[^()\[\]]{1,25}[)\]])?"
_ENTRY = rf"(?:(?:ECF )?Dkt\.|Docket|CM/ECF|ECF|Doc\.|D\.E\.|D\.I\.) ?(?:Nos?\.|Entry(?: Nos?\.)?|#)? ?#?(?P<entry>\d+)(?:{_DASH}(?P<attachment>\d+))?"
_ENTRIES = (
    r"(?:(?:ECF )?Dkt\.|Docket|CM/ECF|ECF|Doc\.|D\.E\.|D\.I\.) ?(?:Nos\.|Entry Nos\.) ?"
    rf"(?P<entries>\d+(?:{_DASH}\d+)?(?:(?:,| ?&|,? and) \d+(?:{_DASH}\d+)?(?![:.]\d))+)"
)
_NUMBER = rf"(?:\d+(?:{_DASH}\d+)?[A-Z]?|[A-Z]{{1,3}}(?:{_DASH}?\d+)?)(?![\w’'])"
_EXHIBIT = rf"(?:(?:Trial )?(?:Exh?s?\.|Exhibits?)(?: Nos?\.)?|[PDJT]X(?=[- ]?\d)) ?-?(?P<exhibits>{_NUMBER}(?:(?:,| ?&|,? and) (?:Exs?\. )?{_NUMBER}(?![:.]\d))*)"
_SWORN = r"(?:(?:Supp|Reply|Opp|Rebuttal|Am)\.? )?(?:Decl|Aff|Affid)\.|Declaration|Affidavit"
_TESTIMONY = r"(?:30\(b\)\(6\) )?(?:Dep\.|Depo\.|Deposition)"
_COMPLAINT = (
    r"(?P<name>[FSTC]AC|CCAC|SCAC|Counterclaims?|(?:(?:First|Second|Third|Fourth|Consolidated|Corrected|\w+ Am\.|Am\.|Amended) ){0,3}"
    r"(?:Compl\.|Complaint)|Answer|Ans\.|Pet\.|Petition)(?=,? (?:at )?¶)"
)
_BATES = (
    r"(?P<bates>(?!(?:CV|CR|MDL|ISO|FY|WL|LEXIS|SBN|CSR|COVID|BC|PAGEID|RFC)\b)(?:\d{2,4})?[A-Z][A-Z&]+(?:[_-][A-Z]+)*[_-]?\d{5,12})"
    rf"(?: ?{_DASH} ?(?P<bates_last>(?:[A-Z][A-Z&_-]+)?\d{{2,12}}))?(?![\w-])"
)
_ID = rf"(?:[Ii]d|[Ii]bid)\.(?:,? (?:at )?{_EXHIBIT})?"
_AUTHORITY = re.compile(
    r"\d\s+(?:U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.|F\.\s?(?:2d|3d|4th|Supp|App)|F\.R\.D\.|B\.R\.|[ANPS]\.?[EW]?\.?\s?[23]d|Cal\.|N\.Y\.|WL|LEXIS|U\.S\.C|C\.F\.R)"
    r"|\bU\.S\. (?:Dist|App)\. LEXIS|Fed\.\s?R\.\s?(?:Civ|Evid|App|Crim|Bankr)"
)
_SPELLED_OUT = re.compile(r"(?:Deposition|Transcript|Declaration|Affidavit)\Z")  # without a page these are but words
_SENTENCE_END = re.compile(r"(?!(?:Dr|Mr|Ms|Mrs|St|Prof)\.)[\w’'-]{2,}\.")  # "In May. Lane Dep."
_QUALIFIERS = frozenset(
    ["SJ", "MSJ", "CC", "MTD", "PI", "Opp", "Supp", "Reply", "Rebuttal", "Am", "Video", "Expert"]
)  # Lane SJ Decl.
_NO_WITNESS = frozenset(  # what else stands before "Tr."
    (
        *(
            "Hr’g",
            "Hr'g",
            "Hr’g.",
            "Hrg.",
            "Hearing",
            "Trial",
            "Arg.",
            "Argument",
            "Conf.",
            "Conference",
            "Status",
            "Evid.",
            "Jury",
            "Court",
        ),
        *(
            "See",
            "also",
            "Also",
            "Cf.",
            "Id.",
            "The",
            "Dep.",
            "Depo.",
            "Aff.",
            "Mot.",
            "Official",
            "Certified",
            "Final",
            "Rough",
        ),
        *(
            "Markman",
            "PTC",
            "CMC",
            "TRO",
            "PI",
            "SJ",
            "MSJ",
            "MTD",
            "Sent.",
            "Proceedings",
            "Bank",
            "Int’l",
            "Int'l",
            "Nat’l",
            "Nat'l",
        ),
    )
)
_JOINT = re.compile(r"\s*(?:,|&|,?\s+and\b|,?\s+&)\s*")
_SIGNALS = frozenset(
    [
        "See",
        "Also",
        "But",
        "Cf",
        "Accord",
        "Compare",
        "Contra",
        "In",
        "The",
        "At",
        "And",
        "To",
        "Video",
        "Expert",
        "Supp",
        "Reply",
        "From",
    ]
)


@dataclass(frozen=True, slots=True)
class RecordCite:
    """One place of the record as cited. Pages are as written ("45"); '' and None where the cite gives none.

    ``name`` is whose testimony or declaration it is ("J. Lane"), or what transcript or pleading ("Hr'g", "FAC"), '' for none.
    A page range in short ("123-24") is given in full. ``bates`` and ``bates_last`` are the stamps of a range.
    """

    span: Span
    kind: CiteKind
    as_written: str
    name: str = ""
    entry: str = ""
    attachment: str = ""
    exhibit: str = ""
    bates: str = ""
    bates_last: str = ""
    when: When | None = None
    pin: Pin = NOWHERE

    @property
    def docket(self) -> str:
        """Entry and attachment as one: ``449-3``."""
        return f"{self.entry}-{self.attachment}" if self.attachment else self.entry

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]


def parse_cites(text: str) -> list[RecordCite]:
    """Every place of the record that ``text`` cites, in order.

    >>> [(c.kind, c.name, c.pin.page, c.pin.line) for c in parse_cites("He left. (Lane Dep. 45:3-9.) Id. at 47:2.")]
    [('deposition', 'Lane', '45', 3), ('deposition', 'Lane', '47', 2)]
    """
    found: list[RecordCite] = []
    law = [match.end() for match in _AUTHORITY.finditer(text)]
    heads = _heads(text)
    for i, head in enumerate(heads):
        end = heads[i + 1].span.start if i + 1 < len(heads) else len(text)
        cited = _resolved(head, found, law) if head.kind == "id" else _attached(head, found, text)
        found += _placed(cited, text, end)
    return sorted([*found, *_bare_paragraphs(text, found)], key=lambda cite: cite.span)


def _bare_paragraphs(text: str, found: list[RecordCite]) -> Iterator[RecordCite]:
    """Paragraphs by themselves, "¶¶ 7-9", of whatever pleading is spoken of."""
    starts = [cite.span.start for cite in found]
    for mark in re.finditer(r"¶{1,2}\s*(?=\d)", text):
        i = bisect_left(starts, mark.start() + 1) - 1
        if i >= 0 and found[i].span.end > mark.start():
            continue
        nowhere = RecordCite(Span(mark.start(), mark.start()), "paragraph", "")
        end = next((start for start in starts[i + 1 :]), len(text))
        yield from (cite for cite in _placed(nowhere, text, end) if cite.pin.paragraph is not None)


def _resolved(head: RecordCite, before: list[RecordCite], law: list[int]) -> RecordCite:
    """What "Id." stands for: the last cite, if no law was cited since."""
    if not before or before[-1].kind == "id":
        return head
    last = before[-1]
    if bisect_left(law, last.span.end) < bisect_left(law, head.span.start):
        return head
    if head.exhibit:
        return replace(last, span=head.span, kind="exhibit", exhibit=head.exhibit, pin=NOWHERE)
    return replace(last, span=head.span)


def _attached(head: RecordCite, before: list[RecordCite], text: str) -> RecordCite:
    """An exhibit right after a paragraph of a declaration is attached to it: "Lane Decl. ¶ 2, Ex. 5", "Lane Decl. ¶ 2 & Ex. 5"."""
    last = before[-1] if before and head.kind == "exhibit" and not (head.name or head.entry) else None
    if last is None or last.kind != "declaration" or not _JOINT.fullmatch(text, last.span.end, head.span.start):
        return head
    return replace(head, name=last.name, entry=last.entry, attachment=last.attachment)


def _placed(head: RecordCite, text: str, end: int) -> Iterator[RecordCite]:
    """The head with each of its pins; by itself where it has none."""
    pins = find_pins(text, Span(head.span.end, end), bare=head.kind in {"deposition", "transcript"})
    if not pins and not _SPELLED_OUT.search(head.span.of(text)):
        yield replace(head, as_written=_one_line(head.span.of(text)))
    for i, (span, pin) in enumerate(pins):
        place = Span(head.span.start if i == 0 else span.start, span.end)
        yield replace(head, span=place, pin=pin, as_written=_one_line(place.of(text)))


def _one_line(words: str) -> str:
    return " ".join(words.split())


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])" + pattern.replace(" ?", r"\s*").replace(" ", r"\s+"))


def _exhibit(match: re.Match[str]) -> Iterator[RecordCite]:
    """An exhibit for each number or letter of a list; an exhibit of a docket entry or of somebody's declaration."""
    given = match.groupdict()
    for number in re.finditer(_compiled_number(), match["exhibits"]):
        first = match.start("exhibits") + number.start()
        start = match.start() if number.start() == 0 else first
        yield RecordCite(
            Span(start, match.start("exhibits") + number.end()),
            "exhibit",
            "",
            name=_named(given.get("name") or ""),
            entry=given.get("entry") or "",
            attachment=given.get("attachment") or "",
            exhibit=_plain(number[0]),
        )


@cache
def _compiled_number() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){_NUMBER}(?!\.\s+\d)")


def _plain(number: str) -> str:
    return re.sub(_DASH, "-", number)


def _testimony(kind: CiteKind) -> Callable[[re.Match[str]], Iterator[RecordCite]]:
    def read(match: re.Match[str]) -> Iterator[RecordCite]:
        given = match.groupdict()
        name = given.get("name") or ""
        named = _named(name) if kind in {"deposition", "declaration"} else _one_line(name)
        if named or kind in {"transcript", "paragraph"}:
            start = match.start("name") + name.rindex(named.split()[0]) if named and name else match.start()
            day = given.get("date") or given.get("dated") or ""
            dates = find_dates(_one_line(day)) if day else ()
            yield RecordCite(
                Span(min(start, match.start("date")) if given.get("date") else start, match.end()),
                kind,
                "",
                name=named,
                entry=given.get("entry") or "",
                attachment=given.get("attachment") or "",
                when=dates[0][1] if dates else None,
            )

    return read


def _named(words: str) -> str:
    """The name without signals before it or what sort of declaration it is after it: "See also Lane Reply" is "Lane"."""
    kept = words.split()
    while kept and (kept[0].strip(".,") in _SIGNALS or re.fullmatch(r"e\.g\.,?", kept[0])):
        kept = kept[1:]
    while kept and kept[-1].strip(".") in _QUALIFIERS:
        kept = kept[:-1]
    closed = max((i + 1 for i, word in enumerate(kept[:-1]) if _SENTENCE_END.fullmatch(word)), default=0)
    kept = kept[closed:]
    return " ".join(re.sub(r"[’']s\Z", "", word) for word in kept)


def _docket(match: re.Match[str]) -> Iterator[RecordCite]:
    yield RecordCite(Span(*match.span()), "docket", "", entry=match["entry"], attachment=match["attachment"] or "")


def _dockets(match: re.Match[str]) -> Iterator[RecordCite]:
    """Each entry of a list: "ECF Nos. 12, 14-1"."""
    for number in re.finditer(rf"(\d+)(?:{_DASH}(\d+))?", match["entries"]):
        first = match.start("entries") + number.start()
        start = match.start() if number.start() == 0 else first
        span = Span(start, match.start("entries") + number.end())
        yield RecordCite(span, "docket", "", entry=number[1], attachment=number[2] or "")


def _bates(match: re.Match[str]) -> Iterator[RecordCite]:
    first, last = match["bates"], match["bates_last"] or ""
    if last.isdigit():  # 174046–4047: the last digits only
        last = first[: len(first) - len(last)] + last if len(last) < len(first) else first
    yield RecordCite(Span(*match.span()), "bates", "", bates=first, bates_last=last or first)


def _again(match: re.Match[str]) -> Iterator[RecordCite]:
    numbers = match["exhibits"]
    yield RecordCite(Span(*match.span()), "id", "", exhibit=_plain(numbers) if numbers else "")


def _unnamed(match: re.Match[str]) -> Iterator[RecordCite]:
    """A deposition that the cite does not name: "Dep. Tr. 45:12"."""
    yield RecordCite(Span(*match.span()), "deposition", "")


def _of_witness(match: re.Match[str]) -> Iterator[RecordCite]:
    """The deposition in "Lane Tr. 45:12": "Hr'g Tr." and a trust in a case's name ("Roe v. Int'l Tr.") are none."""
    before = match.string[max(0, match.start() - 4) : match.start()].rstrip()
    if match["name"].split()[-1] not in _NO_WITNESS and not before.endswith("v.") and " v. " not in match["name"]:
        yield from _testimony("deposition")(match)


# The head of a cite, before its pages: the first form that fits a place wins.
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Iterator[RecordCite]]], ...] = (
    (_ID, _again),
    (rf"{_ENTRY},? (?:at )?{_EXHIBIT}", _exhibit),
    (rf"{_NAME} (?:{_SWORN})(?: [(\[]{_ENTRY}[)\]])?,? (?:at )?{_EXHIBIT}", _exhibit),
    (
        rf"{_NAME} (?:{_DATE} )?{_TESTIMONY}(?: Tr\.| Transcript)?{_VOLUME}{_FILED_AS}{_AFTER}[)\]]?(?=[,)\];.]* ?|\Z)",
        _testimony("deposition"),
    ),
    (
        rf"(?:Dep\.|Depo\.|Deposition)(?: of {_NAME})(?:,? {_DATE})?{_VOLUME}(?=,? (?:at )?(?:pp?\. )?\d|,? ¶)",
        _testimony("deposition"),
    ),
    (rf"(?:{_SWORN}) of {_NAME}(?=,? (?:at )?(?:¶|pp?\. ?\d|\d))", _testimony("declaration")),
    (r"(?:Dep\.|Depo\.|Deposition) (?:Tr\.|Transcript)(?=,? (?:at )?(?:pp?\. )?\d{1,4}[:/]\d)", _unnamed),
    (rf"{_NAME} Tr\.(?=,? (?:at )?(?:pp?\. )?\d{{1,4}}:\d)", _of_witness),
    (
        rf"(?:{_DATE} )?(?:(?P<name>Hr[’']g|Hearing|Hrg\.|Trial|Oral Arg\.) )?(?:Tr\.|Transcript){_VOLUME}{_AFTER}(?=,? (?:at )?(?:pp?\. )?\d)(?!,? \d{{4}} (?:U\.|WL|F\.|S\.))",
        _testimony("transcript"),
    ),
    (rf"{_NAME} (?:{_SWORN})(?: [(\[]{_ENTRY}[)\]])?(?=[,)\];.]* ?|\Z)", _testimony("declaration")),
    (_COMPLAINT, _testimony("paragraph")),
    (_ENTRIES, _dockets),
    (_ENTRY, _docket),
    (_EXHIBIT, _exhibit),
    (_BATES, _bates),
)


def _heads(text: str) -> list[RecordCite]:
    """The beginnings of all cites, in order, none over another."""
    found: list[RecordCite] = []
    taken: list[Span] = []
    for pattern, read in _FORMS:
        for match in _compiled(pattern).finditer(text):
            heads = list(read(match))
            claimed = Span(heads[0].span.start, match.end()) if heads else None
            if claimed and not any(claimed.overlaps(other) for other in taken):
                taken.append(claimed)
                found += heads
    return sorted(found, key=lambda head: head.span)
