"""Where nodes stand, computed before the page is made so that the browser only draws.

The springs are Fruchterman and Reingold's (Graph drawing by force-directed placement, 1991) as rustworkx has
them, seeded, so that the same graph always looks the same. They cost time quadratic in the nodes: of a large
component only the most connected nodes are laid out, the others stand around their neighbours.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

__all__ = ["Point", "draw_in", "keep_apart", "lay_out"]

Point = tuple[float, float]

SEED = 7
CORE = 1500  # springs over 1,500 nodes take about 0.7 s on one core, over 3,000 four times that
SPACING = 95.0  # pixels between neighbours at which labels of usual length stay readable
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))  # successive turns never line up, so a ring fills evenly


def lay_out(count: int, pairs: Iterable[tuple[int, int]], *, spacing: float = SPACING) -> list[Point]:
    """Return a point in pixels for each of `count` nodes, centred on the origin.

    `pairs` are the edges as positions of nodes; a lower position is a more connected node. Components are
    laid out for themselves and set in rows below the largest.
    """
    neighbours: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        neighbours[a].add(b)
        neighbours[b].add(a)
    points: list[Point] = [(0.0, 0.0)] * count
    blocks = [_component_points(members, neighbours, spacing) for members in _components(count, neighbours)]
    for block in _in_rows(blocks, spacing):
        for node, point in block.items():
            points[node] = point
    return points


def draw_in(points: Sequence[Point], *, width: float, height: float) -> list[Point]:
    """Return the points in a box of the given size around the origin, those far out drawn in more than those within.

    Each coordinate is replaced by the mean of itself and its rank, both scaled to the box: outliers no longer
    shrink the middle, and the order from left to right and from top to bottom stays.
    """
    return list(zip(_evened([x for x, _ in points], width), _evened([y for _, y in points], height), strict=True))


def keep_apart(points: Sequence[Point], widths: Sequence[float], *, height: float, rounds: int = 60) -> list[Point]:
    """Return the points moved just so far that boxes of the given widths and one height no longer overlap.

    Each round pushes every overlapping pair apart along the axis that needs less; `rounds` bounds the work where there
    is no room. Quadratic in the points: meant for a view of at most some hundred nodes.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(rounds):
        moved = False
        for i in range(len(xs)):
            for j in range(i):
                dx, dy = xs[i] - xs[j], ys[i] - ys[j]
                over_x, over_y = (widths[i] + widths[j]) / 2 - abs(dx), height - abs(dy)
                if over_x <= 0 or over_y <= 0:
                    continue
                moved = True
                if over_y <= over_x:
                    step = math.copysign(over_y / 2, dy)
                    ys[i], ys[j] = ys[i] + step, ys[j] - step
                else:
                    step = math.copysign(over_x / 2, dx)
                    xs[i], xs[j] = xs[i] + step, xs[j] - step
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _evened(values: list[float], size: float) -> list[float]:
    if len(values) < 2:
        return [0.0] * len(values)
    low, high = min(values), max(values)
    rank = {position: place for place, position in enumerate(sorted(range(len(values)), key=lambda i: (values[i], i)))}
    last = len(values) - 1
    return [
        ((value - low) / ((high - low) or 1) / 2 + rank[i] / last / 2 - 0.5) * size for i, value in enumerate(values)
    ]


def _components(count: int, neighbours: dict[int, set[int]]) -> list[list[int]]:
    seen: set[int] = set()
    found = []
    for start in range(count):
        if start in seen:
            continue
        seen.add(start)
        members = [start]
        for node in members:
            fresh = sorted(neighbours[node] - seen)
            seen.update(fresh)
            members.extend(fresh)
        found.append(sorted(members))
    return sorted(found, key=lambda members: (-len(members), members))


def _component_points(members: list[int], neighbours: dict[int, set[int]], spacing: float) -> dict[int, Point]:
    points = _springs(members[:CORE], neighbours, spacing)
    _set_around(points, neighbours, spacing)
    return points


def _springs(members: list[int], neighbours: dict[int, set[int]], spacing: float) -> dict[int, Point]:
    import rustworkx as rx

    if len(members) == 1:
        return {members[0]: (0.0, 0.0)}
    index = {node: position for position, node in enumerate(members)}
    graph = rx.PyGraph()
    graph.add_nodes_from(members)
    graph.add_edges_from_no_data(
        [(index[a], index[b]) for a in members for b in sorted(neighbours[a]) if a < b and b in index]
    )
    # A larger k than the default 1/sqrt(n) opens dense centres; more rounds settle small graphs for hardly any time.
    rounds = 400 if len(members) <= 300 else 80
    layout = rx.spring_layout(
        graph, k=1.6 / math.sqrt(len(members)), repulsive_exponent=2, num_iter=rounds, seed=SEED, adaptive_cooling=True
    )
    return _scaled({node: (layout[i][0], layout[i][1]) for node, i in index.items()}, spacing)


def _scaled(points: dict[int, Point], spacing: float) -> dict[int, Point]:
    size = len(points)
    middle_x = sum(x for x, _ in points.values()) / size
    middle_y = sum(y for _, y in points.values()) / size
    spread = math.sqrt(sum((x - middle_x) ** 2 + (y - middle_y) ** 2 for x, y in points.values()) / size) or 1.0
    # A disc of n nodes at the given spacing has a root mean square radius of about spacing * sqrt(n) / 2.
    scale = spacing * math.sqrt(size) / 2 / spread
    return {
        node: _nearer((x - middle_x) * scale, (y - middle_y) * scale, spacing * math.sqrt(size) * 0.6)
        for node, (x, y) in points.items()
    }


def _nearer(x: float, y: float, reach: float) -> Point:
    """Draw in a point beyond the reach, so that a few far ones do not shrink all the others on the screen."""
    distance = math.hypot(x, y)
    factor = math.sqrt(reach / distance) if distance > reach else 1.0
    return x * factor, y * factor


def _set_around(points: dict[int, Point], neighbours: dict[int, set[int]], spacing: float) -> None:
    """Add the rest of the component, each on a spiral around its most connected neighbour that has one."""
    turns: dict[int, int] = defaultdict(int)
    reached = sorted(points)
    for anchor in reached:
        for node in sorted(neighbours[anchor]):
            if node in points:
                continue
            turns[anchor] += 1
            radius = spacing * 0.45 * math.sqrt(turns[anchor] + 1)
            angle = GOLDEN_ANGLE * turns[anchor] + anchor
            x, y = points[anchor]
            points[node] = (x + radius * math.cos(angle), y + radius * math.sin(angle))
            reached.append(node)


def _in_rows(blocks: list[dict[int, Point]], spacing: float) -> list[dict[int, Point]]:
    if not blocks:
        return []
    placed = [blocks[0]]
    left, _, right, bottom = _box(blocks[0])
    width = max(right - left, spacing * 8)
    x, y, row = left, bottom + spacing, 0.0
    for block in blocks[1:]:
        x0, y0, x1, y1 = _box(block)
        if x > left and x + (x1 - x0) > left + width:
            x, y, row = left, y + row + spacing, 0.0
        placed.append({node: (px - x0 + x, py - y0 + y) for node, (px, py) in block.items()})
        x += x1 - x0 + spacing * 1.5
        row = max(row, y1 - y0)
    return placed


def _box(points: dict[int, Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points.values()], [y for _, y in points.values()]
    return min(xs), min(ys), max(xs), max(ys)
