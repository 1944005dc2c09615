"""The first schema.

Why it looks like this: a ledger of a million claims should stay under 400 MB, so rows are
joined by small integers, enumerated values are small integers too (`codes` names them), and
content ids are 8-byte blobs.  The views named `shown_...` undo all of that for people who open
the file with another SQLite tool: hexadecimal ids, names for codes, words beside everything.

Content columns are written once.  Columns marked "derived" follow from content and are kept
up to date when something is added, so that listing costs no thought.
"""

from __future__ import annotations

from counterclaim.ledger.migrations.m001_guards import GUARDS
from counterclaim.ledger.migrations.m001_views import VIEWS

_STORE = """
CREATE TABLE codes (  -- names of the small integers, by column
    field TEXT NOT NULL, code INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (field, code)
) WITHOUT ROWID;

CREATE TABLE blobs (  -- bytes and texts by content; several captures and documents may share one
    row INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    codec INTEGER NOT NULL,  -- 0 raw, 1 zlib
    size INTEGER NOT NULL,
    data BLOB NOT NULL
);

CREATE TABLE addresses (row INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE);

CREATE TABLE captures (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    blob INTEGER NOT NULL REFERENCES blobs,
    media INTEGER NOT NULL,
    address INTEGER NOT NULL REFERENCES addresses,
    name TEXT NOT NULL,
    label TEXT NOT NULL,  -- the id that the input gives
    url TEXT, publisher TEXT, published TEXT, title TEXT, language TEXT,
    default_published TEXT, retrieved TEXT,
    base BLOB,  -- the id by content alone, where the same bytes came back after others; NULL else
    added TEXT NOT NULL
);
CREATE INDEX captures_by_base ON captures (base) WHERE base IS NOT NULL;
CREATE INDEX captures_by_address ON captures (address);
CREATE INDEX captures_by_blob ON captures (blob);

CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    capture INTEGER NOT NULL REFERENCES captures,
    cleaner TEXT NOT NULL,
    text INTEGER NOT NULL REFERENCES blobs,
    name TEXT NOT NULL, label TEXT NOT NULL,
    title TEXT, title_is_separate INTEGER NOT NULL, title_sha256 BLOB,
    language TEXT, url TEXT, publisher TEXT, published TEXT, byline TEXT,
    marks TEXT, links TEXT, headlines TEXT,  -- JSON, NULL where there are none
    not_read TEXT,
    seal BLOB NOT NULL,  -- SHA-256 of all the above, so that any damage shows
    added TEXT NOT NULL,
    listed INTEGER NOT NULL,  -- derived: 1 if it is the newest document of its capture
    origin INTEGER REFERENCES documents,  -- derived: the document that it is a copy of, NULL for itself
    copied INTEGER REFERENCES documents, origin_reason TEXT, agency TEXT  -- derived, as found with the origin
);
CREATE INDEX documents_by_capture ON documents (capture);
CREATE INDEX documents_by_text ON documents (text);
CREATE INDEX documents_by_added ON documents (added);
CREATE INDEX documents_by_origin ON documents (origin) WHERE origin IS NOT NULL;
CREATE INDEX documents_by_copied ON documents (copied) WHERE copied IS NOT NULL;

CREATE TABLE readings (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES documents,
    reader TEXT NOT NULL,
    seal BLOB NOT NULL,  -- SHA-256 of its attributions, claims and statements as stored
    added TEXT NOT NULL,
    -- Its rows stand together in each table, which spares an index: the first one, and how many.
    first_attribution INTEGER NOT NULL, attributions INTEGER NOT NULL,
    first_claim INTEGER NOT NULL, claims INTEGER NOT NULL,
    first_statement INTEGER NOT NULL, statements INTEGER NOT NULL,
    listed INTEGER NOT NULL  -- derived: 1 if it is the newest reading of a listed document
);
CREATE INDEX readings_by_document ON readings (document);
CREATE INDEX readings_by_added ON readings (added);

CREATE TABLE parties (
    row INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL  -- small letters, without accents
);

CREATE TABLE speakers (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,  -- of all the fields, of which any may be NULL
    name TEXT, kind INTEGER, party INTEGER REFERENCES parties, key TEXT, reason TEXT
);
CREATE INDEX speakers_by_key ON speakers (key);
CREATE TABLE speaker_words (  -- derived: words of names and keys in small letters, to find "Lavrov" by
    word TEXT NOT NULL, speaker INTEGER NOT NULL REFERENCES speakers,
    PRIMARY KEY (word, speaker)
) WITHOUT ROWID;
CREATE INDEX speakers_by_party ON speakers (party);
"""

_READ = """
CREATE TABLE attributions (  -- in reading order
    row INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES readings,
    id BLOB NOT NULL,
    field INTEGER NOT NULL,
    source_start INTEGER, source_end INTEGER,  -- the first span of each role, NULL where there is none
    cue_start INTEGER, cue_end INTEGER,
    content_start INTEGER, content_end INTEGER,
    spans TEXT,  -- all spans of the roles that have several, as JSON: {"source": [[0, 3], [8, 9]]}
    source TEXT, cue TEXT,  -- the words, pieces joined by " […] "
    quote_type INTEGER NOT NULL,
    parent INTEGER,  -- the row of the attribution whose content holds this one
    confidence INTEGER NOT NULL,  -- ten-thousandths
    speaker INTEGER NOT NULL REFERENCES speakers
);

CREATE TABLE claims (  -- in reading order
    row INTEGER PRIMARY KEY,
    attribution INTEGER NOT NULL REFERENCES attributions,
    id BLOB NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL,
    spans TEXT,  -- all spans as JSON where there are several
    words TEXT NOT NULL,  -- pieces joined by " […] "
    confidence INTEGER NOT NULL,  -- ten-thousandths
    polarity INTEGER NOT NULL, certainty INTEGER NOT NULL, orientation INTEGER NOT NULL,
    certainty_word TEXT, certainty_band TEXT, due TEXT,
    said TEXT,  -- NULL also where flag 4 says that it is the day of publication
    flags INTEGER NOT NULL,  -- 1 said in the text, 2 asks for evidence, 4 said on the document's `published`
    evidence_offered INTEGER NOT NULL,
    meaning TEXT,  -- quantities q, times t, places p, evidence e as JSON with short names
    speaker INTEGER NOT NULL,  -- derived, of its attribution
    party INTEGER,  -- derived, of its speaker
    day INTEGER,  -- derived: 20220216, the first day of `said`, else of publication
    listed INTEGER NOT NULL,  -- derived: 1 if its reading is listed
    standing INTEGER NOT NULL,  -- derived: 0 current, 1 gone, 2 changed
    ended INTEGER,  -- derived: the document in which it is gone or changed
    became INTEGER,  -- derived: the claim that took its place
    folded INTEGER NOT NULL,  -- derived: 1 if an earlier document of its origin says the same
    documents INTEGER NOT NULL  -- derived: how many addresses of its origin say the same
);
CREATE INDEX claims_by_id ON claims (id);
-- In the order of lists, so that the first page of one is never sorted: newest day first.
CREATE INDEX claims_by_speaker ON claims (speaker, folded, day DESC) WHERE listed = 1;
CREATE INDEX claims_by_party ON claims (party, folded, day DESC) WHERE listed = 1 AND party IS NOT NULL;
CREATE INDEX claims_by_day ON claims (folded, day DESC) WHERE listed = 1;
CREATE INDEX claims_by_end ON claims (ended) WHERE ended IS NOT NULL;

CREATE TABLE statements (  -- what the outlet says itself; columns as in claims
    row INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES readings,
    id BLOB NOT NULL,
    field INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, spans TEXT,
    words TEXT NOT NULL,
    why TEXT NOT NULL,  -- "quantity date"
    polarity INTEGER NOT NULL, certainty INTEGER NOT NULL, orientation INTEGER NOT NULL,
    certainty_word TEXT, certainty_band TEXT, due TEXT, said TEXT,
    flags INTEGER NOT NULL, evidence_offered INTEGER NOT NULL, meaning TEXT
);

-- What the index holds of a claim.  It keeps no text of its own: `source` is made here, by one rule.
CREATE VIEW claim_words AS
SELECT claims.row AS row, claims.words AS words,
    CASE WHEN speakers.name IS NULL OR instr(attributions.source, speakers.name)
         THEN coalesce(attributions.source, '')
         ELSE speakers.name || ' / ' || coalesce(attributions.source, '') END AS source
FROM claims
JOIN attributions ON attributions.row = claims.attribution
JOIN speakers ON speakers.row = attributions.speaker;
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    words, source,
    content = 'claim_words', content_rowid = 'row', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);
"""

_AROUND = """
CREATE TABLE edges (
    row INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    from_document INTEGER NOT NULL REFERENCES documents, to_document INTEGER NOT NULL REFERENCES documents,
    weight REAL NOT NULL, reason TEXT NOT NULL, maker TEXT NOT NULL,
    UNIQUE (kind, from_document, to_document, maker)
);
CREATE INDEX edges_by_end ON edges (to_document);

CREATE TABLE sketches (document INTEGER PRIMARY KEY REFERENCES documents, sketch BLOB NOT NULL);

CREATE TABLE fetch_state (
    url TEXT PRIMARY KEY, etag TEXT, modified TEXT, next_try TEXT, failures INTEGER NOT NULL,
    pages TEXT  -- JSON list of [address, day or null], of a feed
) WITHOUT ROWID;

CREATE TABLE skipped (  -- the log of what was not taken in
    row INTEGER PRIMARY KEY,
    "where" TEXT NOT NULL, wrong TEXT NOT NULL, remedy TEXT NOT NULL, kind TEXT NOT NULL, added TEXT NOT NULL,
    UNIQUE ("where", wrong)
);

CREATE TABLE tombstones (  -- of forgotten captures: hashes, so that nothing can be read out of them
    row INTEGER PRIMARY KEY,
    capture BLOB NOT NULL UNIQUE,
    documents TEXT NOT NULL,  -- JSON list of the ids of its documents
    capture_sha256 BLOB NOT NULL,
    claims INTEGER NOT NULL,  -- how many there were
    "by" TEXT NOT NULL, "at" TEXT NOT NULL
);

CREATE TABLE reviews (  -- what people judged; guarded below, nothing is ever taken back
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    target_kind INTEGER NOT NULL, target TEXT NOT NULL,  -- an id, or the name of a source
    field TEXT, value TEXT, note TEXT,
    "by" TEXT NOT NULL, "at" TEXT NOT NULL,
    document BLOB,  -- id of the document that it was made on, NULL for a source
    text_sha256 BLOB, text_field INTEGER, spans TEXT, source_spans TEXT, words TEXT,  -- the receipt
    speaker TEXT  -- key of the speaker at that time, else the source words
);
CREATE INDEX reviews_by_target ON reviews (target);
CREATE INDEX reviews_by_text ON reviews (text_sha256) WHERE text_sha256 IS NOT NULL;
CREATE INDEX reviews_by_document ON reviews (document) WHERE document IS NOT NULL;

CREATE TABLE review_places (  -- derived: where each review of a claim stands after the newest readings
    review INTEGER NOT NULL REFERENCES reviews,
    claim INTEGER,  -- a listed claim, several if texts are equal; NULL where it is no longer read
    how INTEGER NOT NULL,  -- 0 on the same words, 1 carried over to be confirmed, 2 no longer read
    UNIQUE (review, claim)
);
CREATE INDEX review_places_by_claim ON review_places (claim) WHERE claim IS NOT NULL;
"""

M001 = _STORE + _READ + _AROUND + VIEWS + GUARDS
