"""The third schema: what a person is asked to look at first, without reading all findings for it.

`answers` tells of each claim which question it is at home in and whether that is disputed; it is derived
from findings, made and dropped with them.  The indexes are in the order of the review queue: claims read
with least confidence, and the surest contradictions.

Findings depend on reviews only where these join, part, relate or rename, or take such a one back: others
no longer make them out of date.
"""

from __future__ import annotations

M003 = """
CREATE TABLE answers (  -- derived: the question that a claim is at home in
    claim INTEGER PRIMARY KEY,
    question TEXT NOT NULL,
    disputed INTEGER NOT NULL,  -- 1 if a side of the dispute about the question holds the claim
    confidence INTEGER NOT NULL  -- of the claim, ten-thousandths
);
CREATE INDEX answers_by_doubt ON answers (disputed DESC, confidence);
CREATE TRIGGER no_longer_asked AFTER DELETE ON findings WHEN OLD.kind = 0 AND OLD.place = 0
BEGIN DELETE FROM answers; END;

CREATE INDEX claims_by_doubt ON claims (confidence) WHERE listed = 1 AND folded = 0;
CREATE INDEX contradictions_by_sureness ON relations (confidence DESC, one, other) WHERE kind = 0;

DROP TRIGGER judged_anew;
CREATE TRIGGER judged_anew AFTER INSERT ON reviews
WHEN NEW.kind IN (2, 3) OR NEW.field IN ('relation', 'text')  -- merge, split
    OR NEW.kind = 8 AND EXISTS (  -- undo, also of another undo, whatever that took back
        SELECT 1 FROM reviews AS undone WHERE 'v' || lower(hex(undone.id)) = NEW.target
            AND (undone.kind IN (2, 3, 8) OR undone.field IN ('relation', 'text'))
    )
BEGIN DELETE FROM derivation; END;
DELETE FROM derivation;  -- so that what links next fills `answers`
"""
