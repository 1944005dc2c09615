"""Word lists of English: who speaks for a body, what belongs to a state, what is a body by its name."""

from __future__ import annotations

# Persons who speak for the body named beside them.
OFFICES = frozenset(
    """spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen representative
    representatives rep reps official officials officer officers minister ministers president
    presidents presidency premier chancellor chief chiefs head heads leader leaders boss director
    directors chairman chairwoman chair chairperson chairmen ceo cfo coo cto cio executive
    executives secretary secretaries undersecretary ambassador envoy envoys diplomat diplomats
    commander commanders commissioner commissioners administrator manager managers coordinator
    governor mayor aide aides adviser advisers advisor advisors counsel lawyer lawyers attorney
    attorneys coach founder co-founder cofounder owner co-owner trustee trustees principal dean
    inspector detective detectives superintendent deputy deputies delegate delegates delegation
    negotiator negotiators mission monarch king queen emir vice-president researcher researchers
    engineer engineers analyst analysts geologist seismologist meteorologist epidemiologist
    specialist specialists staff staffer staffers employee employees team press-secretary pastor
    bishop archbishop imam rabbi captain president-elect treasurer comptroller sources source
    insiders insider member members partner partners associate producer producers frontman guitarist
    organizer organizers organiser organisers counselor counsellor lead prosecutor prosecutors
    investigator investigators inspectors observers monitors peacekeepers lawmaker lawmakers
    legislator legislators parliamentarian parliamentarians mp mps trooper troopers sergeant agent
    agents firefighter firefighters paramedic paramedics pilot vice-chairman co-chairman co-chair
    leadership authorities chef-de-cabinet rapporteur general-secretary supremo czar tsar chairs
    monitor publicist marshal sheriff undersheriff chaplain rector provost planner ranger rangers
    gov activist activists editor editors editor-in-chief publisher""".split()
)
# Of those, persons who bear the name of a body that is no employer of theirs, or who speak for themselves.
FOR_THEMSELVES = frozenset("member members insider insiders source sources".split())

# What acts for its state when the state's name stands before or behind it.
OF_STATE = frozenset(
    """government authorities authority administration ministry ministries ministers minister
    cabinet president presidency premier chancellor chancellery king queen prince emir sultan
    monarch palace court courts parliament congress senate assembly lawmakers lawmaker legislators
    mps army military navy forces force troops soldiers guard guards marines airforce commander
    commanders general generals police policeman policemen intelligence security embassy consulate
    mission delegation ambassador envoy diplomat diplomats diplomacy official officials officer
    officers spokesman spokeswoman spokesperson representative representatives secretary leader
    leaders leadership department agency bureau commission office service services center centre
    council institute foreign-ministry negotiator negotiators team state regime rulers ruler side
    chief head prosecutor prosecutors prosecution judiciary treasury bank geologists investigators
    experts television tv radio delegates statement statements proposal proposals position defense
    defence media plan aides aide adviser advisers counterpart health colleague colleagues
    investigation inspectors scientists governor coastguard aviation kremlin statistics data figures
    report reports census capital republic federation politicians strategy doctrine press-service
    policy headquarters command""".split()
)
# Persons and bodies with a state's adjective that do not speak for it.
NOT_OF_STATE = frozenset(
    """opposition dissident dissidents activist activists protester protesters demonstrators analyst
    analysts expert tourist tourists voter voters journalist journalists reporter reporters
    newspaper newspapers newspaper's company companies firm firms businessman businesswoman
    businessmen actor actress singer writer author historian economist economists scholar professor
    academic student students resident residents citizen citizens people public women men man woman
    boy girl family families fans fan player players striker captain football team-mates club league
    immigrant immigrants refugees migrants rebels rebel separatists militants insurgents bloggers
    lawyer lawyers doctor doctors teachers workers worker farmers union unions church bishops clergy
    investor investors bank's critics sources source poll polls survey scientist researchers
    researcher candidate candidates community prisoner prisoners survivor survivors victim victims
    witnesses witness blogger bishop pilgrims traders industry manufacturer giant retailer band
    group groups agency-reporter daily weekly magazine outlet outlets website portal channel
    broadcaster film director filmmaker""".split()
)
# Posts whose holder speaks for a party or for voters rather than for the state.
LEGISLATORS = frozenset(
    """sen senator senators rep reps congressman congresswoman congressmen lawmaker lawmakers
    legislator legislators representative candidate candidates nominee frontrunner front-runner
    contender hopeful""".split()
)

# Endings of the names of bodies.
BODY_NOUNS = frozenset(
    """university college school institute institution foundation association federation union
    league society council commission committee subcommittee conference congress assembly parliament
    senate court department ministry agency bureau administration authority office service services
    board center centre group company corporation corp inc ltd llc plc co bank fund trust network
    networks party church mosque synagogue temple diocese hospital clinic police sheriff
    constabulary force forces army navy guard patrol brigade corps command pac coalition alliance
    movement front organization organisation team club museum library airport airlines airways
    holdings industries systems technologies partners labs laboratory laboratories studios pictures
    entertainment records media campaign project initiative program programme panel task-force
    embassy consulate mission government military district county city fraternity academy
    observatory survey observers registry exchange reserve treasury advisors associates
    international communications software security cross crescent watch tribe nation estate fire
    rescue attorney corrections rights""".split()
)
# Of those, the ones that news names by their city, county or kind of place: "Springfield police".
LOCAL = frozenset(
    """police sheriff undersheriff mayor fire firefighters council city county school schools
    district prosecutors prosecutor hospital university college attorney constabulary paramedics
    coroner governor state""".split()
)
# Papers and tests that speak for whoever made them.
PAPERS = frozenset(
    """report reports statement statements release releases study studies poll polls survey surveys
    memo data figures statistics document documents letter tweet post posts website websites site
    announcement filing complaint advisory bulletin paper analysis review audit findings lawsuit
    video ad advertisement spot press news email emails communique communiqué records
    record reading""".split()
)
OUTLETS = frozenset(
    """newspaper magazine post times journal herald tribune gazette news daily weekly observer tv
    television radio channel broadcaster reporter reporters journalist journalists correspondent
    columnist anchor host editorial newsroom blog podcast globe chronicle telegraph mail mirror sun
    inquirer examiner dispatch courier sentinel bee ledger register review press-herald media
    magazine's paper editor editors publisher""".split()
)
# Groups that speak for nobody.
NOBODY = frozenset(
    """voter voters supporter supporters fan fans protester protesters demonstrators resident
    residents customers customer witness witnesses critics critic analysts observers neighbor
    neighbors neighbour neighbours parents relatives friend friends families family son daughter
    wife husband brother sister mother father widow cousin nephew niece mum dad uncle aunt
    grandmother grandfather fiancee fiance girlfriend boyfriend victim victims survivor survivors
    student students pupils tourists donor donors backer backers ally allies foe foes rival rivals
    opponent opponents challenger challengers author authors professor professors journalist
    journalists reporter reporters columnist columnists biographer historian scholar scholars actor
    actress singer novelist screenwriter judge judges juror jurors justice people woman man men
    women nurse doctor expert experts economist economists scientist scientists fellow prince
    princess pollster pollsters strategist strategists consultant consultants operative operatives
    anchor host correspondent patient patients passenger passengers co-workers coworkers
    owner-operator veteran veterans rebels tycoon blogger bloggers migrants refugees""".split()
)
# Persons who work for whoever stands for office, named beside them.
CAMPAIGNERS = frozenset("strategist strategists surrogate surrogates operative operatives volunteers".split())
# Persons who stand for office.
CANDIDATES = frozenset(
    """candidate candidates nominee nominees frontrunner front-runner hopeful hopefuls contender
    contenders""".split()
)
# Words with a capital that are no name of a body by themselves.
GENERIC = frozenset(
    """foreign defence defense interior finance prime deputy vice state states head security
    national general chief economy energy education justice trade culture transport press senior
    first second assistant athletic executive managing acting federal attorney district majority
    minority house speaker whip armed joint republic western eastern northern southern asian african
    european arab islamic muslim christian jewish catholic latino hispanic black white soviet korean
    kurdish industry public affairs relations internet online facebook twitter youtube instagram
    wikipedia google-search monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december mr mrs ms dr sir
    jihadist terror internal external home parliamentary presidential new top unnamed incumbent
    current regional provincial municipal detectives human resources nyse nasdaq communications
    policy political digital financial operating technology medical it planning social website i air
    ground land naval field high supreme lower upper appeal appeals special permanent non-permanent
    the mother father and or of another local secret private chairman's president's king's""".split()
)
FORMER = frozenset(
    "former ex onetime one-time retired ex-president ex-minister late fired ousted disgraced".split()
)
# Between an office and what it is of: "chief executive of", "director for Europe at".
PREPOSITIONS = frozenset("of for at with from in to on by".split())
# Small words inside the names of bodies.
JOINERS = frozenset("of the and for & on in to".split())
DETERMINERS = frozenset(
    """a an the this that these those his her its their our my your some many several another other
    two three four most one top senior local unnamed anonymous""".split()
)
PARTY_WORDS = {
    "republican": "Republican Party",
    "republicans": "Republican Party",
    "gop": "Republican Party",
    "democrat": "Democratic Party",
    "democrats": "Democratic Party",
    "democratic": "Democratic Party",
    "dems": "Democratic Party",
    "libertarian": "Libertarian Party",
    "libertarians": "Libertarian Party",
    "tory": "Conservative Party",
    "tories": "Conservative Party",
}
