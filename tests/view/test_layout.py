import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import make_news

from kg.view import layout
from kg.view.layout import draw_in, keep_apart, lay_out
from kg.view.network import build_network

SIZES = st.integers(0, 40)
POINTS = st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), max_size=30)


def network_pairs(nodes):
    news = make_news(nodes)
    network = build_network(news.claims, entities=news.entities, vocabulary=news.vocabulary)
    return len(network.nodes), [(edge.source, edge.target) for edge in network.edges]


@given(st.data())
def test_every_node_of_any_graph_has_a_place(data):
    count = data.draw(SIZES)
    ends = st.integers(0, max(0, count - 1))
    pairs = (
        data.draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), max_size=60)) if count else []
    )
    points = lay_out(count, pairs)
    assert len(points) == count
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in points)


def test_the_same_graph_has_the_same_places():
    count, pairs = network_pairs(120)
    assert lay_out(count, pairs) == lay_out(count, list(reversed(pairs)))


def test_neighbours_stand_nearer_than_strangers():
    count, pairs = network_pairs(200)
    points = lay_out(count, pairs)
    everyone = [math.dist(points[a], points[b]) for a in range(0, count, 7) for b in range(a)]
    neighbours = [math.dist(points[a], points[b]) for a, b in pairs]
    assert sum(neighbours) / len(neighbours) < 0.75 * sum(everyone) / len(everyone)


def test_nodes_beyond_the_core_stand_around_their_neighbours(monkeypatch):
    monkeypatch.setattr(layout, "CORE", 50)
    count, pairs = network_pairs(200)
    points = lay_out(count, pairs)
    assert len(set(points)) == count
    everyone = [math.dist(points[a], points[b]) for a in range(0, count, 7) for b in range(a)]
    near = [
        min(math.dist(points[node], points[b if a == node else a]) for a, b in pairs if node in (a, b))
        for node in range(50, count)
    ]
    assert sum(near) / len(near) < 0.4 * sum(everyone) / len(everyone)


def test_components_do_not_lie_on_each_other():
    rings = [(10 * ring + i, 10 * ring + (i + 1) % 10) for ring in range(3) for i in range(10)]
    points = lay_out(30, rings)
    boxes = [points[10 * ring : 10 * ring + 10] for ring in range(3)]
    spans = [
        (min(x for x, _ in box), max(x for x, _ in box), min(y for _, y in box), max(y for _, y in box))
        for box in boxes
    ]
    for a in range(3):
        for b in range(a):
            (l1, r1, t1, b1), (l2, r2, t2, b2) = spans[a], spans[b]
            assert r1 < l2 or r2 < l1 or b1 < t2 or b2 < t1


@given(POINTS)
def test_drawn_in_points_lie_in_the_box_and_keep_their_order(points):
    drawn = draw_in(points, width=300, height=200)
    assert all(abs(x) <= 150.001 and abs(y) <= 100.001 for x, y in drawn)
    for axis in (0, 1):
        order = sorted(range(len(points)), key=lambda i: points[i][axis])
        values = [drawn[i][axis] for i in order]
        assert values == pytest.approx(sorted(values))


def overlaps(points, widths, height):
    return [
        (a, b)
        for a in range(len(points))
        for b in range(a)
        if abs(points[a][0] - points[b][0]) < (widths[a] + widths[b]) / 2 - 0.01
        and abs(points[a][1] - points[b][1]) < height - 0.01
    ]


def test_labels_kept_apart_do_not_overlap():
    points = [(10.0 * (i % 4), 7.0 * (i // 4)) for i in range(16)]
    widths = [60.0 + 5 * i for i in range(16)]
    assert overlaps(points, widths, 40)
    assert not overlaps(keep_apart(points, widths, height=40, rounds=500), widths, 40)


def test_points_with_room_stay_where_they_are():
    points = [(0.0, 0.0), (200.0, 0.0), (0.0, 90.0)]
    assert keep_apart(points, [80.0] * 3, height=40) == points
