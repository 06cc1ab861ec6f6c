"""The sample corpus: made-up filings whose truth is known. What the gold says must be what the paper says."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from corpora.sample import SampleReport, write
from corpora.sample.docket import DAMAGED, DUPLICATE, PASSWORD, SEALED
from corpora.sample.filing import Filing, cites_of, filled
from corpora.sample.manuscript import Paragraph, Said, Section, Style
from corpora.sample.paper import Paper
from corpora.sample.typesetter import break_lines, typeset
from nlp.topics import BUILT_IN, topics_of
from tests.shared import SHARED, needs_shared

BRIEF = "gov.uscourts.cand.999999.449.0.pdf"
MAIL = "gov.uscourts.cand.999999.449.3.pdf"
DEPOSITION = "gov.uscourts.cand.999999.449.5.pdf"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return write(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def gold(sample):
    return _jsonl(sample.folder / "gold" / "gold.jsonl")


def _jsonl(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def letters(text):
    """Lower-case letters only: quotation marks, stamps' digits, prefixes and line breaks do not count."""
    return re.sub(r"[^a-z]+", "", unicodedata.normalize("NFKD", text).lower())


def digest(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# The typesetter: a small paper, six lines to the page.

SMALL = Paper(left=0, right=200, top=12, bottom=72, grid=12, numbers=6)
PLAIN = Style(family="Courier", size=10, leading=12)  # a letter is 6 points wide: 33 to the line


def set_small(*paragraphs, **section):
    return typeset((Section(paragraphs, **section),), SMALL)


def place(trace):
    return trace.page, trace.line, trace.page_last, trace.line_last


def said():
    return Said("quote", "Ann Bell")


def test_a_mark_knows_the_lines_it_was_broken_into():
    setting = set_small(Paragraph("He said ‹a|we took the lot of them and nobody ever asked.›", PLAIN, {"a": said()}))
    assert place(setting.traces["a"]) == (1, 1, 1, 2)
    assert setting.traces["a"].text == "we took the lot of them and nobody ever asked."


def test_a_mark_runs_over_the_page_break():
    setting = set_small(*[Paragraph("filler", PLAIN)] * 5, Paragraph("‹a|" + "words " * 10 + "end›", PLAIN, {"a": said()}))
    assert place(setting.traces["a"]) == (1, 6, 2, 1)


def test_a_split_quotation_is_joined_by_an_ellipsis_within_a_paragraph_only():
    split = Paragraph("“‹a|We took it,›” she said. “‹a|All.›”", PLAIN, {"a": said()})
    setting = set_small(split, Paragraph("“‹a|Really.›”", PLAIN))
    assert setting.traces["a"].text == "We took it, ... All. Really."


def test_a_mark_inside_a_mark_has_a_trace_of_its_own():
    setting = set_small(Paragraph("‹a|I told her ‹b|that it was done.››", PLAIN, {"a": said(), "b": said()}))
    assert setting.traces["a"].text == "I told her that it was done."
    assert setting.traces["b"].text == "that it was done."


def test_a_footnote_stands_on_the_page_that_calls_it_and_does_not_interrupt_the_text():
    note = Paragraph("‹n|See below.›", PLAIN, {"n": said()})
    body = Paragraph("‹a|one[^] " + "words " * 18 + "end›", PLAIN, {"a": said()}, notes=(note,))
    setting = set_small(body)
    assert place(setting.traces["a"]) == (1, 1, 2, 1)
    assert setting.traces["n"].page == 1
    assert "..." not in setting.traces["a"].text


def test_an_excerpt_ends_with_its_last_page():
    cut = Paragraph("‹a|" + "words " * 60 + "end›", PLAIN, {"a": said()})
    setting = set_small(cut, Paragraph("‹b|never printed›", PLAIN, {"b": said()}), pages=1)
    assert len(setting.sheets) == 1
    assert not setting.traces["a"].text.endswith("end")
    assert "b" not in setting.traces


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("a shadow-library", ["a shadow-", "library"], id="a compound may be divided after its hyphen"),
        pytest.param("a NOVA-shadow-1", ["a", "NOVA-shadow-1"], id="a number may not"),
        pytest.param("x ann-lee@b.example", ["x", "ann-lee@b.example"], id="an address may not"),
        pytest.param("a __bold__ *it* _____", ["a bold it", "_____"], id="marks of style are not printed, rules are"),
    ],
)
def test_where_a_line_may_end(text, lines):
    rows = break_lines(Paragraph(text, PLAIN), 66)  # eleven letters
    assert [
        "".join(
            (" " if i and word.glue else "") + "".join(f.text for f in word.fragments) for i, (_, word) in enumerate(row.words)
        )
        for row in rows
    ] == lines


def test_a_cite_is_filled_in_from_where_the_words_were_printed():
    exhibit = Filing(
        "e.pdf", "E", SMALL, (Section((Paragraph("x", PLAIN), Paragraph("‹a|here›", PLAIN, {"a": said()})), label=45),), "e"
    )
    brief = Filing("b.pdf", "B", SMALL, (Section((Paragraph("See <e:a>.", PLAIN),)),))
    assert filled(brief, cites_of(exhibit, exhibit.set())).sections[0].paragraphs[0].text == "See 45:2."


# What is written.


def test_reruns_give_the_same_bytes(sample, tmp_path):
    again = write(tmp_path)
    assert digest(again.folder) == digest(sample.folder)
    assert (again.pages, again.statements) == (sample.pages, sample.statements)


def test_the_report_names_every_file(sample):
    assert isinstance(sample, SampleReport)
    assert sorted(sample.files) == sorted(path for path in sample.folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        pytest.param("gov.uscourts.cand.999999.1.0.pdf", {"quote", "paraphrase"}, id="complaint"),
        pytest.param(BRIEF, {"quote", "paraphrase"}, id="brief"),
        pytest.param("gov.uscourts.cand.999999.449.1.pdf", {"declaration", "quote", "paraphrase"}, id="declaration"),
        pytest.param(MAIL, {"email"}, id="mail chain"),
        pytest.param("gov.uscourts.cand.999999.449.4.pdf", {"email"}, id="Gmail print"),
        pytest.param("gov.uscourts.cand.999999.455.2.pdf", {"email"}, id="the same exhibit filed again"),
        pytest.param(DEPOSITION, {"question", "answer", "colloquy", "quote", "paraphrase"}, id="deposition"),
        pytest.param("gov.uscourts.cand.999999.449.6.pdf", {"chat"}, id="text messages"),
        pytest.param("gov.uscourts.cand.999999.449.7.pdf", {"chat"}, id="channel export"),
        pytest.param("gov.uscourts.cand.999999.472.0.pdf", {"colloquy"}, id="hearing"),
        pytest.param("gov.uscourts.cand.999999.478.0.pdf", {"quote", "paraphrase"}, id="order"),
        pytest.param("bay-ledger-2025-01-15.pdf", {"quote", "paraphrase"}, id="article"),
        pytest.param("galley-and-proof-2025-02-18.txt", {"quote", "paraphrase"}, id="plain text"),
        pytest.param("HR-000131.pdf", {"email"}, id="scan"),
    ],
)
def test_every_kind_of_paper_is_there(sample, gold, name, kinds):
    assert (sample.folder / "filings" / name).stat().st_size > 500
    assert {row["kind"] for row in gold if row["document"] == name} == kinds


def test_the_truth_of_every_page_of_every_readable_paper_is_told(sample):
    pages = json.loads((sample.folder / "gold" / "pages.json").read_text())
    for name, numbers in pages.items():
        path = sample.folder / "filings" / name
        assert numbers == [1] if path.suffix == ".txt" else list(range(1, len(pypdf.PdfReader(path).pages) + 1))
    files = {path.name for path in (sample.folder / "filings").iterdir()}
    assert files - pages.keys() == {DAMAGED, DUPLICATE, SEALED.name}


def test_a_damaged_file_does_not_open(sample):
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(sample.folder / "filings" / DAMAGED)


def test_a_sealed_file_opens_with_its_password_only(sample):
    path = sample.folder / "filings" / SEALED.name
    assert pypdf.PdfReader(path).is_encrypted
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(path)
    assert len(pypdfium2.PdfDocument(path, password=PASSWORD)) == 1


def test_one_exhibit_is_there_twice_with_the_same_bytes(sample):
    filings = sample.folder / "filings"
    assert (filings / DUPLICATE).read_bytes() == (filings / MAIL).read_bytes()


def test_the_scan_has_no_text_layer(sample):
    pdf = pypdf.PdfReader(sample.folder / "filings" / "HR-000131.pdf")
    assert [page.extract_text().strip() for page in pdf.pages] == [""]
    assert len(pdf.pages[0].images) == 1


# What the gold says is what the paper says.


@cache
def page_letters(path):
    if path.suffix == ".txt":
        return (letters(path.read_text(encoding="utf-8")),)
    return tuple(letters(page.extract_text()) for page in pypdf.PdfReader(path).pages)


def is_printed(text, pages):
    """All of ``text`` on one page, or its beginning on one and the rest on the next; pieces between ellipses by themselves."""
    pieces = [letters(piece) for piece in re.split(r" \.\.\. |\. \. \. \.", text)]
    return all(any(piece in page for page in pages) or _is_divided(piece, pages) for piece in pieces)


def _is_divided(piece, pages):
    return len(pages) > 1 and any(piece[:cut] in pages[0] and piece[cut:] in pages[1] for cut in range(1, len(piece)))


def test_every_statement_is_printed_on_the_pages_it_claims(sample, gold):
    astray = [
        (row["document"], row["page"], row["text"][:60])
        for row in gold
        if not row.get("scanned")
        and not is_printed(
            row["text"], page_letters(sample.folder / "filings" / row["document"])[row["page"] - 1 : row["page_last"]]
        )
    ]
    assert astray == []


@cache
def page_chars(path, number):
    """(letter, left edge, bottom) of every character on a page, in points from the bottom."""
    page = pypdfium2.PdfDocument(path)[number - 1].get_textpage()
    text = page.get_text_range()
    boxes = (page.get_charbox(i, loose=True) for i in range(len(text)))
    return tuple((char, box[0], box[1]) for char, box in zip(text, boxes, strict=True))


@cache
def printed_numbers(path, number):
    """{line number: bottom} as printed in the left margin of a page."""
    margin: dict[float, str] = {}
    for char, left, bottom in page_chars(path, number):
        if char.isdigit() and left < 100:
            margin[round(bottom)] = margin.get(round(bottom), "") + char
    return {int(digits): bottom for bottom, digits in margin.items() if int(digits) <= 28}


def alphanumeric(text):
    return re.sub(r"[^a-z0-9]+", "", unicodedata.normalize("NFKD", text).lower())


def bottoms_of(path, number, wanted, *, last=False):
    """Where the first (or the last) letter of every occurrence of ``wanted`` stands on a page."""
    body = [(letter, bottom) for char, left, bottom in page_chars(path, number) if left >= 100 for letter in alphanumeric(char)]
    text = "".join(letter for letter, _ in body)
    return [body[found.start() + (len(wanted) - 1 if last else 0)][1] for found in re.finditer(f"(?={wanted})", text)]


def is_at_line(path, page, wanted, line, *, last=False):
    """True if ``wanted`` stands at the printed ``line``, or, where single-spaced print stands between two numbers, next to it."""
    numbers = printed_numbers(path, page)
    pitch = (max(numbers.values()) - min(numbers.values())) / (len(numbers) - 1)
    return any(abs(bottom - numbers[line]) < pitch / 2 + 2 for bottom in bottoms_of(path, page, wanted, last=last))


def ends_of(row):
    """The first and the last twenty letters of a statement, or only its outer words where it runs over a page break."""
    pieces = row["text"].split(" ... ")
    if row["page"] != row["page_last"]:
        return alphanumeric(pieces[0].split()[0]), alphanumeric(pieces[-1].split()[-1])
    return alphanumeric(pieces[0])[:20], alphanumeric(pieces[-1])[-20:]


def test_every_printed_line_number_is_the_one_beside_the_words(sample, gold):
    numbered = [row for row in gold if row["line_first"]]
    assert len(numbered) > 250
    for row in numbered:
        path, (head, tail) = sample.folder / "filings" / row["document"], ends_of(row)
        assert is_at_line(path, row["page"], head, row["line_first"]), row
        assert is_at_line(path, row["page_last"], tail, row["line_last"], last=True), row


def test_line_numbers_are_told_only_where_they_are_printed(gold):
    with_numbers = {row["document"] for row in gold if row["line_first"]}
    assert with_numbers == {f"gov.uscourts.cand.999999.{n}.pdf" for n in ("1.0", "449.0", "449.1", "449.5", "472.0", "478.0")}


def test_an_answer_over_a_page_break_is_cited_by_the_printed_page(gold):
    across = next(
        row for row in gold if row["document"] == DEPOSITION and row["printed_page"] == "5" and row["page_last"] > row["page"]
    )
    assert (across["kind"], across["line_first"], across["line_last"]) == ("answer", 25, 3)


def test_a_quotation_of_the_brief_runs_over_a_page_break(gold):
    assert [row for row in gold if row["document"] == BRIEF and row["kind"] == "quote" and row["page_last"] > row["page"]]


def test_the_words_of_a_row_are_one_line(gold):
    assert [row["text"] for row in gold if row["text"] != " ".join(row["text"].split()) or not row["text"]] == []


@needs_shared
@pytest.mark.real
def test_the_scorer_reads_the_gold(sample, gold, tmp_path):
    answer = tmp_path / "statements.jsonl"
    answer.write_text("".join(json.dumps(row | {"speaker": row["speaker"] or ""}) + "\n" for row in gold))
    scorer = SHARED / "bench" / "score_filings.py"
    run = subprocess.run([sys.executable, scorer, sample.folder / "gold", answer], capture_output=True, text=True, check=True)
    score = json.loads(run.stdout)
    assert score["found_PRF"] == score["attributed_PRF"] == [100.0, 100.0, 100.0]


# Who is who.


@pytest.fixture(scope="module")
def people(sample):
    return json.loads((sample.folder / "gold" / "people.json").read_text(encoding="utf-8"))


def test_everyone_who_speaks_or_is_spoken_to_is_in_the_cast(gold, people):
    named = {name for row in gold for value in (row["speaker"] or "", *row["addressees"]) for name in value.split("; ") if name}
    forms = {form for forms in people.values() for form in forms}
    assert named - people.keys() - forms <= {"Plaintiffs", "Supreme Court", "Ninth Circuit", "OpenAI", "Anthropic"}


def page_words(path):
    """All words of a file in a row, with straight apostrophes."""
    text = (
        path.read_text(encoding="utf-8")
        if path.suffix == ".txt"
        else " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    )
    return " ".join(text.replace("’", "'").split())


def test_every_form_of_a_name_is_printed_somewhere(sample, people):
    papers = [path for path in (sample.folder / "filings").iterdir() if path.name not in {DAMAGED, SEALED.name}]
    printed = " ".join(page_words(path) for path in papers)
    assert [form for forms in people.values() for form in forms if form.replace("’", "'") not in printed] == []


def test_two_people_share_a_surname_and_one_is_misspelt(people):
    assert {name for name in people if name.endswith(" Chen")} == {"Daniel Chen", "Grace Chen"}
    assert "Priya Ragunathan" in people["Priya Raghunathan"]


# What the brief quotes.


@pytest.fixture(scope="module")
def quotes(sample):
    return _jsonl(sample.folder / "gold" / "quotes.jsonl")


def stands_in(text, exhibit):
    """True if the words stand in the exhibit but for omissions and changes of case that are shown."""
    whole = "".join(page_letters(exhibit))
    return all(letters(piece) in whole for piece in re.split(r"\.\.\.|\. \. \.|\[\w\]", text))


def test_an_exact_quotation_stands_in_its_exhibit_and_no_other_does(sample, quotes):
    for quote in quotes:
        found = stands_in(quote["text"], sample.folder / "filings" / quote["exhibit"])
        assert found is (quote["verdict"] == "exact"), quote


def test_one_quotation_is_altered_and_one_is_in_no_exhibit(sample, quotes):
    assert sum(quote["verdict"] == "exact" for quote in quotes) > 20
    assert [quote["text"] for quote in quotes if quote["verdict"] == "altered"] == [
        "I would rather we licensed, ... But you asked me what is quick, and only the third one is fast."
    ]
    (invented,) = (quote["text"] for quote in quotes if quote["verdict"] == "not found")
    exhibits = [sample.folder / "filings" / f"gov.uscourts.cand.999999.449.{n}.pdf" for n in (1, 3, 4, 5, 6, 7)]
    assert not any(stands_in(invented, exhibit) for exhibit in exhibits)


def test_a_cite_to_the_deposition_points_at_the_words(gold, quotes):
    """ "Okafor Dep. 45:21-24": the lines cited hold a turn with the words quoted."""
    turns = [row for row in gold if row["document"] == DEPOSITION and row["printed_page"]]
    cited = [quote for quote in quotes if quote["exhibit"] == DEPOSITION]
    assert len(cited) > 8
    for quote in cited:
        page, line = map(int, re.search(r"(\d+):(\d+)", quote["cite"]).groups())
        words = letters(re.sub(r"\[\w\]", "", quote["text"]))
        assert any(
            words in letters(turn["text"]) and (int(turn["printed_page"]), turn["line_last"]) >= (page, line) for turn in turns
        ), quote


# The corpus folder.


def test_the_settings_have_a_topic_and_a_roster_of_one(sample):
    settings = tomllib.loads((sample.folder / "corpus.toml").read_text(encoding="utf-8"))
    assert settings["corpus"]["name"] == "Achterberg v. Novalith"
    assert [topic["terms"] for topic in settings["topics"].values()]
    assert [person["name"] for person in settings["people"]] == ["Katharina Voss"]


@pytest.mark.parametrize("topic", [pytest.param(topic, id=topic.name) for topic in BUILT_IN])
def test_the_built_in_topics_have_something_to_find(gold, topic):
    assert sum(bool(topics_of(row["text"], (topic,))) for row in gold) >= 15


def test_the_story_is_told_over_three_years(gold):
    years = {row["date"][:4] for row in gold if row["date"]}
    assert {"2022", "2023", "2024", "2025"} <= years


def test_nothing_depends_on_where_it_is_written(sample, tmp_path: Path):
    deep = tmp_path / "a" / "b"
    assert digest(write(deep).folder) == digest(sample.folder)
