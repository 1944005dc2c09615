"""Which attribution stands inside which."""

from counterclaim.read.found import Found
from counterclaim.read.nesting import parents


def item(anchor: int, content: range) -> Found:
    return Found(anchor=anchor, source=(), cue=(anchor,), content=tuple(content))


def test_the_smallest_content_that_holds_another_is_its_parent() -> None:
    outer, middle, inner = item(1, range(2, 30)), item(5, range(6, 20)), item(8, range(9, 15))
    assert parents([outer, middle, inner]) == [None, 0, 1]


def test_attributions_side_by_side_have_no_parent() -> None:
    assert parents([item(1, range(2, 9)), item(10, range(11, 20))]) == [None, None]


def test_contents_that_hold_each_other_make_no_circle() -> None:
    first, second, third = (
        Found(anchor, (), (anchor,), tuple(word for word in range(30) if word != anchor))
        for anchor in (3, 9, 15)
    )
    for index, parent in enumerate(parents([first, second, third])):
        seen = {index}
        while parent is not None:
            assert parent not in seen
            seen.add(parent)
            parent = parents([first, second, third])[parent]
