"""The command line as it is typed: exit status 0 done, 1 failed, 2 wrong usage, 3 done but some files refused; one line for an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.drawn import drawn

ROOT = Path(__file__).resolve().parents[1]
LINE = (72, 600, "On May 2, 2023, Ada Quill wrote: “We took the books.”")


def pincite(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli", *map(str, words)], cwd=ROOT, check=False, capture_output=True, text=True, timeout=120
    )


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one paper."""
    folder = tmp_path_factory.mktemp("case")
    drawn(folder / "letter.pdf", [[LINE]])
    assert pincite("ingest", folder / "corpus", folder / "letter.pdf").returncode == 0
    return folder / "corpus"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["timeline", "CASE", "--since", "2023-13"], 2, 'pincite: --since "2023-13" is no date'),
        (["timeline", "CASE", "--kind", "letters"], 2, 'pincite: no kind "letters": there are email'),
        (["timeline", "CASE", "--topic", "nonsense"], 2, 'no topic "nonsense": corpus.toml has data sourcing, competitors'),
        (["timeline", "CASE", "--format", "foo"], 2, "--format foo"),
        (["timeline", "CASE", "--format", "timelinejs"], 2, "goes with -o FILE.csv"),
        (["timeline", "CASE", "-o", "CASE/timeline.doc"], 2, "timeline.doc: no format for this ending"),
        (["timeline", "CASE", "-o", "/proc/timeline.csv"], 1, "pincite: /proc/timeline.csv: "),
        (["timeline", "nowhere"], 1, "pincite: nowhere: no corpus here"),
        (["knew", "CASE", "--topic", "nonsense"], 2, 'no topic "nonsense"'),
        (["threads", "CASE", "--topic", "nonsense"], 2, 'no topic "nonsense"'),
        (["threads", "CASE", "--thread", "0"], 2, '0 threads begin with "0"'),
        (["threads", "CASE", "-o", "CASE/threads.doc"], 2, "threads.doc: no format for this ending"),
        (["search", "CASE", "books w/s few"], 2, "pincite: "),
        (["search", "CASE", "books", "--limit", "-1"], 2, "--limit"),
        (["ingest", "CASE", "--workers", "-3", "CASE"], 2, "--workers"),
        (["ingest", "NEW", "/nowhere.pdf"], 1, "pincite: /nowhere.pdf: no such file or folder"),
        (["ingest", "NEW"], 1, 'to read the papers in a folder say "pincite ingest CORPUS'),
        (["ingest", "CASE", "CASE", "--password-file", "/nowhere.txt"], 1, "pincite: /nowhere.txt: No such file or directory"),
        (["app", "nowhere"], 1, "pincite: nowhere: no such folder"),
        (["app", "CASE", "--port", "99999"], 2, "--port"),
        (["nonsense"], 2, "nonsense"),
    ],
    ids=lambda value: " ".join(value[:1] + value[2:]) if isinstance(value, list) else "",
)
def test_what_is_wrong_is_one_line_and_a_status(case: Path, tmp_path: Path, words: list[str], status: int, says: str) -> None:
    given = [word.replace("CASE", str(case)).replace("NEW", str(tmp_path / "new")) for word in words]
    done = pincite(*given)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new").exists()


def test_a_file_goes_into_a_folder_that_is_not_there_yet(case: Path, tmp_path: Path) -> None:
    assert pincite("timeline", case, "-o", tmp_path / "new" / "timeline.csv").returncode == 0
    assert "We took the books." in (tmp_path / "new" / "timeline.csv").read_text(encoding="utf-8")


def test_a_bad_file_does_not_keep_the_next_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no PDF at all")
    (tmp_path / "empty").mkdir()
    drawn(tmp_path / "folder.pdf", [[LINE]])
    drawn(tmp_path / "last.pdf", [[LINE]])
    done = pincite("read", tmp_path / "bad.pdf", tmp_path / "empty", tmp_path / "gone.pdf", tmp_path / "last.pdf")
    assert done.returncode == 3
    assert "last.pdf at 1" in done.stdout
    assert [line.split(": ")[1].rsplit("/", 1)[-1] for line in done.stderr.splitlines()] == ["bad.pdf", "gone.pdf"]
    assert pincite("read", tmp_path / "last.pdf").returncode == 0


def test_files_refused_before_are_told_again(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no PDF at all")
    first, second = (pincite("ingest", tmp_path / "corpus", tmp_path / "bad.pdf") for _ in range(2))
    assert (first.returncode, second.returncode) == (3, 3)
    assert "1 refused; 0 already there" in first.stdout
    assert "1 of those already there were refused before" in second.stdout


def test_a_folder_without_papers_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    done = pincite("ingest", tmp_path / "corpus", tmp_path / "papers")
    assert (done.returncode, "no paper found in" in done.stdout) == (0, True)


def test_a_reader_that_has_read_enough_is_no_error(case: Path) -> None:
    command = f'"{sys.executable}" -m cli timeline "{case}" | true; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, check=True, capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("0", "")
