"""A short run of the fuzzer, the same each time."""

from __future__ import annotations

from tests.fuzz.fuzz_inputs import fuzz


def test_no_mutated_input_does_worse_than_an_error_value(tmp_path):
    total = fuzz(tmp_path, seed=7, iterations=400, seconds=None)
    assert total["inputs"] == 400
    assert total["Capture"] > 400
