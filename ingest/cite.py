"""The one maker of citations: what a lawyer pastes into a brief and another lawyer looks up.

Yu Dep. 45:12-46:3           testimony, by the transcript's own pages and lines
Hr'g Tr. 4:1-13              a hearing; Trial Tr. for a trial
A. Yu Dep. 45:12             where a B. Yu was deposed too; "Mar. 2, 2024 Hr'g Tr. 4:1" where there was another hearing
Berry Decl. ¶ 4, Dkt. 99-1 at 2
Compl. ¶ 7, Dkt. 1 at 3      a numbered paragraph of a complaint or an answer
Dkt. 449-3 at 2:7-9          a filing, by the court's page and the printed lines
Dkt. 449 at 7 n.4            a footnote in it
META_KADREY_00012            a produced paper without a docket
article.pdf at 3             anything else
No. 3:23-cv-03417, Dkt. 449-3 at 2      among the papers of several cases, whatever is filed in one of them
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from ingest.document import Docket, Document, Place
from ingest.segment import Segment
from ingest.when import When

_TESTIMONY = ("question", "answer", "colloquy")
_PARAGRAPH = re.compile(r"\d{1,3}")
_FIRST_PAGES = 4
# What a transcript calls itself: the first of these words on its first pages.
_CALLED = (
    (re.compile(r"\b(?:DEPOSITION|EXAMINATION\s+BEFORE\s+TRIAL|EXAMINATION\s+UNDER\s+OATH)\b"), "Dep."),
    (
        re.compile(
            r"(?<!BEFORE )\bTRIAL\b(?!\s+(?:DATE|COUNSEL|ATTORNEY|EXHIBIT|LAWYER|BY\s+JURY\s+DEMAND))(?<!DATE\sOF\sTRIAL)"
        ),
        "Trial Tr.",
    ),
    (re.compile(r"\b(?:HEARING|ARBITRATION|TRANSCRIPT\s+OF\s+(?:\w+\s+){0,3}PROCEEDINGS)\b"), "Hr'g Tr."),
)
_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a transcript is of. ``paper`` is Dep., Hr'g Tr. or Trial Tr.; ``witness`` the deponent's name; ``day`` when it was."""

    paper: str
    witness: str = ""
    day: When | None = None

    @property
    def title(self) -> str:
        """The short title: ``Yu Dep.``, ``Hr'g Tr.``."""
        return f"{self.witness.split()[-1]} {self.paper}" if self.witness else self.paper

    @property
    def named(self) -> str:
        """The short title with the deponent's initial: ``A. Yu Dep.``."""
        first, *others = self.witness.split() or [""]
        return f"{first[0]}. {others[-1]} {self.paper}" if others else self.title

    @property
    def dated(self) -> str:
        """The short title with the day: ``Mar. 2, 2024 Hr'g Tr.``, ``Yu Dep. (Mar. 2, 2024)``."""
        if self.day is None:
            return self.title
        written = f"{_MONTHS[self.day.start.month - 1]} {self.day.start.day}, {self.day.start.year}"
        return f"{self.title} ({written})" if self.witness else f"{written} {self.title}"


def sitting(document: Document) -> Sitting | None:
    """The deposition, hearing or trial that a document prints, None if it prints none.

    A deposition is known by the word on its first pages, or where these are not filed by its answers; its deponent by who
    answers most.
    """
    said = [segment for segment in document.segments if segment.kind in _TESTIMONY]
    if not said:
        return None
    day = next((segment.when for segment in said if segment.when), None)
    opening = " ".join(line.span.of(document.text) for line in document.lines if line.page <= _FIRST_PAGES).upper()
    answering = Counter(s.author.name for s in said if s.kind == "answer" and s.author and s.author.name)
    called = min(((m.start(), paper) for form, paper in _CALLED if (m := form.search(opening))), default=(0, ""))[1]
    if answering and called in ("Dep.", ""):
        return Sitting("Dep.", answering.most_common(1)[0][0], day)
    return Sitting("Trial Tr." if called == "Trial Tr." else "Hr'g Tr.", day=day)


def title(document: Document) -> str:
    """The short title of a transcript: ``Yu Dep.``, ``Trial Tr.``, ``Hr'g Tr.``; '' for anything else."""
    held = sitting(document)
    return held.title if held else ""


def distinct_titles(sittings: Sequence[Sitting]) -> list[str]:
    """A title for each sitting: with an initial or a day where the short one would stand for two of them.

    >>> distinct_titles([Sitting("Dep.", "Ada Yu"), Sitting("Dep.", "Bo Yu"), Sitting("Dep.", "Cy Roe")])
    ['A. Yu Dep.', 'B. Yu Dep.', 'Roe Dep.']
    """
    return [_distinct(held, [other for other in sittings if other.title == held.title]) for held in sittings]


def _distinct(held: Sitting, alike: Sequence[Sitting]) -> str:
    if len({other.named for other in alike}) > 1:
        return held.named
    return held.dated if len({other.day and other.day.start.date() for other in alike}) > 1 else held.title


def cite(document: Document, place: Place, segment: Segment | None = None, short_title: str = "", note: str = "") -> str:
    """The citation of a place. ``segment`` is the one it stands in, ``note`` the footnote: ``n.4``.

    ``short_title`` is a transcript's :func:`title`, or a pleading's with the paragraph: ``Compl. ¶ 7``.
    """
    docket = _docket(document, place, note)
    if segment is not None and segment.kind in _TESTIMONY and short_title and place.page_label:
        return f"{short_title} {_page_line(place)}"
    if segment is not None and segment.kind == "declaration" and segment.author and segment.header:
        number = _PARAGRAPH.search(segment.header.of(document.text))
        surname = (segment.author.name or segment.author.as_written).split()[-1]
        if number and surname.isalpha():
            return f"{surname} Decl. ¶ {number[0]}" + (f", {docket}" if docket else "")
    if "¶" in short_title:
        noted = _noted(short_title, note)
        return f"{noted}, {docket}" if docket else noted
    return docket or _noted(place.bates or f"{document.name} at {_range(place.page, place.page_last)}", note)


def _noted(cited: str, note: str) -> str:
    return f"{cited} {note}" if note else cited


def in_case(cited: str, docket: Docket | None, name: str, cases: Set[str]) -> str:
    """A citation told apart from the same of another case, where papers of several ``cases`` (:attr:`Docket.same_case`) stand
    together; of a filing whose case is not known, by the ``name`` of its file.

    >>> in_case("Dkt. 9 at 2", Docket("3:23-cv-03417-VC", "9"), "9.pdf", {"23-cv-03417", "24-cv-00001"})
    'No. 3:23-cv-03417, Dkt. 9 at 2'
    """
    if len(cases) < 2 or docket is None:
        return cited
    return f"No. {docket.case_number}, {cited}" if docket.case else f"{cited} ({name})"


def _docket(document: Document, place: Place, note: str) -> str:
    if document.docket is None or not document.docket.entry:
        return ""
    first = place.ecf_page or place.page
    last = first + place.page_last - place.page
    if note or place.line_first is None or place.line_last is None:
        return _noted(f"Dkt. {document.docket.number} at {_range(first, last)}", note)
    return f"Dkt. {document.docket.number} at {_lines(str(first), place.line_first, str(last), place.line_last)}"


def _page_line(place: Place) -> str:
    if place.line_first is None or place.line_last is None:
        return _range(place.page_label, place.page_label_last)
    return _lines(place.page_label, place.line_first, place.page_label_last, place.line_last)


def _lines(page: str, line: int, page_last: str, line_last: int) -> str:
    if page != page_last:
        return f"{page}:{line}-{page_last}:{line_last}"
    return f"{page}:{line}" if line == line_last else f"{page}:{line}-{line_last}"


def _range(first: int | str, last: int | str) -> str:
    return str(first) if first == last else f"{first}-{last}"
