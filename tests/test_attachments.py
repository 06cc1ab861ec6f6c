"""Files embedded in a PDF are read as files of their own, each with its row, and a run that was stopped takes them up."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfWriter

from corpora.batch import ingest
from corpora.corpus import Corpus
from ingest.attachment import take_out
from ingest.limits import Limits
from tests.drawn import drawn

SAID = "“We will license the books,” Ada Okafor said."


def holding(path: Path, files: dict[str, bytes]) -> Path:
    """A one-page PDF with files embedded in it."""
    writer = PdfWriter(clone_from=drawn(path, [[(72, 600, f"The cover sheet of {path.name}.")]]))
    for name, data in files.items():
        writer.add_attachment(name, data)
    writer.write(path)
    return path


def pdf(folder: Path, words: str) -> bytes:
    return drawn(folder / "inner.pdf", [[(72, 600, words)]]).read_bytes()


def test_pdf_and_text_are_taken_out_and_the_rest_is_told(tmp_path: Path) -> None:
    files = {
        "a.pdf": pdf(tmp_path, SAID),
        "notes.txt": b"Plain words.",
        "../../up.pdf": pdf(tmp_path, "Up."),
        "book.xlsx": b"PK\x03\x04",
    }
    found = take_out(holding(tmp_path / "parent.pdf", files), tmp_path / "out", Limits())
    assert {a.name: (a.path.suffix if a.path else a.why) for a in found} == {
        "a.pdf": ".pdf",
        "notes.txt": ".txt",
        "up.pdf": ".pdf",
        "book.xlsx": "the embedded file is neither a PDF nor plain text",
    }
    assert {p.name for p in (tmp_path / "out").iterdir()} == {a.path.name for a in found if a.path}


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        (Limits(attachments=1), "more than 1 files are embedded; the rest is not read"),
        (Limits(attachment_bytes=5), "the embedded file has 10 bytes; the limit is 5"),
    ],
    ids=["count", "size"],
)
def test_embedded_files_past_the_limits_are_not_taken_out(tmp_path: Path, limits: Limits, why: str) -> None:
    path = holding(tmp_path / "parent.pdf", {"a.txt": b"Ten bytes.", "b.txt": b"Ten bytes!"})
    assert take_out(path, tmp_path / "out", limits)[-1].why == why


@pytest.mark.slow
def test_embedded_files_have_their_own_rows_however_deep_and_a_second_run_skips_them(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    inner = holding(tmp_path / "mid.pdf", {"deep.pdf": pdf(tmp_path, SAID)}).read_bytes()
    holding(folder / "parent.pdf", {"mid.pdf": inner, "book.xlsx": b"PK\x03\x04"})
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [folder])
        states = {entry.file.rsplit("/", 1)[-1]: entry.state for entry in corpus.entries()}
        assert [record.document for record in corpus.records()] == ["parent.pdf!mid.pdf!deep.pdf"]
        assert ingest(corpus, [folder]).entries == ()
        corpus.store._db.execute("DELETE FROM files WHERE path LIKE '%!mid.pdf%'")  # as if the run had been killed before them
        assert ingest(corpus, [folder]).states == {"done": 2}
    assert states == {
        "parent.pdf": "done",
        "parent.pdf!mid.pdf": "done",
        "parent.pdf!mid.pdf!deep.pdf": "done",
        "parent.pdf!book.xlsx": "refused",
    }
