"""What addresses of pages may ask for, each within bounds."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

MOST_WORDS = 400  # code points

PageNumber = Annotated[int, Query(alias="page", ge=1, le=100_000)]
Words = Annotated[str, Query(max_length=MOST_WORDS)]
