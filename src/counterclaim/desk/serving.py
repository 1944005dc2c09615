"""Serving a desk until it is stopped, on a socket that is bound before anything else is said."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable

import msgspec
import uvicorn

from counterclaim.desk.app import create_app
from counterclaim.desk.settings import Settings
from counterclaim.errors import OutputError


def serve_desk(settings: Settings, say: Callable[[str], None]) -> None:
    """Serve until Ctrl+C or SIGTERM; `say` is told the address once it can be opened.

    OutputError where the address cannot be had.
    """
    bound = _bound(settings)
    port = bound.getsockname()[1]
    settings = msgspec.structs.replace(settings, port=port)
    config = uvicorn.Config(
        create_app(settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
    )
    say(f"the desk is open at {address(settings)} (Ctrl+C closes it)")
    with contextlib.suppress(KeyboardInterrupt), bound:
        uvicorn.Server(config).run(sockets=[bound])


def address(settings: Settings) -> str:
    """The address to open, with the token where one is asked for."""
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host
    shown = f"[{host}]" if ":" in host else host
    query = f"?token={settings.token}" if settings.token else ""
    return f"http://{shown}:{settings.port}/{query}"


def _bound(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
    except OSError as error:
        bound.close()
        raise OutputError(
            f"{settings.host}:{settings.port}",
            f"the desk cannot listen there ({error.strerror or error})",
            "Give another --port, or close what listens there",
        ) from error
    return bound
