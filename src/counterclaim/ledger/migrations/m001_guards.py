"""Triggers of the first schema: what the database itself keeps people and programs from doing.

A review is never changed and never taken back; forgetting a document may only take the words
out of what was written about it, and only once its tombstone stands.  The triggers before
INSERT are there because INSERT OR REPLACE deletes without asking the triggers of DELETE.
"""

from __future__ import annotations

GUARDS = """
CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are append-only: add an undo'); END;

CREATE TRIGGER reviews_are_not_replaced BEFORE INSERT ON reviews
WHEN EXISTS (SELECT 1 FROM reviews WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'reviews are append-only: this one is there already'); END;

CREATE TRIGGER reviews_are_not_changed BEFORE UPDATE ON reviews
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind
    OR NEW.target_kind IS NOT OLD.target_kind OR NEW.target IS NOT OLD.target
    OR NEW.field IS NOT OLD.field OR NEW."by" IS NOT OLD."by" OR NEW."at" IS NOT OLD."at"
    OR NEW.document IS NOT OLD.document OR NEW.text_field IS NOT OLD.text_field
    OR NEW.value IS NOT NULL OR NEW.note IS NOT NULL OR NEW.text_sha256 IS NOT NULL
    OR NEW.spans IS NOT NULL OR NEW.source_spans IS NOT NULL OR NEW.words IS NOT NULL
    OR NEW.speaker IS NOT NULL
    OR OLD.document IS NULL
    OR NOT EXISTS (
        SELECT 1 FROM tombstones, json_each(tombstones.documents)
        WHERE json_each.value = 'd' || lower(hex(OLD.document))
    )
BEGIN SELECT RAISE(ABORT, 'reviews are append-only: add another one'); END;

CREATE TRIGGER tombstones_stay BEFORE DELETE ON tombstones
BEGIN SELECT RAISE(ABORT, 'tombstones stay'); END;

CREATE TRIGGER tombstones_are_not_replaced BEFORE INSERT ON tombstones
WHEN EXISTS (SELECT 1 FROM tombstones WHERE row = NEW.row OR capture = NEW.capture)
BEGIN SELECT RAISE(ABORT, 'tombstones stay: this one is there already'); END;

CREATE TRIGGER tombstones_are_not_changed BEFORE UPDATE ON tombstones
BEGIN SELECT RAISE(ABORT, 'tombstones stay'); END;
"""
