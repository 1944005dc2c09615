"""What is counted or measured: names of measures and currencies, words for people, and their classes."""

from __future__ import annotations

from counterclaim.read.quantities.people import is_person

DOLLARS, PERCENT, PEOPLE, POINTS = "US dollars", "percent", "people", "percentage points"
YEARS, MAGNITUDE, TIMES = "years", "magnitude", "times"
THINGS = "things"
"""The class of whatever is counted and neither human nor a measure."""

_MEASURES = """
years: year years yr yrs
months: month months
weeks: week weeks wk wks
days: day days
hours: hour hours hr hrs
minutes: minute minutes min mins
seconds: second seconds sec secs
decades: decade decades
centuries: century centuries
nights: night nights
km: km kms kilometer kilometers kilometre kilometres
metres: metre metres meter meters
cm: cm centimetre centimetres centimeter centimeters
mm: mm millimetre millimetres millimeter millimeters
miles: mile miles
feet: foot feet ft
inches: inch inches
yards: yard yards yd yds
nautical miles: nm
acres: acre acres
hectares: hectare hectares ha
tonnes: tonne tonnes
tons: ton tons
kg: kg kilogram kilograms kilogramme kilogrammes kilo kilos
grams: gram grams gramme grammes
pounds: pound pounds lb lbs
ounces: ounce ounces oz
litres: litre litres liter liters
gallons: gallon gallons
barrels: barrel barrels
km/h: kph kmh
mph: mph
knots: knot knots
MW: mw megawatt megawatts
GW: gw gigawatt gigawatts
kW: kw kilowatt kilowatts
MB: mb megabyte megabytes
GB: gb gigabyte gigabytes
TB: tb terabyte terabytes
MHz: mhz megahertz
GHz: ghz gigahertz
degrees: degree degrees
percent: % percent pc percents
percentage points: ppt pp
"""
_COMPOUND_MEASURES = """
percent: per cent
percentage points: percentage point
percentage points: percentage points
km/h: km/h
km/h: kilometres per hour
km/h: kilometers per hour
mph: miles per hour
mph: miles an hour
km/h: km per hour
square km: square kilometres
square km: square kilometers
square km: square km
square km: sq km
square miles: square miles
square miles: square mile
square feet: square feet
square metres: square metres
square metres: square meters
nautical miles: nautical miles
cubic metres: cubic metres
cubic metres: cubic meters
°C: degrees celsius
°C: degrees centigrade
°F: degrees fahrenheit
"""
_MONEY = """
US dollars: dollar dollars usd bucks
euros: euro euros eur
British pounds: gbp quid
roubles: rouble roubles ruble rubles rub
hryvnias: hryvnia hryvnias hryvnya uah
yen: yen jpy
yuan: yuan renminbi rmb cny
rupees: rupee rupees
Swiss francs: chf
francs: franc francs
pesos: peso pesos
kronor: krona kronor kroner sek nok dkk
zlotys: zloty zlotys
lira: lira liras
shekels: shekel shekels
rand: rand rands
cents: cent cents
pence: pence
"""
_MONEY_NAMES = """
US dollars: us dollars
US dollars: u.s. dollars
US dollars: american dollars
Australian dollars: australian dollars
Canadian dollars: canadian dollars
New Zealand dollars: new zealand dollars
Hong Kong dollars: hong kong dollars
Singapore dollars: singapore dollars
British pounds: pounds sterling
British pounds: british pounds
Swiss francs: swiss francs
"""
SIGNS = {
    "$": DOLLARS,
    "us$": DOLLARS,
    "a$": "Australian dollars",
    "au$": "Australian dollars",
    "c$": "Canadian dollars",
    "ca$": "Canadian dollars",
    "nz$": "New Zealand dollars",
    "hk$": "Hong Kong dollars",
    "s$": "Singapore dollars",
    "r$": "reais",
    "£": "British pounds",
    "€": "euros",
    "¥": "yen",
    "₽": "roubles",
    "₴": "hryvnias",
    "₹": "rupees",
    "rs": "rupees",
    "₪": "shekels",
    "$us": DOLLARS,
    "$a": "Australian dollars",
    "$nz": "New Zealand dollars",
    "$c": "Canadian dollars",
    "usd": DOLLARS,
    "eur": "euros",
    "gbp": "British pounds",
}
"""Signs that stand before an amount, with the letters before them."""


def _table(text: str) -> dict[str, str]:
    rows = (line.split(": ") for line in text.strip().splitlines())
    return {name: unit for unit, names in rows for name in names.split()}


def _phrases(text: str) -> dict[tuple[str, ...], str]:
    rows = (line.split(": ") for line in text.strip().splitlines())
    return {tuple(name.replace("/", " / ").split()): unit for unit, name in rows}


MEASURES = _table(_MEASURES)
"""Word to the unit it names."""
MONEY = _table(_MONEY)
"""Word after an amount to its currency."""
PHRASES = _phrases(_COMPOUND_MEASURES) | _phrases(_MONEY_NAMES)
"""Several words to the unit they name."""
CURRENCIES = (
    frozenset(SIGNS.values()) | frozenset(MONEY.values()) | frozenset(_phrases(_MONEY_NAMES).values())
)
SPANS_OF_TIME = frozenset("years months weeks days hours minutes seconds decades centuries nights".split())
LENGTHS = frozenset("km metres cm mm miles feet inches yards".split()) | {"nautical miles"}
_OTHER_SPELLINGS = {
    "dollars": DOLLARS,
    "points": POINTS,
    "miles per hour": "mph",
    "kilometres per hour": "km/h",
    "kilometers per hour": "km/h",
    "degrees celsius": "°C",
    "degrees fahrenheit": "°F",
    "pounds sterling": "British pounds",
    "square kilometres": "square km",
    "square kilometers": "square km",
    "per cent": PERCENT,
}
_CLASSES = {unit.lower(): unit for unit in {*MEASURES.values(), *CURRENCIES, *PHRASES.values(), MAGNITUDE}}


def unit_class(unit: str | None) -> str:
    """What two units must share to be compared: "people", a measure or currency by itself, else "things"."""
    if not unit:
        return THINGS
    name = " ".join(unit.lower().split())
    found = _OTHER_SPELLINGS.get(name) or _CLASSES.get(name) or MEASURES.get(name) or MONEY.get(name)
    if found:
        return found
    return PEOPLE if is_person(name.rpartition(" ")[2]) else THINGS


def plural(noun: str) -> str:
    """The plural of a noun in small letters, or the noun itself where it is one already."""
    if noun.endswith(("s", "men", "people")) or noun in _INVARIABLE:
        return noun
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith(("x", "ch", "sh", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


_INVARIABLE = frozenset(
    "aircraft police personnel staff children crew military data media cattle sheep series".split()
)
