"""Released words are found in the text wherever they stand, and withheld again wherever that is, though the file be gone or another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpora import blot
from corpora.batch import ingest, job_of
from corpora.corpus import STORE_FILE, Corpus
from corpora.decision import By
from corpora.disclosure import Disclosure
from corpora.record import Record
from corpora.redactions import failed_redactions, redactions_of, rule_on
from corpora.search import search
from corpora.source import Source
from graph.conclusion import conclude
from ingest.document import Box, Document
from ingest.reader import read
from ingest.uncovered import unplaced

HIDDEN = "Ulrike Sandoval"
BY = By("R. Cole", "2026-03-02T10:00:00+00:00")
SMALL = 10


def letter(path: Path, size: int = SMALL, name: str = HIDDEN, box: tuple[float, float] = (-3, 11)) -> Path:
    """A name in letters of some ``size``, then, on the same baseline, a small quotation with a box over a name."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    canvas.setFont("Times-Roman", 12)
    for i in range(6):
        canvas.drawString(72, 740 - 16 * i, "This is an ordinary line of the letter that stands above those below.")
    left = 72.0
    for words, high in (
        ("Webb ", size),
        ('wrote: "The payment was made by ', SMALL),
        (name, SMALL),
        (' in the spring of that year."', SMALL),
    ):
        canvas.setFont("Times-Roman", high)
        canvas.drawString(left, 560, words)
        width = canvas.stringWidth(words)
        if words == name:
            canvas.rect(left - 1, 560 + box[0], width + 2, box[1], stroke=0, fill=1)
        left += width
    canvas.showPage()
    canvas.save()
    return path


def released(path: Path) -> Document:
    """The letter with all that its boxes hide."""
    return read(path, released={1: read(path).pages[0].failed})


def moved(box: Box, by: float) -> Box:
    return Box(box.x0 + by, box.top + by, box.x1 + by, box.bottom + by)


def rule(corpus: Corpus, act: str) -> tuple[str, ...]:
    ids = [redaction.cover.id for redaction in failed_redactions(corpus)]
    ruled = rule_on(corpus, act, ids, BY, "privilege")  # type: ignore[arg-type]  # the acts by name
    conclude(corpus)
    return ruled.blotted


def said(corpus: Corpus) -> Record:
    return next(record for record in corpus.records() if "payment" in record.text)


def in_the_file(folder: Path) -> bool:
    files = [path.read_bytes() for path in folder.glob(f"{STORE_FILE}*")]
    return any(form.encode() in data for data in files for word in HIDDEN.split() for form in (word, word.lower()))


@pytest.mark.parametrize("size", [SMALL, 14, 26, 40])
def test_words_are_found_in_a_line_of_large_and_small_letters(tmp_path: Path, size: int) -> None:
    document = released(letter(tmp_path / "letter.pdf", size))
    assert [one.span.of(document.text) for one in document.uncovered] == [HIDDEN]


def test_what_cannot_be_told_from_its_like_in_such_a_line_is_marked_with_all_of_the_line(tmp_path: Path) -> None:
    document = released(letter(tmp_path / "letter.pdf", 40, name="Webb"))
    (one,) = document.uncovered
    assert one.span.of(document.text) == 'Webb wrote: "The payment was made by Webb in the spring of that year."'


@pytest.mark.parametrize("size", [26, 40])
def test_released_there_they_are_marked_and_withheld_again_though_the_file_is_gone(tmp_path: Path, size: int) -> None:
    paper = letter(tmp_path / "letter.pdf", size)
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [paper])
        rule(corpus, "release")
        assert HIDDEN in said(corpus).text
        assert said(corpus).review.released == f"released by R. Cole, {BY.at}"
        assert all(hit.uncovered for hit in search(corpus, "Sandoval"))
        assert all("Sandoval" not in redaction.line for redaction in failed_redactions(corpus))
        paper.unlink()
        assert rule(corpus, "withhold") == ("letter.pdf",)
        assert said(corpus).text == "The payment was made by ██████ ████████ in the spring of that year."
        assert search(corpus, "Sandoval") == []
    assert not in_the_file(tmp_path / "case")


def test_words_whose_place_is_not_known_are_shown_by_no_list_and_blotted_with_the_page(tmp_path: Path) -> None:
    """A store may say that a box was released, and not where its words are."""
    paper = letter(tmp_path / "letter.pdf")
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [paper])
        job = job_of(corpus)
        lost = replace(released(paper), uncovered=())
        assert unplaced(lost, lost.pages[0]) == lost.pages[0].released
        assert [(one.state, one.line) for one in redactions_of(lost, ())] == [("released", "")]
        source = Source("letter.pdf", paper, lost.id)
        parcel = blot.blotted(lost, source, job)
        assert not any(word in repr((parcel.statements, parcel.passages)) for word in (*HIDDEN.split(), "ordinary"))
        assert "ordinary" in repr(blot.blotted(released(paper), source, job).passages)


def test_a_file_that_was_changed_proves_no_words_of_the_one_that_was_read(tmp_path: Path) -> None:
    paper = letter(tmp_path / "letter.pdf")
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [paper])
        rule(corpus, "release")
        assert said(corpus).verified == "exact"
        letter(paper, name="██████ ████████")
        assert rule(corpus, "withhold") == ("letter.pdf",)
        assert {record.verified for record in corpus.records()} == {"failed"}


@pytest.mark.parametrize("by", [-1.2, -0.6, 0.6, 1.2])
def test_a_box_that_is_read_a_little_differently_now_keeps_its_id_and_its_mark(tmp_path: Path, by: float) -> None:
    paper = letter(tmp_path / "letter.pdf")
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [paper])
        (redaction,) = failed_redactions(corpus)
        once = replace(redaction.cover, box=moved(redaction.cover.box, by))
        assert once.id != redaction.cover.id
        corpus.store.disclose(Disclosure("release", (once,), BY.who, BY.at, "as it was read once"), ())
        corpus.store._db.execute("DELETE FROM files")
        ingest(corpus, [paper])
        assert HIDDEN in said(corpus).text
        assert said(corpus).review.released == f"released by R. Cole, {BY.at}"
        assert [one.cover for one in failed_redactions(corpus)] == [once]


def test_of_a_paper_that_is_gone_such_a_box_is_not_blotted_out(tmp_path: Path) -> None:
    paper = letter(tmp_path / "letter.pdf")
    document = released(paper)
    (box,) = document.pages[0].released
    with Corpus.create(tmp_path / "case") as corpus:
        job = replace(job_of(corpus), released={document.id: {1: (moved(box, 0.7),)}})
        assert "Sandoval" in repr(blot.blotted(document, Source("letter.pdf", paper, document.id), job).passages)


def test_a_page_without_released_boxes_has_none_without_a_place(tmp_path: Path) -> None:
    document = read(letter(tmp_path / "letter.pdf"))
    assert unplaced(document, document.pages[0]) == ()
