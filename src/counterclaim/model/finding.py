"""What is found across documents, and made anew whenever something is added."""

from __future__ import annotations

from enum import StrEnum


class FindingKind(StrEnum):
    """Which records of the model a finding is: Question, Dispute, Shift, Series or Forecast."""

    QUESTION = "question"
    DISPUTE = "dispute"
    SHIFT = "shift"
    SERIES = "series"
    FORECAST = "forecast"
