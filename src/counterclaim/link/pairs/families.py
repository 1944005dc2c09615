"""Words of news that are said for one another, so that a claim finds one that tells the same in other words.

A family is a matter, not a meaning: who leaves, withdraws or stays speaks of leaving.  States, their
peoples and the seats of their governments are families as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Stems stand for every word that begins with them, those of up to 4 letters for themselves alone.
_FAMILIES = """
    soldier troop army armies militar servicem forces personnel battalion brigade regiment unit units
    contingent garrison fighter combatant infantry; withdr retreat leave leaves leaving left depart evacuat
    pull-out pullback pullout exit exits exited drawdown remain stay stays stayed staying; build-up buildup
    deploy amass massed massing concentrat gather reinforc mobilis mobiliz station stationed assembl; attack
    invad invasion offensive assault aggress raid raids raided war wars incursion onslaught storm; shell
    shells shelled shelling bomb bombs bombed bombing bombard airstrike strike strikes struck fire fired
    firing mortar artiller missile rocket drone drones projectile; talk talks negotiat dialog discuss consult
    meet meets meeting met summit confer conversation phone visit envoy mediat diplom; agreement agreed accord
    accords deal deals treaty treaties pact memorand settlement terms; ceasefire truce armistice peace
    peaceful cessation hostilit; refus reject rebuff turned turns decline declines declined spurn veto vetoed
    oppose opposed opposes; deny denies denied denial refut dismiss baseless false falsehood fabricat fake
    hoax lie lies untrue disinform misinform propagand; accus blame blames blamed alleg charge charged charges
    guilty fault culprit responsib perpetrat; kill kills killed killing dead death deaths die died dies
    casualt fatalit victim toll corpse bodies body perish slain; injur wound wounded hurt hospital hospitali
    ambulance patient patients casualt; vote votes voted voting election elector ballot poll polls polling
    referend turnout constituen; win wins won winner victor victory defeat defeated lose loses lost beat
    beaten lead leads led; candidate campaign rall rally nominat primaries running contest presidency; protest
    demonstrat march marched riot unrest rally crowd crowds activist; arrest detain custody jail jailed prison
    imprison captur seiz handcuff; court judge judges trial lawsuit prosecut convict verdict sentence
    sentenced appeal acquit indict plea tribunal lawyer attorney; law laws legislat bill bills act parliament
    senate congress lawmaker decree statute constitut amend; sanction embargo blacklist restrict tariff boycot
    asset freeze frozen; money fund funds funding financ budget billion million loan loans grant grants pay
    pays paid payment cost costs subsid invest; price prices inflation expensive cheap afford tariff rate
    rates; econom growth recession gdp trade export import market markets industr; job jobs employ unemploy
    worker workers labour labor staff layoff redundan workforce wage wages salary salari union strike; gas oil
    energ fuel pipeline petrol electric power grid reactor nuclear coal supply supplies; weapon arms armed
    armament munition ammunition tank tanks armour armor howitzer warhead missile rocket rifle gun guns;
    border frontier boundary checkpoint crossing cross crossed line contact; nato alliance member membership
    accession join joins joined joining ally allies bloc; guarant assur pledge promis commit commitment vow
    vows vowed undertake oblig; secur safe safety protect defen defens defence deter shield; threat danger
    risk risks menac alarm worr fear fears concern provoc escalat tension; expand expans enlarg extend grow
    grows grew increas rise rises rose rising surge climb more higher double doubled; reduc decreas cut cuts
    fall falls fell fallen drop drops decline lower shrink shrank fewer less halve halved; begin begins began
    begun start starts started launch commenc open opens opened initiat; end ends ended ending finish complet
    halt stop stops stopped ceas cancel suspend conclud terminat close closes closed clos shut; build builds
    built construct erect project infrastructure renovat; road roads bridge tunnel highway traffic vehicle car
    cars lorr truck convoy transport; train trains rail railway railroad station derail passenger; plane
    planes aircraft flight flights airline airport jet jets pilot aviation crash crashed helicopter; ship
    ships vessel boat boats navy naval fleet port ports sail tanker ferry maritime; exercise exercises drill
    drills manoeuv maneuv training war-game rehears; observ monitor inspect inspector mission watchdog verif
    check checked checks; investigat inquir probe probes probed examin inspect audit review; evidence proof
    prove proves proved proven video footage photo photograph image images satellite document record; report
    reports reported stud study survey research scientist expert analys data figure figures statistic;
    hospital doctor doctors nurse medic medical clinic surgeon patient disease virus infect epidemic pandem
    outbreak vaccin dose doses health; test tests tested testing sample samples measure measured laborator;
    school schools student pupil teacher universit educat college class classes exam; water flood floods
    flooded flooding river rain rains dam storm storms hurricane weather drought; earthquake quake tremor
    magnitude epicent tsunami eruption volcan disaster; fire fires blaze burn burned burnt flames wildfire
    firefight arson; police officer officers patrol sheriff constable detective shoot shooting shot shots
    gunman gunmen; explos explod blast detonat bomb bomber suicide terror militant extremis; hostage kidnap
    abduct captive prisoner release released releases freed free exchange swap; refugee migrant asylum displac
    flee fled border migrat evacue shelter; aid humanitarian relief food famine hunger supplies donat donor
    convoy; minister ministry cabinet government administration office spokes official; resign quit quits step
    stepp dismiss sacked fired oust remov replac appoint successor; recogni independ separat sovereign
    territor annex autonom republic statehood integrity occup; language minority discriminat rights right
    citizen civil oppress genocide abuse tortur; church religio pope bishop muslim christian faith worship;
    company compan firm corporat busines shareholder merger acquisition takeover buyout acquire acquir bid;
    launch product device phone phones software chip chips update release unveil; hack cyber breach data leak
    leaks leaked password network spy spying surveill espionage intelligence agent; embass consul diplomat
    ambassador expel expell staff; letter response reply replies replied answer answers answered written wrote
    proposal propos draft offer offers offered demand request; violat breach break breaks broke broken flout
    infring comply complies complied compliance implement fulfil observ honour honor abide; plan plans planned
    planning intend intent intention aim aims prepar scheme; date day tomorrow week schedul delay postpon
    deadline due; oil spill leak pollut contaminat toxic chemical radiat emission climate carbon; crop crops
    harvest farm farmer grain wheat agricultur; match game games goal team teams coach player players champion
    tournament league season score medal olympic; injury doping banned ban bans suspended drug drugs; film
    movie actor actress award awards star music singer album; baby child children family parent mother father
    son daughter wife husband married marriage
"""
_STATES = """
    russia russian moscow kremlin; ukraine ukrainian kyiv kiev; belarus belarusian minsk; unite america
    american us washington; britain british london uk england; germany german berlin; france french paris;
    china chinese beijing; japan japanese tokyo; india indian delhi; pakistan islamabad; iran iranian tehran
    teheran; iraq iraqi baghdad; israel israeli jerusalem; palestin gaza hamas; syria syrian damascus; turkey
    turkish ankara; egypt egyptian cairo; libya libyan tripoli; sudan sudanese khartoum; ethiopia ethiopian
    addis; kenya kenyan nairobi; nigeria nigerian abuja; saudi riyadh; yemen yemeni sanaa; afghanistan afghan
    kabul taliban; poland polish warsaw; hungary hungarian budapest; romania romanian bucharest; bulgaria
    bulgarian sofia; serbia serbian belgrade; greece greek athens; italy italian rome; spain spanish madrid;
    portugal portuguese lisbon; netherlands dutch hague; belgium belgian brussels; sweden swedish stockholm;
    norway norwegian oslo; finland finnish helsinki; denmark danish copenhagen; estonia estonian tallinn;
    latvia latvian riga; lithuania lithuanian vilnius; georgia georgian tbilisi; armenia armenian yerevan;
    azerbaijan azerbaijani baku; kazakhstan kazakh astana; canada canadian ottawa; mexico mexican; brazil
    brazilian brasilia; argentin buenos; venezuel caracas; colombia colombian bogota; cuba cuban havana; korea
    korean seoul pyongyang; vietnam vietnamese hanoi; thailand thai bangkok; indonesia indonesian jakarta;
    philippin manila; australia australian canberra
"""
_LONGEST, _EXACT_UP_TO = 12, 4


def _table(listed: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for family in listed.split(";"):
        stems = family.split()
        for stem in stems:
            found[stem] = (*found.get(stem, ()), stems[0])
    return found


_OF_WORDS, _OF_NAMES = _table(_FAMILIES), _table(_STATES)


def families(words: Iterable[str]) -> frozenset[str]:
    """The families of words in small letters."""
    return frozenset(family for word in words for family in _found(word, _OF_WORDS))


def states(names: Iterable[str]) -> frozenset[str]:
    """The states that single words of names stand for."""
    small = (name.casefold().replace("’", "'").removesuffix("'s") for name in names)
    return frozenset(state for name in small for state in _found(name, _OF_NAMES))


def _found(word: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """By the word as it is, else by the longest stem that it begins with."""
    if word in table:
        return table[word]
    for length in range(min(len(word) - 1, _LONGEST), _EXACT_UP_TO, -1):
        if found := table.get(word[:length]):
            return found
    return ()
