"""The parties as the caption of a filing names them, and whose paper it is.

    ADA QUILL, on behalf of herself,          plaintiff: "ADA QUILL"
            Plaintiff,                        defendant: "NORTHWIND DATA, INC."
    v.                                        author: "defendant", from the title "DEFENDANT’S REPLY ..."
    NORTHWIND DATA, INC.,
            Defendant.

Several parties on a side, or "et al.", leave the side without one name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.document import Document

_PAGES = 4
_MOST_LINES = 120
_SIDES = {
    "plaintiff": "plaintiff",
    "petitioner": "plaintiff",
    "claimant": "plaintiff",
    "defendant": "defendant",
    "respondent": "defendant",
}
_ROLE = r"(?:Lead |Counter[- ]?|Cross[- ]?|Third[- ]Party )?(Plaintiff|Petitioner|Claimant|Defendant|Respondent)s?"
_AGAINST = re.compile(_ROLE + r"\s*[,.;)]?\s+(?:v\.|vs\.?|-?against-?)\s+", re.IGNORECASE)
_OTHER_SIDE = re.compile(r"(?P<names>[^:]{2,500}?),?\s+" + _ROLE + r"\b", re.IGNORECASE)
_LONGEST = 500  # letters of one side's names
_COURT_LINE = re.compile(r"DISTRICT\s+(?:COURT|OF\s+[A-Z ]+)|\bDIVISION\b|\bSUPERIOR\s+COURT|\bCOUNTY\s+OF\b", re.IGNORECASE)
_DOCKET_LINE = re.compile(
    r"\s*\b(?:Case\s+Nos?\.|(?:(?:Hearing|Trial|Complaint|Action)\s+)?(?:Date|Time|Judge|Ctrm|Courtroom|Dept|Place|Location|Filed|Served)\b\.?:).*\Z"
)
_CAPACITY = re.compile(
    r"\s+Case\s+Nos?\..*\Z|,?\s+(?:on\s+behalf\s+of|individually|an?\s+(?:[A-Z][a-z]+|individual)\b|as\s|by\s+and\s+through|in\s+(?:his|her|its|their)\s).*\Z",
    re.IGNORECASE | re.DOTALL,
)
_SUFFIX = re.compile(r",\s+(?=(?:INC|LLC|L\.L\.C|CORP|LTD|LLP|L\.P|N\.A|CO|PLC|S\.A|JR|SR|II|III|P\.C)\b\.?)", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?P<who>[A-Z][A-Z.,&’' -]{1,60}?)[’']S?\s+(?:[A-Z]+\s+){0,6}?(?:MOTION|REPLY|OPPOSITION|BRIEF|RESPONSE|MEMORANDUM|NOTICE|NTC|STATEMENT|OBJECTIONS?|COMPLAINT|ANSWER|APPLICATION|BRIEFING)\b"
)
_ORDER = re.compile(
    r"(?:^|\s)(?:\[?PROPOSED\]?\s+)?(?:ORDER|OPINION|JUDGMENT|FINDINGS OF FACT|MEMORANDUM (?:DECISION|OPINION|AND ORDER)|REPORT AND RECOMMENDATION)\b(?!\s+TO\s+SHOW)"
)


@dataclass(frozen=True)
class Caption:
    """Names by side ("plaintiff", "defendant"): empty where the caption is not read. ``author`` is a side, "court" or ''.

    ``plural`` holds the sides of which the caption names only the first of several.
    """

    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    plural: frozenset[str] = frozenset()
    author: str = ""

    def name_of(self, side: str) -> str:
        """The one name of a side, '' if it has several or none."""
        names = self.names.get(side, ())
        return names[0] if len(names) == 1 and side not in self.plural else ""


def read_caption(document: Document) -> Caption:
    """The caption on the first pages of a filing; an empty one where there is none."""
    left = _left_column(document)
    against = _AGAINST.search(left)
    other = _OTHER_SIDE.match(left, against.end()) if against else None
    if against is None or other is None:
        return Caption(author=_author(document, {}))
    names: dict[str, tuple[str, ...]] = {}
    plural: set[str] = set()
    first = left[max(0, against.start() - _LONGEST) : against.start()].rpartition(":")[2]
    for words, role in ((first, against[1]), (other["names"], other[2])):
        side = _SIDES[role.lower()]
        names[side] = tuple(_names(words))
        if re.search(r"\bet\s+al\b", words, re.IGNORECASE) or len(names[side]) > 1:
            plural.add(side)
    return Caption(names, frozenset(plural), _author(document, names))


def _left_column(document: Document) -> str:
    """The words of the first pages, of lines divided by a wide gap only what stands on the left; from below the court's name."""
    kept: list[str] = []
    for line in document.lines:
        if line.page > _PAGES or len(kept) > _MOST_LINES:
            break
        middle = document.page(line.page).size[0] / 2
        on_the_right = line.box is not None and line.box.x0 > middle
        words = "" if on_the_right else (line.cells[0].span if line.cells else line.span).of(document.text)
        words = re.sub(r"\s*[)|:§]+\s*\Z", "", _without_right_column(words))
        if _COURT_LINE.search(words):
            if _AGAINST.search(" ".join(kept)):
                break
            kept = []
        elif words:
            kept.append(words)
    return " ".join(kept)


def _without_right_column(words: str) -> str:
    """As in "ACME, INC.,   ) Case No. 7", "N.A., a bank Hearing Date: May 4": the bracket that rules the columns, or a date of the docket."""
    rule = next(
        (i for i, letter in enumerate(words) if letter == ")" and words[:i].count("(") == words[: i + 1].count(")") - 1), None
    )
    return _DOCKET_LINE.sub("", words if rule is None else words[:rule])


def _names(words: str) -> list[str]:
    """The parties in one side's words, without their capacities."""
    whole = _SUFFIX.sub("\0 ", re.sub(r",?\s*et\s+al\.?,?", "", words, flags=re.IGNORECASE))
    parts = re.split(r";|\s+and\s+(?=[A-Z])|,\s+(?=[A-Z]{2,})(?!(?:on|individually)\b)", whole)
    names = [" ".join(_CAPACITY.sub("", part).split()).strip(" ,;\0").replace("\0", ",") for part in parts]
    return [name for name in names if len(name) > 2 and name[0].isupper()]


def _author(document: Document, names: dict[str, tuple[str, ...]]) -> str:
    """Whose paper it is, from its title on the first page and at the foot of each."""
    titles = [piece for page in document.pages[:6] for piece in page.furniture]
    for line in document.lines:
        if line.page > 2:
            break
        titles += [cell.span.of(document.text) for cell in line.cells] or [line.span.of(document.text)]
    words = " ".join(titles)
    order, title = _ORDER.search(words), _TITLE.search(words)
    if order is not None and (title is None or order.start() < title.start()):
        return "court"
    for match in _TITLE.finditer(words):
        if side := _side_of(match["who"], names):
            return side
    return ""


def _side_of(who: str, names: dict[str, tuple[str, ...]]) -> str:
    for word, side in _SIDES.items():
        if word.upper() in who:
            return side
    last = who.rsplit(maxsplit=1)[-1].strip(".,") if who.split() else ""
    for side, parties in names.items():
        if len(last) > 2 and any(last in party.upper().split() for party in parties):
            return side
    return ""
