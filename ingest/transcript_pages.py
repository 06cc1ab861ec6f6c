"""Which pages of a file are a transcript's: its testimony, and the leaves about it.

    testimony   a page of turns: numbered lines 1-25, labels at line starts
    front       cover, appearances, index: before the testimony
    back        certificate, signature, errata, word index: after it
    sitting     one deposition, one hearing, one day of trial: front, testimony, back

A brief that quotes an examination is none of these: its pages are prose with a few labels set in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from ingest.document import Document, Line
from ingest.printed_page import PageKind, PrintedPage, credible, opening_of, printed_pages
from ingest.turn_label import SPEAKING, Style, is_spelled, voices

_MOST_LEAVES = 12  # pages
_SLIP_SHEET = 8  # lines
_FULL = 12  # lines
_COVER_LINE, _LEAF_LINE = 45.0, 58.0  # letters: the lines of covers are short, those of stipulations not full
_FRONT = re.compile(
    r"\b(?:deposition|testimony|examination\sunder\soath|interview|statement)\s+of\b|\btranscript\s+of\b|\btranscript\sof\b|"
    r"\breporter['’]?s\s(?:\w+\s){0,2}transcript\b|^\W*a\s?-?\s?p\s?-?\s?p\s?-?\s?e\s?-?\s?a\s?-?\s?r\s?-?\s?a\s?-?\s?n\s?-?\s?c\s?-?\s?e|"
    r"^\W*(?:\d+\s+)?i\s?n\s?d\s?e\s?x\b|^\W*(?:table\sof\s)?contents\s*$|\bexamination\s+page\b|^\W*(?:\d+\s+)?e\s?x\s?h\s?i\s?b\s?i\s?t\s?s\s*$|"
    r"\breported\s+by\b|\btranscribed\s+by\b|\bstipulat(?:ed|ions?)\b|^remote\b.*\bdeposition\b|\bproceedings\b",
    re.IGNORECASE | re.MULTILINE,
)
_COVER = re.compile(
    r"\b(?:deposition|testimony|examination\sunder\soath|interview|statement)\s+of\b|\btranscript\s+of\b|\btranscript\sof\b|\breporter['’]?s\s(?:\w+\s){0,2}transcript\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:reporte[dr]\b|transcribed\b|proceedings\b|stenograph|shorthand|c\.?s\.?r\b|r\.?p\.?r\b|volume\s|job\s(?:no|number)|\d{1,2}:\d\d\s?[ap]\.?\s?m)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\bcertif(?:y|icate|ied)\b|\berrata\b|\bdeponent\b|\b(?:foregoing|attached|said|the)\s(?:\w+\s)?(?:transcript|deposition|testimony)\b|\bstenograph|"
    r"\bshorthand\b|e\s?r\s?r\s?a\s?t\s?a\b|\bpenalty\s+of\s+perjury\b|\bmy\s(?:deposition|testimony|answers)\b|\bcourt\sreport(?:er|ing)\b|\bchanges?\b.{0,60}\b(?:testimony|transcript|deposition)\b|\bdeposition\s(?:transcript|errata|review)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"^\W*(?:a\s?p\s?p\s?e\s?a\s?r\s?a\s?n\s?c\s?e\s?s?\b|(?:e\s?x\s?a\s?m\s?i\s?n\s?a\s?t\s?i\s?o\s?n\s+)?i\s?n\s?d\s?e\s?x\b|(?:table\sof\s)?contents\s*$"
    r"|(?:reporter['’]?s\s)?certificate\b|errata\b)",
    re.IGNORECASE | re.MULTILINE,
)
_CAPTION = re.compile(
    r"\b(?:court|tribunal|arbitration|commission|board)\b.{0,500}(?:\bvs?\.|\bversus\b|\bv\b|\bin\s+re\b|\bmatter\s+of\b).{0,300}"
    r"\b(?:defendants?|respondents?|appellees?|debtors?|litigation|petitioners?|application)\b",
    re.IGNORECASE | re.DOTALL,
)
_CERTIFIES = re.compile(
    r"certificat|\bcertify\b|errata|e\sr\sr\sa\st\sa|penalty\s+of\s+perjury|\bsubscribed\sand\ssworn", re.IGNORECASE
)
_COPY = re.compile(r"\btrue\s+and\s+correct\s+cop(?:y|ies)\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"^\d{1,3}\s{3,}\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s{3,}\S", re.MULTILINE
)  # page, line, what was said: an errata sheet's row
_PLACE = re.compile(r"\b\d{1,4}:\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Sitting:
    """The printed pages of one deposition or hearing."""

    front: tuple[PrintedPage, ...]
    testimony: tuple[PrintedPage, ...]
    back: tuple[PrintedPage, ...]
    style: Style


def find_sittings(document: Document, free: Iterable[Sequence[Line]]) -> list[Sitting]:
    """Every transcript in the lines that are free, in order; none in a paper that merely quotes one."""
    pages = printed_pages(document, free)
    words = [row.span.of(document.text) for page in pages for row in page.rows]
    style = Style(voices=voices(words), spelled=is_spelled(words))
    counts = [0 if _is_headed_leaf(document, page, style) else _labels(document, page, style) for page in pages]
    if not any(_is_dense(page, count) for page, count in zip(pages, counts, strict=True)):
        return []
    kinds = _kinds(document, pages, counts)
    kept = [_with_kind(document, page, kind, style) for page, kind in zip(pages, kinds, strict=True)]
    return [_sitting(group, style) for group in _divided(document, kept)]


def _labels(document: Document, page: PrintedPage, style: Style) -> int:
    """Labels and by-lines on a page; by-lines alone are an index of witnesses."""
    forms = [opening.form for row in page.rows if (opening := opening_of(document, row, style)).sure]
    speaking = sum(form in SPEAKING for form in forms)
    return speaking + forms.count("by") if speaking else 0


def _is_headed_leaf(document: Document, page: PrintedPage, style: Style) -> bool:
    """True for appearances, an index or a certificate by its heading, and for a caption, even if "THE VIDEOGRAPHER:" or
    "WITNESS:" stands in it: nobody is examined there."""
    head = "\n".join(row.span.of(document.text) for row in page.rows[:5])
    if not (_HEADED.search(head) or _is_captioned(document, page)):
        return False
    forms = [opening.form for row in page.rows if (opening := opening_of(document, row, style)).sure]
    return forms.count("name") <= 2 and not {"question", "answer"} & set(forms)


def _kinds(document: Document, pages: Sequence[PrintedPage], counts: Sequence[int]) -> list[PageKind]:
    dense = [_is_dense(page, count) for page, count in zip(pages, counts, strict=True)]
    kinds: list[PageKind] = ["testimony" if sure else "other" for sure in _believed(document, pages, dense)]
    _grow(document, pages, counts, kinds)
    _claim_leaves(document, pages, kinds)
    return kinds


def _is_dense(page: PrintedPage, count: int) -> bool:
    """True where labels are as many as turns are: on numbered paper one is enough to ask, elsewhere they must be thick."""
    if page.ruled:
        return count >= 1
    return count >= 3 and count >= 0.12 * len(page.rows)


def _believed(document: Document, pages: Sequence[PrintedPage], dense: Sequence[bool]) -> list[bool]:
    """Dense pages, where the like pages of the paper bear them out: enough of them are dense, or three in a row."""
    full = [i for i, page in enumerate(pages) if dense[i] or (len(page.rows) > 3 and not _is_leaf(document, page))]
    shares = {}
    for ruled in (True, False):
        like = [i for i in full if pages[i].ruled == ruled]
        shares[ruled] = sum(dense[i] for i in like) / len(like) if like else 0.0
    rows = _in_rows(dense)
    return [
        dense[i] and not _is_word_index(document, page) and (rows[i] >= 3 or shares[page.ruled] >= (0.3 if page.ruled else 0.5))
        for i, page in enumerate(pages)
    ]


def _in_rows(flags: Sequence[bool]) -> list[int]:
    """For each flag that is set, how many set flags stand together there."""
    lengths = [(flag, len(list(group))) for flag, group in groupby(flags)]
    return [length if flag else 0 for flag, length in lengths for _ in range(length)]


def _grow(document: Document, pages: Sequence[PrintedPage], counts: Sequence[int], kinds: list[PageKind]) -> None:
    """A long speech fills pages without a label: those beside testimony are testimony too, unless they are about it.

    On paper without numbers only a page between two of testimony is taken: what follows may be an exhibit.
    """
    for step in (1, -1):
        for i in range(len(pages))[::step]:
            beside = 0 <= i - step < len(pages) and kinds[i - step] == "testimony" and _adjoin(pages[i - step], pages[i])
            if (
                kinds[i] == "other"
                and beside
                and (pages[i].ruled or counts[i])
                and _may_be_speech(document, pages[i], counts[i])
            ):
                kinds[i] = "testimony"
    for i in range(1, len(pages) - 1):
        if (
            kinds[i - 1] == kinds[i + 1] == "testimony"
            and kinds[i] == "other"
            and _may_be_speech(document, pages[i], counts[i])
        ):
            kinds[i] = "testimony"


def _may_be_speech(document: Document, page: PrintedPage, count: int) -> bool:
    if len(page.rows) < _FULL:
        return False
    if page.ruled and count:
        return True
    leaf = _is_cover(document, page) or _is_captioned(document, page) or (not page.ruled and _is_leaf(document, page))
    return not (leaf or _is_about(document, page))


def _adjoin(one: PrintedPage, other: PrintedPage) -> bool:
    return abs(one.number - other.number) <= 1


def _claim_leaves(document: Document, pages: Sequence[PrintedPage], kinds: list[PageKind]) -> None:
    """The leaves about the testimony: back to its cover, on to its last certificate or index."""
    for i, kind in enumerate(kinds):
        if kind == "testimony" and i and kinds[i - 1] == "other":
            for j in range(_first_leaf(document, pages, kinds, i), i):
                kinds[j] = "front"
    for i in range(1, len(pages)):
        if kinds[i] == "other" and kinds[i - 1] in ("testimony", "back") and _is_back(document, pages[i]):
            kinds[i] = "back"


def _first_leaf(document: Document, pages: Sequence[PrintedPage], kinds: Sequence[PageKind], i: int) -> int:
    """The page at which the leaves before testimony page ``i`` begin: its cover, or the first of an unbroken row of them."""
    first = i
    for j in range(i - 1, max(-1, i - 1 - _MOST_LEAVES), -1):
        if kinds[j] != "other":
            break
        beside = first == j + 1 and (_is_leaf(document, pages[j]) or _is_captioned(document, pages[j]))
        if beside or _is_cover(document, pages[j]):
            first = j
    return first


def _is_leaf(document: Document, page: PrintedPage) -> bool:
    words = page.words(document)
    return page.mean <= _LEAF_LINE and _FRONT.search(words) is not None and _COPY.search(words) is None


def _is_captioned(document: Document, page: PrintedPage) -> bool:
    """True for a page of short lines with the court and the parties on it."""
    return page.mean <= _COVER_LINE and _CAPTION.search(page.words(document)) is not None


def _is_cover(document: Document, page: PrintedPage) -> bool:
    words = page.words(document)
    sure = _COVER.search(words) is not None and _REPORTING.search(words) is not None
    return sure and page.mean <= _COVER_LINE and _COPY.search(words) is None


def _is_back(document: Document, page: PrintedPage) -> bool:
    words = page.words(document)
    listed = _CHANGE.search(words) is not None or _is_word_index(document, page)
    return listed or (_BACK.search(words) is not None and _COPY.search(words) is None)


def _is_about(document: Document, page: PrintedPage) -> bool:
    head = "\n".join(row.span.of(document.text) for row in page.rows[:6])
    return _is_word_index(document, page) or _FRONT.search(head) is not None or _CERTIFIES.search(head) is not None


def _is_word_index(document: Document, page: PrintedPage) -> bool:
    """Words with their places, "12:3", in columns."""
    places = sum(bool(_PLACE.search(row.span.of(document.text))) for row in page.rows)
    return places >= 8 and places >= 0.4 * len(page.rows)


def _with_kind(document: Document, page: PrintedPage, kind: PageKind, style: Style) -> PrintedPage:
    column = None
    if kind == "testimony":
        found = ((row.edge, opening_of(document, row, style)) for row in page.rows)
        edges = [edge for edge, opening in found if opening.sure and opening.form in ("question", "answer")]
        column = median(edges) if len(edges) >= 3 else None
    return replace(page, kind=kind, column=column)


def _divided(document: Document, pages: Sequence[PrintedPage]) -> list[list[PrintedPage]]:
    """Apart where a new cover follows testimony, or a slip sheet, or several pages that are no transcript's."""
    groups: list[list[PrintedPage]] = [[]]
    others = 0
    for page in pages:
        others = 0 if page.kind != "other" else others + (1 if len(page.rows) > _SLIP_SHEET else 2)
        heard = any(p.kind == "testimony" for p in groups[-1])
        if heard and (others > 1 or (page.kind == "front" and _is_cover(document, page))):
            groups.append([])
        if page.kind != "other":
            groups[-1].append(page)
    return [group for group in groups if any(page.kind == "testimony" for page in group)]


def _sitting(pages: Sequence[PrintedPage], style: Style) -> Sitting:
    first = next(i for i, page in enumerate(pages) if page.kind == "testimony")
    last = max(i for i, page in enumerate(pages) if page.kind == "testimony")
    about = tuple(page for page in pages[first : last + 1] if page.kind != "testimony")
    testimony = tuple(credible([page for page in pages if page.kind == "testimony"]))
    return Sitting((*pages[:first], *about), testimony, tuple(pages[last + 1 :]), style)
