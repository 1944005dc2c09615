"""Numbers in figures and in words: "130 000", "one hundred and thirty thousand", "two dozen", "a third"."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.read.quantities.cardinals import (
    DOZEN,
    HUNDRED,
    HYPHENS,
    ONES,
    SCALES,
    TENS,
    Form,
    Number,
    cardinal,
    figure_value,
    scaled,
    with_its_scale,
)
from counterclaim.read.quantities.shares import half, out_of, share, with_article
from counterclaim.read.quantities.words import Kind, Word, lower_at

SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
MANY = {"tens": 20, "dozens": 24, "scores": 20, "hundreds": 100, "thousands": 1e3} | {
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
_TIMES_OF_MANY = {"tens": 10, "dozens": 24, "hundreds": 100, "thousands": 1e3}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
SOME_NUMBER = (
    r"\d|[½¼¾⅓⅔]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|[a-z]{3,5}ty"
    r"|hundreds?|thousands?|[mbtr]{1,2}illions?|dozens?|tens|scores|decades|half|twice|thrice|several|some|an?"
    r"|(?:doubl|tripl|quadrupl)(?:ed|ing))\b"
)
"""A pattern that matches wherever there may be a number; letter case is to be ignored."""
_LONGEST = 12  # words of a number
_MULTIPLIED = {
    "doubled": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "quadrupled": 4.0,
    "quadrupling": 4.0,
    "twice": 2.0,
    "thrice": 3.0,
}


def number_at(words: list[Word], at: int) -> Number | None:
    """The longest number that begins at a word, or None."""
    word = words[at]
    if word.kind in (Kind.FIGURE, Kind.YEAR):
        return _figure(words, at)
    if word.kind is Kind.MARK:
        glyph = _GLYPHS.get(word.text)
        return None if glyph is None else Number(at, at + 1, glyph, bare=glyph, form=Form.PART)
    if word.kind is not Kind.WORD:
        return None
    lower = word.lower
    if lower in ONES or lower in TENS:
        return share(words, at) or _in_words(words, at)
    if lower in MANY:
        return _many(words, at)
    if lower in _MULTIPLIED:
        return Number(at, at + 1, _MULTIPLIED[lower], form=Form.TIMES)
    if lower == "decades" and lower_at(words, at - 1) in ("for", "over"):
        return Number(at, at + 1, None, 20, None, 20, form=Form.MANY)
    if lower in ("several", "few", "couple", "another"):
        return _vague_scale(words, at)
    if lower in ("a", "an", "half"):
        return _with_article(words, at)
    return None


def _figure(words: list[Word], at: int) -> Number | None:
    bare, last = figure_value(words[at].text), at + 1
    if bare is None:
        return None
    glyph = _GLYPHS.get(lower_at(words, last))
    if glyph is not None:
        return Number(at, last + 1, bare + glyph, bare=bare + glyph)
    if lower_at(words, last) == "/" and last + 1 < len(words) and words[last + 1].kind is Kind.FIGURE:
        return None  # a ratio, a date, a fixture
    end = _and_a_half(words, last)
    number = scaled(words, at, end, bare + 0.5 * (end > last))
    return out_of(words, number) or number


def _and_a_half(words: list[Word], at: int) -> int:
    """Where "and a half", hyphens between them or not, ends; the same place where there is none."""
    end = at
    for expected in ("and", "a", "half"):
        end += lower_at(words, end) in HYPHENS
        if lower_at(words, end) != expected and not (expected == "a" and lower_at(words, end) == "one"):
            return at
        end += 1
    return end


def _in_words(words: list[Word], at: int) -> Number | None:
    last, value = cardinal(words, at)
    end = _and_a_half(words, last)
    number = scaled(words, at, end, value + 0.5 * (end > last))
    if number.scale == 1.0 and value >= HUNDRED:
        number = with_its_scale(number)
    return out_of(words, number) or number


def _with_article(words: list[Word], at: int) -> Number | None:
    after = lower_at(words, at + 1)
    if words[at].lower == "half":
        return half(words, at)
    if after == "half":
        return half(words, at + 1, at)
    if after == "hundred" or after in SCALES:
        return _hundred_or_more(words, at)
    if after == "dozen":
        return Number(at, at + 2, DOZEN, bare=1.0, scale=DOZEN)
    return with_article(words, at) or Number(at, at + 1, 1.0, bare=1.0, form=Form.ARTICLE)


def _hundred_or_more(words: list[Word], at: int) -> Number:
    """ "A hundred and fifty thousand", "a million"."""
    length, value = cardinal([words[at]._replace(lower="one"), *words[at + 1 : at + _LONGEST]], 0)
    return with_its_scale(scaled(words, at, at + length, value))


def _vague_scale(words: list[Word], at: int) -> Number | None:
    """ "Several hundred", "a couple of thousand", "another dozen"."""
    name, end = words[at].lower, at + 1
    end += name == "couple" and lower_at(words, end) == "of"
    number = scaled(words, at, end, 1.0)
    if number.scale == 1.0:
        return None
    if name in ("another", "couple"):
        return replace(number, value=number.scale * (2 if name == "couple" else 1))
    return replace(number, value=None, low=3 * number.scale, high=10 * number.scale - 1, form=Form.MANY)


def _many(words: list[Word], at: int) -> Number | None:
    """ "Dozens", "tens of thousands", "hundreds if not thousands"."""
    name = words[at].lower
    low: float = MANY[name]
    if lower_at(words, at + 1) == "of" and lower_at(words, at + 2) in MANY:
        unit = MANY[lower_at(words, at + 2)]
        low = _TIMES_OF_MANY.get(name, MANY[name]) * unit
        return Number(at, at + 3, None, low, 10 * low - 1, low, form=Form.MANY)
    if name in ("tens", "scores") and lower_at(words, at + 1) != "of":
        return None
    for link in (("if", "not"), ("and", "even"), ("or", "even"), ("or",), ("to",)):
        end = at + 1 + len(link)
        if tuple(lower_at(words, at + 1 + i) for i in range(len(link))) == link:
            high = MANY.get(lower_at(words, end), 0)
            if high > low:
                return Number(at, end + 1, None, low, 10 * high - 1, low, form=Form.MANY)
    return Number(at, at + 1, None, low, None, low, form=Form.MANY)
