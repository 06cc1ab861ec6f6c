"""Hostile files are read in a child: what kills or stalls it is told as an error, and nothing else is lost."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from pebble import ProcessExpired

from ingest.errors import Damaged, NotAPdf, OverLimit, ReadError
from ingest.limits import Limits
from ingest.sandbox import read, read_timed, start, why
from tests.drawn import drawn


def bomb(path: Path, mebibytes: int) -> Path:
    """A PDF whose one page unpacks to so many mebibytes of zeros."""
    stream = zlib.compress(b"0 0 m\n" * (mebibytes * 1024 * 1024 // 6), 9)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj\n"
    body = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(stream) + stream + b"\nendstream endobj\n"
    path.write_bytes(head + page + body + b"trailer<</Root 1 0 R>>\n%%EOF")
    return path


def test_a_good_file_comes_back_whole(tmp_path: Path) -> None:
    assert read(drawn(tmp_path / "good.pdf", [[(72, 600, "All is well.")]])).text == "All is well.\n"


def test_an_error_of_the_reader_is_the_same_error_outside(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(NotAPdf, match="the file is empty"):
        read(tmp_path / "empty.pdf")


@pytest.mark.slow
def test_a_bomb_is_stopped_by_the_memory_limit(tmp_path: Path) -> None:
    with pytest.raises((OverLimit, Damaged)) as told:
        read(bomb(tmp_path / "bomb.pdf", 3000), Limits(memory=1500, seconds=60))
    assert "bomb.pdf" in str(told.value)


def spin() -> None:
    """Use the processor for ever."""
    while True:
        pass


def test_a_call_without_end_is_ended(tmp_path: Path) -> None:
    limits = Limits(seconds=0.2, page_seconds=0)
    with pytest.raises(ProcessExpired) as told:
        start(read_timed, [spin, tmp_path / "endless.txt", limits, ()], limits).result()
    assert "endless.txt: took more than 0.2 seconds" in str(why(told.value, "endless.txt", limits))


def test_a_file_over_its_time_is_killed(tmp_path: Path) -> None:
    path = drawn(tmp_path / "long.pdf", [[(72, 600, f"Page {i}")] for i in range(3000)])
    with pytest.raises(OverLimit, match=r"long\.pdf: took more than 0\.05 seconds"):
        read(path, Limits(seconds=0.05, page_seconds=0))


def test_a_file_with_too_many_pages_is_refused(tmp_path: Path) -> None:
    path = drawn(tmp_path / "many.pdf", [[(72, 600, "x")]] * 12)
    with pytest.raises(ReadError, match="12 pages; the limit is 10"):
        read(path, Limits(pages=10))
