"""Words that name evidence, by kind, and verbs that bring it forward."""

from __future__ import annotations

from types import MappingProxyType

from counterclaim.model.meaning import EvidenceKind
from counterclaim.read.evidence.words import verbs

_NOUNS = {
    EvidenceKind.VIDEO: "video footage clip film videotape recording livestream dashcam",
    EvidenceKind.PICTURE: "picture photo photograph image imagery screenshot shot snapshot selfie",
    EvidenceKind.DOCUMENT: """document documentation report memo memorandum email e-mail lawsuit suit
        complaint record transcript filing affidavit indictment release
        summary dossier file invoice receipt contract
        certificate testimony deposition ruling verdict audit diary logbook communique cable autopsy
        constitution doctrine policy charter treaty statute syllabus manifesto minutes
        paperwork passport leaflet subpoena warrant petition brief""",
    EvidenceKind.DATA: """poll polling survey study data statistic research figure average tally tracker
        sensor census dataset database analysis measurement reading result test sample calculation simulation
        estimate index chart graph assessment finding""",
    EvidenceKind.ANOTHER_SOURCE: "article intelligence rumour rumor signal hint assurance tip-off sounding",
}

NOUNS = MappingProxyType({noun: kind for kind, text in _NOUNS.items() for noun in text.split()})
"""Singular noun to the kind of evidence that it names."""

PLURAL_ONLY = frozenset("figure statistic minute result finding shot".split())
"""Nouns that name evidence in the plural alone ("figures show", not "a leading figure")."""

OF_BODIES = frozenset(
    "survey study research census analysis record audit file index charter contract treaty".split()
)
"""Nouns that with a capital are mostly part of a body's name ("Geological Survey")."""

CONTAINERS = frozenset(
    """series number cache trove set batch collection pair handful lot version copy page part section
    string host wave variety majority release publication range result average excerpt summary""".split()
)
"""Nouns that yield to what stands behind their "of" ("a cache of documents")."""

GROUNDS = MappingProxyType(
    {
        **dict.fromkeys("information evidence proof".split(), EvidenceKind.DATA),
        **dict.fromkeys("investigation inquiry probe".split(), EvidenceKind.ANOTHER_SOURCE),
    }
)
"""Nouns that offer evidence only where they are said to show something, or to be the speaker's own."""

RESTS_ON = frozenset(
    "message letter sign word hint promise note tip remark statement talk conversation".split()
)
"""Nouns that are another's word where a view is said to rest on them ("came from a letter")."""

BROADCASTERS = frozenset("television tv channel broadcaster network station newscast newsreel".split())
"""Nouns for sources that show pictures whatever they report."""

OVERHEAD = frozenset("satellite drone aerial orbital".split())
"""Modifiers that make pictures views from above; of a satellite they are their own kind."""

OUTLETS = frozenset("media news press newspaper television tv radio wire local published initial".split())
"""Modifiers of "reports" that make them somebody else's reporting."""

VISUAL = frozenset({EvidenceKind.VIDEO, EvidenceKind.PICTURE, EvidenceKind.SATELLITE})
"""What is shown to the eye."""

SHOWING = verbs(
    """show+shown say+said+says suggest indicate reveal find+found prove demonstrate confirm conclude state
    point support describe document detail reflect give+gave+given read note capture contradict answer
    mean+meant depict attest establish tell+told make+made"""
)
"""Verbs of which evidence is the subject ("the poll shows")."""

SUPPLYING = verbs(
    """publish release show+shown post share issue air broadcast+broadcast present produce unveil upload
    distribute circulate carry+carried run+ran+running supply provide tweet disclose leak display
    screen add put+putting hand offer open have+has+had disseminate obtain capture reveal
    email send+sent give+gave+given submit declassify hold+held"""
)
"""Verbs by which somebody brings evidence forward ("published a video")."""
