"""Fixtures for what is fetched from servers."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator

import pytest

from tests.fetch.server import Server, Site


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Start servers; each ends with the test."""
    servers: list[Server] = []

    def start(site: Site, tls: ssl.SSLContext | None = None) -> Server:
        servers.append(Server(site, tls))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()
