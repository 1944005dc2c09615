"""States and bodies of states, known by several names: facts for comparing names, no part of the reader."""

from __future__ import annotations

from evals.spelling import plain_words

# Names: adjectives and peoples; after "|" the seat of government, which stands for the state
# only as a whole name.
_STATES = """
Afghanistan: Afghan | Kabul
Albania: Albanian | Tirana
Algeria: Algerian | Algiers
Angola: Angolan | Luanda
Argentina: Argentine, Argentinian | Buenos Aires
Armenia: Armenian | Yerevan
Australia: Australian | Canberra
Austria: Austrian | Vienna
Azerbaijan: Azerbaijani, Azeri | Baku
Bahrain: Bahraini | Manama
Bangladesh: Bangladeshi | Dhaka
Belarus, Byelorussia: Belarusian, Belorussian | Minsk
Belgium: Belgian
Bolivia: Bolivian | La Paz
Bosnia and Herzegovina, Bosnia: Bosnian | Sarajevo
Brazil: Brazilian | Brasilia
Bulgaria: Bulgarian | Sofia
Cambodia: Cambodian | Phnom Penh
Canada: Canadian | Ottawa
Chile: Chilean | Santiago
China, People's Republic of China, PRC: Chinese | Beijing, Peking
Colombia: Colombian | Bogota
Croatia: Croatian | Zagreb
Cuba: Cuban | Havana
Cyprus: Cypriot | Nicosia
Czech Republic, Czechia: Czech | Prague
Denmark: Danish, Danes | Copenhagen
Democratic Republic of Congo, Democratic Republic of the Congo, DR Congo, DRC, Congo: Congolese | Kinshasa
Egypt: Egyptian | Cairo
Estonia: Estonian | Tallinn
Ethiopia: Ethiopian | Addis Ababa
European Union, EU:
Fiji: Fijian | Suva
Finland: Finnish, Finns | Helsinki
France: French | Paris
Georgia: Georgian | Tbilisi
Germany, Federal Republic of Germany: German | Berlin
Ghana: Ghanaian | Accra
Greece: Greek | Athens
Haiti: Haitian | Port-au-Prince
Hungary: Hungarian | Budapest
Iceland: Icelandic, Icelanders | Reykjavik
India: Indian | New Delhi, Delhi
Indonesia: Indonesian | Jakarta
Iran, Islamic Republic of Iran: Iranian | Tehran, Teheran
Iraq: Iraqi | Baghdad
Ireland: Irish | Dublin
Israel: Israeli | Jerusalem
Italy: Italian | Rome
Japan: Japanese | Tokyo
Jordan: Jordanian | Amman
Kazakhstan: Kazakh, Kazakhstani | Astana, Nur-Sultan
Kenya: Kenyan | Nairobi
Kosovo: Kosovar, Kosovan | Pristina
Kuwait: Kuwaiti
Kyrgyzstan: Kyrgyz | Bishkek
Latvia: Latvian | Riga
Lebanon: Lebanese | Beirut
Libya: Libyan | Tripoli
Lithuania: Lithuanian | Vilnius
Malaysia: Malaysian | Kuala Lumpur, Putrajaya
Mexico: Mexican | Mexico City
Moldova: Moldovan | Chisinau
Mongolia: Mongolian | Ulaanbaatar
Montenegro: Montenegrin | Podgorica
Morocco: Moroccan | Rabat
Myanmar, Burma: Burmese | Naypyidaw
Netherlands, Holland: Dutch | The Hague
New Zealand: New Zealanders | Wellington
Nigeria: Nigerian | Abuja
North Atlantic Treaty Organization, NATO:
North Korea, DPRK: North Korean | Pyongyang
North Macedonia, Macedonia: Macedonian | Skopje
Norway: Norwegian | Oslo
Oman: Omani | Muscat
Pakistan: Pakistani | Islamabad
Palestine: Palestinian | Ramallah
Peru: Peruvian | Lima
Philippines: Philippine, Filipino | Manila
Poland: Polish, Poles | Warsaw
Portugal: Portuguese | Lisbon
Qatar: Qatari | Doha
Romania: Romanian | Bucharest
Russia, Russian Federation: Russian | Moscow
Saudi Arabia: Saudi, Saudi Arabian | Riyadh
Serbia: Serbian, Serb | Belgrade
Singapore: Singaporean
Slovakia: Slovak | Bratislava
Slovenia: Slovene, Slovenian | Ljubljana
Somalia: Somali | Mogadishu
South Africa: South African | Pretoria
South Korea, Republic of Korea: South Korean | Seoul
South Sudan: South Sudanese | Juba
Soviet Union, USSR: Soviet
Spain: Spanish, Spaniards | Madrid
Sudan: Sudanese | Khartoum
Sweden: Swedish, Swedes | Stockholm
Switzerland: Swiss | Bern
Syria: Syrian | Damascus
Taiwan: Taiwanese | Taipei
Tajikistan: Tajik | Dushanbe
Thailand: Thai | Bangkok
Tunisia: Tunisian | Tunis
Turkey, Turkiye: Turkish, Turks | Ankara
Turkmenistan: Turkmen | Ashgabat
Uganda: Ugandan | Kampala
Ukraine: Ukrainian | Kyiv, Kiev
United Arab Emirates, UAE: Emirati | Abu Dhabi
United Kingdom, UK, Britain, Great Britain: British, Britons | London
United Nations, UN:
United States, US, USA, America, United States of America: American | Washington
Uzbekistan: Uzbek | Tashkent
Venezuela: Venezuelan | Caracas
Vietnam: Vietnamese | Hanoi
Yemen: Yemeni | Sanaa
Zambia: Zambian | Lusaka
Zimbabwe: Zimbabwean | Harare
"""

# Bodies whose name does not tell their state, and the several names of one body.
_BODIES = """
White House: US White House, White House press office = United States
State Department: Department of State, Foggy Bottom = United States
Justice Department: Department of Justice, DOJ = United States
Department of Defense: Defense Department, Pentagon, DOD = United States
Treasury Department: Department of the Treasury = United States
Department of Homeland Security: Homeland Security Department, DHS, Homeland Security = United States
Department of Energy: Energy Department = United States
Department of Agriculture: Agriculture Department, USDA = United States
Labor Department: Department of Labor = United States
Department of Health and Human Services: HHS, Health and Human Services = United States
Veterans Affairs Department: Department of Veterans Affairs = United States
Federal Bureau of Investigation: FBI = United States
Central Intelligence Agency: CIA = United States
National Security Agency: NSA = United States
National Security Council: NSC = United States
Census Bureau: Bureau of the Census = United States
Geological Survey: USGS = United States
Environmental Protection Agency: EPA = United States
Centers for Disease Control and Prevention: CDC, Centers for Disease Control = United States
Federal Aviation Administration: FAA = United States
Food and Drug Administration: FDA = United States
Obama administration: Barack Obama administration, President Obama administration = United States
Bush administration: George W. Bush administration = United States
Clinton administration: Bill Clinton administration = United States
Trump administration: Donald Trump administration = United States
Biden administration: Joe Biden administration = United States
Nixon administration: Richard Nixon administration = United States
Reagan administration: Ronald Reagan administration = United States
Kremlin: Russian presidency = Russia
Downing Street: Number 10, 10 Downing Street = United Kingdom
Foreign Office: Foreign and Commonwealth Office = United Kingdom
Elysee: Elysee Palace = France
Royal Canadian Mounted Police: RCMP = Canada
New York Police Department: NYPD, New York City Police Department, NYPD police =
Los Angeles Police Department: LAPD =
World Organization for Animal Health: OIE =
Doctors Without Borders: Medecins Sans Frontieres, MSF =
Islamic State: ISIS, ISIL, Daesh, Islamic State of Iraq and Syria, Islamic State of Iraq and the Levant =
al-Qaeda: al Qaida, al-Qaida =
Hewlett-Packard: HP =
Los Angeles Times: LA Times =
Wall Street Journal: WSJ =
Osservatore Romano: L'Osservatore Romano =
"""

Form = tuple[str, ...]
_LONGEST = 8


def _state_forms() -> tuple[dict[Form, str], dict[Form, str]]:
    """Whole names of states, and those forms that a state has inside other names."""
    whole: dict[Form, str] = {}
    inside: dict[Form, str] = {}
    for line in _STATES.strip().splitlines():
        names, _, rest = line.partition(":")
        adjectives, _, seats = rest.partition(" | ")
        name = names.split(", ")[0]
        for form in names.split(", "):
            whole[plain_words(form)] = inside[plain_words(form)] = name
        for form in filter(None, adjectives.strip().split(", ")):
            inside[plain_words(form)] = name
        for form in filter(None, seats.split(", ")):
            whole[plain_words(form)] = name
    return whole, inside


def _body_forms() -> tuple[dict[Form, str], dict[str, str]]:
    forms: dict[Form, str] = {}
    states: dict[str, str] = {}
    for line in _BODIES.strip().splitlines():
        names, _, state = line.partition(" =")
        name, _, others = names.partition(": ")
        for form in (name, *others.split(", ")):
            forms[plain_words(form)] = name
        if state:
            states[name] = state.strip()
    return forms, states


_WHOLE, _INSIDE = _state_forms()
_BODY_FORMS, _STATE_OF_BODY = _body_forms()


def state_named(words: Form) -> str | None:
    """The state or alliance that a whole name means, its seat of government included."""
    return _WHOLE.get(words)


def parted(words: Form) -> tuple[frozenset[str], Form]:
    """The states among the words of a name, as names or adjectives, and the words left."""
    states: set[str] = set()
    left: list[str] = []
    at = 0
    while at < len(words):
        size = next((size for size in range(_LONGEST, 0, -1) if words[at : at + size] in _INSIDE), 0)
        if size:
            states.add(_INSIDE[words[at : at + size]])
        else:
            left.append(words[at])
        at += max(size, 1)
    return frozenset(states), tuple(left)


def body_named(words: Form) -> str | None:
    """The one name of a body with several, its state left off ("US Department of Justice")."""
    found = _BODY_FORMS.get(words)
    if found is None:
        states, left = parted(words)
        found = _BODY_FORMS.get(left)
        if found is not None and states and states != {_STATE_OF_BODY.get(found)}:
            return None
    return found


def state_of_body(body: str) -> str | None:
    """The state of a listed body."""
    return _STATE_OF_BODY.get(body)
