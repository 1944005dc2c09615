"""One source brought to its referent: what its words are decides who resolves them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.span import Spans
from counterclaim.read.speakers.descriptions import is_description, resolve_description
from counterclaim.read.speakers.documents import is_document, maker_of, remember
from counterclaim.read.speakers.groups import describe_unnamed, spokesman_of_body, state_of
from counterclaim.read.speakers.labels import labelled_part
from counterclaim.read.speakers.naming import named_body, named_person, named_several, parts_of
from counterclaim.read.speakers.owners import campaign_of
from counterclaim.read.speakers.plurals import resolve_plural
from counterclaim.read.speakers.police import bare_police, sheriffs
from counterclaim.read.speakers.possessed import by_owner, owner_of_thing
from counterclaim.read.speakers.pronouns import is_pronoun, resolve_pronoun
from counterclaim.read.speakers.restricted import restricted_group
from counterclaim.read.speakers.scene import Around, Referent, Scene
from counterclaim.read.speakers.source import source_of

_UNNAMED = (SpeakerKind.GROUP, SpeakerKind.ANONYMOUS)
_NO_SOURCE = frozenset("VERB AUX ADP SCONJ PUNCT PART INTJ".split())
Resolve = Callable[[list[int]], Referent | None]
DEPTH = 3  # how often one source may lead to another


def resolve_source(
    scene: Scene, spans: Spans, content: range, around: Around, depth: int = 0
) -> Referent | None:
    """Whom the words at the spans stand for; None where there are none.

    `around` is who speaks the words that hold the source, for "I" and "we".
    """
    source = source_of(scene.parse, spans)
    if source is None or depth > DEPTH:
        return None

    def again(tokens: list[int]) -> Referent | None:
        inner = tuple((scene.parse.tokens[at].start, scene.parse.tokens[at].end) for at in tokens)
        return resolve_source(scene, inner, content, around, depth + 1)

    head = scene.parse.tokens[source.head]
    if head.pos in _NO_SOURCE and not any(at in scene.names for at in source.core):
        return None
    part = labelled_part(scene, source)
    if part is not None:
        return scene.introduce(part, source.head)
    if len(source.core) == 1 and is_pronoun(head.lower, head.tag):
        return resolve_pronoun(scene, source.head, content, around, again)
    joint = _together(parts_of(scene, source), again) if depth <= 1 else None
    if joint is not None:
        return joint
    if is_document(scene, source):
        maker = maker_of(scene, source, again)
        remember(scene, source, maker)
        return maker
    found = (
        restricted_group(scene, source)
        or spokesman_of_body(scene, source)
        or named_several(scene, source)
        or named_person(scene, source)
        or state_of(scene, source)
        or campaign_of(scene, source)
        or sheriffs(scene, source)
        or bare_police(scene, source)
        or named_body(scene, source)
        or resolve_plural(scene, source)
        or owner_of_thing(scene, source, again)
        or (resolve_description(scene, source, content) if is_description(scene, source) else None)
        or describe_unnamed(scene, source)
    )
    found = by_owner(scene, source, found, again)
    headline = is_description(scene, source) and scene.parse.tokens[source.core[0]].pos not in ("DET", "PRON")
    return found if headline else scene.introduce(found, source.head)


def _together(parts: Sequence[list[int]], again: Resolve) -> Referent | None:
    """Several who speak together, if every part is somebody known."""
    if len(parts) < 2:
        return None
    members = tuple(one for part in parts if (one := again(part)) is not None and _is_somebody(one))
    if len(members) < len(parts):
        return None
    names = list(dict.fromkeys(one.name for one in members if one.name))
    kinds = {one.kind for one in members}
    if len(names) < 2:
        return members[0]
    kind = kinds.pop() if len(kinds) == 1 else SpeakerKind.GROUP
    return Referent("; ".join(names), kind, members=members)


def _is_somebody(referent: Referent) -> bool:
    return referent.actor is not None and referent.kind not in _UNNAMED
