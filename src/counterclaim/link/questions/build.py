"""The questions of a ledger, as a pure function of its claims, their relations and what people signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.link.questions.clause import ClauseFinder
from counterclaim.link.questions.groups import Group, group
from counterclaim.link.questions.identity import age, name_of, question_id
from counterclaim.link.questions.links import Pair, Sureness, chances, surest
from counterclaim.link.questions.positions import positions, pulls
from counterclaim.link.questions.stance import form_of
from counterclaim.link.questions.wording import form_from, question_text
from counterclaim.model.question import HumanEdge, Question
from counterclaim.model.relation import ClaimName, ContradictionKind, Relation
from counterclaim.model.told import Told


@dataclass(frozen=True, slots=True)
class Means:
    """What questions may be made with beside the rules; all of it can be left out.

    `texts` are those that people gave questions, by id.  `same` tells how likely pairs of claims answer
    one question, where more is known of it than the likeliest relation: from all chances of the judge,
    from how near claims are in meaning.
    """

    sureness: Sureness = field(default_factory=Sureness)
    texts: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[Pair, float] = field(default_factory=dict)
    find: ClauseFinder | None = None


def questions(
    claims: Iterable[Told],
    relations: Iterable[Relation],
    human: Iterable[HumanEdge] = (),
    means: Means | None = None,
) -> tuple[Question, ...]:
    """Groups of two claims or more with their text and positions, that with the oldest claim first."""
    means = means or Means()
    told = {name_of(claim): claim for claim in sorted(claims, key=age)}
    chosen = surest(relations)
    vectors = {name: claim.vector for name, claim in told.items()}
    groups = group(list(told), chances(chosen.values(), means.same), human, means.sureness, vectors)
    inside = _inside(groups, chosen)
    return tuple(
        _question(found, told, relations_of, means)
        for found, relations_of in zip(groups, inside, strict=True)
    )


def _question(
    found: Group, told: Mapping[ClaimName, Told], relations: Sequence[Relation], means: Means
) -> Question:
    at_home = [told[name] for name in found.claims]
    everyone = sorted((told[name] for name in (*found.claims, *found.guests)), key=age)
    id_ = question_id(found.claims[0])
    text = _given_text(found.claims, means.texts)
    if text is None:
        differ = any(relation.contradiction is ContradictionKind.TIMES for relation in relations)
        form = form_from(at_home, times_differ=differ)
        text = question_text(at_home, form, means.find)
    else:
        form = form_of(text)
    return Question(
        id=id_,
        text=text,
        form=form,
        claims=found.claims,
        guests=found.guests,
        positions=positions(everyone, text, pulls(relations)),
    )


def _given_text(claims: Iterable[ClaimName], texts: Mapping[str, str]) -> str | None:
    """What a person called the question, or the oldest of those that were joined to it."""
    if not texts:
        return None
    return next((texts[id_] for claim in claims if (id_ := question_id(claim)) in texts), None)


def _inside(groups: Sequence[Group], chosen: Mapping[Pair, Relation]) -> list[list[Relation]]:
    """The relations between claims of each group, guests included, in the order of their pairs."""
    places: dict[ClaimName, list[int]] = {}
    for place, found in enumerate(groups):
        for name in (*found.claims, *found.guests):
            places.setdefault(name, []).append(place)
    inside: list[list[Relation]] = [[] for _ in groups]
    for (one, other), relation in sorted(chosen.items()):
        for place in places.get(one, ()):
            if place in places.get(other, ()):
                inside[place].append(relation)
    return inside
