"""Rulings on failed redactions: released words are in text, search and exports, marked; withheld ones are nowhere, not even in the file."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

import cli
from corpora.batch import ingest
from corpora.corpus import STORE_FILE, Corpus
from corpora.decision import By
from corpora.parcel import Reread
from corpora.record import Record, Review
from corpora.redactions import Redaction, failed_redactions, look_under, rule_on, take_back
from corpora.search import search
from graph.conclusion import conclude
from graph.export import export
from graph.network import connect
from graph.people import people_of
from graph.row import rows
from graph.thread import threads_of
from graph.thread_row import thread_rows
from ingest.errors import CorpusError, PinciteError, QueryError, ReadError

HIDDEN = "Ulrike Sandoval"
STAMP = "Case 3:24-cv-01234-ABC   Document 12   Filed 02/06/24   Page 1 of 1"
BEFORE, AFTER = 'Mr. Webb wrote: "The payment was made by ', ' in the spring."'
LATER = 'Ms. Quill said: "Nobody asked me for a receipt before the audit."'
BY = By("R. Cole", "2026-03-02T10:00:00+00:00")


def brief(path: Path, secret: str = HIDDEN, password: str | None = None) -> Path:
    """One page with a box over a name that the file still has."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True, encrypt=password)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(72, 770, STAMP)
    canvas.drawString(72, 640, BEFORE + secret + AFTER)
    canvas.drawString(72, 600, LATER)
    left = 72 + canvas.stringWidth(BEFORE)
    canvas.rect(left - 1, 636, canvas.stringWidth(secret) + 2, 15, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    brief(tmp_path / "papers" / "brief.pdf")
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [tmp_path / "papers"])
        conclude(corpus)
    return tmp_path / "case"


def only(corpus: Corpus) -> Redaction:
    (redaction,) = failed_redactions(corpus)
    return redaction


def rule(corpus: Corpus, act: str, why: str = "privilege was waived") -> None:
    rule_on(corpus, act, [only(corpus).cover.id], BY, why)  # type: ignore[arg-type]  # the acts by name
    conclude(corpus)


def said(corpus: Corpus, speaker: str = "Webb") -> Record:
    return next(r for r in corpus.records() if speaker in str(r.statement.attribution))


def in_the_file(folder: Path) -> bool:
    """True if any page of the store's files, live or freed, holds the words."""
    files = [path.read_bytes() for path in folder.glob(f"{STORE_FILE}*")]
    return any(word.encode() in data or word.lower().encode() in data for data in files for word in HIDDEN.split())


def exported(folder: Path, to: Path) -> dict[str, bytes]:
    with Corpus.open(folder) as corpus:
        export(corpus, to)
    return {path.name: path.read_bytes() for path in sorted(to.iterdir())}


def test_what_nobody_ruled_on_is_listed_without_its_words(case: Path) -> None:
    with Corpus.open(case) as corpus:
        redaction = only(corpus)
        assert (redaction.state, redaction.document, redaction.cite) == ("undecided", "brief.pdf", "Dkt. 12 at 1")
        assert redaction.line == f"{BEFORE}█{AFTER}"
    assert not in_the_file(case)


def test_released_words_are_text_and_told_as_such(case: Path) -> None:
    with Corpus.open(case) as corpus:
        rule(corpus, "release")
        record = said(corpus)
        assert record.text == "The payment was made by Ulrike Sandoval in the spring."
        (row,) = [row for row in rows(corpus.records(), people_of(corpus)) if HIDDEN in row.text]
        assert row.review == f"none; from under a redaction, released by R. Cole, {BY.at}"
        assert said(corpus, "Quill").uncovered == ()
        (hit,) = search(corpus, "Sandoval")
        assert hit.uncovered
        (entry,) = corpus.entries()
        assert entry.why == "text under 1 redaction box on page 1 released"
        assert (only(corpus).state, only(corpus).line) == ("released", f"{BEFORE}█{AFTER}")


def test_a_page_without_boxes_has_nothing_to_mark(case: Path) -> None:
    with Corpus.open(case) as corpus:
        assert not any(hit.uncovered for hit in search(corpus, "receipt"))
        rule(corpus, "release")
        (document,) = corpus.documents()
        assert [one.span.of(document.text) for one in document.uncovered] == [HIDDEN]


def test_withheld_again_they_are_nowhere(case: Path, tmp_path: Path) -> None:
    before = exported(case, tmp_path / "before")
    with Corpus.open(case) as corpus:
        rule(corpus, "release")
    assert in_the_file(case)
    assert any(HIDDEN.encode() in data for data in exported(case, tmp_path / "released").values())
    with Corpus.open(case) as corpus:
        rule(corpus, "withhold", "notice under FRE 502(b)")
        assert search(corpus, "Sandoval") == []
        assert (only(corpus).state, said(corpus).review) == ("withheld", Review())
    assert not in_the_file(case)
    assert exported(case, tmp_path / "after") == before


def test_a_ruling_is_undone_and_so_is_its_undoing(case: Path) -> None:
    with Corpus.open(case) as corpus:
        rule(corpus, "release")
        take_back(corpus, 1, BY)
        assert only(corpus).state == "undecided"
        take_back(corpus, 2, BY)
        assert only(corpus).state == "released"
        assert HIDDEN in said(corpus).text
        with pytest.raises(QueryError, match="no ruling 9"):
            take_back(corpus, 9, BY)
        assert [(d.number, d.act, d.who) for d in corpus.disclosures()] == [
            (1, "release", "R. Cole"),
            (2, "undo", "R. Cole"),
            (3, "undo", "R. Cole"),
        ]


def test_a_ruling_holds_when_the_paper_is_read_once_more(case: Path, tmp_path: Path) -> None:
    with Corpus.open(case) as corpus:
        rule(corpus, "release")
    released = exported(case, tmp_path / "released")
    with Corpus.open(case) as corpus:  # the ledger lost, the log kept
        corpus.store._db.execute("DELETE FROM files")
        ingest(corpus, [tmp_path / "papers"])
        conclude(corpus)
    assert exported(case, tmp_path / "again") == released


def test_a_file_with_other_bytes_is_withheld(case: Path, tmp_path: Path) -> None:
    with Corpus.open(case) as corpus:
        rule(corpus, "release")
        paper = tmp_path / "papers" / "brief.pdf"
        paper.write_bytes(paper.read_bytes() + b"\n% stamped since\n")
        ingest(corpus, [tmp_path / "papers"])
        assert only(corpus).state == "undecided"


def test_analysts_rulings_go_over_to_the_same_words(case: Path) -> None:
    accepted = Review("accepted", "A. Nalyst", "2026-03-01T09:00")
    with Corpus.open(case) as corpus:
        corpus.decide(said(corpus, "Quill").statement.id, accepted)
        corpus.decide(said(corpus).statement.id, accepted)
        first = said(corpus, "Quill").statement.id
        rule(corpus, "release")
        later, changed = said(corpus, "Quill"), said(corpus)
        assert later.statement.id != first  # it moved
        assert later.review == accepted
        assert changed.review == Review(released=f"released by R. Cole, {BY.at}")  # other words: nobody ruled on them
        corpus.decide(later.statement.id, replace(accepted, verdict="rejected"))
        rule(corpus, "withhold", "recalled")
        assert (said(corpus, "Quill").statement.id, said(corpus, "Quill").review.verdict) == (first, "rejected")


def test_of_a_paper_that_is_gone_nothing_is_released_but_all_withheld(case: Path, tmp_path: Path) -> None:
    with Corpus.open(case) as corpus:
        rule(corpus, "release")
        (tmp_path / "papers" / "brief.pdf").unlink()
        ruled = rule_on(corpus, "withhold", [only(corpus).cover.id], BY, "recalled")
        conclude(corpus)
        assert ruled.blotted == ("brief.pdf",)
        assert said(corpus).text == "The payment was made by ██████ ████████ in the spring."
        assert only(corpus).state == "withheld"
        with pytest.raises(PinciteError, match="brief"):
            rule(corpus, "release")
        assert only(corpus).state == "withheld"
    assert not in_the_file(case)


def test_a_ruling_that_is_killed_has_not_been_made(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with Corpus.open(case) as corpus:
        monkeypatch.setattr(Reread, "carried", killed)
        with pytest.raises(KeyboardInterrupt):
            rule(corpus, "release")
    with Corpus.open(case) as corpus:
        assert (only(corpus).state, corpus.disclosures()) == ("undecided", ())
        assert "█" in said(corpus).text


def test_what_another_program_keeps_from_being_cleared_is_cleared_later(case: Path) -> None:
    with Corpus.open(case) as corpus:
        rule(corpus, "release")
    reader = sqlite3.connect(case / STORE_FILE, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM statements").fetchone()
    with Corpus.open(case) as corpus:
        corpus.store._db.execute("PRAGMA busy_timeout = 50")
        rule_on(corpus, "withhold", [only(corpus).cover.id], BY, "recalled")
        assert conclude(corpus) is False
        assert HIDDEN not in str(list(corpus.records()))
    reader.close()
    with Corpus.open(case):
        pass
    assert not in_the_file(case)


def test_who_looks_is_logged_and_the_words_stay_withheld(case: Path) -> None:
    with Corpus.open(case) as corpus:
        ((redaction, words),) = look_under(corpus, [only(corpus).cover.id[:5]], BY, "to decide on privilege")
        assert (redaction.state, words) == ("undecided", HIDDEN)
        assert [(d.act, d.why) for d in corpus.disclosures()] == [("look", "to decide on privilege")]
        assert only(corpus).state == "undecided"
    assert not in_the_file(case)


@pytest.mark.parametrize("why", ["", "  ", "\n"])
def test_who_looks_tells_why(case: Path, why: str) -> None:
    with Corpus.open(case) as corpus:
        with pytest.raises(QueryError, match="a reason is wanted"):
            look_under(corpus, [only(corpus).cover.id], BY, why)
        assert corpus.disclosures() == ()


def test_an_encrypted_paper_wants_its_password(tmp_path: Path) -> None:
    paper = brief(tmp_path / "sealed.pdf", password="open sesame")  # noqa: S106  of a made-up file
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [paper], passwords=["open sesame"])
        redaction = only(corpus)
        with pytest.raises(ReadError, match="encrypted"):
            rule_on(corpus, "release", [redaction.cover.id], BY, "waived")
        rule_on(corpus, "release", [redaction.cover.id], BY, "waived", ["no", "open sesame"])
        assert HIDDEN in said(corpus).text


@pytest.mark.parametrize(("named", "why", "message"), [("ffff", "x", "no failed redaction"), ("", "", "a reason is wanted")])
def test_a_ruling_wants_an_id_and_a_reason(case: Path, named: str, why: str, message: str) -> None:
    with Corpus.open(case) as corpus, pytest.raises(QueryError, match=message):
        rule_on(corpus, "release", [named or only(corpus).cover.id], BY, why)


def test_words_that_stand_twice_in_a_line_are_told_apart(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "twice.pdf"), pagesize=(612, 792), invariant=True)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(72, 600, "Sandoval paid Quill, and Quill paid Sandoval, who kept it.")
    left = 72 + canvas.stringWidth("Sandoval paid Quill, and Quill paid ")
    canvas.rect(left - 1, 596, canvas.stringWidth("Sandoval") + 1, 15, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, [tmp_path / "twice.pdf"])
        rule(corpus, "release")
        (document,) = corpus.documents()
        (one,) = document.uncovered
        assert document.text[: one.span.start].split() == ["Sandoval", "paid", "Quill,", "and", "Quill", "paid"]
        assert only(corpus).line == "Sandoval paid Quill, and Quill paid █ who kept it."


def test_the_command_line(case: Path) -> None:
    run = CliRunner().invoke
    listed = run(cli.app, ["redactions", str(case)])
    assert "undecided  brief.pdf  page 1  Dkt. 12 at 1" in listed.stdout
    assert "Sandoval" not in listed.stdout
    number = listed.stdout.split()[0]
    done = run(cli.app, ["redactions", str(case), "release", number, "--why", "waived", "--by", "R. Cole"])
    assert "ruling 1, release" in done.stdout
    (told,) = map(json.loads, run(cli.app, ["redactions", "list", str(case), "--jsonl"]).stdout.splitlines())
    assert (told["state"], told["who"], told["why"], told["page"]) == ("released", "R. Cole", "waived", 1)
    assert "Sandoval" not in str(told)
    found = run(cli.app, ["search", str(case), "Sandoval"]).stdout
    assert "(words from under a redaction, released)" in found
    back = run(cli.app, ["redactions", "withhold", str(case), number, "--why", "recalled"])
    assert "exports that were written before still hold the words" in back.stdout
    assert "release: " in run(cli.app, ["redactions", str(case), "log"]).stdout
    assert run(cli.app, ["redactions", str(case), "release", number]).exit_code != 0  # no reason given


def test_a_store_without_the_paper_knows_no_redaction(tmp_path: Path) -> None:
    with Corpus.create(tmp_path / "case") as corpus:
        assert failed_redactions(corpus) == []
        with pytest.raises(CorpusError):
            corpus.document("0" * 64)


def mail(path: Path, *lines: str) -> Path:
    """One printed mail, with a box over the name that the file still has where a line has §."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    canvas.setFont("Times-Roman", 12)
    for row, line in enumerate(lines):
        before, is_boxed, after = line.partition("§")
        top = 720 - 18 * row
        canvas.drawString(72, top, before + (HIDDEN if is_boxed else "") + after)
        if is_boxed:
            left = 72 + canvas.stringWidth(before)
            canvas.rect(left - 1, top - 3, canvas.stringWidth(HIDDEN) + 2, 14, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return path


WORDS = "Dee, the ledger is in the safe and nobody but the two of us has the key to it."
FROM_HER = (
    "From: §",
    "To: Dee Fox <dfox@acme.example>",
    "Sent: Thursday, October 5, 2023 9:12 AM",
    "Subject: Ledger",
    "",
    WORDS,
)
ON_TO_HER = (
    "From: Ann Lee <alee@acme.example>",
    "To: Dee Fox <dfox@acme.example>; §",
    "Sent: Thursday, October 5, 2023 9:12 AM",
    "Subject: FW: Ledger",
    "",
    "-----Original Message-----",
    "From: Bob Ray <bray@acme.example>",
    "To: Ann Lee <alee@acme.example>",
    "Sent: Wednesday, October 4, 2023 1:05 PM",
    "Subject: Ledger",
    "",
    WORDS,
)


def ingested(tmp_path: Path) -> Corpus:
    corpus = Corpus.create(tmp_path / "case")
    ingest(corpus, [tmp_path / "papers"])
    conclude(corpus)
    return corpus


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    return tmp_path / "papers"


def test_a_speaker_corrected_to_while_released_is_struck_out_and_told(papers: Path, tmp_path: Path) -> None:
    mail(papers / "mail.pdf", *FROM_HER)
    with ingested(tmp_path) as corpus:
        rule(corpus, "release")
        (sent,) = corpus.records()
        corpus.decide(sent.statement.id, Review("corrected", "A. Nalyst", "2026-03-03", HIDDEN))
        number = only(corpus).cover.id
    done = CliRunner().invoke(cli.app, ["redactions", "withhold", str(tmp_path / "case"), number, "--why", "recalled"])
    assert "struck out: mail.pdf at 1; rule on these anew" in done.stdout
    with Corpus.open(tmp_path / "case") as corpus:
        (sent,) = corpus.records()
        assert "Sandoval" not in str(sent)
    assert not any(b"Sandoval" in data for data in exported(tmp_path / "case", tmp_path / "out").values())
    assert not in_the_file(tmp_path / "case")


def test_a_correction_of_what_stands_under_no_box_goes_over(case: Path) -> None:
    with Corpus.open(case) as corpus:
        rule(corpus, "release")
        corpus.decide(said(corpus, "Quill").statement.id, Review("corrected", "A. Nalyst", "2026-03-03", "Zora Neal"))
        rule(corpus, "withhold", "recalled")
        assert said(corpus, "Zora Neal").review.verdict == "corrected"


def test_a_mail_without_words_is_told_as_from_under_a_redaction(papers: Path, tmp_path: Path) -> None:
    mail(papers / "mail.pdf", *ON_TO_HER)
    with ingested(tmp_path) as corpus:
        rule(corpus, "release")
        conclude(corpus)
        (forward,) = corpus.wordless()
        assert forward.review.released == f"released by R. Cole, {BY.at}"
        told = list(thread_rows(threads_of(corpus, people_of(corpus))))
        assert len(told) == 2
        assert all("Sandoval" in row.addressees + row.reached and row.released for row in told)


def test_edges_of_the_graph_tell_who_released_their_words(papers: Path, tmp_path: Path) -> None:
    mail(papers / "mail.pdf", *FROM_HER)
    with ingested(tmp_path) as corpus:
        rule(corpus, "release")
        conclude(corpus)
        edges = [edge for *_, edge in connect(corpus.records(), people_of(corpus)).edges(data=True)]
    assert edges
    assert {edge["released"] for edge in edges} == {f"released by R. Cole, {BY.at}"}
    files = exported(tmp_path / "case", tmp_path / "out")
    assert all(b"released by R. Cole" in files[f"graph.{ending}"] for ending in ("graphml", "gexf", "json"))
    assert "released by R. Cole" in CliRunner().invoke(cli.app, ["timeline", str(tmp_path / "case")]).stdout


def test_redactions_are_cited_as_statements_are_among_several_cases(papers: Path, tmp_path: Path) -> None:
    brief(papers / "brief.pdf")
    other = Canvas(str(papers / "other.pdf"), pagesize=(612, 792), invariant=True)
    other.drawString(72, 770, "Case 2:23-cv-00077-DEF   Document 12   Filed 02/06/24   Page 1 of 1")
    other.drawString(72, 600, LATER)
    other.showPage()
    other.save()
    with ingested(tmp_path) as corpus:
        assert only(corpus).cite == said(corpus).cite == "No. 3:24-cv-01234, Dkt. 12 at 1"


def test_papers_read_before_places_were_kept_are_told_and_never_counted_as_none(case: Path) -> None:
    with Corpus.open(case) as corpus:
        (paper,) = corpus.documents()
        (entry,) = corpus.entries()
        path = corpus.path(paper.id)
        bare = replace(paper, pages=tuple(replace(page, failed=()) for page in paper.pages))
        corpus.store.add(bare, list(corpus.records()), path, entry)  # as an older Pincite kept it
    listed = CliRunner().invoke(cli.app, ["redactions", str(case)])
    assert listed.exit_code == 1
    assert "text under 1 redaction box on page 1 withheld; read before places were kept: ingest anew" in listed.stdout
    assert "0 redactions" not in listed.stdout
    rows_ = CliRunner().invoke(cli.app, ["redactions", "list", str(case), "--jsonl"])
    assert rows_.exit_code == 1
    (told,) = map(json.loads, rows_.stdout.splitlines())
    assert (told["document"], told["why"]) == ("brief.pdf", "text under 1 redaction box on page 1 withheld")
