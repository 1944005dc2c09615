"""Attributions as the network finds them, before rules and before records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from counterclaim.model.span import Spans
from counterclaim.read.decode import Floats, Role, best_roles
from counterclaim.read.tagger import Tagger
from counterclaim.read.windows import cut_windows
from counterclaim.read.words import Ints, Words

ANCHOR_THRESHOLD = 0.15  # least probability that a word begins a cue
TRANSITION_WEIGHT = 0.2  # measured on PolNeAR dev


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure the network is of one attribution, each in natural logarithms.

    `cue`: that its first word begins a cue; `outer`: that the cue is an
    outermost one; `source`, `content`: mean over the words so labelled; `rest`:
    mean over the eight least sure words without a role; `worst_content`: the
    least sure content word.
    """

    cue: float
    outer: float
    source: float
    content: float
    worst_content: float
    rest: float


class Origin(StrEnum):
    """What found an attribution."""

    NETWORK = "network"
    TURN = "turn"


CERTAIN = Evidence(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Found:
    """Words of one attribution, as ascending word indices of the text.

    `anchor` is the first word of the cue; of the content where there is no cue.
    """

    anchor: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    evidence: Evidence = CERTAIN
    origin: Origin = Origin.NETWORK


def find_attributions(
    words: Words, tagger: Tagger, threshold: float = ANCHOR_THRESHOLD, weight: float = TRANSITION_WEIGHT
) -> list[Found]:
    """All attributions of a text in the order of their cues, nested ones too."""
    found: list[Found] = []
    for window in cut_windows(words):
        tags = tagger.tag(words, window, threshold)
        decoded = best_roles(tags.roles, tags.inside, weight)
        for row, anchor in enumerate(tags.cues.tolist()):
            roles = decoded[row]
            first = int(tags.first[row])
            content = _places(roles, Role.CONTENT, first)
            if not content:
                continue
            cue = _places(roles, Role.CUE, first)
            if not cue and roles[anchor - first] != Role.CONTENT:
                cue = (anchor,)
            found.append(
                Found(
                    anchor=anchor,
                    source=_one_source(tags.roles[row], roles, first),
                    cue=cue,
                    content=content,
                    evidence=_evidence(
                        tags.anchor[anchor - window.first], tags.roles[row], roles, tags.inside[row]
                    ),
                )
            )
    return _without_echoes(found)


def _places(roles: Ints, role: Role, first: int) -> tuple[int, ...]:
    return tuple((np.flatnonzero(roles == role) + first).tolist())


def _one_source(logs: Floats, roles: Ints, first: int) -> tuple[int, ...]:
    """The surest run of source words; in PolNeAR 9 of 19,832 sources have a gap."""
    marked = np.flatnonzero(roles == Role.SOURCE)
    runs = np.split(marked, np.flatnonzero(np.diff(marked) > 1) + 1)
    gain = logs[:, Role.SOURCE] - logs[:, Role.NONE]
    best = max(runs, key=lambda run: float(gain[run].mean()) if len(run) else 0.0)
    return tuple((best + first).tolist())


def _evidence(anchor: np.ndarray, logs: np.ndarray, roles: Ints, inside: np.ndarray) -> Evidence:
    chosen = np.take_along_axis(logs, roles[:, None], axis=1)[:, 0]
    content = chosen[roles == Role.CONTENT]
    source = chosen[roles == Role.SOURCE]
    rest = chosen[(roles == Role.NONE) & inside]
    is_cue = float(np.logaddexp(anchor[1], anchor[2]))
    return Evidence(
        cue=is_cue,
        outer=float(anchor[1]) - is_cue,
        source=float(source.mean()) if len(source) else 0.0,
        content=float(content.mean()),
        worst_content=float(content.min()),
        rest=float(np.sort(rest)[:8].mean()) if len(rest) else 0.0,
    )


def _without_echoes(found: list[Found]) -> list[Found]:
    """Drop an attribution whose first cue word lies in the cue of a surer one."""
    kept: list[Found] = []
    taken: set[int] = set()
    for item in sorted(found, key=lambda item: (-item.evidence.cue, item.anchor)):
        if item.anchor not in taken:
            kept.append(item)
            taken.update(item.cue)
    return sorted(kept, key=lambda item: item.anchor)


def spans_of(indices: tuple[int, ...], words: Words) -> Spans:
    """Word indices as spans of the text, neighbours joined unless something between is left out."""
    spans: list[tuple[int, int]] = []
    previous = -2
    for index in indices:
        start, end = int(words.starts[index]), int(words.ends[index])
        if index == previous + 1 and words.position[index] == words.position[previous] + 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        previous = index
    return tuple(spans)
