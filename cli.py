"""The command line: parse arguments, call one function, print. Exit status 0 all done, 1 the command failed, 2 wrong usage,
3 done but some files were refused (the ledger says which and why)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from typer._click.exceptions import ClickException  # typer's own copy of click; it exports the subclasses only

from commands.options import (
    Addressee,
    Confidence,
    DocumentName,
    Folder,
    KindName,
    Output,
    ReviewName,
    Since,
    Speaker,
    TopicName,
    Until,
)
from commands.passwords import PasswordFile, read_passwords
from commands.people import people
from commands.printed import shortened, uncovered_mark
from commands.redactions import redactions
from commands.threads import threads
from commands.topic import known_topic
from ingest.errors import CorpusError, PinciteError, QueryError

WRONG_USAGE, DONE_WITH_REFUSALS = 2, 3
app = typer.Typer(
    name="pincite",
    help="Who said what, to whom, when, about what: pin-cited to the page and line where it is printed.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE|DIR", help="PDF and text files, or folders of them.", show_default=False)
]


def main() -> None:
    """Run a command; an error that Pincite understands is one line and exit status 1, or 2 where the command was wrong."""
    try:
        status = app(standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # the reader of our output has gone (typer turns that into an exit): no error of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (PinciteError, OSError) as error:
        print(f"pincite: {_told(error)}", file=sys.stderr)
        sys.exit(WRONG_USAGE if isinstance(error, QueryError) else 1)
    sys.exit(status if isinstance(status, int) else 0)


def _told(error: Exception) -> str:
    """What went wrong, where."""
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    return str(error)


@app.command()
def sample(folder: Folder) -> None:
    """Write the sample corpus: made-up filings of every kind, with their truth beside them."""
    from corpora.sample import write

    report = write(folder)
    for path in report.files:
        print(path)
    print(f"{len(report.files)} files; {report.pages} pages and {report.statements} statements whose truth is known")


@app.command()
def ingest(
    folder: Folder,
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE|DIR]", show_default=False)] = None,
    workers: Annotated[int, typer.Option(min=0, help="Child processes; 0 is one a core.")] = 0,
    retry: Annotated[bool, typer.Option("--retry", help="Take up again what was refused or failed.")] = False,
    password_file: PasswordFile = None,
) -> None:
    """Add and analyse PDF and text files; what is done already is skipped, so a run that was stopped goes on where it was."""
    from corpora.batch import ingest as run
    from corpora.corpus import Corpus
    from corpora.source import CONTAINERS, READABLE
    from graph.conclusion import conclude

    passwords = read_passwords(password_file)
    given = _given(folder, files)
    with Corpus.create(folder) as corpus, _progress() as progress:
        report = run(corpus, given, workers=workers, retry=retry, passwords=passwords, progress=progress)
        conclude(corpus)
    statements = sum(entry.statements for entry in report.entries)
    pages = sum(count for entry in report.entries for _, count in entry.pages)
    states = ", ".join(f"{count} {state}" for state, count in report.states.items()) or "nothing new"
    print(f"{states}; {report.skipped} already there; {pages:,} pages, {statements:,} statements")
    if not report.entries and not report.skipped:
        print(f"no paper found in {', '.join(str(path) for path in given)}: Pincite reads {' '.join((*READABLE, *CONTAINERS))}")
    if report.refused_before:
        print(
            f"{report.refused_before} of those already there were refused before: see pincite status; --retry takes them up again"
        )
    for entry in report.entries:
        if entry.state != "done":
            print(f"  {entry.state:9}  {entry.why if entry.state == 'refused' else f'{Path(entry.file).name}: {entry.why}'}")
    if any("encrypted" in entry.why for entry in report.entries):
        print("passwords for encrypted files: --password-file FILE, one a line, with --retry")
    if not report.complete:
        raise typer.Exit(DONE_WITH_REFUSALS)


def _given(folder: Path, files: list[Path] | None) -> list[Path]:
    """The files and folders to read; checked before a corpus is made.

    :raises CorpusError: one does not exist.
    """
    given = files or [folder / "filings"]
    for path in given:
        if not os.path.lexists(path):
            meant = "" if files else f'; to read the papers in a folder say "pincite ingest CORPUS {folder}"'
            raise CorpusError(f"{path}: no such file or folder{meant}")
    return given


@contextmanager
def _progress() -> Iterator:  # type: ignore[type-arg]  # yields a callback whose type the batch names
    """A progress bar on the terminal (standard error); nothing where there is none."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda entry, done, total: bar.update(task, completed=done, total=total, description=Path(entry.file).name[:40])


@app.command()
def status(
    folder: Folder,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One file a line, as JSON.")] = False,
    copies: Annotated[bool, typer.Option(help="Also look for files that are nearly the same as others.")] = True,
) -> None:
    """Print the ledger: every file, its state, its pages by state, and why; and what it is nearly the same as."""
    from corpora.corpus import Corpus
    from corpora.duplicate import near_duplicates, nearest_documents

    with Corpus.open(folder) as corpus:
        groups = near_duplicates(corpus) if copies else ()
        nearest = nearest_documents(groups)
        for entry in corpus.entries():
            near, share = nearest.get(entry.sha256, ("", 0.0)) if entry.state == "done" else ("", 0.0)
            if jsonl:
                like = {"near_duplicate_of": near, "similarity": share} if near else {}
                print(json.dumps({**entry.as_row(), **like}, ensure_ascii=False))
            else:
                pages = ", ".join(f"{count} {state}" for state, count in entry.pages)
                alike = f"  nearly the same as {near} ({share:.0%})" if near else ""
                name = Path(entry.file).name
                about = pages or entry.why.removeprefix(f"{name}: ")
                print(f"{entry.state:9}  {name}  {about}  {entry.statements} statements{alike}")
    messages = [group for group in groups if group.unit == "message"]
    if messages and not jsonl:
        print(f"{len(messages):,} messages stand, nearly the same, in several files:")
        for group in messages:
            print(f"  {', '.join(dict.fromkeys(copy.document for copy in group.copies))}")


@app.command()
def timeline(
    folder: Folder,
    output: Output = None,
    speaker: Speaker = "",
    addressee: Addressee = "",
    topic: TopicName = "",
    kind: KindName = "",
    document: DocumentName = "",
    since: Since = "",
    until: Until = "",
    min_confidence: Confidence = 0.0,
    review: ReviewName = "",
    format_: Annotated[str, typer.Option("--format", help="timelinejs writes the columns of TimelineJS 3.")] = "",
    copies: Annotated[bool, typer.Option("--copies", help="Tell every copy of a statement by itself.")] = False,
) -> None:
    """Print who said what, by date; or write it to a file. What is filed several times is told once, with every cite."""
    from corpora.corpus import Corpus
    from graph.copies import each_once
    from graph.export import write_rows, write_timelinejs
    from graph.filter import Filter, select
    from graph.people import people_of
    from graph.row import rows
    from graph.timeline import long_timeline

    if format_ not in {"", "timelinejs"} or (format_ and output is None):
        raise QueryError(f"--format {format_}: the one that there is, timelinejs, goes with -o FILE.csv")
    wanted = Filter(speaker, addressee, topic, kind, document, since, until, min_confidence, review)
    with Corpus.open(folder) as corpus:
        known_topic(corpus, topic)
        who = people_of(corpus)
        found = long_timeline(select(rows(corpus.records(), who), wanted, who))
        found = found if copies else each_once(found, corpus.copies(), who)
        if output is not None:
            write = write_timelinejs if format_ == "timelinejs" else write_rows
            print(f"{write(found, output):,} statements in {output}")
            return
        count = 0
        for row in found:
            count += 1
            heard = f" to {row.addressees}" if row.addressees else ""
            print(
                f"{row.date or 'undated':16}  {row.speaker or '(not named)'}{heard}: “{shortened(row.text)}”  {row.cite}{uncovered_mark(row.review)}"
            )
    print(f"{count:,} statements")


@app.command()
def export(
    folder: Folder, output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write to.")]
) -> None:
    """Write everything at once: statements, timelines, people, graph, manifest."""
    from corpora.corpus import Corpus
    from graph.export import export as write

    with Corpus.open(folder) as corpus:
        manifest = write(corpus, output)
    for written in manifest.files:
        print(f"{written.rows:8,}  {output / written.file}")


@app.command()
def graph(
    folder: Folder,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="A .graphml, .gexf or .json file.")],
) -> None:
    """Write the communication graph: people, organisations and topics; every edge carries its statement and cite."""
    from corpora.corpus import Corpus
    from graph.export import write_graph
    from graph.network import connect
    from graph.people import people_of

    with Corpus.open(folder) as corpus:
        network = connect(corpus.records(), people_of(corpus))
    edges = write_graph(network, output)
    print(f"{len(network):,} nodes and {edges:,} edges in {output}")


@app.command()
def search(
    folder: Folder,
    query: Annotated[str, typer.Argument(help='Words, "phrases", AND OR NOT, licens*, libgen w/10 lawyer.')],
    limit: Annotated[int, typer.Option(min=1, help="At most this many hits.")] = 1000,
) -> None:
    """Search the full text with lawyers' connectors; every hit at its page and line."""
    from corpora.corpus import Corpus
    from corpora.search import search as find

    with Corpus.open(folder) as corpus:
        hits = find(corpus, query, limit)
    for hit in hits:
        released = "  (words from under a redaction, released)" if hit.uncovered else ""
        print(f"{hit.cite}  {hit.document}{released}\n    {hit.snippet}")
    print(f"{len(hits):,} passages")


app.add_typer(people, name="people")
app.add_typer(redactions, name="redactions")
app.command()(threads)


@app.command()
def knew(folder: Folder, topic: Annotated[str, typer.Option(help="The topic.")]) -> None:
    """Print who knew what when: each person's first exposure to a topic, with its cite."""
    from corpora.corpus import Corpus
    from graph.knew import first_exposures
    from graph.people import people_of
    from graph.thread import threads_of

    with Corpus.open(folder) as corpus:
        known_topic(corpus, topic)
        who = people_of(corpus)
        exposures = first_exposures(corpus.records(), who, topic, threads_of(corpus, who))
    for found in exposures:
        date = found.date or "undated"
        print(
            f"{date:16}  {found.person.name}  {found.role}  {found.cite}  “{shortened(found.text, 100)}”{uncovered_mark(found.released)}"
        )
    print(f"{len(exposures):,} people")


@app.command()
def quotes(
    folder: Folder,
    cited: Annotated[bool, typer.Option("--cited", help="Also print where each record cite leads.")] = False,
) -> None:
    """Check each quotation in a filing against the other papers of the corpus: exact, altered or not found."""
    from corpora.corpus import Corpus
    from graph.quote_check import check_quotes
    from graph.record_link import CitedPapers

    with Corpus.open(folder) as corpus:
        papers = CitedPapers(list(corpus.records())) if cited else None
        documents = papers.adding(corpus.documents()) if papers else corpus.documents()
        checks = check_quotes(corpus.records(), documents, corpus.cases())
        released = {record.statement.id: record.review.released for record in corpus.records() if record.review.released}
        links = list(papers.links()) if papers else []
    for check in checks:
        source = f"  = {check.source.document}, {check.source.cite}" if check.source else ""
        print(
            f"{check.state:9}  {check.cite}  “{shortened(check.text, 100)}”{source}{uncovered_mark(released.get(check.statement_id, ''))}"
        )
        for difference in check.differences:
            print(f"           quoted “{difference.quoted}”, the source has “{difference.source}”")
        for link in links:
            if link.statement_id == check.statement_id:
                where = f"{link.target.document}, page {link.target.page}" if link.target else link.why
                print(f"           cites {link.cite.as_written}: {where}")
    print(f"{len(checks):,} quotations")


@app.command()
def read(
    files: Files,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One statement a line, with character spans.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also print the rule, cue and confidence of each statement.")
    ] = False,
    password: Annotated[str, typer.Option(help="For encrypted files.")] = "",
) -> None:
    """Print the statements of files, without a corpus."""
    from corpora.source import found
    from graph.reading import read_rows

    refused = False
    for path in files:
        try:
            for paper in found([path]):
                _print_rows(list(read_rows(paper, password or None)), jsonl=jsonl, explain=explain)
        except PinciteError as error:
            print(f"pincite: {error}", file=sys.stderr)
            refused = True
    if refused:
        raise typer.Exit(DONE_WITH_REFUSALS)


def _print_rows(rows: Iterable[dict[str, object]], *, jsonl: bool, explain: bool) -> None:
    for row in rows:
        if jsonl:
            print(json.dumps(row, ensure_ascii=False))
            continue
        heard = f" to {row['addressees']}" if row["addressees"] else ""
        print(f"{row['cite']}  {row['date'] or 'undated'}  {row['speaker'] or '(not named)'}{heard} [{row['kind']}]")
        print(f"    “{row['text']}”")
        if explain:
            print(f"    because: {row['reason']}")
            if row.get("called_by"):
                print(f"    footnote {row['note']}, called by: “{row['called_by']}”")
            print(f"    {_decided(row)}")


def _decided(row: dict[str, object]) -> str:
    """Rule, cue and words for the speaker, as far as there are any."""
    parts = [f"rule {row['rule']}", f"cue “{row['cue']}” ({row['polarity']})" if row["cue"] else ""]
    parts += [f"written “{row['speaker_as_written']}”" if row["speaker_as_written"] else "", f"confidence {row['confidence']}"]
    return ", ".join(part for part in parts if part)


@app.command(name="app")
def open_app(
    folder: Folder,
    port: Annotated[int, typer.Option(min=1, max=65_535, help="The port on this machine.")] = 8501,
    headless: Annotated[bool, typer.Option("--headless", help="Do not open a browser window.")] = False,
) -> None:
    """Open the app in a browser. It listens on this machine alone and sends nothing anywhere."""
    import app as front

    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder")
    settings = {
        "server.address": "127.0.0.1",
        "server.port": str(port),
        "server.headless": str(headless).lower(),
        "browser.gatherUsageStats": "false",
        "server.fileWatcherType": "none",
    }
    options = [word for key, value in settings.items() for word in (f"--{key}", value)]
    command = [sys.executable, "-m", "streamlit", "run", str(Path(front.__file__)), *options, "--", str(folder)]
    raise typer.Exit(subprocess.run(command, check=False).returncode)  # noqa: S603  our own interpreter and arguments


if __name__ == "__main__":
    main()
