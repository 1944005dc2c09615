"""What claims are compared by, as bytes: whole again, small, and refused where they are something else."""

from __future__ import annotations

import msgspec
import pytest
from link_questions_fakes import told

from counterclaim.errors import MalformedRecord
from counterclaim.link.pairs import Index, pack
from counterclaim.link.pairs.features import features_of
from counterclaim.link.pairs.packed import FINEST, unpack

BRIDGE = told("bridge", "the Norvik bridge is open to lorries", day="2031-05-03")
FEVER = told("fever", "ward 7 treats a fever", day="")


def test_claims_come_out_as_they_went_in() -> None:
    packed = unpack(pack([BRIDGE, FEVER]))
    assert packed.ids == ("bridge", "fever")
    assert [day > 0 for day in packed.days] == [True, False]
    assert packed.counts.tolist() == [len(features_of(BRIDGE)), len(features_of(FEVER))]
    assert packed.worths.max() == FINEST
    assert packed.vectors is None


def test_equal_claims_give_equal_bytes() -> None:
    assert pack([BRIDGE, FEVER]) == pack([BRIDGE, FEVER])


def test_a_document_without_claims_can_be_packed() -> None:
    index = Index()
    assert index.add("d", pack([])) == range(0)
    assert index.neighbours(range(0)) == []


def test_vectors_go_along_and_one_may_be_missing() -> None:
    vectors = unpack(pack([BRIDGE, FEVER], [bytes([127, 0, 129]), b""])).vectors
    assert vectors is not None
    assert vectors.tolist() == [[127, 0, -127], [0, 0, 0]]
    assert unpack(pack([BRIDGE], [b""])).vectors is None


@pytest.mark.parametrize("vectors", [[b"\1"], [b"\1", b"\1\2"]])
def test_vectors_that_do_not_fit_are_a_fault_of_the_caller(vectors: list[bytes]) -> None:
    with pytest.raises(ValueError, match="vectors of one length"):
        pack([BRIDGE, FEVER], vectors)


@pytest.mark.parametrize("packed", [b"", b"\xff" * 40, pack([BRIDGE])[:-1], pack([BRIDGE]) + b"x"])
def test_what_is_no_packed_document_is_refused(packed: bytes) -> None:
    index = Index()
    with pytest.raises(MalformedRecord, match="Link anew"):
        index.add("d", packed)
    assert len(index) == 0


def test_vectors_of_two_lengths_do_not_go_into_one_index() -> None:
    index = Index()
    index.add("d", pack([BRIDGE], [bytes(8)]))
    with pytest.raises(MalformedRecord, match="Link anew"):
        index.add("e", pack([FEVER], [bytes(9)]))
    assert len(index) == 1


def test_what_was_said_years_ago_counts_on_the_day_of_the_report() -> None:
    def day_of(said: str | None) -> int:
        meaning = msgspec.structs.replace(BRIDGE.meaning, said=said)
        return int(unpack(pack([msgspec.structs.replace(BRIDGE, meaning=meaning)])).days[0])

    assert day_of("1999-05-01") == day_of(None)
    assert day_of("2031-05-01") == day_of(None) - 2
