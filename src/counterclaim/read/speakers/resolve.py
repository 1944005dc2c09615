"""Every attribution's speaker, in one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.model.document import Document
from counterclaim.model.meaning import Speaker, SpeakerKind
from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Span, Spans
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.fold import fold
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said
from counterclaim.read.speakers.documents import is_document
from counterclaim.read.speakers.implicit import resolve_implicit
from counterclaim.read.speakers.lexicon import PRONOUNS_THING
from counterclaim.read.speakers.party import Parties
from counterclaim.read.speakers.placed import placed
from counterclaim.read.speakers.restricted import in_full
from counterclaim.read.speakers.scene import Around, Past, Referent, Scene, scene_of
from counterclaim.read.speakers.source import Source, source_of
from counterclaim.read.speakers.sources import resolve_source


def resolve_speakers(
    document: Document, parse: Parse, said: Sequence[Said], aliases: Aliases
) -> tuple[Speaker, ...]:
    """Bring every source to a name, a kind and a party; one speaker for each attribution, in its order."""
    scene = scene_of(document, parse, said, aliases)
    run = _Run(scene)
    for index in sorted(range(len(said)), key=run.anchor):
        run.referent(index)
        run.pass_by(index)
    parties = Parties(scene, run.sources())
    return tuple(
        _speaker(placed(scene, run.referent(index), run.anchor(index)[0]), parties)
        for index in range(len(said))
    )


class _Run:
    """Resolves in reading order, a speaker before the words inside a quotation of theirs."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found: dict[int, Referent] = {}
        self._open: set[int] = set()
        self._labels: dict[Span, Referent | None] = {}

    def anchor(self, index: int) -> tuple[int, int]:
        return (self._at(index), index)

    def referent(self, index: int) -> Referent:
        """Who speaks an attribution, resolved once."""
        if index not in self._found:
            self._open.add(index)
            self._found[index] = in_full(self._scene, self._resolve(index))
            self._open.discard(index)
        return self._found[index]

    def pass_by(self, index: int) -> None:
        """Keep a resolved source as past for those that follow; words inside quotations are nobody's turn."""
        one = self._scene.said[index]
        if one.parent is None and self._scene.parse.tokens:
            at = self._at(index)
            sentence = self._scene.parse.tokens[at].sentence
            source = source_of(self._scene.parse, one.source)
            paper = source is not None and is_document(self._scene, source)
            self._scene.past.append(
                Past(
                    at,
                    sentence,
                    one.content or one.cue,
                    self._found[index],
                    paper or self._is_it_again(source),
                )
            )

    def _is_it_again(self, source: Source | None) -> bool:
        """Whether "it" takes up a document that spoke right before."""
        past = self._scene.past[-1:]
        word = self._scene.parse.tokens[source.head].lower if source else ""
        return word in PRONOUNS_THING and bool(past) and past[0].paper

    def sources(self) -> dict[str, list[tuple[int, int]]]:
        """Tokens of the sources that hold the name of the person they stand for, by that name."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for index, referent in self._found.items():
            actor = referent.actor
            inside = _tokens(self._scene.parse, self._scene.said[index].source)
            named = {self._scene.names[at][1] for at in inside if at in self._scene.names}
            if actor in named and actor is not None and len(inside) > 2:
                found[actor.name].append((inside.start, inside.stop))
        return found

    def _resolve(self, index: int) -> Referent:
        scene, one = self._scene, self._scene.said[index]
        content = _tokens(scene.parse, one.content)
        around = self._around(one)
        found = resolve_source(scene, one.source, content, around)
        if found is not None:
            return found
        if not scene.parse.tokens:
            return Referent(None, None, reason="the text names nobody")
        return resolve_implicit(
            scene,
            one,
            self._at(index),
            lambda tokens: resolve_source(scene, _spans(scene, tokens), content, around),
        )

    def _around(self, one: Said) -> Around:
        """The speaker of the attribution that holds this one, or of the labelled turn it stands in."""
        parent = one.parent
        if parent is None:
            return self._of_turn(one)
        if parent in self._open or not 0 <= parent < len(self._scene.said):
            return Around()
        return Around(self.referent(parent), self._scene.said[parent].quote_type is not QuoteType.INDIRECT)

    def _of_turn(self, one: Said) -> Around:
        turn = self._scene.turn_at(one.source[0][0]) if one.source else None
        if turn is None:
            return Around()
        if turn.label not in self._labels:
            self._labels[turn.label] = resolve_source(self._scene, (turn.label,), range(0), Around())
        return Around(self._labels[turn.label], direct=True)

    def _at(self, index: int) -> int:
        """Token index where an attribution's source stands, else its cue, else its content."""
        one = self._scene.said[index]
        for spans in (one.source, one.cue, one.content):
            for span in spans:
                inside = self._scene.parse.within(span)
                if inside:
                    return inside.start
        return 0


def _spans(scene: Scene, tokens: Sequence[int]) -> Spans:
    return tuple((scene.parse.tokens[at].start, scene.parse.tokens[at].end) for at in tokens)


def _tokens(parse: Parse, spans: Spans) -> range:
    if not spans:
        return range(0)
    return range(parse.within(spans[0]).start, parse.within(spans[-1]).stop)


def _speaker(referent: Referent, parties: Parties) -> Speaker:
    if referent.name is None:
        return Speaker(kind=referent.kind or SpeakerKind.ANONYMOUS, reason=referent.reason)
    return Speaker(
        name=referent.name, kind=referent.kind, party=parties.of(referent), key=fold(referent.name)
    )
