"""Network: who talks to whom, about what; a click on a tie or a name lists its statements."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

import streamlit as st
from streamlit_cytoscape import EdgeStyle, Event, NodeStyle, streamlit_cytoscape

from graph.download import graph_file
from graph.drawing import Dot, Drawing, Tie, drawing
from graph.network import Graph, connect, neighbourhood, nodes_by_kind
from screens.desk import Desk, counted, desk
from screens.detail import show_detail
from screens.empty import nothing_to_show
from screens.plain import plain
from screens.statement_list import chosen

_RELATIONS = {
    "said to": "Who talks to whom",
    "about": "Who talks about what",
    "mentions": "Who mentions whom",
    "": "Everything",
}
_FORMATS = {"graph.graphml": "GraphML", "graph.gexf": "GEXF", "graph.json": "JSON"}
# Of each kind of name: its colour in the drawing, the nearest that Markdown has, and what the legend calls it.
_KINDS = {
    "person": ("#1f4e79", "blue", "people"),
    "organisation": ("#c8702a", "orange", "organisations"),
    "topic": ("#3f7f5f", "green", "topics"),
    "name": ("#8a929c", "gray", "only mentioned"),
}
_LAYOUT = {"name": "preset", "animate": False, "fit": True, "padding": 12}
_RING = "#d67800"
_TIE_STYLE = {
    "width": "data(_width)",
    "line-color": "data(_colour)",
    "target-arrow-color": "data(_colour)",
    "curve-style": "bezier",
    "arrow-scale": 0.8,
    "opacity": 0.75,
}
_DOT_STYLE = {
    "width": "data(_size)",
    "height": "data(_size)",
    "border-width": "data(_ring)",
    "border-color": _RING,
    "font-size": 13,
    "min-zoomed-font-size": 5,
    "text-margin-y": 4,
    "color": "#1b2430",
    "text-outline-color": "#ffffff",
    "text-outline-width": 2,
    "bounds-expansion": 55,  # keeps the outermost clear of the component's own buttons
}
_MOST_TIES, _FIRST_TIES = 500, 60
_HEIGHT = 620  # pixels
_ROOM = 24  # pixels between neighbours, about: many names want a larger sheet than the window shows at once
_COLUMNS = ("Date", "Words", "Cite")


def show(at: Desk) -> None:
    """Draw the page."""
    if nothing_to_show(at):
        return
    graph = _graph(at.snapshot.version, at.snapshot.rulings, at.view, at)
    graph, around = _around(graph)
    shown = _controls(graph, at, around)
    if not shown.ties:
        st.info(
            "No statement that passes the filters ties anybody to anybody in this way: its speaker or its addressees are not "
            "named. Choose **Everything** above, or widen the filters.",
            icon=":material/info:",
        )
        return
    centre = next((dot.label for dot in shown.dots if dot.id == around), "")
    left, right = st.columns([13, 10], gap="medium")
    with left:
        element = _draw(shown, at, centre)
    with right:
        _list(shown, element or centre, at)


@st.cache_resource(show_spinner="Tying the network…", max_entries=4)
def _graph(version: str, rulings: int, view: str, _at: Desk) -> Graph:  # noqa: ARG001  # the first three are the cache's key
    if _at.unfiltered:
        return connect(_at.snapshot.records, _at.snapshot.people)
    wanted = {row.statement_id for row in _at.rows}
    return connect((r for r in _at.snapshot.records if r.statement.id in wanted), _at.snapshot.people)


@st.cache_resource(show_spinner=False, max_entries=16)
def _drawing(version: str, strongest: int, relation: str, _graph: Graph) -> Drawing:  # noqa: ARG001  # version: the cache's key
    return drawing(_graph, strongest, relation)


def _around(graph: Graph) -> tuple[Graph, str]:
    """The network, or as much of it as is around the one whom the reader chose, with the id of that one; '' for nobody."""
    labels = {node: label for kind in ("person", "organisation") for node, label in nodes_by_kind(graph, kind)}
    chosen = st.selectbox(
        "Around",
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        key="around",
        placeholder="Everyone; or choose somebody, to see with whom they talk and how these talk with each other",
        label_visibility="collapsed",
    )
    return (neighbourhood(graph, chosen), chosen) if chosen in labels else (graph, "")


def _controls(graph: Graph, at: Desk, around: str) -> Drawing:
    left, middle, right = st.columns([4, 3, 3], vertical_alignment="bottom", gap="medium")
    with left:
        relation = st.selectbox(
            "Show", list(_RELATIONS), format_func=_RELATIONS.__getitem__, key="relation", persist_state="session"
        )
    with middle:
        strongest = st.slider("Strongest ties", 10, _MOST_TIES, _FIRST_TIES, 10, key="ties", persist_state="session")
    with right, st.container(horizontal=True, horizontal_alignment="right"):
        for name in _FORMATS:
            _download(graph, name)
    version = f"{at.snapshot.version}{at.snapshot.rulings}{at.view}|{around}"
    return _drawing(version, strongest, relation or "", graph)


def _download(graph: Graph, name: str) -> None:
    st.download_button(
        _FORMATS[name],
        data=lambda: graph_file(graph, name),
        file_name=name,
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        help="The whole network of the statements that pass the filters, each edge with its words and cite",
    )


def _draw(shown: Drawing, at: Desk, centre: str) -> str:
    """Draw; what the reader clicked last, '' if nothing yet. ``centre`` is whom the network is around: ringed until something else is."""
    kinds = [kind for kind in _KINDS if any(dot.kind == kind for dot in shown.dots)]
    legend = " · ".join(f":{_KINDS[kind][1]}[●] {_KINDS[kind][2]}" for kind in kinds)
    st.caption(f"{counted(len(shown.dots), 'name')}, {len(shown.ties):,} of {counted(shown.of_ties, 'tie')} · {legend}")
    key = f"network-{hash((at.view, shown.ties, centre))}"
    clicked = _clicked(st.session_state.get(key)) or centre
    event = streamlit_cytoscape(
        _elements(shown, clicked),
        layout=_LAYOUT,
        node_styles=[NodeStyle(kind, _KINDS[kind][0], "id", custom_styles=_DOT_STYLE) for kind in kinds],
        edge_styles=[EdgeStyle("tie", directed=True, custom_styles=_TIE_STYLE)],
        height=_HEIGHT,
        key=key,
        events=[Event("dot", "click tap", "node"), Event("tie", "click tap", "edge")],
    )
    return _clicked(event)


def _clicked(event: object) -> str:
    data = event.get("data", {}) if isinstance(event, Mapping) else {}
    return str(data.get("target_id", "")) if isinstance(data, Mapping) else ""


def _elements(shown: Drawing, clicked: str) -> dict[str, list[dict[str, object]]]:
    """What the component draws. Nothing is "selectable": it would cover the drawing with a panel; what was clicked has a ring."""
    side = max(480.0, _ROOM * 4 * sqrt(len(shown.dots)))
    dots = [_node(dot, clicked, side) for dot in shown.dots]
    ties = [_edge(tie, clicked) for tie in shown.ties]
    return {"nodes": dots, "edges": [{"data": tie, "selectable": False} for tie in ties]}


def _node(dot: Dot, clicked: str, side: float) -> dict[str, object]:
    """``label`` is what the component calls the group that a style goes by."""
    size = round(9 + 2 * sqrt(dot.statements), 1)
    data = {"id": dot.label, "label": dot.kind, "_size": size, "_ring": 4 if dot.label == clicked else 0}
    return {"data": data, "selectable": False, "position": {"x": round(side * dot.x, 1), "y": round(side * dot.y, 1)}}


def _edge(tie: Tie, clicked: str) -> dict[str, object]:
    width = round(1 + 0.6 * sqrt(tie.weight), 1)
    ends = {"source": tie.source.label, "target": tie.target.label}
    return {"id": tie.id, **ends, "label": "tie", "_width": width, "_colour": _RING if tie.id == clicked else "#9aa7b8"}


def _list(shown: Drawing, element: str, at: Desk) -> None:
    """The statements of what was clicked, or of the strongest tie to begin with."""
    clicked = shown.statements(element)
    name = element if clicked else shown.ties[0].id
    rows = at.snapshot.rows_of(clicked or shown.ties[0].statement_ids)
    st.markdown(f"**{plain(name)}** · {counted(len(rows), 'statement')}")
    if not clicked:
        st.caption("The strongest tie. Click a line or a name in the network for its statements.")
    row = chosen(rows, f"network-{hash((name, at.view))}", columns=_COLUMNS, height=300)
    if row is not None:
        show_detail(at, row.statement_id, "network")


if __name__ == "__main__":
    show(desk())
