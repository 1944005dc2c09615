"""What comes in with a request: no more than the desk takes at once, and not slower than a person's line."""

from __future__ import annotations

import asyncio
import time

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

MOST_SENT = 64 * 1024 * 1024  # bytes of one request
PATIENCE = 30.0  # seconds until the next piece of a request
IN_ALL = 900.0  # seconds for a whole request: 64 MB at 70 KB a second

NO_MORE = {"Connection": "close"}  # what else comes is not read


class Intake:
    """Receives a request's body piece by piece, counted and timed; an HTTPException where it is too much.

    It counts whatever the request says of its length, or does not say.  Once the body is whole, whoever waits
    for the browser to leave waits as long as that takes.
    """

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._left = MOST_SENT
        self._is_whole = False
        self._until = time.monotonic() + IN_ALL

    async def __call__(self) -> Message:
        """The next piece."""
        if self._is_whole:
            return await self._receive()
        patience = min(PATIENCE, self._until - time.monotonic())
        try:
            async with asyncio.timeout(max(0.0, patience)):
                message = await self._receive()
        except TimeoutError as error:
            raise HTTPException(408, headers=NO_MORE) from error
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413, headers=NO_MORE)
        self._is_whole = not message.get("more_body", False)
        return message


def says_too_much(request: Request) -> bool:
    """Whether a request says of itself that it is longer than the desk takes."""
    stated = request.headers.get("content-length", "")
    is_number = stated.isascii() and stated.isdecimal()
    return is_number and (len(stated) > len(str(MOST_SENT)) or int(stated) > MOST_SENT)
