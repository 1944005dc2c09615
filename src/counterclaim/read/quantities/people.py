"""Which nouns count people, as "soldiers" and "Americans" do and "servers" does not."""

from __future__ import annotations

_SINGULARS = """
person people man woman child boy girl adult teenager teen kid baby infant toddler youth youngster male
female human individual citizen civilian resident inhabitant villager local native foreigner national
expatriate settler migrant immigrant refugee evacuee asylum-seeker deportee exile newcomer soldier troop
serviceman servicewoman servicemember trooper fighter militant rebel insurgent guerrilla separatist
militiaman gunman sniper marine sailor airman paratrooper conscript reservist veteran recruit mercenary
peacekeeper commando combatant warrior jihadist terrorist extremist bomber pilot crewman crewmember crew
general officer colonel captain commander sergeant admiral policeman policewoman constable guard police
gendarme detective investigator inspector agent spy patrolman deputy sheriff firefighter fireman paramedic
medic rescuer responder lifeguard ranger warden bodyguard victim casualty fatality survivor wounded dead
injured hostage captive prisoner inmate detainee convict suspect defendant plaintiff accused criminal
offender felon murderer killer shooter attacker assailant robber thief burglar pirate smuggler trafficker
kidnapper looter rioter vandal hijacker hacker fugitive parolee gangster protester protestor demonstrator
activist campaigner dissident marcher striker picketer supporter follower opponent critic sympathiser
sympathizer backer donor volunteer participant attendee visitor tourist traveller traveler passenger
commuter driver motorist cyclist rider pedestrian passer-by bystander onlooker spectator witness observer
monitor viewer listener reader voter elector candidate contender nominee delegate superdelegate senator
congressman congresswoman lawmaker legislator representative councillor councilor councilman mp mep deputy
minister president leader chief governor mayor ambassador diplomat envoy consul official bureaucrat
politician statesman aide adviser advisor spokesman spokeswoman spokesperson secretary commissioner member
chairman chairwoman democrat republican liberal conservative socialist communist independent moderate worker
employee staffer staff personnel labourer laborer miner farmer fisherman shepherd builder engineer
technician scientist researcher scholar academic professor teacher lecturer student pupil schoolchild
schoolboy schoolgirl graduate undergraduate freshman sophomore principal librarian doctor physician surgeon
nurse midwife dentist pharmacist patient carer caregiver psychologist psychiatrist lawyer attorney solicitor
barrister judge justice juror prosecutor magistrate clerk notary journalist reporter editor correspondent
columnist photographer cameraman blogger author writer poet novelist publisher analyst commentator expert
specialist economist strategist pollster historian critic actor actress star singer musician artist painter
dancer director producer filmmaker comedian model designer player athlete coach footballer golfer runner
swimmer boxer skier climber mountaineer hiker skater rookie quarterback pitcher catcher referee umpire
champion winner loser medallist medalist competitor contestant finalist fan manager executive boss owner
founder entrepreneur businessman businesswoman banker trader investor shareholder stockholder broker
accountant auditor consultant lobbyist contractor supplier buyer seller customer client consumer shopper
user subscriber member partner associate colleague co-worker coworker worker operator taxpayer ratepayer
tenant landlord homeowner pensioner retiree beneficiary recipient claimant applicant jobseeker unemployed
homeless poor priest bishop cardinal pope pastor reverend minister imam rabbi cleric clergyman monk nun
missionary worshipper worshiper believer pilgrim parent mother father mum mom dad son daughter brother
sister sibling twin wife husband spouse widow widower bride groom grandparent grandmother grandfather
grandchild grandson granddaughter uncle aunt cousin nephew niece relative orphan friend neighbour neighbor
guest host classmate roommate teammate boyfriend girlfriend lover stranger enemy rival ally hero other guy
bloke lad fellow lady gentleman youngster elder senior speaker guest holdout counterpart spectator helper
assistant trainee intern apprentice cook chef waiter waitress mechanic plumber electrician carpenter courier
sailor seaman captain cleaner nanny maid muslim christian jew hindu catholic protestant buddhist sikh shiite
sunni sunnis kurd arab turk serb croat tatar briton finn swede dane pole czech slovak spaniard scot brit
aussie greek thai cossack yazidi personality celebrity billionaire millionaire passenger occupant defender
death tough professional trouble-maker troublemaker whistleblower informant source mourner runaway stowaway
pensioner infantryman horseman signatory respondent caller

"""
_WORDS = frozenset(_SINGULARS.split())
_PLURALS = frozenset(
    "children men women wives thieves troops forces personnel police crew dead wounded military".split()
)
_ENDINGS = ("men", "women", "people", "persons", "children", "wives")
_PEOPLES = ("ans", "ese", "ists")  # Americans, Japanese, communists
_NO_PEOPLES = frozenset(
    "plans cans fans vans bans loans means veterans oceans organs clans beans scans trillions".split()
)


def is_person(noun: str) -> bool:
    """Whether a noun, in small letters, singular or plural, names human beings."""
    if noun in _WORDS or noun in _PLURALS:
        return True
    if noun.endswith(_ENDINGS) or (noun.endswith("ies") and noun[:-3] + "y" in _WORDS):
        return True
    if noun.endswith("es") and noun[:-2] in _WORDS:
        return True
    return noun.endswith("s") and noun[:-1] in _WORDS


def is_people(noun: str) -> bool:
    """Whether a capitalised plural names a people or a party's followers ("Virginians", "Leninists")."""
    lower = noun.lower()
    return noun[:1].isupper() and len(noun) > 5 and lower.endswith(_PEOPLES) and lower not in _NO_PEOPLES
