"""The same paper filed twice under different stamps is found; papers that only sound alike are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.corpus import Corpus
from corpora.duplicate import near_duplicates, nearest_documents, shingles, similarity
from corpora.ledger import Entry
from ingest.plain_text import read_text
from ingest.segmenter import segmented

LETTER = " ".join(f"Paragraph {i} tells of the {word} that were shipped to the harbour in week {i}." for i, word in enumerate(
    ["crates", "barrels", "sacks", "bales", "boxes", "drums", "casks", "reels", "rolls", "coils", "bags", "tins"]
))  # fmt: skip
OTHER = " ".join(f"Nobody in office {i} knew that the {i * 7} ledgers had gone before the auditors came." for i in range(12))
MAIL = """From: Ada Okafor <ada@example.com>
Sent: Monday, May 1, 2023 9:15 AM
To: Ben Castellanos <ben@example.com>
Subject: Harbour

Ben, the first ship came in at dawn and nobody had told the crane crew, so the whole cargo stood on the quay until noon.
Please see to it that the crew has the list the evening before, every time, beginning tonight.
"""


def corpus_of(folder: Path, **papers: str) -> Corpus:
    corpus = Corpus.create(folder / "case")
    for name, text in papers.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        document = segmented(read_text(path))
        corpus.store.add(document, [], path, Entry(str(path), document.id, "done"))
    return corpus


def test_a_shingle_is_five_words_without_case_and_marks() -> None:
    assert shingles("We will license, the Books!") == {"we will license the books"}
    assert shingles("Too short") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a b c d e f", "a b c d e f", 1.0),
        ("a b c d e f", "a b c d e g", 1 / 3),
        ("a b c d e", "v w x y z", 0.0),
        ("", "", 0.0),
    ],
    ids=["same", "one word differs", "nothing in common", "empty"],
)
def test_similarity_is_the_share_of_shingles_in_common(one: str, other: str, share: float) -> None:
    assert similarity(shingles(one), shingles(other)) == pytest.approx(share)


def test_a_paper_filed_twice_under_other_stamps_is_found(tmp_path: Path) -> None:
    stamped = LETTER.replace("week 5.", "week 5. Confidential HARBOUR_00017")
    with corpus_of(tmp_path, a=LETTER, b=stamped, c=OTHER) as corpus:
        (group,) = near_duplicates(corpus)
        nearest = nearest_documents([group])
        ids = {name: id_ for id_, name in corpus.document_names.items()}
    assert [copy.document for copy in group.copies] == ["a.txt", "b.txt"]
    assert group.copies[0].similarity == 1.0
    assert 0.9 < group.copies[1].similarity < 1.0
    assert nearest == {ids["b.txt"]: ("a.txt", group.copies[1].similarity)}


def test_a_message_that_stands_in_two_papers_is_found(tmp_path: Path) -> None:
    with corpus_of(tmp_path, a=MAIL, b=f"{OTHER}\n\n{MAIL.replace('tonight', 'tomorrow')}") as corpus:
        texts = {document.id: document.text for document in corpus.documents()}
        groups = [group for group in near_duplicates(corpus) if group.unit == "message"]
    assert [[copy.document for copy in group.copies] for group in groups] == [["a.txt", "b.txt"]]
    assert all(copy.span.of(texts[copy.document_id]).startswith("Ben, the first ship") for copy in groups[0].copies)


def test_papers_that_are_not_alike_make_no_group(tmp_path: Path) -> None:
    with corpus_of(tmp_path, a=LETTER, b=OTHER, c="Thanks!", d="Thanks!!") as corpus:
        assert near_duplicates(corpus) == ()


def test_a_copy_of_a_copy_is_no_copy_of_the_first(tmp_path: Path) -> None:
    words = [f"word{i}" for i in range(200)]
    papers = {name: " ".join(words[i * 20 : i * 20 + 140]) for i, name in enumerate("abc")}  # each shares 0.75 with the next
    with corpus_of(tmp_path, **papers) as corpus:
        assert [[c.document for c in g.copies] for g in near_duplicates(corpus, nearly=0.7)] == [["a.txt", "b.txt"]]
