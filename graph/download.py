"""What is on the screen as the bytes of a file.

rows_file(rows, "statements.xlsx")       the columns of the export, complete
rows_file(rows, "timelinejs.csv")        the columns that TimelineJS reads
graph_file(network, "graph.gexf")        the network
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.export import write_graph, write_rows, write_timelinejs
from graph.network import Graph
from graph.row import Row


def rows_file(rows: Sequence[Row], name: str) -> bytes:
    """``rows`` in the form that ``name`` asks for: timelinejs.csv, or any name with an ending of the export's."""
    if name == "timelinejs.csv":
        return _bytes(name, lambda path: write_timelinejs(rows, path))
    return _bytes(name, lambda path: write_rows(rows, path))


def graph_file(network: Graph, name: str) -> bytes:
    """A network in the form that the ending of ``name`` asks for."""
    return _bytes(name, lambda path: write_graph(network, path))


def _bytes(name: str, write: Callable[[Path], object]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(path)
        return path.read_bytes()
