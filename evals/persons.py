"""Whether two names mean one person."""

from __future__ import annotations

import re

from counterclaim.read.names.fold import fold
from evals.spelling import plain

_GENERATIONS = frozenset("jr sr ii iii iv phd md esq mp qc".split())
_PARTICLES = frozenset("de la del der den van von al el bin ibn ben abu da di dos du le".split())
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’]*")
_LINKS = frozenset(map(fold, "of for by to and with at from".split()))
# Before a name they are no part of it.  `fold` takes further ones off.
_OFFICES = frozenset(
    map(
        fold,
        """president premier minister chancellor secretary director chairman chairwoman chief deputy
        commissioner spokesman spokeswoman attorney prosecutor judge justice coroner detective officer
        sheriff agent pastor coach manager producer filmmaker writer author actor actress singer lawyer
        analyst candidate nominee king queen prince princess general""".split(),
    )
)
# Family names that stand first in East Asian names of several words.
_FAMILY_FIRST = frozenset(
    map(
        fold,
        """ban cao chen cheng choi cui deng feng gao guo he hu huang hun jia jiang kang ki kim le lee li liang
        lin liu lu ma mao moon nguyen pak park peng qin roh shen shin song sun tang tian tran tsai wang
        wei wen wu xi xie xu yang ye yoon yu yuan zeng zhang zhao zheng zhou zhu""".split(),
    )
)
# Forms of one first name, of English short forms and of languages of one name.
_FIRST_NAMES = """
abraham abe; albert al; alexander aleksandr alexandr oleksandr aliaksandr alex alec sasha; alexei aleksei
alexey oleksiy oleksii; andrew andy andrei andrey andriy andrii drew; anthony tony; anatoly anatoliy
anatolii; antonio anton; barbara barb; benjamin ben benny; bernard bernie; catherine katherine kathryn
kate kathy cathy katie ekaterina kateryna; charles charlie chuck; christopher chris; christine christina
chris; daniel dan danny daniil danylo; david dave davey; deborah debbie deb; dennis denis denys; dmitry
dmitri dmytro; donald don donny; douglas doug; edward ed eddie ted ned; elizabeth liz beth betsy lizzie;
elena olena helen; eugene gene yevgeny evgeny yevhen; francis frank; frederick fred; gabriel gabe; george
georgy heorhii; gerald gerry jerry; gregory greg grigory hryhoriy; harold harry hal; henry hank harry;
igor ihor; irina iryna; jacob jake; james jim jimmy jamie; jeffrey jeff geoffrey geoff; jennifer jen
jenny; jerome jerry; john jon johnny jack; jonathan jon; joseph joe joey; josephine jo; joshua josh;
judith judy; kenneth ken kenny; konstantin kostiantyn; lawrence laurence larry; leonard len leo; lewis
louis lou; margaret maggie meg peggy marge; maria mary mariia; martin marty; matthew matt; maxim maksim
maksym; michael mike mick mikhail mykhailo; mitchell mitch; nancy nan; natalia natalya nataliia;
nathaniel nathan nate; nicholas nick nikolai nikolay mykola; oleg oleh; olga olha; pamela pam; patricia
pat patty tricia; patrick pat; paul pavel pavlo; peter pete petr petro pyotr; philip phillip phil;
randall randy; raymond ray; rebecca becky; reginald reggie; richard rick rich dick ricky; robert rob bob
bobby robby; rodney rod; ronald ron ronnie; samuel sam; sandra sandy; sergei sergey serhii serhiy sergii;
stanley stan; stephen steven steve; susan sue susie; svetlana svitlana; terence terrence terry; theodore
ted theo; thomas tom tommy; timothy tim; valery valeriy valerii; vasily vasyl; victor viktor vic;
victoria vicky viktoria; vincent vince vinny; vitaly vitalii vitaliy; vladimir volodymyr uladzimir;
walter walt; william bill will billy willie; yuri yury yuriy yurii; zachary zach zack
"""


def _groups() -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for group in _FIRST_NAMES.split(";"):
        names = frozenset(map(fold, group.split()))
        for name in names:
            groups[name] = groups.get(name, frozenset()) | names
    return groups


_SAME_FIRST_NAME = _groups()


def looks_like_a_person(name: str) -> bool:
    """Whether a name is two to four words, all with a capital but for particles ("de", "al-")."""
    words = _NAME_WORD.findall(name)
    return 2 <= len(words) <= 4 and all(word[0].isupper() or word in _PARTICLES for word in words)


def same_person(left: str, right: str) -> bool:
    """Whether two names mean one person, as far as names can tell.

    They do with the same last name (a letter more or less is a variant in long ones) and
    no first names that contradict one another: a surname alone, initials, short forms and
    the same name in another language agree.  Titles and offices before a full name do not count.
    """
    first, second = _parts(left), _parts(right)
    if not first or not second:
        return False
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    if _LINKS & {*shorter, *longer}:  # "son of" somebody
        return False
    if len(shorter) == 1:
        family = longer[0] if longer[0] in _FAMILY_FIRST else longer[-1]
        return _same_last(family, shorter[0])
    if longer[-len(shorter) :] == shorter:
        return True
    return _same_last(first[-1], second[-1]) and _agree(first[:-1], second[:-1])


def _parts(name: str) -> list[str]:
    """Folded words of a name up to a comma, without offices before it and generations behind."""
    words = fold(plain(name.split(",")[0])).split()
    while len(words) > 1 and words[0] in _OFFICES:
        words.pop(0)
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words.pop()
    return words


def _agree(left: list[str], right: list[str]) -> bool:
    """Whether first and middle names go together, as far as both are given."""
    return all(_same_first(one, other) for one, other in zip(left, right, strict=False))


def _same_first(left: str, right: str) -> bool:
    if left == right or right in _SAME_FIRST_NAME.get(left, frozenset()):
        return True
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return min(len(left), len(right)) >= 5 and left[0] == right[0] and _within_one(left, right)


def _same_last(left: str, right: str) -> bool:
    return left == right or (min(len(left), len(right)) >= 7 and _within_one(left, right))


def _within_one(left: str, right: str) -> bool:
    """Whether one letter put in, left out or changed makes one of the other."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    return left[at + 1 :] == right[at + 1 :] or left[at:] == right[at + 1 :]
