"""The second schema: how claims of different documents stand to each other, and what follows from that.

All of it is derived and can be made anew: `comparables` is what the claims of a reading are compared
by, `relations` what comparing told of two claims, `findings` the questions, disputes, changed answers,
series and forecasts that follow.  Findings hold words of many documents, so they are one JSON each,
replaced as a whole and dropped when anything is forgotten.  Only listed readings have any of it.
"""

from __future__ import annotations

_CODES: dict[str, tuple[str, ...]] = {
    "relation": ("contradicts", "agrees", "repeats", "shifts", "copies", "later fact", "other question"),
    "contradiction": ("denial", "opposite direction", "numbers", "times", "framing"),
    "finding": ("question", "dispute", "shift", "series", "forecast"),
}

_INSERTS = "".join(
    f"INSERT INTO codes VALUES ('{field}', {code}, '{name}');\n"
    for field, names in _CODES.items()
    for code, name in enumerate(names)
)

_TABLES = """
CREATE TABLE vectors (  -- one for each claim of a reading, in their order, from the reader's own pass
    reading INTEGER PRIMARY KEY REFERENCES readings,
    body BLOB NOT NULL  -- all of one length; 8-bit whole numbers, 127 stands for 1
);

CREATE TABLE comparables (  -- derived: a reading that was compared with all others
    reading INTEGER PRIMARY KEY REFERENCES readings,
    linker TEXT NOT NULL,  -- the version of the rules
    body BLOB NOT NULL  -- what its claims are compared by
);

CREATE TABLE relations (  -- derived: how the claim `other` stands to `one`, which was told first
    row INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    one INTEGER NOT NULL REFERENCES claims, other INTEGER NOT NULL REFERENCES claims,
    confidence INTEGER NOT NULL,  -- ten-thousandths
    contradiction INTEGER,  -- in what they differ, NULL unless kind is 0
    same_question INTEGER,  -- how likely both answer one question, ten-thousandths
    reason TEXT NOT NULL,
    UNIQUE (one, other), CHECK (one <> other)
);
CREATE INDEX relations_by_other ON relations (other);

CREATE TABLE findings (  -- derived: `place` counts from 0 in the order of lists
    row INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,  -- its own, else that of its question; several shifts have one question
    body TEXT NOT NULL,  -- JSON of the record
    UNIQUE (kind, place)
);
CREATE INDEX findings_by_id ON findings (kind, id);

-- Which version of the rules made the findings; empty as soon as what they are made from has changed.
CREATE TABLE derivation (row INTEGER PRIMARY KEY CHECK (row = 1), deriver TEXT NOT NULL);
CREATE TRIGGER compared_anew AFTER INSERT ON comparables BEGIN DELETE FROM derivation; END;
CREATE TRIGGER compared_otherwise AFTER UPDATE ON comparables BEGIN DELETE FROM derivation; END;
CREATE TRIGGER no_longer_compared AFTER DELETE ON comparables BEGIN DELETE FROM derivation; END;
CREATE TRIGGER judged_anew AFTER INSERT ON reviews BEGIN DELETE FROM derivation; END;
"""


def _name(field: str, column: str) -> str:
    return f"(SELECT name FROM codes WHERE field = '{field}' AND code = {column})"


def _end(name: str) -> str:
    """The columns of a claim at one end of a relation."""
    return f"""
    'd' || lower(hex({name}_document.id)) AS {name}_document, 'c' || lower(hex({name}.id)) AS {name},
    {name}_document.publisher AS {name}_publisher, {name}_speaker.name AS {name}_speaker,
    {name}_party.name AS {name}_party, {name}.words AS {name}_words"""


def _joins(name: str) -> str:
    return f"""
JOIN claims AS {name} ON {name}.row = relations.{name}
JOIN attributions AS {name}_attribution ON {name}_attribution.row = {name}.attribution
JOIN readings AS {name}_reading ON {name}_reading.row = {name}_attribution.reading
JOIN documents AS {name}_document ON {name}_document.row = {name}_reading.document
JOIN speakers AS {name}_speaker ON {name}_speaker.row = {name}.speaker
LEFT JOIN parties AS {name}_party ON {name}_party.row = {name}_speaker.party"""


_VIEWS = f"""
CREATE VIEW shown_relations AS
SELECT {_name("relation", "relations.kind")} AS kind,
    {_name("contradiction", "relations.contradiction")} AS contradiction,
    relations.confidence / 10000.0 AS confidence, relations.same_question / 10000.0 AS same_question,
    relations.reason AS reason,{_end("one")},{_end("other")}
FROM relations{_joins("one")}{_joins("other")};

CREATE VIEW shown_findings AS
SELECT {_name("finding", "findings.kind")} AS kind, findings.place AS place, findings.id AS id,
    findings.body AS body
FROM findings;

CREATE VIEW shown_questions AS
SELECT findings.place AS place, findings.id AS id, json_extract(findings.body, '$.text') AS text,
    json_extract(findings.body, '$.form') AS form,
    json_array_length(findings.body, '$.claims') AS claims,
    json_array_length(findings.body, '$.positions') AS answers
FROM findings WHERE findings.kind = 0;

CREATE VIEW shown_answers AS
SELECT findings.id AS question, json_extract(findings.body, '$.text') AS text,
    json_extract(position.value, '$.day') AS day, json_extract(position.value, '$.party') AS party,
    json_extract(position.value, '$.speaker') AS speaker, json_extract(position.value, '$.answer') AS answer,
    json_extract(position.value, '$.number.value') AS number,
    json_extract(position.value, '$.claim[0]') AS document,
    json_extract(position.value, '$.claim[1]') AS claim
FROM findings, json_each(findings.body, '$.positions') AS position WHERE findings.kind = 0;

CREATE VIEW shown_disputes AS
SELECT findings.place AS place, findings.id AS question, json_extract(findings.body, '$.text') AS text,
    json_extract(findings.body, '$.parties') AS parties,
    json_extract(findings.body, '$.contradictions') AS contradictions,
    json_extract(findings.body, '$.last_day') AS last_day
FROM findings WHERE findings.kind = 1;
"""

M002 = _TABLES + _INSERTS + _VIEWS
