"""A network as a file, written node by node: GraphML, GEXF 1.3 (Gephi), JSON (nodes and links).

Every attribute is one text or number, so that Gephi opens it; nothing tells when it was written, so that reruns give the same
bytes. Edges name their relation as their label and, in GEXF, as their kind, by which Gephi keeps parallel edges apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from graph.atomic import replacing
from graph.jsonl_file import json_line
from graph.network import Graph

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://gexf.net/1.3"
NODE_ATTRIBUTES = {"label": "string", "kind": "string", "statements": "long"}
EDGE_ATTRIBUTES = dict.fromkeys(("relation", "statement_id", "cite", "date", "kind", "document", "text", "released"), "string")


def write_graphml(graph: Graph, path: Path) -> int:
    """GraphML; how many edges."""
    return _write(graph, path, _graphml)


def write_gexf(graph: Graph, path: Path) -> int:
    """GEXF 1.3; how many edges."""
    return _write(graph, path, _gexf)


def write_json(graph: Graph, path: Path) -> int:
    """JSON as networkx reads it (``node_link_graph(data, edges="links")``), a node or link a line; how many edges."""
    return _write(graph, path, _json)


def _write(graph: Graph, path: Path, lines: Callable[[Graph], Iterator[str]]) -> int:
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines(graph))
    return graph.number_of_edges()


def _graphml(graph: Graph) -> Iterator[str]:
    yield _DECLARATION
    yield f'<graphml xmlns="{_GRAPHML}">'
    for end, attributes in (("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)):
        for name, sort in attributes.items():
            yield f'<key id="{end}_{name}" for="{end}" attr.name="{name}" attr.type="{sort}"/>'
    yield '<graph edgedefault="directed">'
    for node, data in graph.nodes(data=True):
        yield f"<node id={quoteattr(node)}>{_data('node', data, NODE_ATTRIBUTES)}</node>"
    for a, b, data in graph.edges(data=True):
        ends = f"id={quoteattr(data['id'])} source={quoteattr(a)} target={quoteattr(b)}"
        yield f"<edge {ends}>{_data('edge', data, EDGE_ATTRIBUTES)}</edge>"
    yield "</graph></graphml>"


def _data(end: str, data: dict[str, Any], attributes: dict[str, str]) -> str:
    return "".join(f'<data key="{end}_{name}">{escape(str(data[name]))}</data>' for name in attributes)


def _gexf(graph: Graph) -> Iterator[str]:
    yield _DECLARATION
    yield f'<gexf xmlns="{_GEXF}" version="1.3"><meta><creator>Pincite</creator></meta>'
    yield '<graph defaultedgetype="directed" mode="static">'
    for end, attributes in (("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)):
        declared = (f'<attribute id="{name}" title="{name}" type="{sort}"/>' for name, sort in attributes.items())
        yield f'<attributes class="{end}" mode="static">{"".join(declared)}</attributes>'
    yield "<nodes>"
    for node, data in graph.nodes(data=True):
        yield f"<node id={quoteattr(node)} label={quoteattr(data['label'])}>{_attvalues(data, NODE_ATTRIBUTES)}</node>"
    yield "</nodes><edges>"
    for a, b, data in graph.edges(data=True):
        ends = f"id={quoteattr(data['id'])} source={quoteattr(a)} target={quoteattr(b)}"
        named = f"label={quoteattr(data['relation'])} kind={quoteattr(data['relation'])}"
        yield f"<edge {ends} {named}>{_attvalues(data, EDGE_ATTRIBUTES)}</edge>"
    yield "</edges></graph></gexf>"


def _attvalues(data: dict[str, Any], attributes: dict[str, str]) -> str:
    values = (f'<attvalue for="{name}" value={quoteattr(str(data[name]))}/>' for name in attributes)
    return f"<attvalues>{''.join(values)}</attvalues>"


def _json(graph: Graph) -> Iterator[str]:
    yield '{"directed": true, "multigraph": true, "graph": {}, "nodes": ['
    yield from _commas(json_line({"id": node, **data}) for node, data in graph.nodes(data=True))
    yield '], "links": ['
    links = ({"source": a, "target": b, "key": key, **data} for a, b, key, data in graph.edges(keys=True, data=True))
    yield from _commas(map(json_line, links))
    yield "]}"


def _commas(items: Iterator[str]) -> Iterator[str]:
    """The items with a comma behind each but the last."""
    held = next(items, None)
    for item in items:
        yield f"{held},"
        held = item
    if held is not None:
        yield held
