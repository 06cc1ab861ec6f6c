"""The batch run: one state a file, resumable, killable, the same bytes every time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpora.batch import ingest
from corpora.corpus import Corpus
from graph.export import export
from tests.drawn import drawn

ROOT = Path(__file__).resolve().parents[1]
NAMES = ["Ada Okafor", "Ben Castellanos", "Chidi Larsson", "Dora van der Meer"]


def articles(folder: Path, count: int) -> Path:
    """So many one-page articles, each with a quotation and its speaker."""
    folder.mkdir()
    for i in range(count):
        name = NAMES[i % len(NAMES)]
        lines = [
            f"The talks went on for {i + 2} weeks.",
            f"“We will license the books by week {i},” {name} said on May {i + 1}, 2023.",
            "Nobody else spoke.",
        ]
        drawn(folder / f"article-{i:02}.pdf", [[(72, 700 - 30 * k, line) for k, line in enumerate(lines)]])
    return folder


def exported(folder: Path) -> dict[str, bytes]:
    with Corpus.open(folder) as corpus:
        export(corpus, folder / "out")
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "cli", *map(str, words)]


def test_every_file_ends_in_one_state_with_its_reason(tmp_path: Path) -> None:
    papers = articles(tmp_path / "papers", 2)
    (papers / "same.pdf").write_bytes((papers / "article-00.pdf").read_bytes())
    (papers / "cut.pdf").write_bytes((papers / "article-01.pdf").read_bytes()[:300])
    (papers / "empty.pdf").touch()
    drawn(papers / "sealed.pdf", [[(72, 600, "Under seal.")]], encrypt="secret")
    (papers / "note.docx").write_bytes(b"not for us")
    with Corpus.create(tmp_path / "case") as corpus:
        report = ingest(corpus, [papers])
        states = {Path(entry.file).name: (entry.state, entry.why) for entry in corpus.entries()}
    assert {name: state for name, (state, _) in states.items()} == {
        "article-00.pdf": "done",
        "article-01.pdf": "done",
        "cut.pdf": "refused",
        "empty.pdf": "refused",
        "same.pdf": "duplicate",
        "sealed.pdf": "refused",
    }
    assert "article-00.pdf" in states["same.pdf"][1]
    assert "encrypted" in states["sealed.pdf"][1]
    assert not report.complete


def test_a_second_run_does_only_what_is_new_and_retry_takes_up_the_rest(tmp_path: Path) -> None:
    papers = articles(tmp_path / "papers", 1)
    drawn(papers / "sealed.pdf", [[(72, 600, "“No deal,” Ada Okafor said.")]], encrypt="secret")
    with Corpus.create(tmp_path / "case") as corpus:
        assert ingest(corpus, [papers]).states == {"done": 1, "refused": 1}
        assert (ingest(corpus, [papers]).skipped, ingest(corpus, [papers]).entries) == (2, ())
        assert ingest(corpus, [papers], retry=True, passwords=["wrong", "secret"]).states == {"done": 1}
        assert [entry.state for entry in corpus.entries()] == ["done", "done"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    papers, outside = articles(tmp_path / "papers", 1), articles(tmp_path / "outside", 1)
    (papers / "link.pdf").symlink_to(outside / "article-00.pdf")
    with Corpus.create(tmp_path / "case") as corpus:
        rows = [(Path(e.file).name, e.state, e.why) for e in ingest(corpus, [papers]).entries]
    assert rows == [("article-00.pdf", "done", ""), ("link.pdf", "refused", "link.pdf: a link out of the folder")]


@pytest.mark.slow
def test_two_runs_give_the_same_bytes_whatever_the_number_of_children(tmp_path: Path) -> None:
    papers = articles(tmp_path / "papers", 6)
    for name, workers in (("one", 1), ("two", 2)):
        with Corpus.create(tmp_path / name) as corpus:
            ingest(corpus, [papers], workers=workers)
    assert exported(tmp_path / "one") == exported(tmp_path / "two")


@pytest.mark.slow
def test_killed_in_the_middle_it_loses_nothing_and_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    papers = articles(tmp_path / "papers", 24)
    with Corpus.create(tmp_path / "undisturbed") as corpus:
        ingest(corpus, [papers])
    case = tmp_path / "killed"
    Corpus.create(case).close()
    run = subprocess.Popen(
        command("ingest", case, papers, "--workers", "1"), cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL
    )
    done_before = wait_for_files(case, 3, run)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    with Corpus.open(case) as corpus:
        after = {entry.file: entry for entry in corpus.entries()}
        assert len(after) < 24, "the run was over before it was killed: the test shows nothing"
        assert all(after[entry.file] == entry for entry in done_before)
        assert len(list(corpus.documents())) == len(after)
    finished = subprocess.run(command("ingest", case, papers), cwd=ROOT, check=False, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
    assert f"{len(after)} already there" in finished.stdout
    assert exported(case) == exported(tmp_path / "undisturbed")


def wait_for_files(case: Path, count: int, run: subprocess.Popen[bytes]) -> list[object]:
    """The ledger's rows as soon as there are so many."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and run.poll() is None:
        with Corpus.open(case) as corpus:
            rows = list(corpus.entries())
        if len(rows) >= count:
            return list(rows)
        time.sleep(0.01)
    raise AssertionError("the run ended, or stalled, before it could be killed")
