"""Who spoke to whom: every edge is one statement, with its words and its cite."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.record import Record, Review
from graph.graph_file import write_gexf, write_graphml, write_json
from graph.network import Graph, aggregate, connect, neighbourhood, nodes_by_kind, rank, standing
from graph.people import resolve
from tests.records import record


def network(*records: Record) -> Graph:
    return connect(records, resolve(records))


def drawn(graph: Graph) -> set[tuple[str, str, str]]:
    """Edges as (label, relation, label)."""
    return {(graph.nodes[a]["label"], e["relation"], graph.nodes[b]["label"]) for a, b, e in graph.edges(data=True)}


def node(graph: Graph, label: str) -> str:
    return next(n for n, data in graph.nodes(data=True) if data["label"] == label)


SAID = record(
    "Take Books9 down, says Rita Roe of Acme, Inc.",
    "Dana Lee",
    to="Bob Ray; R. Cole",
    topics=("data sourcing",),
    mentions=(("Books9", "PRODUCT"), ("Rita Roe", "PERSON"), ("Acme, Inc.", "ORG"), ("Bob Ray", "PERSON")),
    date="2023-10",
)


def test_a_statement_goes_to_addressees_topics_and_names() -> None:
    graph = network(SAID)
    assert drawn(graph) == {
        ("Dana Lee", "said to", "Bob Ray"),
        ("Dana Lee", "said to", "R. Cole"),
        ("Dana Lee", "about", "data sourcing"),
        ("Dana Lee", "mentions", "Books9"),
        ("Dana Lee", "mentions", "Rita Roe"),
        ("Dana Lee", "mentions", "Acme, Inc."),
        ("Dana Lee", "mentions", "Bob Ray"),
    }
    kinds = {data["label"]: data["kind"] for _, data in graph.nodes(data=True)}
    assert kinds == {
        "Dana Lee": "person",
        "Bob Ray": "person",
        "R. Cole": "person",
        "Rita Roe": "person",
        "Acme, Inc.": "organisation",
        "data sourcing": "topic",
        "Books9": "product",
    }


def test_an_edge_carries_its_statement() -> None:
    _, _, edge = next(iter(network(SAID).edges(data=True)))
    assert {k: edge[k] for k in ("statement_id", "cite", "date", "kind", "document", "text")} == {
        "statement_id": SAID.statement.id,
        "cite": "1.pdf at 1",
        "date": "2023-10",
        "kind": "email",
        "document": "1.pdf",
        "text": "Take Books9 down, says Rita Roe of Acme, Inc.",
    }


def test_unknown_and_rejected_speakers_draw_nothing() -> None:
    rejected = replace(SAID, review=Review("rejected", "A. Nalyst", "2025-01-31"))
    graph = network(record(speaker="", to="Dana Lee"), record(speaker="he", kind="quote"), rejected)
    assert graph.number_of_edges() == graph.number_of_nodes() == 0


def test_a_note_to_oneself_is_no_edge_but_counts() -> None:
    graph = network(record(speaker="Dana Lee", to="Lee, Dana"))
    assert [(data["label"], data["statements"]) for _, data in graph.nodes(data=True)] == [("Dana Lee", 1)]
    assert graph.number_of_edges() == 0


_NAMES = ("Dana Lee", "Bob Ray", "Rita Roe", "")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(_NAMES), st.sampled_from(_NAMES), st.sampled_from(((), ("licensing",)))), max_size=10)
)
def test_no_edge_lacks_its_statement_and_cite(drawn_records: list[tuple[str, str, tuple[str, ...]]]) -> None:
    records = [record(speaker=a, to=b, topics=topics) for a, b, topics in drawn_records]
    ids = {r.statement.id for r in records}
    graph = network(*records)
    for _, _, edge in graph.edges(data=True):
        assert edge["statement_id"] in ids
        assert edge["cite"]
    summed = aggregate(graph)
    assert all(
        set(total["statements"]) <= ids and total["weight"] == len(total["statements"]) > 0
        for *_, total in summed.edges(data=True)
    )
    assert sum(rank(summed).values()) == pytest.approx(1.0 if summed else 0.0)


def test_the_aggregate_counts_statements_once() -> None:
    again = record(speaker="Dana Lee", to="Bob Ray")
    summed = aggregate(network(SAID, again))
    total = summed.edges[node(summed, "Dana Lee"), node(summed, "Bob Ray")]
    assert total == {"weight": 2, "statements": [SAID.statement.id, again.statement.id], "relations": ["said to", "mentions"]}


def test_the_aggregate_of_one_relation() -> None:
    summed = aggregate(network(SAID), "said to")
    assert sorted(data["label"] for _, data in summed.nodes(data=True)) == ["Bob Ray", "Dana Lee", "R. Cole"]


def test_the_standing_of_a_person() -> None:
    records = [record(speaker=s, to=t) for s, t in (("Dana Lee", "Bob Ray"), ("Bob Ray", "Dana Lee"), ("Rita Roe", "Dana Lee"))]
    summed = aggregate(network(*records))
    found = standing(summed, node(summed, "Dana Lee"))
    assert found.degree == 2
    assert found.partners == ((node(summed, "Bob Ray"), 2), (node(summed, "Rita Roe"), 1))
    ranks = rank(summed)
    assert max(ranks, key=ranks.__getitem__) == node(summed, "Dana Lee")
    assert found.rank == ranks[node(summed, "Dana Lee")]


def test_rank_is_pagerank() -> None:
    """Two nodes that send each other everything share alike; a third that only sends has what everybody is given."""
    graph = nx.DiGraph([("a", "b", {"weight": 3}), ("b", "a", {"weight": 1}), ("c", "a", {"weight": 1})])
    ranks = rank(graph)
    assert ranks["c"] == pytest.approx(0.05)
    assert ranks["a"] == pytest.approx(0.05 + 0.85 * (ranks["b"] + ranks["c"]))
    assert ranks["b"] == pytest.approx(0.05 + 0.85 * ranks["a"])


def test_a_neighbourhood_holds_neighbours_only() -> None:
    records = [record(speaker=s, to=t) for s, t in (("Dana Lee", "Bob Ray"), ("Bob Ray", "Rita Roe"))]
    graph = network(*records)
    assert drawn(neighbourhood(graph, node(graph, "Dana Lee"))) == {("Dana Lee", "said to", "Bob Ray")}


def test_nodes_of_a_kind_by_statements() -> None:
    graph = network(SAID, record(speaker="Bob Ray"), record(speaker="Bob Ray"))
    assert [label for _, label in nodes_by_kind(graph, "person")][:2] == ["Bob Ray", "Dana Lee"]


NASTY = record("a\x02b\ufffec <b> & “c” ]]> \U0001f600", "Dana Lee", to="Bob Ray", topics=("x & y",))


def test_graphml_reads_back(tmp_path: Path) -> None:
    assert write_graphml(network(NASTY), tmp_path / "g.graphml") == 2
    back = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert {e["text"] for *_, e in back.edges(data=True)} == {"a b c <b> & “c” ]]> \U0001f600"}
    assert {e["cite"] for *_, e in back.edges(data=True)} == {"1.pdf at 1"}
    assert sorted((n["label"], n["kind"], n["statements"]) for _, n in back.nodes(data=True)) == [
        ("Bob Ray", "person", 0),
        ("Dana Lee", "person", 1),
        ("x & y", "topic", 0),
    ]


def test_gexf_is_well_formed_undated_and_flat(tmp_path: Path) -> None:
    """What Gephi opens: every attribute one declared value, no list, no None."""
    assert write_gexf(network(NASTY, SAID), tmp_path / "g.gexf") == 9
    root = ElementTree.parse(tmp_path / "g.gexf").getroot()  # noqa: S314  # our own file
    assert root.attrib["version"] == "1.3"
    assert nx.read_gexf(tmp_path / "g.gexf", version="1.3").number_of_edges() > 0
    space = "{http://gexf.net/1.3}"
    assert "lastmodifieddate" not in next(root.iter(f"{space}meta")).attrib
    declared = {a.attrib["id"]: a.attrib["title"] for a in root.iter(f"{space}attribute")}
    for edge in root.iter(f"{space}edge"):
        values = {declared[v.attrib["for"]]: v.attrib["value"] for v in edge.iter(f"{space}attvalue")}
        assert values["cite"]
        assert values["statement_id"]
        assert "None" not in values.values()
    ids = [edge.attrib["id"] for edge in root.iter(f"{space}edge")]
    assert len(ids) == len(set(ids)) == 9


def test_json_is_nodes_and_links(tmp_path: Path) -> None:
    write_json(network(SAID), tmp_path / "g.json")
    data = json.loads((tmp_path / "g.json").read_text(encoding="utf-8"))
    back = nx.node_link_graph(data, edges="links")
    assert drawn(back) == drawn(network(SAID))
    assert len(data["links"]) == 7
    assert {link["source"] for link in data["links"]} <= {n["id"] for n in data["nodes"]}


@pytest.mark.slow
def test_ten_thousand_statements_make_a_network_in_seconds() -> None:
    random.seed(3)
    names = [f"{first} {last}" for first in ("Dana", "Rita", "Omar") for last in ("Lee", "Roe", "Ray", "Cole", "Ames", "Diaz")]
    records = [record(speaker=random.choice(names), to="; ".join(random.sample(names, 3))) for _ in range(10_000)]
    summed = aggregate(network(*records))
    assert summed.number_of_nodes() == len(names)
    assert sum(rank(summed).values()) == pytest.approx(1.0)
