"""What language a text is in, and whether that keeps it from being read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from counterclaim.model.document import Mark

READ = "en"
UNKNOWN = "und"
_SAMPLE = 10_000  # characters; the answer does not change behind the first few hundred

# Below this probability of English a text is not English.  Measured with py3langid 0.4.0: none of 4,898
# English headlines and 6,216 pieces of English news of 60 letters or more is below, every one of 240
# pieces of German is.  Shorter texts must also have one language that stands out.
_NOT_ENGLISH = 0.03
_SHORT_NOT_ENGLISH = 0.01
_SHORT = 60  # letters
_STANDS_OUT = 0.5
_LATIN_END = "\u0250"


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in pairs.split())


_NAMES = _table(
    """
    af=Afrikaans am=Amharic ar=Arabic az=Azerbaijani be=Belarusian bg=Bulgarian bn=Bengali
    bs=Bosnian ca=Catalan cs=Czech cy=Welsh da=Danish de=German el=Greek en=English eo=Esperanto
    es=Spanish et=Estonian eu=Basque fa=Persian fi=Finnish fr=French ga=Irish gl=Galician
    gu=Gujarati ha=Hausa he=Hebrew hi=Hindi hr=Croatian hu=Hungarian hy=Armenian id=Indonesian
    is=Icelandic it=Italian ja=Japanese ka=Georgian kk=Kazakh km=Khmer kn=Kannada ko=Korean
    ku=Kurdish ky=Kyrgyz la=Latin lb=Luxembourgish lo=Lao lt=Lithuanian lv=Latvian mk=Macedonian
    ml=Malayalam mn=Mongolian mr=Marathi ms=Malay mt=Maltese my=Burmese ne=Nepali nl=Dutch
    no=Norwegian pa=Punjabi pl=Polish ps=Pashto pt=Portuguese ro=Romanian ru=Russian si=Sinhala
    sk=Slovak sl=Slovene so=Somali sq=Albanian sr=Serbian sv=Swedish sw=Swahili ta=Tamil te=Telugu
    tg=Tajik th=Thai tl=Tagalog tr=Turkish tt=Tatar ug=Uyghur uk=Ukrainian ur=Urdu uz=Uzbek
    vi=Vietnamese yo=Yoruba zh=Chinese zu=Zulu
    """
)
# ISO 639-2 codes, both forms where there are two, of languages whose news is often collected
_THREE_LETTERS = _table(
    """
    eng=en ger=de deu=de fre=fr fra=fr spa=es rus=ru ukr=uk ita=it dut=nl nld=nl por=pt pol=pl
    tur=tr ara=ar chi=zh zho=zh jpn=ja kor=ko heb=he per=fa fas=fa gre=el ell=el swe=sv nor=no
    dan=da fin=fi cze=cs ces=cs slo=sk slk=sk hun=hu rum=ro ron=ro bul=bg srp=sr hrv=hr hin=hi
    urd=ur ben=bn ind=id vie=vi tha=th
    """
)
_CODES = {name.casefold(): code for code, name in _NAMES.items()}
_UNSTATED = {"", "und", "mul", "zxx", "unknown"}


def stated_language(stated: str | None) -> str | None:
    """The two-letter code of a language that a record states, or None where it states none.

    Codes ("en", "en-GB", "eng") and English names ("English") are understood;
    anything else comes back in lower case, as stated.
    """
    words = (stated or "").strip().casefold()
    primary = words.replace("_", "-").split("-")[0]
    if primary in _UNSTATED:
        return None
    return _CODES.get(words) or _THREE_LETTERS.get(primary) or (primary if primary in _NAMES else words)


def detected_language(text: str, marks: Iterable[Mark] = ()) -> str:
    """The code of the language that the text, marked stretches left out, is most likely in.

    English unless something speaks against it: a text that gives no clear
    answer, such as a headline full of names, is taken for English if its
    letters are Latin; in other scripts it is `UNKNOWN`.
    """
    prose = _prose(text, marks)
    ranking = _identifier().rank(prose)
    language, probability = str(ranking[0][0]), float(ranking[0][1])
    english = float(dict(ranking)[READ])
    letters = [letter for letter in prose if letter.isalpha()]
    if sum(letter < _LATIN_END for letter in letters) < len(letters) / 2:
        return language if probability > _STANDS_OUT and language != READ else UNKNOWN
    if len(letters) < _SHORT:
        elsewhere = english < _SHORT_NOT_ENGLISH and probability > _STANDS_OUT
    else:
        elsewhere = english < _NOT_ENGLISH
    return language if elsewhere else READ


def why_not_read(language: str) -> str | None:
    """Why a text in the language is not read, or None if it is read."""
    if language == READ:
        return None
    if language == UNKNOWN:
        return "language is unknown, not English; this reader reads English"
    name = _NAMES.get(language)
    return f"language is {f'{name} ({language})' if name else repr(language)}; this reader reads English"


def _prose(text: str, marks: Iterable[Mark]) -> str:
    pieces = []
    at = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        pieces.append(text[at : mark.start])
        at = max(at, mark.end)
    pieces.append(text[at:])
    return "\n".join(pieces).strip()[:_SAMPLE]


@cache
def _identifier() -> LanguageIdentifier:
    """The model of py3langid, loaded when it is first needed: that takes more than a second."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
