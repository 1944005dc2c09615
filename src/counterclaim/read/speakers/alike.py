"""Nouns that may stand for one another: "the lawmaker" for a senator, "the firm" for a company."""

from __future__ import annotations

# Any of these may stand for any other of its line.
_SAME = tuple(
    frozenset(words.split())
    for words in (
        "chairman chairwoman chair chairperson",
        "king queen monarch",
        "premier prime",
        "ceo chief-executive",
        "senator sen",
        "congressman congresswoman rep representative",
        "candidate nominee front-runner frontrunner hopeful contender presidential",
        "businessman businesswoman billionaire tycoon mogul developer entrepreneur magnate",
        "journalist reporter correspondent anchor columnist editor host writer",
        "lawyer attorney counsel solicitor barrister",
        "prosecutor attorney",
        "publicist rep spokesman spokeswoman spokesperson",
        "sergeant sgt",
        "lieutenant lt",
        "captain capt",
        "pastor rev reverend preacher",
        "professor academic scholar researcher scientist economist historian lecturer",
        "doctor dr physician surgeon medic",
        "republican gop r conservative",
        "democrat democratic d liberal",
        "company firm corporation corp inc giant maker group operator manufacturer carrier airline",
        "ministry department",
        "committee panel",
        "organization organisation group association",
        "alliance bloc coalition",
        "newspaper paper daily weekly times post journal tribune herald gazette news",
    )
)
# The words before the bar may stand for those behind it, and not the other way round:
# a governor is a leader, but not every chief is "the governor".
_WIDER = tuple(
    (frozenset(wide.split()), frozenset(narrow.split()))
    for wide, narrow in (
        line.split("|")
        for line in (
            "leader head chief boss ruler|president premier minister chancellor director chairman chairwoman"
            " chair ceo king queen secretary-general prime monarch governor commander executive",
            "lawmaker legislator politician|senator sen congressman congresswoman rep representative mp",
            "officer policeman cop|detective inspector sgt sergeant chief sheriff lieutenant lt captain capt",
            "official|spokesman spokeswoman spokesperson director secretary commissioner administrator chief"
            " minister undersecretary",
            "executive boss|ceo president chairman chairwoman director chief",
            "diplomat|ambassador envoy consul",
            "agency|bureau department ministry office service administration authority",
            "organization organisation group|institute foundation federation charity",
            "panel body|commission council board court",
            "bloc|union",
            "school institution|university college institute",
            "military forces|army navy",
        )
    )
)


def alike(noun: str) -> frozenset[str]:
    """Nouns that somebody was called by whom this noun may stand for."""
    same = frozenset().union(*(group for group in _SAME if noun in group))
    return same.union(*(wide | narrow for wide, narrow in _WIDER if noun in wide))
