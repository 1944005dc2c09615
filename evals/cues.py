"""Which kind of act a cue names: speech, belief, intention, perception, document.

Half of PolNeAR is attitudes and plans, on which people themselves agree little;
"who said what" is about speech.  So recall is told apart by the class of the
gold cue.  The lists were made by hand from the cues of PolNeAR's train part (840
articles, 19,832 attributions): each of its 400 commonest head words was put in the
class that most of its uses belong to or, where it names no such act by itself
(`make`, `vote`, `focus on`), in none; words that news from elsewhere uses were added.
"""

from __future__ import annotations

import re
from enum import StrEnum


class CueClass(StrEnum):
    """What the head word of a cue says that the source does."""

    SPEECH = "speech"
    BELIEF = "belief"
    INTENTION = "intention"
    PERCEPTION = "perception"
    DOCUMENT = "document"
    OTHER = "other"
    NONE = "none"


# Words said or written to somebody: statements, questions, calls, promises, praise and blame.
_SPEECH = """
according accusation accuse acknowledge add address admission admit admonish advise advocate affirm
agree allegation allege allegedly allude announce announcement answer apologize appeal applaud argue
argument articulate ask assail assert assertion assessment assure attack attribute bemoan berate
blame blast blog boast brag broadcast call cast castigate caution challenge champion chant cheer
characterize charge chastise chide chime cite claim clarify clear commend comment commentary compare
complain complaint compliment concede concession condemn condemnation confess confide confirm
congratulate contend continue contradict counsel counter credit critical criticism criticize
critique cry declaration declare decline decry defend defense demand denial denounce denunciation
deny deride describe description detail diatribe dictate disagree disagreement disavow disclose
discount discuss dismiss dispute divulge downplay dub echo elaborate emphasize encourage estimate
exclaim exhort explain explanation express extol forecast greet gripe hail highlight hint identify
imply indicate inform inquire insinuate insist insistence instruct insult interject interrupt
interview invitation invoke joke label lambast lambaste lament laud leak lecture liken maintain
mention message mock muse mutter name narrate narrative nickname note notify object objection
observe offer opine order outline outspoken paint pan paraphrase plea plead pledge point portray
post praise pray predict prediction press proclaim promise pronounce proposal propose protest
question quip quote rail rant reaffirm reassure rebuff rebuke rebut recall recite recommend recount
refer reference refusal refuse refute reiterate reject relate relay remark remind reminder renounce
repeat reply report reportedly reprimand request respond response retort retract retweet reveal
rhetoric ridicule rule rumor say scoff scold scream share shout signal slam speak specify speculate
speech state statement stress suggest suggestion summarize swear talk taunt tease tell testify
testimony thank threat threaten tout trash tweet underline underscore urge utter vent vilify vocal
voice volunteer vouch vow warn warning welcome whisper write yell
"""

# What a source holds to be true, likely, good or bad, said in as many words or not.
_BELIEF = """
accept admire afraid alarmed ambivalence angered angry anxiety appear approval approve assume
assumption attitude aware back backer belief believe care certain comfortable concern concerned
conclude conclusion confidence confident consensus consider conviction convinced count curious deem
disappointed disappointment disapprove disdain dislike disregard distrust doubt doubtful embrace
endorse endorsement enjoy enthusiasm enthusiastic envision espouse excited expect expectation faith
favor fear feel fond forgive frustrated frustration furious glad guess happy hate hope hopeful idea
imagine impressed impression infer judge know like likely love mean memory mind mindful mistrust
mourn nervous notion opinion opponent oppose opposition optimistic outlook perspective pessimistic
prefer preference presume project proponent proud rate realize reason reckon recognize regard regret
reluctant remember resent respect seem seemingly shocked side skeptical skepticism sound speculation
stance support supporter suppose sure surprised suspect suspicion sympathize sympathy think treat
trust uncertain unclear uncomfortable unconvinced understand unhappy unsure upset view wary wonder
worry worship
"""

# What a source wants, plans, tries or decides to do.
_INTENTION = """
agenda aim ambition aspiration attempt bent bid choose craft decide decision desire determine devise
eager effort eye goal hesitate intend intent intention itch keen mull opt plan plot poised ponder
prepare promote push reconsider resist resolve seek strategy strive struggle target tend try
undertake unwilling want weigh willing wish
"""

# What a source sees, hears or comes to know.
_PERCEPTION = """
detect discern discover discovery experience glimpse hear learn monitor notice overhear perceive
perception see sense sight spot watch witness
"""

# What a text, picture, poll or study holds, where no person is said to speak.
_DOCUMENT = """
ad article book caption capture column contain cover data demonstrate depict document email evidence
feature find finding graph headline illustrate include letter list measure memo memoir poll print
prove publish read record reflect show statistic story study survey tally title transcript translate
video
"""

_IRREGULAR = """
broadcast:broadcast cast:cast chosen:choose chose:choose felt:feel forgave:forgive found:find
heard:hear knew:know known:know learnt:learn meant:mean overheard:overhear said:say sought:seek
saw:see seen:see shown:show spoke:speak spoken:speak strove:strive swore:swear sworn:swear
thought:think told:tell understood:understand undertook:undertake wrote:write written:write
"""
_DOUBLED = "admit blog brag counsel dub omit opt pan plan plot prefer quip rebut refer slam spot"
_WORD = re.compile(r"[^\W\d_]+")


def forms(lemma: str) -> set[str]:
    """Spellings a regular English verb or noun takes: -s, -ed, -ing, and -ise for -ize."""
    if lemma.endswith("ize"):
        return _endings(lemma) | _endings(lemma[:-3] + "ise")
    return _endings(lemma)


def _endings(lemma: str) -> set[str]:
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        return {lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    if lemma.endswith("e"):
        return {lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    stem = lemma + lemma[-1] if lemma in _DOUBLED.split() else lemma
    plural = lemma + ("es" if lemma.endswith(("s", "x", "z", "o", "ch", "sh")) else "s")
    return {lemma, plural, stem + "ed", stem + "ing"}


WORDS: dict[CueClass, tuple[str, ...]] = {
    CueClass.SPEECH: tuple(_SPEECH.split()),
    CueClass.BELIEF: tuple(_BELIEF.split()),
    CueClass.INTENTION: tuple(_INTENTION.split()),
    CueClass.PERCEPTION: tuple(_PERCEPTION.split()),
    CueClass.DOCUMENT: tuple(_DOCUMENT.split()),
}


def _class_of_forms() -> dict[str, CueClass]:
    of_lemma = {lemma: cue_class for cue_class, lemmas in WORDS.items() for lemma in lemmas}
    table = {form: of_lemma[lemma] for lemma in of_lemma for form in forms(lemma)}
    for entry in _IRREGULAR.split():
        form, _, lemma = entry.partition(":")
        table[form] = of_lemma[lemma]
    return table | of_lemma  # a listed word keeps its own class where it is also a form of another


_CLASS_OF_FORM = _class_of_forms()


def cue_class(cue: str) -> CueClass:
    """Class of a cue's first listed word: `has repeatedly denied` is speech.

    Auxiliaries, adverbs and prepositions are in no list, so the first word that is
    listed is the head in nearly all cues.  A bare colon after a name is speech, as
    in a transcript.  NONE for an empty cue, OTHER where no word is listed.
    """
    if not cue.strip():
        return CueClass.NONE
    words = _WORD.findall(cue.lower().replace("’", "'"))
    if not words and ":" in cue:
        return CueClass.SPEECH
    return next((_CLASS_OF_FORM[word] for word in words if word in _CLASS_OF_FORM), CueClass.OTHER)
