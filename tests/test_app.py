"""The app without a browser: every page runs and shows what it should, on a small case filled in by hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpora.batch import ingest
from corpora.corpus import Corpus
from graph.people import people_of
from graph.row import rows
from screens.plain import plain
from tests.corpus_fixture import sample_corpus
from tests.small_case import ANSWER, CHAT, HOSTILE, MAIL, write_case
from tests.test_redactions import brief

APP = Path(__file__).resolve().parents[1] / "app.py"
PAGES = ("timeline", "statements", "threads", "people", "network", "documents", "search", "quotes")
Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_case(tmp_path_factory.mktemp("case") / "lee")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Open:
    """The app on a folder, at a page."""

    def open_app(folder: Path | str, page: str = "timeline") -> AppTest:
        monkeypatch.setattr("sys.argv", ["app.py", *([str(folder)] if folder else [])])
        app = AppTest.from_file(str(APP), default_timeout=60).run()
        return app if page == "timeline" else at_page(app, page)

    return open_app


def at_page(app: AppTest, page: str) -> AppTest:
    return app.switch_page(f"screens/{page}.py").run()


def shown(app: AppTest) -> str:
    """All words on the page: text, markdown, captions, cites, messages."""
    kinds = (app.markdown, app.text, app.caption, app.code, app.info, app.warning, app.error, app.header)
    return "\n".join(str(element.value) for elements in kinds for element in elements)


def choose(app: AppTest, row: int, table: int = 0) -> AppTest:
    """Choose a row of a table."""
    app.session_state[str(app.dataframe[table].key)] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return app.run()


def images(app: AppTest) -> int:
    return len(app.image)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs(case: Path, opened: Open, page: str) -> None:
    app = opened(case, page)
    assert not app.exception
    assert not app.error
    assert "**7** of 7 statements shown" in shown(app)


def test_the_timeline_lists_statements_by_date(case: Path, opened: Open) -> None:
    app = opened(case)
    assert [date for date in app.dataframe[0].value["Date"] if date] == [
        "2023-10",
        "2023-10-04 13:05",
        "2023-10-05 00:41",
        "2024-11-19",
        "2024-11-19",
    ]
    assert "7 statements, 2 of them undated, last" in shown(app)
    assert app.get("vega_lite_chart")


def test_a_chosen_statement_is_shown_on_its_pages(case: Path, opened: Open) -> None:
    app = opened(case, "statements")
    words = list(app.dataframe[0].value["Words"])
    choose(app, words.index(ANSWER))
    assert f"“{ANSWER}”" in [element.value for element in app.text]
    assert "ray.pdf at 1" in [element.value for element in app.code]
    assert "**Bob Ray** → Ann Cole" in shown(app)
    assert images(app) == 2  # the answer runs over a page break


def test_a_plain_text_file_is_shown_as_text_with_the_line_pointed_at(case: Path, opened: Open) -> None:
    app = opened(case, "statements")
    choose(app, list(app.dataframe[0].value["Words"]).index(CHAT))
    assert app.code[1].value == f"     1  #general\n▶    2  {CHAT}\n     3  nobody else in the channel"
    assert not images(app)


def test_a_file_that_is_gone_is_said_so_and_its_text_shown(opened: Open, tmp_path: Path) -> None:
    copy = write_case(tmp_path / "lee")
    (copy / "filings" / "mail.pdf").unlink()
    app = opened(copy, "statements")
    choose(app, list(app.dataframe[0].value["Cite"]).index("mail.pdf at 1"))
    assert plain("mail.pdf: the file is not there any more") in app.warning[0].value
    assert f"▶    4  {MAIL}" in app.code[1].value
    assert not images(app)


def test_filters_hold_on_every_page(case: Path, opened: Open) -> None:
    app = opened(case)
    app.selectbox(key="filter-speaker").set_value("Dana Lee")
    app.text_input(key="filter-since").set_value("2023-10-05").run()
    assert list(app.dataframe[0].value["Words"]) == [MAIL, CHAT]  # "2023-10" may be after the 5th
    assert "**2** of 7 statements shown" in shown(app)
    at_page(app, "statements")
    assert list(app.dataframe[0].value["Words"]) == [MAIL, CHAT]
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert len(app.dataframe[0].value) == 7


def test_words_in_the_statement_are_all_wanted(case: Path, opened: Open) -> None:
    app = opened(case, "statements")
    app.text_input(key="filter-words").set_value("weekend LIBGEN all").run()
    assert list(app.dataframe[0].value["Words"]) == [ANSWER]


def test_a_date_that_is_none_is_said_so(case: Path, opened: Open) -> None:
    app = opened(case)
    app.text_input(key="filter-since").set_value("last week").run()
    assert "is no date" in app.error[0].value.replace("\\", "")
    assert "**7** of 7" in shown(app)


def test_a_long_list_is_leafed_through(case: Path, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screens.statement_list.AT_ONCE", 3)
    app = opened(case)
    assert "Rows 1 to 3 of 7" in shown(app)
    first = list(app.dataframe[0].value["Words"])
    app.pagination[0].set_value(3).run()
    assert "Rows 7 to 7 of 7" in shown(app)
    assert len(app.dataframe[0].value) == 1
    assert not set(app.dataframe[0].value["Words"]) & set(first)


def test_nothing_passes_the_filters(case: Path, opened: Open) -> None:
    app = opened(case)
    app.text_input(key="filter-words").set_value("unicorn").run()
    assert "No statement passes the filters" in app.info[0].value


def test_a_ruling_wants_a_name_and_is_kept(opened: Open, tmp_path: Path) -> None:
    copy = write_case(tmp_path / "lee")
    app = opened(copy, "statements")
    assert app.button(key="statements-accepted").disabled
    app.text_input(key="who").set_value("A. Nalyst").run()
    app.button(key="statements-rejected").click().run()
    assert not app.exception
    assert app.dataframe[0].value["Review"][0] == "rejected"
    with Corpus.open(copy) as corpus:
        first = next(iter(corpus.records()))
    assert (first.review.verdict, first.review.who) == ("rejected", "A. Nalyst")


def test_a_speaker_is_corrected_and_what_was_read_stays_beside_it(opened: Open, tmp_path: Path) -> None:
    copy = write_case(tmp_path / "lee")
    app = opened(copy, "statements")
    read = app.dataframe[0].value["Speaker"][0]
    assert any("give your name" in caption.value for caption in app.caption)
    app.text_input(key="who").set_value("A. Nalyst").run()
    app.selectbox(key="statements-speaker").set_value("Bob Ray").run()
    app.button(key="statements-corrected").click().run()
    assert not app.exception
    assert (app.dataframe[0].value["Speaker"][0], app.dataframe[0].value["Review"][0]) == ("Bob Ray", "corrected")
    app.button(key="statements-accepted").click().run()
    assert (app.dataframe[0].value["Speaker"][0], app.dataframe[0].value["Review"][0]) == ("Bob Ray", "accepted")
    with Corpus.open(copy) as corpus:
        first = next(iter(corpus.records()))
        row = next(rows([first], people_of(corpus)))
    assert (row.speaker, row.rule, row.confidence) == ("Bob Ray", "analyst", 1.0)
    assert read in row.speaker_as_written


def test_a_person_has_said_was_told_talks_and_knew(case: Path, opened: Open) -> None:
    app = opened(case, "people")
    people = app.selectbox(key="person")
    people.set_value(next(option for option in people.options if option.startswith("Bob Ray"))).run()
    assert next(iter(app.dataframe[0].value["Words"])) == ANSWER
    app.segmented_control(key="person-tab").set_value("told").run()
    assert list(app.dataframe[0].value["Words"]) == [MAIL, CHAT, "Who pulled the files?"]
    app.segmented_control(key="person-tab").set_value("with").run()
    assert list(app.dataframe[0].value["Name"]) == ["Ann Cole", "Dana Lee"]
    assert list(app.dataframe[0].value["Said to"]) == [1, 0]
    app.segmented_control(key="person-tab").set_value("knew").run()
    first = app.dataframe[0].value.iloc[0]
    assert (first["Topic"], first["First"], first["How"]) == ("data sourcing", "2023-10-04 13:05", "received")


def test_a_person_is_told_from_others_with_reasons(tmp_path_factory: pytest.TempPathFactory, opened: Open) -> None:
    app = opened(sample_corpus(tmp_path_factory), "people")
    people = app.selectbox(key="person")
    people.set_value(next(option for option in people.options if option.startswith("Daniel Chen"))).run()
    assert {"Why these forms are taken for one", "Who looks alike, and is taken for another"} <= {e.label for e in app.expander}
    assert "“Daniel” can be nobody else than “Daniel Chen” in that document (0.70)" in shown(app)
    assert "Grace Chen: another\n  against: “Mr. Chen” and “Grace Chen”: one is a Mr., the other a Ms. (1.00)" in shown(app)
    assert "Writes from: Novalith, Inc. (2023-03-14T17:31 to 2023-03-15T09:07) — Dkt. 449-3 at 3" in shown(app)


def test_a_thread_tells_who_was_dropped_and_who_got_it_below_a_later_mail(
    tmp_path_factory: pytest.TempPathFactory, opened: Open
) -> None:
    app = opened(sample_corpus(tmp_path_factory), "threads")
    assert not app.exception
    table, mails = app.dataframe[0].value, app.dataframe[1].value
    row = table.iloc[0]
    assert (row["Subject"], row["Mails"], row["Dropped"], row["Only below"]) == (
        "Books for Cantor-2",
        5,
        "Priya Raghunathan",
        4,
    )
    assert list(mails["From"].str.strip(" └")) == [
        *("William Tanaka", "Daniel Chen", "Pieter van der Linden", "Marisol Okafor", "Katharina Voss"),
    ]
    assert "Grace Chen by the mail of 2023-03-16T22:42 (Dkt. 449-3 at 3)" in shown(app)
    assert "Original: none was produced" in shown(app)
    choose(app, 4, table=1)
    assert "Answers: Marisol Okafor's of 2023-03-16 18:15: printed below it, Dkt. 449-3 at 2" in shown(app)
    assert "Joined: Grace Chen\nDropped: Priya Raghunathan\nNot on it any more: Priya Raghunathan; William Tanaka" in shown(app)
    assert "Dkt. 449-3 at 2" in [element.value for element in app.code]
    assert images(app) == 1


def test_a_mail_in_two_exhibits_is_shown_at_either(tmp_path_factory: pytest.TempPathFactory, opened: Open) -> None:
    app = opened(sample_corpus(tmp_path_factory), "threads")
    choose(app, 1)
    (place,) = (box for box in app.selectbox if box.label == "Printed at")
    assert [option.partition(" · ")[0] for option in place.options] == ["Dkt. 449-4 at 2", "Dkt. 455-2 at 2"]
    assert "One message, printed at 2 places; also " + plain("Dkt. 455-2 at 2") in shown(app)
    place.select_index(1).run()
    assert "Dkt. 455-2 at 2" in [element.value for element in app.code]


def test_threads_are_those_of_the_filters_and_of_a_person(tmp_path_factory: pytest.TempPathFactory, opened: Open) -> None:
    app = opened(sample_corpus(tmp_path_factory), "threads")
    person = app.selectbox(key="thread-person")
    person.set_value(next(option for option in person.options if option.startswith("Grace Chen"))).run()
    assert list(app.dataframe[0].value["Subject"]) == ["Books for Cantor-2"]
    person.set_value(None).run()
    app.toggle(key="single-mails").set_value(True).run()
    assert next(iter(app.dataframe[0].value["Subject"])) == "Forty thousand titles"
    app.selectbox(key="filter-document").set_value("gov.uscourts.cand.999999.455.2.pdf").run()
    assert list(app.dataframe[0].value["Subject"]) == ["Dinner, and the forty thousand"]
    app.text_input(key="filter-words").set_value("unicorn").run()
    assert "No statement passes the filters" in app.info[0].value


def test_further_prints_of_a_mail_are_counted_as_such(tmp_path_factory: pytest.TempPathFactory, opened: Open) -> None:
    app = opened(sample_corpus(tmp_path_factory))
    assert "; 4 are further prints of a mail that is there already" in shown(app)
    app.selectbox(key="filter-document").set_value("gov.uscourts.cand.999999.455.2.pdf").run()
    assert "further prints" not in shown(app)


def test_the_network_lists_the_strongest_tie(case: Path, opened: Open) -> None:
    app = opened(case, "network")
    assert "**Dana Lee → Bob Ray** · 2 statements" in shown(app)
    assert list(app.dataframe[0].value["Words"]) == [CHAT, MAIL]
    app.text_input(key="filter-words").set_value("some of them").run()  # to nobody that is named
    assert "ties anybody to anybody" in app.info[0].value
    app.selectbox(key="relation").set_value("about").run()
    assert "**Bob Ray → data sourcing** · 1 statement" in shown(app)


def test_the_network_around_somebody(tmp_path_factory: pytest.TempPathFactory, opened: Open) -> None:
    app = opened(sample_corpus(tmp_path_factory), "network")
    everyone = next(caption.value for caption in app.caption if "names" in caption.value)
    around = app.selectbox(key="around")
    around.set_value(next(option for option in around.options if option == "Margaret Whitcombe")).run()
    assert not app.exception
    assert "**Margaret Whitcombe** · " in shown(app)  # all that was said to her or by her, until something else is clicked
    fewer = next(caption.value for caption in app.caption if "names" in caption.value)
    assert int(fewer.split()[0]) < int(everyone.split()[0])


def test_the_ledger_says_why_and_pages_are_leafed_through(case: Path, opened: Open) -> None:
    app = opened(case, "documents")
    files = list(app.dataframe[0].value["File"])
    choose(app, files.index("sealed.pdf"))
    assert plain("encrypted; give its password") in app.info[0].value
    choose(app, files.index("ray.pdf"))
    assert "**2 statements** on page 1" in shown(app)
    app.number_input[0].set_value(2).run()
    assert list(app.dataframe[1].value["Words"]) == [ANSWER]
    assert images(app) == 1


def test_failed_redactions_are_listed_without_their_words(opened: Open, tmp_path: Path) -> None:
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [brief(tmp_path / "brief.pdf")])
    app = opened(tmp_path / "case", "documents")
    assert not app.exception
    assert "1 redaction over words that the file still has, 1 withheld" in [expander.label for expander in app.expander]
    (frame,) = [frame.value for frame in app.dataframe if "Ruled" in frame.value]
    assert (frame["State"][0], frame["Cite"][0], frame["Page"][0]) == ("undecided", "Dkt. 12 at 1", 1)
    assert "Sandoval" not in frame.to_csv() + shown(app)


def test_papers_read_before_places_were_kept_are_told(opened: Open, tmp_path: Path) -> None:
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [brief(tmp_path / "brief.pdf")])
        (paper,), (entry,) = corpus.documents(), corpus.entries()
        bare = replace(paper, pages=tuple(replace(page, failed=()) for page in paper.pages))
        corpus.store.add(bare, [], corpus.path(paper.id), entry)  # as an older Pincite kept it
    app = opened(tmp_path / "case", "documents")
    assert any("read before places were kept" in warning.value for warning in app.warning)


def test_a_search_shows_its_hits_on_the_page(case: Path, opened: Open) -> None:
    app = opened(case, "search")
    app.text_input(key="query").set_value("torrents w/5 network").run()
    assert list(app.dataframe[0].value["Document"]) == ["brief.pdf", "mail.pdf"]
    choose(app, 1)
    assert "mail.pdf at 1" in [element.value for element in app.code]
    assert list(app.dataframe[1].value["Words"]) == [MAIL]
    assert images(app) == 1


@pytest.mark.parametrize(
    ("query", "message"),
    [
        pytest.param('"shadow library', "a quotation mark is not closed", id="open quotation mark"),
        pytest.param("libgen w/s counsel", "is not supported", id="same sentence"),
        pytest.param("libgen AND", "a word or phrase is missing at the end", id="no operand"),
    ],
)
def test_a_query_that_cannot_be_understood(case: Path, opened: Open, query: str, message: str) -> None:
    app = opened(case, "search")
    app.text_input(key="query").set_value(query).run()
    assert message in app.warning[0].value.replace("\\", "")


def test_a_search_that_finds_nothing(case: Path, opened: Open) -> None:
    app = opened(case, "search")
    app.text_input(key="query").set_value("unicorn").run()
    assert "No passage matches" in app.info[0].value


def test_quotations_stand_beside_their_source(case: Path, opened: Open) -> None:
    app = opened(case, "quotes")
    table = app.dataframe[0].value
    assert list(table["Verdict"]) == ["altered", "exact"]
    assert list(table["Found at"]) == ["ray.pdf at 1-2", "mail.pdf at 1"]
    assert "quoted **some** · source has **all**" in shown(app)
    assert images(app) == 3  # the brief, and both pages of the answer
    app.segmented_control(key="quote-states").set_value(["exact"]).run()
    assert list(app.dataframe[0].value["Verdict"]) == ["exact"]


def test_words_of_a_document_are_never_markup(case: Path, opened: Open) -> None:
    app = opened(case, "statements")
    choose(app, list(app.dataframe[0].value["Words"]).index(HOSTILE))
    assert f"“{HOSTILE}”" in [element.value for element in app.text]
    assert not any("192.0.2.1" in element.value for element in app.markdown)


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_corpus_says_what_to_do(opened: Open, tmp_path: Path, page: str) -> None:
    with Corpus.create(tmp_path / "empty"):
        pass
    app = opened(tmp_path / "empty", page)
    assert not app.exception
    assert app.info


def test_a_corpus_without_dates(opened: Open, tmp_path: Path) -> None:
    app = opened(write_case(tmp_path / "undated", dated=False))
    assert "None of these statements has a date" in app.info[0].value
    assert len(app.dataframe[0].value) == 7


@pytest.mark.parametrize("argument", ["", "nowhere"])
def test_without_a_corpus_the_app_says_how_to_make_one(opened: Open, tmp_path: Path, argument: str) -> None:
    app = opened(tmp_path / argument if argument else "")
    assert "No corpus is open" in app.header[0].value
    assert "pincite sample" in shown(app)
    assert bool(app.warning) == bool(argument)


def test_another_folder_can_be_opened(case: Path, opened: Open, tmp_path: Path) -> None:
    app = opened(tmp_path)
    app.text_input(key="folder").set_value(str(case)).run()
    assert "**7** of 7 statements shown" in shown(app)


def test_of_several_corpora_one_is_picked(case: Path, opened: Open, tmp_path: Path) -> None:
    shutil.copytree(case, tmp_path / "b")
    write_case(tmp_path / "a", dated=False)
    app = opened(tmp_path)
    assert app.selectbox(key="corpus").options == ["a", "b"]
    assert app.info  # the first has no dates
    app.selectbox(key="corpus").select_index(1).run()
    assert not app.info


def test_a_broken_store_is_said_so(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "pincite.sqlite").write_bytes(b"not a database, not by far" * 40)
    app = opened(tmp_path)
    assert "not a Pincite store" in app.error[0].value.replace("\\", "")
