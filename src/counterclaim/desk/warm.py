"""Made before anybody asks: what pages keep of the whole ledger, and the templates that they are made by."""

from __future__ import annotations

import threading
from contextlib import suppress

from counterclaim.desk.desk import Desk
from counterclaim.errors import CounterclaimError
from counterclaim.inquiry.front import front
from counterclaim.show.web.render import load_templates


def warm_up(desk: Desk) -> threading.Thread:
    """Have it made in the background, while the desk answers already."""
    thread = threading.Thread(target=make_ready, args=(desk,), name="warming up", daemon=True)
    thread.start()
    return thread


def make_ready(desk: Desk) -> None:
    """Make it now.

    What stops it is left to be said to whoever asks for a page: a desk on a busy ledger is open all the same.
    """
    with suppress(CounterclaimError):
        load_templates()
        with desk.reading() as held:
            front(held, desk.today())  # with what it imports, which takes longer than to make it
            desk.questions.of(held)
            desk.places.of(held)
