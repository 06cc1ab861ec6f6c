"""Everything a corpus knows, as files, at once or one by one.

export(corpus, folder)                                 statements, timeline, people, threads, testimony, graph, manifest
write_rows(rows, Path("lee.xlsx"))                     by file ending: .csv .xlsx .jsonl
write_graph(network, Path("lee.gexf"))                 .graphml .gexf .json
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpora.corpus import Corpus
from graph.affiliation import affiliations
from graph.copies import each_once
from graph.csv_file import write_csv
from graph.graph_file import write_gexf, write_graphml, write_json
from graph.manifest import Manifest, make_manifest, write_manifest
from graph.network import Graph, connect
from graph.people import People, people_of
from graph.people_file import Affiliations, write_people_csv, write_people_jsonl
from graph.row import COLUMNS, Row, rows
from graph.sheet import ENDINGS, by_ending, write_sheet
from graph.testimony_file import FILE as TESTIMONY
from graph.testimony_file import write_testimony
from graph.thread import threads_of
from graph.thread_row import write_threads
from graph.timeline import long_timeline
from graph.timelinejs import COLUMNS as SLIDE_COLUMNS
from graph.timelinejs import slides

_GRAPH_WRITERS: dict[str, Callable[[Graph, Path], int]] = {
    ".graphml": write_graphml,
    ".gexf": write_gexf,
    ".json": write_json,
}


def export(corpus: Corpus, folder: Path) -> Manifest:
    """Write everything to ``folder``; the same corpus gives the same bytes. Rows are streamed: memory holds people, graph and mails."""
    folder.mkdir(parents=True, exist_ok=True)
    people = people_of(corpus)

    def every_row() -> Iterator[Row]:
        return rows(corpus.records(), people)

    def every_event() -> Iterator[Row]:
        return each_once(long_timeline(every_row()), copies, people)

    network, copies = connect(corpus.records(), people), corpus.copies()
    written = {f"statements{ending}": write_rows(every_row(), folder / f"statements{ending}") for ending in ENDINGS}
    written["timeline.csv"] = write_rows(every_event(), folder / "timeline.csv")
    written["timelinejs.csv"] = write_timelinejs(every_event(), folder / "timelinejs.csv")
    written |= _write_people(people, affiliations(corpus.records(), people), folder)
    written["threads.csv"] = write_threads(threads_of(corpus, people), folder / "threads.csv")
    written[TESTIMONY] = write_testimony(folder / TESTIMONY, corpus)
    written |= {f"graph{ending}": write(network, folder / f"graph{ending}") for ending, write in _GRAPH_WRITERS.items()}
    manifest = make_manifest(folder, written)
    write_manifest(manifest, folder)
    return manifest


def write_rows(found: Iterable[Row], path: Path) -> int:
    """Write rows in the format of the file's ending; how many there were.

    :raises QueryError: no format has that ending.
    """
    return write_sheet(path, COLUMNS, (row.cells for row in found))


def write_timelinejs(found: Iterable[Row], path: Path) -> int:
    """Write the dated rows as TimelineJS reads them; how many there were."""
    return write_csv(path, SLIDE_COLUMNS, slides(found))


def write_graph(network: Graph, path: Path) -> int:
    """Write a network in the format of the file's ending; how many edges.

    :raises QueryError: no format has that ending.
    """
    return by_ending(_GRAPH_WRITERS, path)(network, path)


def _write_people(people: People, theirs: Affiliations, folder: Path) -> dict[str, int]:
    return {
        "people.csv": write_people_csv(folder / "people.csv", people.persons, theirs),
        "people.jsonl": write_people_jsonl(folder / "people.jsonl", people.persons, theirs),
    }
