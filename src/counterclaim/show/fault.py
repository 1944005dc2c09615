"""What verifying a ledger found, one line a fault."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.model.fault import Fault
from counterclaim.show.visible import one_line


def fault_line(fault: Fault) -> str:
    """What is damaged, where, and how."""
    where = " ".join(part for part in (fault.kind, fault.id, fault.where) if part)
    return one_line(f"{where}: {fault.wrong}")


def verified(counts: Mapping[str, int], faults: int) -> str:
    """How much was looked at, and how much of it holds."""
    looked_at = ", ".join(f"{count:,} {what}" for what, count in counts.items())
    if faults:
        return f"{faults:,} fault{'' if faults == 1 else 's'} in {looked_at or 'what could be read'}"
    return f"100% holds: {looked_at or 'there is nothing in it'}"
