"""Words of English that name units and points of the calendar, and the numbers before them."""

from __future__ import annotations

WEEKDAYS = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
NUMBERS = {
    name: number
    for number, name in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty
        """.split()
    )
}
NUMBERS |= {
    "a": 1,
    "an": 1,
    "couple": 2,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
}
CENTURIES = {
    name: number
    for number, name in enumerate(
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(), 15
    )
}
# "A few" days count as five with the day of saying, so that the last is four days on.
A_FEW = 4

# Months that are also names of persons or other words: they need a word before that expects a time.
DOUBTFUL_MONTHS = frozenset("march april may june august".split())
EXPECTS_TIME = frozenset(
    """
    in since until till by from of this last next before after during through to between and or mid
    late early for past coming the around about every following on
    """.split()
)
UNITS = (
    "seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?"
    "|quarters?|years?|decades?|century|centuries"
)
