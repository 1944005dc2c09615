"""Serving a desk until it is stopped, on a socket that is bound before anything else is said."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable
from types import FrameType

import msgspec
import uvicorn
from fastapi import FastAPI

from counterclaim.desk.app import create_app
from counterclaim.desk.desk import Desk
from counterclaim.desk.settings import Settings
from counterclaim.desk.warm import warm_up
from counterclaim.errors import OutputError


def serve_desk(settings: Settings, say: Callable[[str], None]) -> None:
    """Serve until Ctrl+C or SIGTERM; `say` is told the address once it can be opened.

    OutputError where the address cannot be had.
    """
    bound = _bound(settings)
    port = bound.getsockname()[1]
    settings = msgspec.structs.replace(settings, port=port)
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=3,
    )
    say(f"the desk is open at {address(settings)} (Ctrl+C closes it)")
    warm_up(app.state.desk)
    with contextlib.suppress(KeyboardInterrupt), bound:
        _Server(config, app).run(sockets=[bound])


class _Server(uvicorn.Server):
    """A server that tells the desk at once when it is to stop: whoever follows a job would keep it open."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._desk: Desk = app.state.desk

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop serving."""
        self._desk.jobs.say_closed()
        super().handle_exit(sig, frame)


def address(settings: Settings) -> str:
    """The address to open, with the token where one is asked for."""
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host
    shown = f"[{host}]" if ":" in host else host
    query = f"?token={settings.token}" if settings.token else ""
    return f"http://{shown}:{settings.port}/{query}"


def _bound(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    if os.name != "nt":  # where it would let another program listen at the same place
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
        bound.listen()  # so that who comes as soon as the address is said waits, and is not sent away
    except (OSError, UnicodeError) as error:  # UnicodeError: a name that cannot be one
        bound.close()
        why = (error.strerror or error) if isinstance(error, OSError) else error
        raise OutputError(
            f"{settings.host}:{settings.port}",
            f"the desk cannot listen there ({why})",
            "Give another --port, or close what listens there",
        ) from error
    return bound
