"""Names of codes, and the views of the first schema: what any SQLite tool shows to a person."""

from __future__ import annotations

_CODES: dict[str, tuple[str, ...]] = {
    "codec": ("raw", "zlib"),
    "media": ("text", "html", "record"),
    "field": ("text", "title"),
    "quote_type": ("direct", "mixed", "indirect"),
    "speaker_kind": ("person", "organisation", "state", "group", "anonymous", "outlet"),
    "polarity": ("affirms", "denies", "none"),
    "certainty": ("certain", "probable", "possible", "unknown"),
    "orientation": ("past", "present", "future", "commitment", "request", "opinion"),
    "evidence": (
        "none", "video", "picture", "satellite", "document", "data", "witnessed", "another source",
    ),
    "standing": ("current", "gone", "changed"),
    "edge": ("copies",),
    "review": ("accept", "reject", "merge", "split", "correct", "note", "grade", "outcome", "undo"),
    "target": ("claim", "document", "source", "question", "review"),
    "place": ("on the same words", "carried over, confirm", "no longer read"),
}  # fmt: skip

_INSERTS = "".join(
    f"INSERT INTO codes VALUES ('{field}', {code}, '{name}');\n"
    for field, names in _CODES.items()
    for code, name in enumerate(names)
)


def _name(field: str, column: str) -> str:
    return f"(SELECT name FROM codes WHERE field = '{field}' AND code = {column})"


def _id(letter: str, column: str) -> str:
    return f"'{letter}' || lower(hex({column}))"


_READ = "readings ON readings.row = {} JOIN documents ON documents.row = readings.document"

VIEWS = f"""
{_INSERTS}
CREATE VIEW shown_documents AS
SELECT {_id("d", "documents.id")} AS id, {_id("k", "captures.id")} AS capture, addresses.address AS address,
    documents.title AS title, documents.publisher AS publisher, documents.published AS published,
    documents.url AS url, documents.language AS language, documents.byline AS byline,
    documents.not_read AS not_read, documents.cleaner AS cleaner, lower(hex(blobs.sha256)) AS text_sha256,
    captures.retrieved AS retrieved, documents.added AS added,
    {_id("d", "coalesce(first.id, documents.id)")} AS origin, documents.origin_reason AS origin_reason,
    documents.agency AS agency, documents.listed AS newest
FROM documents
JOIN captures ON captures.row = documents.capture
JOIN addresses ON addresses.row = captures.address
JOIN blobs ON blobs.row = documents.text
LEFT JOIN documents AS first ON first.row = documents.origin;

CREATE VIEW shown_attributions AS
SELECT {_id("a", "attributions.id")} AS id, {_id("d", "documents.id")} AS document,
    {_id("r", "readings.id")} AS reading, {_name("field", "attributions.field")} AS field,
    attributions.source AS source, attributions.cue AS cue,
    attributions.content_start AS start, attributions.content_end AS end, attributions.spans AS spans,
    {_name("quote_type", "attributions.quote_type")} AS quote_type,
    speakers.name AS speaker, {_name("speaker_kind", "speakers.kind")} AS speaker_kind,
    parties.name AS party, speakers.reason AS reason, attributions.confidence / 10000.0 AS confidence,
    readings.listed AS newest
FROM attributions
JOIN {_READ.format("attributions.reading")}
JOIN speakers ON speakers.row = attributions.speaker
LEFT JOIN parties ON parties.row = speakers.party;

CREATE VIEW shown_claims AS
SELECT {_id("c", "claims.id")} AS id, {_id("a", "attributions.id")} AS attribution,
    {_id("d", "documents.id")} AS document, documents.title AS title, documents.publisher AS publisher,
    documents.published AS published, documents.url AS url,
    speakers.name AS speaker, parties.name AS party, attributions.source AS source, claims.words AS words,
    {_name("field", "attributions.field")} AS field, claims.start AS start, claims.end AS end,
    claims.spans AS spans,
    {_name("quote_type", "attributions.quote_type")} AS quote_type,
    {_name("polarity", "claims.polarity")} AS polarity, {_name("certainty", "claims.certainty")} AS certainty,
    claims.certainty_word AS certainty_word, claims.certainty_band AS certainty_band,
    {_name("orientation", "claims.orientation")} AS orientation,
    CASE WHEN claims.flags & 4 THEN documents.published ELSE claims.said END AS said, claims.due AS due,
    {_name("evidence", "claims.evidence_offered")} AS evidence_offered,
    (claims.flags & 2) / 2 AS asks_for_evidence, claims.meaning AS meaning,
    claims.confidence / 10000.0 AS confidence,
    {_name("standing", "claims.standing")} AS standing, claims.documents AS documents,
    claims.folded AS folded, claims.listed AS newest, readings.added AS added
FROM claims
JOIN attributions ON attributions.row = claims.attribution
JOIN {_READ.format("attributions.reading")}
JOIN speakers ON speakers.row = attributions.speaker
LEFT JOIN parties ON parties.row = speakers.party;

CREATE VIEW shown_statements AS
SELECT {_id("s", "statements.id")} AS id, {_id("d", "documents.id")} AS document,
    documents.publisher AS publisher, documents.published AS published, statements.words AS words,
    {_name("field", "statements.field")} AS field, statements.start AS start, statements.end AS end,
    statements.spans AS spans, statements.why AS why,
    {_name("polarity", "statements.polarity")} AS polarity,
    {_name("certainty", "statements.certainty")} AS certainty,
    {_name("orientation", "statements.orientation")} AS orientation,
    CASE WHEN statements.flags & 4 THEN documents.published ELSE statements.said END AS said,
    statements.due AS due, {_name("evidence", "statements.evidence_offered")} AS evidence_offered,
    statements.meaning AS meaning, readings.listed AS newest
FROM statements JOIN {_READ.format("statements.reading")};

CREATE VIEW shown_reviews AS
SELECT {_id("v", "reviews.id")} AS id, {_name("review", "reviews.kind")} AS kind,
    {_name("target", "reviews.target_kind")} AS target_kind, reviews.target AS target,
    reviews.field AS field, reviews.value AS value, reviews.note AS note,
    reviews."by" AS "by", reviews."at" AS "at", reviews.words AS words,
    nullif({_id("d", "reviews.document")}, 'd') AS document,
    {_name("place", "review_places.how")} AS fate, nullif({_id("c", "claims.id")}, 'c') AS claim
FROM reviews
LEFT JOIN review_places ON review_places.review = reviews.row
LEFT JOIN claims ON claims.row = review_places.claim;
"""
