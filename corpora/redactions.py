"""Failed redactions: listed without what they hide, and ruled on.

    failed_redactions(corpus)                                         each with its page, cite and line
    rule_on(corpus, "release", ["3fa2b1"], by, "privilege waived")    the words are text from now on
    rule_on(corpus, "withhold", ["3fa2b1"], by, "FRE 502(b) notice")  they are nowhere any more
    take_back(corpus, 3, by)                                          ruling 3 does not hold

The words are not in the store until somebody releases them: then the paper is read again, and its statements, passages and the
ruling are written in one transaction. A paper whose file is gone cannot be read again; what is withheld of it is blotted out where
it stands in the store.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from corpora.batch import job_of
from corpora.blot import blotted
from corpora.corpus import Corpus
from corpora.decision import By, standing
from corpora.disclosure import Cover, Disclosure, DisclosureAct, Rulings, changed, placed, released, ruled, ruling_on
from corpora.ledger import Entry
from corpora.parcel import Parcel, Reread, done
from corpora.source import INSIDE, Source
from corpora.work import Job, parcels
from ingest import pdf, sandbox
from ingest.citable import Citable
from ingest.cite import in_case
from ingest.document import Box, Document, Line, Page, Place
from ingest.errors import QueryError, ReadError
from ingest.redaction import tells_of_redactions
from ingest.redaction_mark import MARK
from ingest.uncovered import unplaced

_SHORTEST = 4  # digits that may stand for a whole id


@dataclass(frozen=True, slots=True)
class Redaction:
    """A failed redaction: where it is, what stands beside it on its line, whether its words may be read, and who ruled so."""

    cover: Cover
    document: str
    cite: str
    line: str
    released: bool
    ruling: Disclosure | None

    @property
    def state(self) -> str:
        """What became of it: "released", "withheld", or "undecided", which is withheld too."""
        return "released" if self.released else "withheld" if self.ruling else "undecided"


def failed_redactions(corpus: Corpus) -> list[Redaction]:
    """Every failed redaction of the corpus, by document and page."""
    rulings = ruled(corpus.disclosures())
    told = {entry.sha256 for entry in _telling(corpus)}
    papers = (corpus.document(document_id) for document_id in corpus.store.document_names() if document_id in told)
    cases = corpus.cases()
    return [redaction for document in papers for redaction in redactions_of(document, rulings, cases)]


def without_places(corpus: Corpus) -> list[Entry]:
    """The files of which the ledger tells of failed redactions, and no place of any is kept: they were read before places were."""
    return [
        e for e in _telling(corpus) if e.sha256 in corpus.store.document_names() and not keeps_places(corpus.document(e.sha256))
    ]


def _telling(corpus: Corpus) -> list[Entry]:
    """The files read of which the ledger tells of failed redactions."""
    return [entry for entry in corpus.entries() if entry.state == "done" and tells_of_redactions(entry.why)]


def keeps_places(document: Document) -> bool:
    """True if the place of any failed redaction is kept with its page."""
    return any(page.failed or page.released for page in document.pages)


def redactions_of(document: Document, rulings: Rulings, cases: Set[str] = frozenset()) -> list[Redaction]:
    """The failed redactions of one document, page by page from the top down, cited among the papers of ``cases``."""
    paper = Citable(document)
    return [
        _among(_redaction(paper, page, box, rulings), paper, cases)
        for page in document.pages
        for box in sorted((*page.failed, *page.released), key=lambda b: (b.top, b.x0))
    ]


def _among(found: Redaction, paper: Citable, cases: Set[str]) -> Redaction:
    return replace(found, cite=in_case(found.cite, paper.docket(found.cover.page), found.document, cases))


def _redaction(paper: Citable, page: Page, box: Box, rulings: Rulings) -> Redaction:
    document, cover = paper.document, Cover(paper.document.id, page.number, box)
    line = next((one for one in document.lines if one.page == page.number and _is_beside(one, box)), None)
    if line is None:
        place = Place(page.number, page.number, page.label, page.label, bates=page.bates, ecf_page=page.ecf_page)
        first = next((one.span for one in document.lines if one.page == page.number), None)
        cite = paper.cite(place, first) if first else f"{document.name} at {page.number}"
    else:
        cite = paper.cite(document.place(line.span), line.span)
    seen = _seen(document, line) if line and not unplaced(document, page) else ""
    return Redaction(cover, document.name, cite, seen, box in page.released, ruling_on(cover, rulings))


def _is_beside(line: Line, box: Box) -> bool:
    return line.box is not None and line.box.top < (box.top + box.bottom) / 2 < line.box.bottom


def _seen(document: Document, line: Line) -> str:
    """A line as it is seen on paper: marks for what is under redactions, released or not."""
    words, at = "", line.span.start
    for one in document.uncovered:
        if line.span.contains(one.span) and one.span.start >= at:
            words, at = words + document.text[at : one.span.start] + MARK, one.span.end
    return " ".join((words + document.text[at : line.span.end]).split())


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a ruling did: itself as logged, the names of the papers read anew, those of papers whose files are gone, the ids of those of
    which words were taken back, and the cites of statements whose corrected speaker was struck out with them."""

    disclosure: Disclosure
    papers: tuple[str, ...] = ()
    blotted: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()


def rule_on(corpus: Corpus, act: DisclosureAct, ids: Sequence[str], by: By, why: str, passwords: Sequence[str] = ()) -> Ruled:
    """Release what failed redactions hide, or withhold it (again).

    :raises QueryError: an id names none or several, or no reason is given. :raises ReadError: a paper cannot be read again.
    """
    reason = _reason(why)
    covers = tuple(redaction.cover for redaction in chosen(failed_redactions(corpus), ids))
    return _carry_out(corpus, Disclosure(act, covers, by.who, by.at, reason), passwords)


def _reason(why: str) -> str:
    if not why.strip():
        raise QueryError("a reason is wanted: it is kept with the ruling")
    return " ".join(why.split())


def take_back(corpus: Corpus, number: int, by: By, passwords: Sequence[str] = ()) -> Ruled:
    """Undo a ruling: what stood before it stands again.

    :raises QueryError: there is no such ruling, or it does not stand. :raises ReadError: a paper cannot be read again.
    """
    log = corpus.disclosures()
    undone = next((one for one in log if one.number == number), None)
    if undone is None or undone.act == "look":
        raise QueryError(f"there is no ruling {number} on redactions; the log has {len(log)}")
    if undone.act != "undo" and undone not in standing(log):
        raise QueryError(f"ruling {number} does not stand: it was undone before")
    return _carry_out(corpus, Disclosure("undo", undone.covers, by.who, by.at, f"undo {number}", undoes=number), passwords)


def look_under(
    corpus: Corpus, ids: Sequence[str], by: By, why: str, passwords: Sequence[str] = ()
) -> list[tuple[Redaction, str]]:
    """The words under failed redactions, read from their files; that somebody has looked is logged first.

    :raises QueryError: an id names none or several, or no reason is given. :raises ReadError: a file cannot be read.
    """
    reason = _reason(why)
    found = chosen(failed_redactions(corpus), ids)
    covers = tuple(redaction.cover for redaction in found)
    corpus.store.disclose(Disclosure("look", covers, by.who, by.at, reason), ())
    return [(redaction, _words_under(corpus, redaction.cover, passwords)) for redaction in found]


def _words_under(corpus: Corpus, cover: Cover, passwords: Sequence[str]) -> str:
    path, limits = corpus.path(cover.document_id), corpus.settings.limits
    try:
        return sandbox.start(pdf.words_under, [path, cover.page, cover.box, tuple(passwords)], limits).result()
    except (ReadError, OSError) as error:
        raise ReadError(f"{path.name}: {error}") from error
    except Exception as error:
        raise sandbox.why(error, path.name, limits) from error


def chosen(found: Sequence[Redaction], ids: Sequence[str]) -> list[Redaction]:
    """The redactions that ids, or the beginnings of ids, name.

    :raises QueryError: one names none, or several.
    """
    picked: dict[str, Redaction] = {}
    for wanted in ids:
        named = [redaction for redaction in found if redaction.cover.id.startswith(wanted) and len(wanted) >= _SHORTEST]
        if len(named) != 1:
            raise QueryError(f"{wanted}: {'several redactions' if named else 'no failed redaction'} of that id")
        picked[named[0].cover.id] = named[0]
    return list(picked.values())


def _carry_out(corpus: Corpus, disclosure: Disclosure, passwords: Sequence[str]) -> Ruled:
    """The ruling and the papers as they are read by it, written together."""
    log = corpus.disclosures()
    following = replace(disclosure, number=max((one.number for one in log), default=0) + 1)
    before, after = ruled(log), ruled((*log, following))
    job = replace(job_of(corpus, passwords), released=released(after))
    held = [document_id for document_id in changed(before, after) if document_id in corpus.store.document_names()]
    papers = [_reread(corpus, document_id, job, before) for document_id in held]
    withheld = [document_id for document_id in held if _takes_back(document_id, before, after)]
    may_be_read = {cover.id for cover, ruling in after if ruling.act == "release"}
    struck = (r.cite for i in withheld for r in corpus.store.records(i, inferred=False) if r.is_corrected_from(may_be_read))
    told = tuple(dict.fromkeys(struck))
    logged = corpus.store.disclose(disclosure, [paper for paper, _ in papers], withheld)
    names = tuple(paper.parcel.name for paper, _ in papers)
    gone = tuple(paper.parcel.name for paper, is_blotted in papers if is_blotted)
    return Ruled(logged, names, gone, tuple(withheld), told)


def _takes_back(document_id: str, before: Rulings, after: Rulings) -> bool:
    return not _boxes(document_id, before) <= _boxes(document_id, after)


def _boxes(document_id: str, rulings: Rulings) -> set[tuple[int, Box]]:
    return placed(released(rulings).get(document_id, {}))


def _reread(corpus: Corpus, document_id: str, job: Job, before: Rulings) -> tuple[Reread, bool]:
    """A paper read again; blotted out (True) if its file cannot be read and nothing is to be released of it.

    :raises ReadError: it cannot be read.
    """
    source, path = _source(corpus, document_id), corpus.path(document_id)
    parcel, is_blotted = _read(source, job), False
    now = placed(job.released.get(document_id, {}))
    if isinstance(parcel, ReadError) and now <= _boxes(document_id, before):
        parcel, is_blotted = blotted(corpus.document(document_id), source, job), True
    if isinstance(parcel, ReadError):
        raise parcel
    return Reread(parcel, path, done(source.file, parcel)), is_blotted


def _read(source: Source, job: Job) -> Parcel | ReadError:
    try:
        (parcel,) = sandbox.start(parcels, [[source], job], job.limits, ["corpora.work", "corpora.preload"]).result()
    except Exception as error:  # noqa: BLE001  a child may die of anything; what it died of is told
        return sandbox.why(error, source.name, job.limits)
    if isinstance(parcel, Parcel) and parcel.document_id != source.sha256:
        return ReadError(f"{source.name}: the file has changed since it was read; ingest it again")
    return parcel


def _source(corpus: Corpus, document_id: str) -> Source:
    """Where a document came from, as the ledger has it."""
    file = next(entry.file for entry in corpus.entries() if entry.sha256 == document_id and entry.state == "done")
    holders = {f"{holder}{INSIDE}{m.name}": holder for holder, members in corpus.store.members().items() for m in members}
    depth, holder = 0, holders.get(file)
    while holder is not None:
        depth, holder = depth + 1, holders.get(holder)
    return Source(file, corpus.path(document_id), document_id, depth)
