"""The store: all of a document or nothing; what was written is read back as it was; readers read while a writer writes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpora.corpus import Corpus
from corpora.ledger import Entry
from corpora.record import Record, Review
from corpora.search import search
from corpora.store import Store
from graph.people import resolve
from graph.row import rows
from ingest.document import Docket, Document
from ingest.errors import CorpusError
from ingest.segment import Party, Segment
from ingest.span import Span
from nlp.statement import Attribution, Statement
from tests.papers import paper

WORDS = "Ask counsel about LibGen first.\nThe torrent is seeding.\n"


def document(name: str = "mail.txt", text: str = WORDS) -> Document:
    found = paper(text, name)
    segments = tuple(Segment((line.span,), "paragraph") for line in found.lines)
    return Document(f"{name}-id", name, found.text, found.pages, found.lines, Docket("1:24-cv-1", "7"), segments=segments)


def record(paper_: Document, start: int = 0, end: int = 31) -> Record:
    ada = Party("Ada", name="Ada Okafor", span=Span(0, 3))
    statement = Statement(paper_.id, (Span(start, end),), "email", Attribution((ada,), "header", 0.9))
    place = paper_.place(Span(start, end))
    return Record(statement, paper_.name, paper_.docket, place, "Dkt. 7 at 1", paper_.text[start:end], "exact")


def add(corpus: Corpus, paper_: Document, *records: Record) -> None:
    corpus.store.add(
        paper_,
        records,
        Path("/papers") / paper_.name,
        Entry(f"/papers/{paper_.name}", paper_.id, "done", statements=len(records)),
    )


def test_documents_and_records_come_back_as_they_went_in(tmp_path: Path) -> None:
    with Corpus.create(tmp_path / "case") as corpus:
        first, second = document("b.txt"), document("a.txt")
        add(corpus, first, record(first, 32, 55), record(first))
        add(corpus, second, record(second))
    with Corpus.open(tmp_path / "case") as corpus:
        assert [d.name for d in corpus.documents()] == ["a.txt", "b.txt"]
        assert corpus.document(first.id) == first
        assert list(corpus.records()) == [record(second), record(first), record(first, 32, 55)]
        assert [(e.file, e.state, e.statements) for e in corpus.entries()] == [
            ("/papers/a.txt", "done", 1),
            ("/papers/b.txt", "done", 2),
        ]


def test_adding_a_document_again_replaces_it_whole(tmp_path: Path) -> None:
    with Corpus.create(tmp_path) as corpus:
        paper_ = document()
        add(corpus, paper_, record(paper_), record(paper_, 32, 55))
        add(corpus, paper_, record(paper_))
        assert list(corpus.records()) == [record(paper_)]
        assert len(search(corpus, "torrent")) == 1


def test_a_failure_in_the_middle_leaves_nothing_behind(tmp_path: Path) -> None:
    with Corpus.create(tmp_path) as corpus:
        paper_ = document()

        def failing() -> object:
            yield record(paper_)
            raise RuntimeError("the machine stopped here")

        with pytest.raises(RuntimeError):
            corpus.store.add(paper_, failing(), Path("x"), Entry("x", "y", "done"))  # type: ignore[arg-type]
        assert not list(corpus.documents())
        assert not list(corpus.records())
        assert not list(corpus.entries())


def test_a_reader_reads_while_a_writer_writes(tmp_path: Path) -> None:
    paper_ = document()
    with Corpus.create(tmp_path) as corpus:
        add(corpus, paper_, record(paper_))
        reader = Store(tmp_path / "pincite.sqlite")
        with corpus.store._transaction() as db:
            db.execute("DELETE FROM documents")
            assert len(list(reader.records())) == 1
        assert not list(reader.records())
        reader.close()


def test_the_last_ruling_stands_and_earlier_ones_are_kept(tmp_path: Path) -> None:
    with Corpus.create(tmp_path) as corpus:
        paper_ = document()
        add(corpus, paper_, record(paper_))
        (one,) = corpus.records()
        corpus.decide(one.statement.id, Review("rejected", "Kim", "2026-01-02T10:00"))
        corpus.decide(one.statement.id, Review("accepted", "Lee", "2026-01-03T10:00"))
        assert [r.review for r in corpus.records()] == [Review("accepted", "Lee", "2026-01-03T10:00")]
        assert corpus.store._db.execute("SELECT count(*) FROM decisions").fetchone() == (2,)


def test_a_search_hit_has_its_place_and_its_statements(tmp_path: Path) -> None:
    with Corpus.create(tmp_path) as corpus:
        paper_ = document()
        add(corpus, paper_, record(paper_))
        (hit,) = search(corpus, "counsel w/3 libgen")
        assert hit.snippet == "Ask counsel about LibGen first."
        assert hit.cite == "Dkt. 7 at 1"
        assert hit.statement_ids == (record(paper_).statement.id,)
        assert search(corpus, "counsel w/1 first") == []
        assert [h.statement_ids for h in search(corpus, "seed*")] == [()]


def test_a_folder_without_a_corpus_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no corpus here"):
        Corpus.open(tmp_path)


def test_a_file_that_is_no_store_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "pincite.sqlite").write_bytes(b"not a database, not by far" * 40)
    with pytest.raises(CorpusError, match="not a Pincite store"):
        Corpus.open(tmp_path)


def test_a_corpus_in_a_place_that_cannot_be_written_to_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper_ = document()
    with Corpus.create(tmp_path) as corpus:
        add(corpus, paper_, record(paper_))
    monkeypatch.setattr("corpora.store.os.access", lambda path, mode: False)  # noqa: ARG005  as os.access on a read-only disk
    before = sorted(tmp_path.iterdir())
    with Corpus.open(tmp_path) as corpus:
        (one,) = corpus.records()
        assert search(corpus, "libgen")
        with pytest.raises(CorpusError, match="cannot be written to"):
            corpus.decide(one.statement.id, Review("accepted", "Kim", "2026-01-02T10:00"))
        assert sorted(tmp_path.iterdir()) == before


def test_statements_come_page_by_page_though_footnotes_stand_behind_the_text(tmp_path: Path) -> None:
    paper_ = document()
    above, over = record(paper_, 0, 10), record(paper_, 11, 20)
    over = replace(over, place=replace(over.place, page=2, page_last=2))
    footnote = record(paper_, 32, 40)
    with Corpus.create(tmp_path) as corpus:
        add(corpus, paper_, above, over, footnote)
        assert list(corpus.records()) == [above, footnote, over]


def test_a_correction_puts_no_words_into_the_paper(tmp_path: Path) -> None:
    """What is shown as written is what was read, also where the paper names nobody."""
    paper_ = document()
    named, nobody = record(paper_, 0, 10), record(paper_, 11, 20)
    nobody = replace(nobody, statement=replace(nobody.statement, attribution=Attribution((), "", 0.5)))
    with Corpus.create(tmp_path) as corpus:
        add(corpus, paper_, named, nobody)
        for one in (named, nobody):
            corpus.decide(one.statement.id, Review("corrected", "Kim", "2026-01-02T10:00", "Bob Ray"))
        people = resolve(corpus.records())
        found = [(row.speaker, row.speaker_as_written) for row in rows(corpus.records(), people)]
    assert found == [("Bob Ray", "Ada"), ("Bob Ray", "")]


def filed(name: str, case: str) -> Document:
    return replace(document(name), docket=Docket(case, "7"))


def test_cites_name_the_case_where_there_are_several(tmp_path: Path) -> None:
    with Corpus.create(tmp_path / "case") as corpus:
        for paper_ in (filed("a.txt", "1:24-cv-1-AB"), filed("b.txt", "24-cv-1")):
            add(corpus, paper_, record(paper_))
        assert [r.cite for r in corpus.records()] == ["Dkt. 7 at 1"] * 2
        assert [hit.cite for hit in search(corpus, "libgen")] == ["Dkt. 7 at 1"] * 2
        other = filed("c.txt", "2:25-cv-9")
        add(corpus, other, record(other))
        expected = ["No. 1:24-cv-1, Dkt. 7 at 1", "No. 24-cv-1, Dkt. 7 at 1", "No. 2:25-cv-9, Dkt. 7 at 1"]
        assert [r.cite for r in corpus.records()] == expected
        assert [hit.cite for hit in search(corpus, "libgen")] == expected
        corpus.store.add(document("d.txt"), (), Path("/papers/c.txt"), Entry("/papers/c.txt", "d", "done"))
        assert [r.cite for r in corpus.records()] == ["Dkt. 7 at 1"] * 2
