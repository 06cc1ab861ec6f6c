"""A production of mail files and the exhibits printed from it, in one corpus: each message is one, with all its places."""

import pytest

from corpora.batch import ingest
from corpora.corpus import Corpus
from corpora.sample import write
from graph.people import resolve
from graph.thread import Thread, threads

CHAIN, CONVERSATION, AGAIN = "999999.449.3.pdf", "999999.449.4.pdf", "999999.455.2.pdf"


@pytest.fixture(scope="module")
def conversations(tmp_path_factory: pytest.TempPathFactory) -> list[Thread]:
    """The threads of the sample's Exhibits 12 and 14, the second print of 14, and the mail files that they were printed from."""
    folder = tmp_path_factory.mktemp("production")
    write(folder / "sample")
    printed = [path for path in (folder / "sample" / "filings").iterdir() if path.name.endswith((CHAIN, CONVERSATION, AGAIN))]
    with Corpus.create(folder / "corpus") as corpus:
        ingest(corpus, [*sorted(printed), folder / "sample" / "mail"])
        records = list(corpus.records())
        return threads(records, resolve(records, ()))


def places(thread: Thread) -> list[set[str]]:
    """The documents in which each message stands, by the end of their names."""
    ends = (CHAIN, CONVERSATION, AGAIN, ".eml")
    return [{end for record in m.records for end in ends if record.document.endswith(end)} for m in thread.messages]


@pytest.mark.slow
def test_files_and_prints_of_a_message_are_its_places(conversations: list[Thread]) -> None:
    chain, conversation = conversations
    assert places(chain) == [{CHAIN, ".eml"}] * 5
    assert places(conversation) == [{CONVERSATION, AGAIN, ".eml"}] * 4
    assert [len(message.records) for message in conversation.messages] == [3] * 4


@pytest.mark.slow
def test_each_message_answers_the_one_before_it_and_tells_who_fell_off(conversations: list[Thread]) -> None:
    for thread in conversations:
        before = [thread.parent(message) for message in thread.messages]
        assert before == [None, *thread.messages[:-1]]
    last = conversations[0].messages[-1]
    assert last.author is not None
    assert (last.author.name, [person.name for person in conversations[0].fell_off(last)]) == (
        "Katharina Voss",
        ["Priya Raghunathan"],
    )
