"""Whatever lies in a folder ends as one row of the ledger with its reason, and harms no other file."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from corpora.batch import ingest
from corpora.corpus import Corpus
from corpora.ledger import Entry
from corpora.source import found
from ingest import sandbox
from ingest.errors import CorpusError, Damaged, Failed, OverLimit
from ingest.file_name import printable
from ingest.limits import Limits
from tests.drawn import drawn
from tests.hostile_papers import double_bomb, flate_bomb, huge_page, mutants, odd_papers
from tests.shared import SHARED, needs_shared

TERMINAL = {"done", "duplicate", "refused", "failed"}


def run_over(folder: Path, *papers: Path) -> dict[str, Entry]:
    with Corpus.create(folder) as corpus:
        ingest(corpus, papers)
        return {entry.file.rsplit("/", 1)[-1]: entry for entry in corpus.entries()}


def paper(path: Path, words: str = "All is well.") -> Path:
    return drawn(path, [[(72, 600, words)]])


def test_things_that_are_no_files_are_refused_with_their_reason(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    paper(tmp_path / "outside.pdf")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "nothing.pdf").symlink_to(folder / "gone")
    (folder / "ring.pdf").symlink_to(folder / "ring.pdf")
    (folder / "outside.pdf").symlink_to(tmp_path / "outside.pdf")
    (folder / "etc.pdf").symlink_to("/dev/zero")
    (folder / "folder.pdf").mkdir()
    paper(folder / "folder.pdf" / "inside.pdf")
    assert {each.path.name: each.why for each in found([folder])} == {
        "etc.pdf": "a link out of the folder",
        "folder.pdf": "a folder, not a file",
        "inside.pdf": "",
        "nothing.pdf": "a link to nothing",
        "outside.pdf": "a link out of the folder",
        "pipe.pdf": "a pipe, socket or device, not a file",
        "ring.pdf": "a link to nothing",
    }
    assert found([Path("/dev/zero")])[0].why == "a pipe, socket or device, not a file"


def test_a_path_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no such file"):
        found([tmp_path / "missing"])


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper(tmp_path / "closed.pdf").chmod(0)
    if os.geteuid() == 0:  # root may read everything: the system's answer to anybody else stands in
        monkeypatch.setattr("corpora.source.os.access", lambda _path, mode: mode != os.R_OK)
    assert found([tmp_path])[0].why == "no permission to read it"


@pytest.mark.parametrize(
    ("words", "shown"),
    [("plain é “x”.pdf", "plain é “x”.pdf"), ("caf\udce9.pdf", r"caf\udce9.pdf"), ("a\x1b[2J\nb.pdf", r"a\x1b[2J\nb.pdf")],
    ids=["kept", "not UTF-8", "steers the terminal"],
)  # fmt: skip
def test_names_are_printable(words: str, shown: str) -> None:
    assert printable(words) == shown


def test_papers_with_any_name_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    names = [b"caf\xe9.pdf", b"n" * 251 + b".pdf", b"a\x1b[2Jb.pdf", b"-o.pdf", b"a!b#1.pdf"]
    for i, name in enumerate(names):
        made = paper(tmp_path / f"{i}.pdf", f"“Paper {i} it is,” Ada Okafor said.")
        made.rename(os.fsdecode(os.fsencode(folder) + b"/" + name))
    rows = run_over(tmp_path / "case", folder)
    assert {entry.state for entry in rows.values()} == {"done"}, rows
    assert sorted(rows) == sorted(printable(os.fsdecode(name)) for name in names)
    with Corpus.open(tmp_path / "case") as corpus:
        assert all(corpus.path(document.id).exists() for document in corpus.documents())
        assert {record.document for record in corpus.records()} == set(rows)
        assert len(list(corpus.records())) == len(names)
        assert ingest(corpus, [folder]).skipped == len(names)


@pytest.mark.slow
def test_odd_papers_each_end_in_one_state_and_the_good_one_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    odd = odd_papers(folder)
    paper(folder / "good.pdf")
    rows = run_over(tmp_path / "case", folder)
    assert len(rows) == len(odd) + 1
    assert all(entry.state in TERMINAL and (entry.why or entry.state == "done") for entry in rows.values())
    assert rows["good.pdf"].state == "done"
    assert rows["sealed.pdf"].why == "sealed.pdf: encrypted; give its password"
    assert rows["form_in_itself.pdf"].state == "refused"


@pytest.mark.slow
@pytest.mark.parametrize("make", [lambda p: flate_bomb(p, 3000), double_bomb, huge_page], ids=["strokes", "double", "page"])
def test_bombs_end_within_their_limits(tmp_path: Path, make: object) -> None:
    bomb = make(tmp_path / "bomb.pdf")  # type: ignore[operator]
    rows = run_over(tmp_path / "case", bomb, paper(tmp_path / "good.pdf"))
    assert rows["good.pdf"].state == "done"
    assert rows["bomb.pdf"].state in {"done", "refused"}, rows["bomb.pdf"].why


def die(number: int) -> None:
    os.kill(os.getpid(), number)


def hang() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    while True:
        pass


def hoard() -> int:
    return len(bytearray(3 << 30))


def err() -> None:
    raise ValueError("no such colour")


@pytest.mark.parametrize(
    ("call", "args", "kind", "words"),
    [
        (hang, [], OverLimit, "took more than 1 seconds"),
        (hoard, [], OverLimit, "asked for more than 2,048 MiB of memory"),
        (die, [signal.SIGABRT], OverLimit, "for want of memory; the limit is 2,048 MiB"),
        (die, [signal.SIGKILL], OverLimit, "killed from outside"),
        (die, [signal.SIGSEGV], Damaged, "crashed (SIGSEGV)"),
        (err, [], Failed, "the program erred (ValueError: no such colour)"),
    ],
    ids=["time", "memory", "abort", "killed", "crash", "error"],
)
def test_what_a_child_dies_of_is_told(call: object, args: list[object], kind: type[Exception], words: str) -> None:
    limits = Limits(seconds=1, page_seconds=0, memory=2048)
    with pytest.raises(Exception) as told:  # noqa: PT011  pebble's errors are of many kinds; why() sorts them
        sandbox.start(call, args, limits).result()  # type: ignore[arg-type]
    error = sandbox.why(told.value, "x.pdf", limits)
    assert type(error) is kind
    assert words in str(error)


@pytest.mark.slow
@pytest.mark.real
@needs_shared
def test_real_damaged_files_and_mutants_end_in_one_state(tmp_path: Path) -> None:
    """A slice; ``python -m bench hostile`` runs them all."""
    damaged = sorted((SHARED / "broken").glob("*.pdf"))[::5][:40]
    made = mutants(tmp_path / "mutants", 40)
    rows = run_over(tmp_path / "case", *damaged, *made)
    assert len(rows) == len({p.name for p in (*damaged, *made)})
    assert all(entry.state in TERMINAL and (entry.why or entry.state == "done") for entry in rows.values())
    assert not [entry.why for entry in rows.values() if entry.state == "failed"]
