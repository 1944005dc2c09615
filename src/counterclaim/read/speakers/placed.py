"""Bodies of a state that the text names without it: "the Ministry of Defence", "state television"."""

from __future__ import annotations

import re
from dataclasses import replace

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.scene import Referent, Scene

_FIELD = r"(?:the\ )?(?:armed\ forces|[\w-]+(?:\ affairs|\ security)?(?:\ and\ (?:[\w-]+)(?:\ affairs)?)?)"
_KIND = r"(?:army|air|navy|naval|war|foreign|defen[cs]e|interior|finance|information|border|economy|energy)"
_BODY = re.compile(
    rf"(?:ministry\ (?:of|for)\ {_FIELD}|{_KIND}\ (?:ministry|department)|department\ of\ {_FIELD}|ministry"
    r"|admiralty|army|navy|air\ force|armed\ forces|general\ staff|high\ command|military)",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"state(?:\ (?:news|media))?\ (?:television|tv|broadcaster|network|media|channel|news\ channel|radio"
    r"|news\ agency|agency|news)(?:\ (?:channel|network|agency))?",
    re.IGNORECASE,
)
_MEDIUM_OF = re.compile(rf"(?:.{{0,40}}\ of\ )?(?:the\ )?({_MEDIUM.pattern})", re.IGNORECASE)
_OWNER = re.compile(r"([A-Z][\w-]{2,24})['’]s\ (.{3,60})")
_GOVERNMENT = re.compile(
    r"(?:the\ )?(?:government\ of\ ([A-Z][\w-]{2,24})|([A-Z][\w-]{2,24})['’]s\ government)"
)
_BRITISH = re.compile(r"\bDefense\b")
_SMALL = frozenset({SpeakerKind.PERSON})


def placed(scene: Scene, referent: Referent, at: int) -> Referent:
    """The referent with its state's adjective where it is a body of the state that the document is about.

    `at` is the token where the source stands; a state that acts right before it wins.
    """
    name = referent.name
    if name is None or referent.members or referent.kind in _SMALL:
        return referent
    owned = _of_owner(scene, referent, name)
    if owned is not None:
        return owned
    if scene.home is None or scene.adjective is None:
        return referent
    state = scene.state_at(at)
    if state is None:
        return referent
    medium = _MEDIUM_OF.fullmatch(name)
    if medium is not None:
        return _called(scene, referent, medium[1], state)
    if _BODY.fullmatch(name.removeprefix("the ").removeprefix("The ")):
        return _called(scene, referent, name.removeprefix("the ").removeprefix("The "), state)
    return referent


def _called(scene: Scene, referent: Referent, name: str, state: str) -> Referent:
    """The body with the adjective, or as a table lists it."""
    small = name[:1].lower() + name[1:] if name.lower().startswith("state") else name
    adjective = scene.adjective if state == scene.home else state
    full = (
        f"{adjective} {_BRITISH.sub('Defence', small) if scene.aliases.adjective(str(adjective)) else small}"
    )
    kind = SpeakerKind.OUTLET if _MEDIUM.fullmatch(name) else SpeakerKind.ORGANISATION
    entry = scene.aliases.find(full, scene.on)
    known = entry is not None and entry.kind is not SpeakerKind.STATE
    return replace(
        referent,
        name=entry.name if entry is not None and known else full,
        kind=kind,
        actor=None,
        words=full,
        party=state,
    )


def _of_owner(scene: Scene, referent: Referent, name: str) -> Referent | None:
    """ "Orvessa's navy" by its adjective; a government by its state."""
    government = _GOVERNMENT.fullmatch(name)
    if government is not None:
        state = government[1] or government[2]
        entry = scene.aliases.find(state, scene.on)
        if entry is not None and entry.kind is SpeakerKind.STATE and entry.party == state:
            return replace(referent, name=state, kind=SpeakerKind.STATE, actor=None, words=state, party=state)
    owner = _OWNER.fullmatch(name)
    if owner is None or owner[1] != scene.home or not _BODY.fullmatch(owner[2]):
        return None
    return _called(scene, referent, owner[2], owner[1])
