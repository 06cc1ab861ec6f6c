"""Who speaks through a cited paper, as the citation itself tells.

sent by      "Ex. 5, email from Ada Quill, Acme, May 7, 2014 (“..."       Ada Quill, 2014-05-07
author       "Quill, Ada, “Chips at Sea,” Harbor Weekly, May 7, 2014 (“..." Ada Quill
testimony    "Quill Dep. 45:3-9 (“...", "Quill Decl. ¶ 7 (“..."            Ada Quill, if the document has her given name
company      "Acme, 10-K, 2010 (“..."                                       Acme
publication  "“Chips at Sea,” Harbor Weekly, May 7, 2014 (“..."            Harbor Weekly
exhibit      "Ex. 9, Quill Deposition, Acme, ACME0001 (“..."               Acme: a paper shown to a witness is not her testimony
order        "Order at 10 (“...", "Dkt. 90 at 15 (“..." of an order            Court
pleading     "Compl. ¶ 7 (alleging that ...", "Compl. ¶ 7: “..."             the plaintiffs, of what is told of it or stands behind a colon
same         "Id. at 7 (“..."                                               whoever it was before
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.dates import find_dates
from ingest.segment import Party
from ingest.span import Span
from ingest.when import When, year
from nlp.cast import Cast

_NAME = r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]+|[A-Z]\.|van|von|de|der|la)){1,3}"
_SENT = re.compile(
    rf"(?i:e-?mail|letter|memo|memorandum|message|text|note|chat|post|report|presentation|statement|testimony|declaration|remarks|slides)s?\s+(?:\(?dated\s[^)]*\)?\s+)?(?:from|by|of)\s+(?P<name>{_NAME})",
)
_AUTHOR = re.compile(
    r"(?P<last>[A-Z][\w’'-]+),\s+(?P<first>[A-Z][\w’'.-]*(?:\s+[A-Z]\.)?)(?:,?\s+(?:et\s+al\.|and\s+[^“]{3,40}))?,?\s+[“\"]"
)
_BYLINE = re.compile(rf"(?:\A|[.;]\s+|(?:[Ss]ee|also|e\.g\.),?\s+)(?P<name>{_NAME}),\s+[“\"]")
_COMPANY = re.compile(
    r"(?P<name>[A-Z][\w&’'.-]*(?:\s+(?:[A-Z][\w&’'.-]*|of|and|&)){0,5}),?\s+(?:Form\s+)?(?:10-[KQ]|8-K|20-F|S-1|DEF\s14A|Annual\s+Report|Press\s+Release|Earnings\s+(?:Call|Release)|Prospectus|Proxy\s+Statement)\b"
)
_PUBLICATION = re.compile(
    r"[”\"],?\s+(?P<name>(?:The\s+)?[A-Z][\w&’'.-]*(?:\s+(?:[A-Z][\w&’'.-]*|of|and|&|the)){0,5}),\s+(?=[A-Z][a-z]+\.?\s+\d{1,2},\s+\d{4}|[A-Z][a-z]+\s+\d{4}|\d{4}|pp?\.)"
)
_SWORN = re.compile(
    r"(?P<name>[A-Z][\w’'-]+)\s+(?:(?:Supp|Reply|Opp|Rebuttal|Am|Second|Third)\.?\s+)?(?P<kind>Dep\.|Depo\.|Deposition|Decl\.|Declaration|Aff\.|Affidavit|Test\.|Testimony|Rep\.|Rpt\.|Report)(?:\s+Tr\.)?(?P<org>,\s+(?P<company>[A-Z][\w&’'.-]*(?:\s[A-Z][\w&’'.-]*){0,3}))?(?=,|\s+(?:at|¶|\d|§|Vol)|\s*\Z)"
)
_SHOWN = re.compile(r"\bExhibits?\s+\w|\bExs?\.\s+\w|\b[A-Z][A-Z_-]{2,}\d{4,}|\bpresentation\b|\bdocument\b|\bemail\b")
_SAME = re.compile(r"\b[Ii](?:bi)?d\.")
_SIGNALS = re.compile(
    r"\s*(?:\d{1,4}\s+(?=\D))?(?:(?:[Ss]ee|[Aa]lso|e\.g\.|[Cc]f\.|[Cc]ompare|[Aa]ccord|[Aa]nd|in|generally)[,.]?\s+)*"
)
_OF_COURT = (  # an order is the court's by its kind or its date: a purchase order is not, nor a proposed one
    r"(?:(?:the\s+)?Court[’']s|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?|[Pp]rior|"
    r"Preliminary|Final|Scheduling|Narrowing|Discovery|Protective|Sealing|Dismissal|Summary|Judgment|Injunction|Claim|Construction|"
    r"Class|Certification|Pretrial|Pre-Trial|Case|Management|Standing|Minute|Omnibus|Remand|Transfer|Stay|Temporary|Restraining|"
    r"MTD|MTC|MSJ|PI|TRO|MIL|Daubert|Markman|Approval|Sanctions|Contempt)"
)
_ORDER = re.compile(
    rf"\A(?P<who>(?:{_OF_COURT}\s+){{0,4}}Order)(?=,?\s+(?:at\s|Dkt|ECF|Doc|¶|\(?Dkt))|\A(?P<docket>(?:Dkt\.|ECF|Docket|Doc\.)\s?(?:Nos?\.?\s)?\s?(?P<number>\d+(?:-\d+)?))"
)
_PLEADING = re.compile(
    r"\A(?P<who>(?:(?:First|Second|Third|Fourth|Am|Amended|Consol|Consolidated|Class|Supp|Corrected)\.?\s+){0,4}(?:Compl\.|Complaint|CAC|CCAC|FAC|SAC|TAC))(?=,?\s+(?:at\s|¶|§|\())"
)
_NOT_A_PERSON = frozenset(["See", "Also", "The", "Id", "Hearing", "Trial", "Expert", "Court", "Exhibit"])


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever speaks through a cited paper. ``party`` has a name, ``when`` the paper's date where given."""

    party: Party
    rule: str
    when: When | None = None


Rule = Callable[[str, int, Cast], Source | None]


def read_source(text: str, span: Span, cast: Cast, before: Source | None = None) -> Source | None:
    """The source that the words of a citation name; ``before`` is what "Id." means. None if they name nobody."""
    words = re.sub(r"\s", " ", span.of(text))
    signal = _SIGNALS.match(words)
    offset = signal.end() if signal else 0
    words = words[offset:]
    for rule in RULES:
        if (found := rule(words, span.start + offset, cast)) is not None:
            return replace(found, when=_date(words))
    return before if before is not None and _SAME.search(words) else None


def _date(words: str) -> When | None:
    dates = find_dates(words)
    if dates:
        return dates[-1][1]
    years = re.findall(r",\s+((?:19|20)\d\d)(?=[,.)\s]|\Z)", words)
    return year(int(years[-1]), years[-1]) if years else None


def _party(match: re.Match[str], group: str, offset: int, name: str) -> Party:
    span = Span(offset + match.start(group), offset + match.end(group))
    return Party(match[group], name, span=span)


def _sent(words: str, offset: int, cast: Cast) -> Source | None:
    match = _SENT.search(words)
    if match is None:
        return None
    return Source(_party(match, "name", offset, cast.full_name(match["name"]) or match["name"]), "sent by")


def _author(words: str, offset: int, _cast: Cast) -> Source | None:
    match = _AUTHOR.search(words)
    if match is None or match["last"] in _NOT_A_PERSON:
        return None
    party = Party(
        f"{match['last']}, {match['first']}",
        f"{match['first']} {match['last']}",
        span=Span(offset + match.start("last"), offset + match.end("first")),
    )
    return Source(party, "author")


def _byline(words: str, offset: int, _cast: Cast) -> Source | None:
    match = _BYLINE.search(words)
    return Source(_party(match, "name", offset, match["name"]), "author") if match else None


def _company(words: str, offset: int, cast: Cast) -> Source | None:
    match = _COMPANY.search(words)
    if match is None:
        return None
    return Source(_party(match, "name", offset, cast.full_name(match["name"]) or match["name"]), "company")


def _shown(words: str, offset: int, cast: Cast) -> Source | None:
    match = _SWORN.search(words)
    if match is None or not match["kind"].startswith("Dep") or not _SHOWN.search(words):
        return None
    if not match["company"]:
        return None
    return Source(_party(match, "company", offset, cast.full_name(match["company"]) or match["company"]), "exhibit")


def _sworn(words: str, offset: int, cast: Cast) -> Source | None:
    match = _SWORN.search(words)
    if match is None or match["name"] in _NOT_A_PERSON or _is_no_name(match["name"], cast):
        return None
    exhibit_of_declaration = match["kind"].startswith(("Decl", "Aff")) and re.search(r"\bExs?\.\s", words)
    if exhibit_of_declaration:
        return None
    return Source(_party(match, "name", offset, cast.full_name(match["name"]) or match["name"]), "testimony")


def _is_no_name(word: str, cast: Cast) -> bool:
    """True for "Status Report" and for the letters of a motion, "SJ Decl."."""
    return (word.isupper() and len(word) <= 4) or (word.lower() in cast.lower_words and not cast.person_of(word))


def _publication(words: str, offset: int, _cast: Cast) -> Source | None:
    match = _PUBLICATION.search(words)
    return Source(_party(match, "name", offset, match["name"]), "publication") if match else None


def _order(words: str, offset: int, cast: Cast) -> Source | None:
    match = _ORDER.match(words)
    if match is None or (match["number"] and match["number"] not in cast.orders):
        return None
    return Source(_party(match, "docket" if match["number"] else "who", offset, "Court"), "order")


def pleader(text: str, span: Span, cast: Cast) -> Source | None:
    """The plaintiffs, where the words cite the complaint of a filing that has two sides."""
    words = re.sub(r"\s", " ", span.of(text))
    signal = _SIGNALS.match(words)
    offset = signal.end() if signal else 0
    match = _PLEADING.match(words[offset:])
    if match is None or not (cast.caption.names or cast.caption.author):
        return None
    return Source(_party(match, "who", span.start + offset, cast.full_name("Plaintiffs") or "Plaintiffs"), "pleading")


RULES: tuple[Rule, ...] = (_sent, _author, _byline, _company, _shown, _sworn, _publication, _order)
