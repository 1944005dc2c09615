"""Comparing across documents: what claims are compared by, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_invented import ADDED, Say, article, put
from ledger_linked import LINKER, contradicts, link, names
from ledger_real import real_capture, real_reading
from msgspec.structs import replace

from counterclaim.errors import DamagedLedger, LedgerError, UnknownId
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.copies import Origin
from counterclaim.model.finding import FindingKind
from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.relation import Relation, RelationKind
from counterclaim.model.span import words_at

ONE = article(
    Say("Ann", "the bridge is safe; it stood for long", "Ann Brown", "Eastland"), url="https://one.example/"
)
TWO = article(
    Say("Bob", "the bridge is not safe", "Bob", "Westland"),
    url="https://two.example/",
    published="2022-02-17",
    own="It fell on 3 May.",
)
LATE = article(Say("Cem", "nobody was hurt", "Cem"), url="https://three.example/")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "counterclaim.db", create=True) as ledger:
        put(ledger, ONE, TWO)
        yield ledger


def reread(ledger: Ledger, keep: int) -> None:
    """Read the first article anew, with so many of its claims."""
    first = ONE.reading.attributions[0]
    newer = replace(first, claims=first.claims[:keep])
    ledger.put(
        ONE.capture, ONE.document, replace(ONE.reading, reader="reader/2", attributions=(newer,)), ADDED
    )


def test_claims_are_told_as_the_reading_has_them(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "real.db", create=True) as ledger:
        reading = real_reading()
        ledger.put(real_capture(), reading.document, reading, ADDED)
        told = list(ledger.told())
    texts = {"text": reading.document.text, "title": reading.document.title or ""}
    read = [(one, claim) for one in reading.attributions for claim in one.claims]
    assert [one.id for one in told] == [claim.id for _, claim in read]
    for one, (attribution, claim) in zip(told, read, strict=True):
        text = texts[attribution.field]
        assert one.words == words_at(text, claim.content).replace(" […] ", " … ")
        assert one.before == text[: claim.content[0][0]][-200:]
        assert one.meaning == claim.meaning
        assert (one.key, one.kind, one.party) == (
            attribution.speaker.key, attribution.speaker.kind, attribution.speaker.party,
        )  # fmt: skip
        source = " ".join(text[left:right] for left, right in attribution.source)
        assert one.speaker == (attribution.speaker.name or source or None)
        assert (one.published, one.title) == (reading.document.published, reading.document.title)
        assert one.origin == one.document


def test_the_claims_of_one_document_are_told(ledger: Ledger) -> None:
    both = list(ledger.told())
    assert [one.words for one in ledger.told(both[-1].document)] == ["the bridge is not safe"]
    assert [*ledger.told(both[0].document), *ledger.told(both[-1].document)] == both
    with pytest.raises(UnknownId):
        list(ledger.told("d" + "0" * 16))


def test_what_an_outlet_states_itself_has_no_speaker(ledger: Ledger) -> None:
    (own,) = ledger.own_voice()
    assert (own.id, own.words) == (TWO.reading.own_voice[0].id, "It fell on 3 May.")
    assert (own.speaker, own.key, own.party, own.kind) == (None, None, None, SpeakerKind.OUTLET)
    assert own.meaning == TWO.reading.own_voice[0].meaning
    assert own.before.endswith("the bridge is not safe.\n")
    assert own.published == "2022-02-17"


def test_claims_and_statements_are_told_by_name(ledger: Ledger) -> None:
    told = {(one.document, one.id): one for one in [*ledger.told(), *ledger.own_voice()]}
    unknown = [("d" + "0" * 16, "c" + "0" * 16), (names(ledger)[0][0], "s" + "0" * 16), ("nonsense", "")]
    asked = [*reversed(told), *unknown]
    assert ledger.told_of(asked) == told
    assert list(ledger.told_of(asked)) == list(reversed(told))


def test_a_name_is_of_the_document_and_the_claim(ledger: Ledger) -> None:
    (a, _, c) = names(ledger)
    assert ledger.told_of([(c[0], a[1])]) == {}


def test_rows_are_given_by_name(ledger: Ledger) -> None:
    a, b, c = names(ledger)
    rows = ledger.claim_rows([c, a, ("d" + "0" * 16, a[1])])
    assert list(rows) == [c, a]
    assert rows == {name: row for row in ledger.claims() if (name := (row.document, row.id)) != b}


def test_what_is_no_longer_read_is_given_as_it_was(ledger: Ledger) -> None:
    a, b, _ = names(ledger)
    before = (ledger.told_of([a, b]), ledger.claim_rows([a, b]))
    reread(ledger, keep=1)
    assert (a in names(ledger), b in names(ledger)) == (True, False)
    assert (ledger.told_of([a, b]), ledger.claim_rows([a, b])) == before


def test_damage_is_named(ledger: Ledger) -> None:
    ledger._connection.execute("UPDATE claims SET meaning = 'nonsense' WHERE row = 2")
    with pytest.raises(DamagedLedger, match="cannot be rebuilt"):
        list(ledger.told())


def test_what_was_compared_is_remembered_for_each_linker(ledger: Ledger) -> None:
    one, _, two = (name[0] for name in names(ledger))
    assert ledger.unlinked(LINKER) == [one, two]
    ledger.keep_linked(two, LINKER, b"\x00b")
    assert (ledger.unlinked(LINKER), list(ledger.linked(LINKER))) == ([one], [(two, b"\x00b")])
    ledger.keep_linked(one, LINKER, b"a")
    ledger.keep_linked(two, LINKER, b"c")
    assert list(ledger.linked(LINKER)) == [(one, b"a"), (two, b"c")]
    assert (ledger.unlinked("linker/2"), list(ledger.linked("linker/2"))) == ([one, two], [])


def test_a_document_that_is_not_there_cannot_be_compared(ledger: Ledger) -> None:
    with pytest.raises(UnknownId):
        ledger.keep_linked("d" + "0" * 16, LINKER, b"")


def test_what_is_compared_is_given_out_while_more_is_kept(ledger: Ledger) -> None:
    link(ledger)
    for document, body in ledger.linked(LINKER):
        ledger.keep_linked(document, LINKER, body + b"!")
    assert all(body.endswith(b"!") for _, body in ledger.linked(LINKER))


def test_relations_come_back_in_the_order_of_their_claims(ledger: Ledger) -> None:
    a, b, c = names(ledger)
    other = Relation(
        one=c, other=a, kind=RelationKind.OTHER_QUESTION, confidence=0.5, reason="no word is shared"
    )
    kept = [other, contradicts(b, c), contradicts(a, b)]
    assert ledger.keep_relations(kept) == 3
    assert list(ledger.relations()) == [contradicts(a, b), contradicts(b, c), other]
    assert list(ledger.relations([b, c])) == [contradicts(b, c)]
    assert list(ledger.relations([b])) == list(ledger.relations([])) == []


def test_the_same_two_claims_have_one_relation(ledger: Ledger) -> None:
    a, _, c = names(ledger)
    ledger.keep_relations([contradicts(a, c, "first"), contradicts(a, c, "second")])
    assert [one.reason for one in ledger.relations()] == ["second"]
    ledger.keep_relations([contradicts(c, a, "the other way round")])
    assert list(ledger.relations()) == [contradicts(c, a, "the other way round")]
    assert ledger.keep_relations([contradicts(c, a), contradicts(a, c), contradicts(c, a, "last")]) == 1
    assert list(ledger.relations()) == [contradicts(c, a, "last")]


def test_what_names_no_claim_of_lists_is_left_out(ledger: Ledger) -> None:
    a, b, c = names(ledger)
    reread(ledger, keep=1)
    unknown = ("d" + "0" * 16, "c" + "0" * 16)
    assert ledger.keep_relations([contradicts(b, c), contradicts(a, unknown), contradicts(a, a)]) == 0
    assert list(ledger.relations()) == []


def test_a_new_reading_takes_the_old_ones_relations_away(ledger: Ledger) -> None:
    a, b, c = names(ledger)
    put(ledger, LATE)
    link(ledger)
    d = names(ledger)[-1]
    ledger.keep_relations([contradicts(b, c), contradicts(c, a), contradicts(c, d)])
    reread(ledger, keep=1)
    assert list(ledger.relations()) == [contradicts(c, d)]
    assert ledger._connection.one("SELECT count(*) FROM relations") == 1
    assert ledger.unlinked(LINKER) == [a[0]]
    assert [document for document, _ in ledger.linked(LINKER)] == [c[0], d[0]]
    assert list(ledger.verify()) == []


def test_another_cleaners_text_takes_the_old_ones_relations_away(ledger: Ledger) -> None:
    link(ledger)
    document = replace(ONE.document, cleaner="cleaner/2")
    ledger.put(ONE.capture, document, replace(ONE.reading, document=document), ADDED)
    assert list(ledger.relations()) == []
    assert ledger.unlinked(LINKER) == [names(ledger)[-1][0]]
    assert list(ledger.verify()) == []


def test_another_linker_drops_what_the_first_one_kept_of_a_document(ledger: Ledger) -> None:
    a, b, c = names(ledger)
    link(ledger)
    ledger.keep_relations([contradicts(a, b)])
    ledger.keep_linked(c[0], LINKER, b"again")
    assert list(ledger.relations([a, c]))
    ledger.keep_linked(c[0], "linker/2", b"")
    assert list(ledger.relations()) == [contradicts(a, b)]


def test_a_later_version_of_a_page_leaves_relations_as_they_are(ledger: Ledger) -> None:
    link(ledger)
    before = list(ledger.relations())
    put(ledger, article(Say("Ann", "the bridge is new", "Ann Brown"), url="https://one.example/"))
    assert list(ledger.relations()) == before
    assert list(ledger.verify()) == []


def copied(ledger: Ledger) -> tuple[str, str, str]:
    """Three documents of one origin: the third has from the second what the first does not say."""
    said = Say("Dee", "the road is open", "Dee")
    copies = [
        article(*says, url=f"https://{n}.copy.example/", published=f"2022-02-2{n}")
        for n, says in enumerate([(Say("Cem", "all is well", "Cem"),), (said,), (said,)])
    ]
    put(ledger, *copies)
    first, second, third = (one.document for one in list(ledger.told())[-3:])
    ledger.keep_origins(
        [
            Origin(document=one, origin=first, copied=first, reason="80% of the words")
            for one in (second, third)
        ]
    )
    return first, second, third


def test_what_is_told_again_waits_to_be_compared(ledger: Ledger) -> None:
    _, second, third = copied(ledger)
    link(ledger)
    assert ledger.unlinked(LINKER) == []
    assert third not in {document for document, _ in names(ledger)}
    ledger.forget(second, "Ann", ADDED)
    assert third in {document for document, _ in names(ledger)}
    assert ledger.unlinked(LINKER) == [third]
    assert list(ledger.verify()) == []


def test_what_a_copy_repeats_is_no_end_of_a_relation(ledger: Ledger) -> None:
    a, *_ = names(ledger)
    link(ledger)
    before = list(ledger.relations())
    earlier = article(*ONE_SAYS, url="https://zero.example/", published="2022-02-01")
    put(ledger, earlier)
    documents = [one.document for one in ledger.told()]
    ledger.keep_origins([Origin(document=a[0], origin=documents[-1], copied=documents[-1], reason="all")])
    assert a not in names(ledger)
    assert before
    assert list(ledger.relations()) == []


ONE_SAYS = (Say("Ann", "the bridge is safe; it stood for long", "Ann Brown", "Eastland"),)


def test_everything_can_be_compared_anew(ledger: Ledger) -> None:
    link(ledger)
    ledger.unlink()
    assert len(ledger.unlinked(LINKER)) == 2
    assert list(ledger.linked(LINKER)) == list(ledger.relations()) == []
    assert all(ledger.count_findings(kind) == 0 for kind in FindingKind)


def test_a_step_that_fails_keeps_nothing(ledger: Ledger) -> None:
    a, _, c = names(ledger)

    def relations() -> Iterator[Relation]:
        yield contradicts(a, c)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ledger.keep_relations(relations())
    assert list(ledger.relations()) == []


def test_a_ledger_for_looking_is_not_written_to(ledger: Ledger) -> None:
    with open_ledger(ledger.path, read_only=True) as other, pytest.raises(LedgerError, match="for looking"):
        other.unlink()
