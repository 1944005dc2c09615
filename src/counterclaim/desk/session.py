"""A browser's session: a random name in a cookie, the token made from it, and who sits there.

The token is what a form must carry so that no page elsewhere can post in the reader's name: an HMAC of
the session under the desk's secret (OWASP, "HMAC based token pattern").  Cookies are SameSite=Strict.
"""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from urllib.parse import quote, unquote

from fastapi import Request, Response

COOKIE = "counterclaim_session"
NAME_COOKIE = "counterclaim_name"
LONGEST_NAME = 120  # code points
_SESSION = re.compile(r"[A-Za-z0-9_-]{32}")
_YEAR = 365 * 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Session:
    """Who asks; `name` is what reviews are signed with, empty until it is told."""

    id: str
    name: str = ""

    @classmethod
    def of(cls, request: Request) -> Session:
        """The session of a request, as `guards` has made sure that it has one."""
        state: Session = request.state.session
        return state

    @classmethod
    def from_cookies(cls, cookies: dict[str, str]) -> tuple[Session, bool]:
        """The session that cookies name, or a new one; and whether it is new."""
        id, name = cookies.get(COOKIE, ""), unquote(cookies.get(NAME_COOKIE, ""))[:LONGEST_NAME]
        if _SESSION.fullmatch(id):
            return cls(id, name), False
        return cls(secrets.token_urlsafe(24), name), True

    def token(self, secret: bytes) -> str:
        """What a form of this session carries."""
        return hmac.new(secret, self.id.encode(), "sha256").hexdigest()

    def is_mine(self, token: str, secret: bytes) -> bool:
        """Whether a token was made for this session by this desk."""
        return hmac.compare_digest(token.encode("utf-8", "surrogatepass"), self.token(secret).encode())


def keep_name(response: Response, name: str) -> None:
    """Have the browser remember who sits there."""
    value = quote(name[:LONGEST_NAME])
    response.set_cookie(NAME_COOKIE, value, max_age=_YEAR, httponly=True, samesite="strict", path="/")
