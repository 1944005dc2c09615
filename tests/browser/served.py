"""A desk that is served by a process of its own, and how it is opened."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

Open = Callable[..., Page]
"""Opens an address in a window of its own."""


class Desk(NamedTuple):
    """A desk that is served: where, on which ledger."""

    address: str
    ledger: Path


@contextmanager
def serving(ledger: Path, *options: str) -> Iterator[Desk]:
    """Serve a ledger as a newcomer would, on a free port."""
    command = [sys.executable, "-m", "counterclaim", "serve", "--port", "0", "--ledger", str(ledger)]
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        try:
            yield Desk(found[0].rstrip("/"), ledger)
        finally:
            process.terminate()
