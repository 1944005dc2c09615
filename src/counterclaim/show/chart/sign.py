"""Signs for answers and for parties, told apart by their outline, not by colour alone."""

from __future__ import annotations

from counterclaim.show.chart.drawing import Shape, label, path, px

OUTLINES = 8  # so many parties have a sign of their own in one chart
_POINTS: tuple[tuple[tuple[float, float], ...], ...] = (
    ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),  # square
    ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),  # diamond
    ((0, -1.15), (1.2, 0.95), (-1.2, 0.95)),  # triangle
    ((0, 1.15), (1.2, -0.95), (-1.2, -0.95)),  # triangle on its point
    ((-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4), (0.4, 1.1), (-0.4, 1.1),
     (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4)),  # cross
    ((-1.2, -0.5), (-0.5, -1.2), (0.5, -1.2), (1.2, -0.5), (1.2, 0.5), (0.5, 1.2), (-0.5, 1.2),
     (-1.2, 0.5)),  # octagon
    ((-1.1, -1.1), (1.1, -1.1), (0.35, 0), (1.1, 1.1), (-1.1, 1.1), (-0.35, 0)),  # hourglass
)  # fmt: skip
_OF_ANSWER = {"yes": 3, "no": 4, "hedged": 2, "number": 1}


def answer_sign(answer: str, x: float, y: float, size: float = 5) -> Shape:
    """Up for yes, down for no, a diamond between them, a square for a number, else a question mark."""
    css = f"answer is-{answer}"
    if answer not in _OF_ANSWER:
        return label(css, x, y + size * 0.9, "?", "middle")
    return path(css, outline(_OF_ANSWER[answer], x, y, size))


def party_sign(party: int, x: float, y: float, size: float = 4.5) -> Shape:
    """The sign of a party by its number from 0; beyond the known ones all share the last."""
    number = min(party, OUTLINES - 1)
    return path(f"party is-{number}", outline(number, x, y, size))


def outline(number: int, x: float, y: float, size: float) -> str:
    """Path data of an outline around a point: 0 is a circle."""
    if number == 0:
        arc = f"a{px(size)} {px(size)} 0 1 0"
        return f"M{px(x - size)} {px(y)}{arc} {px(2 * size)} 0{arc} {px(-2 * size)} 0Z"
    points = (f"{px(x + dx * size)} {px(y + dy * size)}" for dx, dy in _POINTS[number - 1])
    return f"M{'L'.join(points)}Z"
