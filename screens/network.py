"""Network: who talks to whom, about what; a click on a tie or a name lists its statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import streamlit as st
from streamlit_cytoscape import EdgeStyle, Event, NodeStyle, streamlit_cytoscape

from graph.download import graph_file
from graph.drawing import Dot, Drawing, Tie, drawing
from graph.network import Graph, connect
from graph.row import Row
from screens.desk import Desk, counted, desk
from screens.detail import show_detail
from screens.empty import nothing_to_show
from screens.plain import plain
from screens.statement_list import SHORT, chosen

_RELATIONS = {
    "said to": "Who talks to whom",
    "about": "Who talks about what",
    "mentions": "Who mentions whom",
    "": "Everything",
}
_COLOURS = {"person": "#1f4e79", "organisation": "#c8702a", "topic": "#3f7f5f", "name": "#8a929c"}
_LEGEND = {"person": "people", "organisation": "organisations", "topic": "topics", "name": "names only mentioned"}
_MOST_TIES, _FIRST_TIES = 500, 60
_HEIGHT = 560


def show(at: Desk) -> None:
    """Draw the page."""
    if nothing_to_show(at):
        return
    graph = _graph(at.snapshot.version, at.snapshot.rulings, at.view, at)
    shown = _controls(graph, at)
    if not shown.ties:
        st.info(
            "No statement that passes the filters ties anybody to anybody: its speaker or its addressees are not named. "
            "Try **Everything**, or widen the filters.",
            icon=":material/info:",
        )
        return
    left, right = st.columns([11, 9], gap="medium")
    with left:
        element = _draw(shown, at)
    with right:
        _list(shown, element, at)


@st.cache_resource(show_spinner="Tying the network…", max_entries=4)
def _graph(version: str, rulings: int, view: str, _at: Desk) -> Graph:  # noqa: ARG001  # the first three are the cache's key
    if _at.unfiltered:
        return connect(_at.snapshot.records, _at.snapshot.people)
    wanted = {row.statement_id for row in _at.rows}
    return connect((r for r in _at.snapshot.records if r.statement.id in wanted), _at.snapshot.people)


@st.cache_resource(show_spinner=False, max_entries=16)
def _drawing(version: str, strongest: int, relation: str, _graph: Graph) -> Drawing:  # noqa: ARG001  # version: the cache's key
    return drawing(_graph, strongest, relation)


def _controls(graph: Graph, at: Desk) -> Drawing:
    left, middle, right = st.columns([4, 3, 3], vertical_alignment="bottom", gap="medium")
    with left:
        relation = st.selectbox(
            "Show", list(_RELATIONS), format_func=_RELATIONS.__getitem__, key="relation", persist_state="session"
        )
    with middle:
        strongest = st.slider("Strongest ties", 10, _MOST_TIES, _FIRST_TIES, 10, key="ties", persist_state="session")
    with right, st.container(horizontal=True, horizontal_alignment="right"):
        for name in ("graph.graphml", "graph.gexf", "graph.json"):
            _download(graph, name)
    version = f"{at.snapshot.version}{at.snapshot.rulings}{at.view}"
    return _drawing(version, strongest, relation or "", graph)


def _download(graph: Graph, name: str) -> None:
    st.download_button(
        {"graphml": "GraphML", "gexf": "GEXF", "json": "JSON"}[name.rpartition(".")[2]],
        data=lambda: graph_file(graph, name),
        file_name=name,
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        help="The whole network of the statements that pass the filters, each edge with its words and cite",
    )


def _draw(shown: Drawing, at: Desk) -> str:
    """Draw; what the reader clicked last, '' if nothing yet."""
    kinds = dict.fromkeys(dot.kind for dot in shown.dots)
    st.caption(
        f"{counted(len(shown.dots), 'name')}, {len(shown.ties):,} of {counted(shown.of_ties, 'tie')} · "
        + " · ".join(f":{_MARKDOWN[kind]}[●] {_LEGEND.get(kind, kind)}" for kind in kinds)
    )
    event = streamlit_cytoscape(
        _elements(shown),
        layout={
            "name": "fcose",
            "animate": False,
            "nodeDimensionsIncludeLabels": True,
            "nodeSeparation": 90,
            "idealEdgeLength": 110,
            "padding": 24,
        },
        node_styles=[_node_style(kind) for kind in kinds],
        edge_styles=[
            EdgeStyle(
                "tie",
                color="#9aa7b8",
                directed=True,
                custom_styles={"width": "data(_width)", "curve-style": "bezier", "arrow-scale": 0.8, "opacity": 0.75},
            )
        ],
        height=_HEIGHT,
        key=f"network-{hash((at.view, shown.ties))}",
        events=[Event("dot", "click tap", "node"), Event("tie", "click tap", "edge")],
    )
    return _clicked(event)


_MARKDOWN = {"person": "blue", "organisation": "orange", "topic": "green", "name": "gray"}


def _clicked(event: object) -> str:
    data = event.get("data", {}) if isinstance(event, Mapping) else {}
    return str(data.get("target_id", "")) if isinstance(data, Mapping) else ""


def _node_style(kind: str) -> NodeStyle:
    size = {
        "width": "data(_size)",
        "height": "data(_size)",
        "font-size": 11,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "color": "#1b2430",
    }
    return NodeStyle(kind, _COLOURS.get(kind, "#8a929c"), "id", custom_styles=size)


def _elements(shown: Drawing) -> dict[str, list[dict[str, object]]]:
    return {"nodes": [{"data": _node(dot)} for dot in shown.dots], "edges": [{"data": _edge(tie)} for tie in shown.ties]}


def _node(dot: Dot) -> dict[str, object]:
    return {"id": dot.label, "label": dot.kind, "statements": dot.statements, "_size": round(14 + 4 * sqrt(dot.statements), 1)}


def _edge(tie: Tie) -> dict[str, object]:
    return {
        "id": tie.id,
        "source": tie.source.label,
        "target": tie.target.label,
        "label": "tie",
        "statements": tie.weight,
        "_width": round(1 + 1.1 * sqrt(tie.weight), 1),
    }


def _list(shown: Drawing, element: str, at: Desk) -> None:
    """The statements of what was clicked, or of the strongest tie to begin with."""
    ids = shown.statements(element) or shown.ties[0].statement_ids
    name = element if shown.statements(element) else shown.ties[0].id
    rows: Sequence[Row] = at.snapshot.rows_of(ids)
    st.markdown(f"**{plain(name)}** · {counted(len(rows), 'statement')}")
    if not shown.statements(element):
        st.caption("The strongest tie. Click a line or a name in the network for its statements.")
    row = chosen(rows, f"network-{hash((name, at.view))}", columns=SHORT, height=300)
    if row is not None:
        show_detail(at, row.statement_id, "network")


if __name__ == "__main__":
    show(desk())
