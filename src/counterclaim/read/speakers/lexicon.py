"""Small words and nouns by what they stand for; all in small letters, singular unless said."""

from __future__ import annotations

FEMALE_TITLES = frozenset("mrs ms miss lady dame madame mme queen princess duchess sister".split())
MALE_TITLES = frozenset("mr sir lord king prince duke pope father".split())

FEMALE_NOUNS = frozenset(
    """woman lady girl mother wife daughter sister aunt grandmother widow spokeswoman congresswoman
    councilwoman businesswoman chairwoman actress waitress mum mom queen princess heroine girlfriend
    niece policewoman saleswoman hostess first-lady""".split()
)
MALE_NOUNS = frozenset(
    """man boy father husband son brother uncle grandfather widower spokesman congressman councilman
    businessman chairman actor waiter dad king prince priest pope boyfriend nephew policeman salesman
    fisherman gentleman""".split()
)

# Abbreviations and words of rank that stand before a name and are no part of it.
TITLES = (
    frozenset(
        """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr hon sen sens senator
        senators rep reps representative representatives congressman congresswoman gov govs governor pres
        president presidents vice-president chancellor premier minister ambassador amb gen general lt col
        colonel maj
        major sgt sergeant capt captain cmdr commander adm admiral brig brigadier brigadier-general
        lieutenant cpl corporal det detective inspector superintendent supt insp officer constable deputy
        sheriff undersheriff ayatollah sheikh sheik imam emir sultan pope archbishop cardinal bishop pastor
        rabbi father sister queen king prince princess duke duchess judge justice mayor councilman
        councilor councillor
        councilwoman speaker secretary director chief coach doctor attorney candidate chairman chairwoman
        spokesman spokeswoman spokesperson nominee""".split()
    )
    | FEMALE_TITLES
    | MALE_TITLES
)
ABBREVIATED = frozenset("mr mrs ms dr prof rev fr hon sen sens rep reps gov lt col maj sgt capt adm".split())
SUFFIXES = frozenset("jr sr ii iii iv".split())

# Nouns for one person by office, work, kinship or part in the events.
ROLES = (
    TITLES
    | FEMALE_NOUNS
    | MALE_NOUNS
    | frozenset(
        """leader head aide adviser advisor strategist manager operative consultant consul activist analyst
    expert author writer columnist journalist reporter correspondent editor anchor host moderator narrator
    commentator blogger pundit publisher producer filmmaker documentarian star singer comedian artist
    musician composer conductor photographer designer architect player quarterback receiver striker
    goalkeeper pitcher legend athlete captain owner founder co-founder entrepreneur tycoon billionaire
    millionaire mogul investor banker economist executive boss president-elect ceo cfo vice-chairman chair
    chairperson co-chair commissioner envoy diplomat official policymaker politician lawmaker legislator
    parliamentarian delegate mp member candidate nominee contender front-runner frontrunner hopeful rival
    opponent incumbent challenger socialist conservative liberal republican democrat independent
    libertarian supporter critic backer donor fundraiser ally lieutenant-governor lobbyist lawyer solicitor
    barrister prosecutor counsel defendant plaintiff suspect accused victim witness juror investigator
    detective agent ranger marshal trooper patrolman firefighter paramedic medic nurse physician surgeon
    coroner psychiatrist psychologist therapist scientist researcher professor lecturer teacher principal
    student pupil graduate scholar academic historian biologist geologist seismologist meteorologist
    engineer technician pilot driver worker employee employer staffer clerk cashier secretary-general
    treasurer accountant auditor watchdog-chief inspector-general ombudsman resident neighbor neighbour
    villager native pensioner retiree veteran soldier marine sailor rebel fighter militant terrorist
    hostage pirate refugee migrant homeowner tenant landlord farmer rancher shopkeeper merchant customer
    client patient parent child kid teenager teen friend colleague co-worker roommate partner spouse fiancé
    fiancée cousin relative person individual source insider whistleblower informant observer speaker
    cleric preacher evangelist missionary monk nun monarch ruler dictator strongman premier head-of-state
    statesman no undersecretary under-secretary vice-president vicepresident magnate guru voter newcomer
    physicist chemist mathematician organist operator trader dealer broker vendor chef voiceover inspector
    rep representative chief-of-staff planner programmer developer hacker survivor passenger caller
    interviewer host panelist guest winner medallist champion runner-up star-journalist
    businessperson entertainer socialite heir heiress tsar czar specialist administrator superintendent
    coordinator registrar chaplain curator librarian archivist deputy prisoner inmate gunman shooter
    attacker killer robber thief burglar const pfc cpt petty-officer trustee referee umpire showrunner
    publicist ally pollster surrogate foe diplomatist columnist negotiator mediator""".split()
    )
) - {"no"}

# A person holding one of these speaks for a state.
STATE_OFFICES = frozenset(
    """president premier chancellor minister secretary king queen emperor sultan emir ambassador envoy
    undersecretary under-secretary consul governor general admiral colonel monarch head-of-state""".split()
)

# Last words of the names of the states of the United States.
US_STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina dakota ohio
    oklahoma oregon pennsylvania island tennessee texas utah vermont
    virginia washington wisconsin wyoming""".split()
)

CANDIDATE_WORDS = frozenset("candidate nominee front-runner frontrunner hopeful contender".split())

BODY_NOUNS = frozenset(
    """group company firm ministry agency bureau organization organisation institute institution committee
    subcommittee panel council commission department campaign administration government parliament senate
    congress cabinet court tribunal board body union alliance bloc coalition party association federation
    foundation charity trust fund bank university college school hospital church office embassy regime
    watchdog regulator union club team league operator airline manufacturer carrier giant maker retailer
    chain startup start-up network police military army navy force forces corporation authority service
    centre center station museum society academy leadership opposition faction militia movement consortium
    conference crew embassy consulate secretariat delegation mission task-force taskforce think-tank
    nonprofit non-profit business supermarket brewer bookmaker employer pac conglomerate studio label
    prosecution defence defense kingdom state country nation republic city town county province
    mosque site website""".split()
)
OUTLET_NOUNS = frozenset(
    """newspaper paper magazine network broadcaster channel website site outlet daily weekly tabloid
    broadsheet agency journal media press television tv radio news blog show programme program""".split()
)
DOCUMENT_NOUNS = frozenset(
    """report poll survey study memo memorandum statement letter email e-mail document file paper video ad
    advert advertisement commercial spot tweet post message press-release release complaint lawsuit suit
    indictment affidavit filing brief ruling order opinion summary review analysis audit inquiry
    investigation finding result data figure statistic record transcript recording article story column
    editorial op-ed book memoir website page bulletin notice advisory announcement communique communiqué
    declaration resolution speech remark comment testimony interview footage tape tally average count
    estimate forecast log list census index narrator voiceover dossier polling research blog account
    policy rule guideline spokesperson-statement text note submission evidence question answer
    pamphlet leaflet flyer clip trailer montage map photo picture image""".split()
)
UNIT_NOUNS = frozenset("percent number lot majority minority handful dozen hundred thousand million".split())

# Nouns for an unnamed many that is one body to readers.
COLLECTIVES = frozenset("police authorities staff crowd public community family media press".split())

PRONOUNS_MALE = frozenset("he him his himself".split())
PRONOUNS_FEMALE = frozenset("she her hers herself".split())
PRONOUNS_PLURAL = frozenset("they them their theirs themselves".split())
PRONOUNS_THING = frozenset("it its itself".split())
PRONOUNS_FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
PRONOUNS_SECOND = frozenset("you your yours yourself".split())
PRONOUNS_RELATIVE = frozenset("who whom whose which that".split())
PRONOUNS_NOBODY = frozenset(
    """some others many most few several other all none nobody no-one everyone everybody someone somebody
    anyone anybody one those these there this what both each another either neither""".split()
)
NUMBER_WORDS = frozenset("one two three four five six seven eight nine ten dozen".split())

DETERMINERS = frozenset("the a an this that these those".split())
POSSESSIVES = frozenset("his her its their our my your".split())
INDEFINITES = frozenset("a an one another some any every each no".split())
QUANTIFIERS = frozenset(
    """some several many most few numerous various certain other more all both any each every such
    dozens scores hundreds thousands millions lots plenty countless multiple growing numbers number""".split()
)
