"""``pincite redactions``: words that lie under black boxes, and what analysts rule of them; every ruling is kept with who, when, why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.list_first import ListFirst
from commands.options import Folder
from commands.passwords import PasswordFile, read_passwords
from commands.ruler import Ruler, now_by

if TYPE_CHECKING:
    from corpora.corpus import Corpus
    from corpora.disclosure import DisclosureAct
    from corpora.ledger import Entry
    from corpora.redactions import Redaction, Ruled

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Redactions by their ids, as listed.", show_default=False)]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; it is kept with the ruling.", show_default=False)]

_OLDER = "read before places were kept: ingest anew, into a new folder"

redactions = typer.Typer(
    cls=ListFirst,
    help="Print the redactions that failed, never what is under them; or rule on them: release, withhold, undo.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@redactions.command("list")
def list_redactions(
    folder: Folder, jsonl: Annotated[bool, typer.Option("--jsonl", help="One redaction a line, as JSON.")] = False
) -> None:
    """Print every redaction under which the file still has words: its page, cite and line, and what was ruled; not the words.

    Exit status 1 if papers have some that an older Pincite read and kept no place of."""
    from corpora.corpus import Corpus
    from corpora.redactions import failed_redactions, without_places

    with Corpus.open(folder) as corpus:
        found, older = failed_redactions(corpus), without_places(corpus)
    for redaction in found:
        if jsonl:
            print(json.dumps(_as_row(redaction), ensure_ascii=False))
        else:
            _print(redaction)
    for entry in older:
        print(json.dumps(_as_older(entry), ensure_ascii=False) if jsonl else f"{entry.file}: {entry.why}; {_OLDER}")
    if older and not jsonl:
        print(f"of {len(older):,} files the redactions cannot be listed or ruled on")
    if not jsonl and (found or not older):
        undecided = sum(redaction.state == "undecided" for redaction in found)
        print(
            f"{len(found):,} redactions over words that the files still have; {undecided:,} undecided, which are withheld too"
        )
    if older:
        raise typer.Exit(1)


def _as_older(entry: Entry) -> dict[str, object]:
    return {"state": _OLDER, "document": Path(entry.file).name, "sha256": entry.sha256, "why": entry.why}


def _as_row(redaction: Redaction) -> dict[str, object]:
    cover, ruling = redaction.cover, redaction.ruling
    return {
        "id": cover.id,
        "state": redaction.state,
        "document": redaction.document,
        "sha256": cover.document_id,
        "page": cover.page,
        "cite": redaction.cite,
        "box": [round(edge, 1) for edge in (cover.box.x0, cover.box.top, cover.box.x1, cover.box.bottom)],
        "line": redaction.line,
        "who": ruling.who if ruling else "",
        "at": ruling.at if ruling else "",
        "why": ruling.why if ruling else "",
    }


def _print(redaction: Redaction) -> None:
    beside = f"  “{redaction.line}”" if redaction.line else ""
    print(
        f"{redaction.cover.id}  {redaction.state:9}  {redaction.document}  page {redaction.cover.page}  {redaction.cite}{beside}"
    )
    if ruling := redaction.ruling:
        print(f"            {redaction.state} by {ruling.who}, {ruling.at}: {ruling.why}  [{ruling.number}]")


@redactions.command()
def release(folder: Folder, ids: Ids, why: Why, by: Ruler = "", password_file: PasswordFile = None) -> None:
    """Rule that the words under boxes may be read: in text, search and exports.

    They are marked as from under a redaction in statements, timeline and threads, on edges of the graph, and in search; the lists of
    people and organisations, timelinejs.csv and testimony bear no mark."""
    _rule(folder, "release", ids, (why, by), password_file)


@redactions.command()
def withhold(folder: Folder, ids: Ids, why: Why, by: Ruler = "", password_file: PasswordFile = None) -> None:
    """Rule that the words under boxes stay withheld; if they were released, they are taken out of everything again."""
    _rule(folder, "withhold", ids, (why, by), password_file)


@redactions.command()
def undo(
    folder: Folder,
    number: Annotated[int, typer.Argument(help="The ruling's number in the log.", show_default=False)],
    by: Ruler = "",
    password_file: PasswordFile = None,
) -> None:
    """Take a ruling back; what stood before stands again."""
    from corpora.corpus import Corpus
    from corpora.redactions import take_back

    with Corpus.open(folder) as corpus:
        _conclude(corpus, take_back(corpus, number, now_by(by), read_passwords(password_file)))


@redactions.command()
def look(folder: Folder, ids: Ids, why: Why, by: Ruler = "", password_file: PasswordFile = None) -> None:
    """Print the words under boxes, once, so as to decide; who looked, when and why is logged. They stay withheld.

    Whoever got them by mistake may be bound not to read on (FRCP 26(b)(5)(B), FRE 502(b)).
    """
    from corpora.corpus import Corpus
    from corpora.redactions import look_under

    with Corpus.open(folder) as corpus:
        found = look_under(corpus, ids, now_by(by), why, read_passwords(password_file))
    for redaction, words in found:
        print(f"{redaction.cover.id}  {redaction.cite}  “{words}”")


@redactions.command("log")
def print_log(folder: Folder) -> None:
    """Print every ruling on redactions, with who made it, when and why."""
    from corpora.corpus import Corpus
    from corpora.decision import standing

    with Corpus.open(folder) as corpus:
        log, names = corpus.disclosures(), corpus.document_names
    stands = {one.number for one in standing(log)}
    for one in log:
        state = "" if one.number in stands or one.act == "undo" else "  (undone)"
        where = "; ".join(f"{c.id} {names.get(c.document_id, c.document_id[:12])}, page {c.page}" for c in one.covers)
        print(f"{one.number:4}  {one.at}  {one.who}  {one.act}: {where}: {one.why}{state}")
    print(f"{len(log):,} rulings")


def _rule(folder: Path, act: DisclosureAct, ids: list[str], why_and_by: tuple[str, str], password_file: Path | None) -> None:
    from corpora.corpus import Corpus
    from corpora.redactions import rule_on

    why, by = why_and_by
    with Corpus.open(folder) as corpus:
        _conclude(corpus, rule_on(corpus, act, ids, now_by(by), why, read_passwords(password_file)))


def _conclude(corpus: Corpus, ruled: Ruled) -> None:
    from graph.conclusion import conclude

    is_purged = conclude(corpus) if ruled.papers else True
    one = ruled.disclosure
    print(f"ruling {one.number}, {one.act}: {', '.join(cover.id for cover in one.covers)}")
    if ruled.papers:
        print(f"read again: {', '.join(ruled.papers)}")
    if ruled.blotted:
        print(f"not to be read again, so blotted out in the store: {', '.join(ruled.blotted)}")
    if not is_purged:
        print(
            "another program has the store open: close it, and any command on this corpus will clear what is left in its file"
        )
    if ruled.withheld:
        print("exports that were written before still hold the words: write them again, and call copies back")
        if ruled.struck:
            print(
                "corrections of the speaker, made while the words could be read, are struck out: "
                f"{'; '.join(ruled.struck)}; rule on these anew"
            )
        named = [d.number for d in corpus.decisions() if any(key[0] in ruled.withheld for key in (*d.one, *d.other))]
        if named:
            print(
                f"rulings on who is who that name somebody in these papers: {', '.join(map(str, named))}; see pincite people log"
            )
