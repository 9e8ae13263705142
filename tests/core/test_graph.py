"""The signed graph of who plays for whom."""

import pytest

from core.graph import Graph


def settle(n: int, anchors: dict[int, float], ties: list[tuple[int, int, float]]) -> list[int]:
    """The sign of each belief: 1 home, -1 away, 0 undecided."""
    graph = Graph()
    for person, weight in anchors.items():
        graph.anchor(person, weight)
    for a, b, weight in ties:
        graph.tie(a, b, weight)
    return [0 if abs(x) < 1e-6 else 1 if x > 0 else -1 for x in graph.settle(n)]


@pytest.mark.parametrize(
    ("n", "anchors", "ties", "signs"),
    [
        (1, {0: 1}, [], [1]),
        (1, {0: -1}, [], [-1]),
        (2, {0: 1}, [(0, 1, 1)], [1, 1]),  # team-mates
        (2, {0: 1}, [(0, 1, -1)], [1, -1]),  # opponents
        (3, {0: 1}, [(0, 1, -1), (1, 2, -1)], [1, -1, 1]),  # the opponent's opponent
        (3, {0: 2, 2: -1}, [(0, 1, 1), (1, 2, 0.2)], [1, 1, -1]),  # the stronger witness wins
        (2, {0: 1}, [(0, 1, 1), (1, 0, -1)], [1, 0]),  # one tie, told in either order
        (2, {}, [(0, 1, 2)], [0, 0]),
        (0, {}, [], []),
    ],
)
def test_signs(n: int, anchors: dict[int, float], ties: list[tuple[int, int, float]], signs: list[int]):
    assert settle(n, anchors, ties) == signs


@pytest.mark.parametrize("ties", [[(-1, 0, 5)], [(0, 0, 5)], [(0, -1, -5)]])
def test_ties_to_nobody_count_for_nothing(ties: list[tuple[int, int, float]]):
    graph = Graph()
    graph.anchor(-1, 3)
    for tie in ties:
        graph.tie(*tie)
    assert not graph.edges and not graph.anchors


def test_beliefs_stay_between_the_sides():
    graph = Graph()
    for person in range(5):
        graph.anchor(person, 50)
        graph.tie(person, (person + 1) % 5, 50)
    assert all(-1 <= x <= 1 for x in graph.settle(5))
