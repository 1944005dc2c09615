"""The REST API: all that the desk shows, for programs, and writing of judgements and additions."""

from __future__ import annotations

from fastapi import APIRouter

from counterclaim.desk.api import about, additions, claims, documents, inquiries, reviews, voices
from counterclaim.desk.api.operation import ROOT, Operations

__all__ = ["OPERATIONS", "ROOT", "ROUTER"]


def _built() -> tuple[APIRouter, Operations]:
    """Its router, and what its description is made of."""
    operations = Operations()
    for part in (claims, documents, inquiries, voices, reviews, additions, about):
        part.register(operations)
    operations.close()
    return operations.router, operations


ROUTER, OPERATIONS = _built()
