"""The pages: one module a page, or a few that belong together; each has a `router`."""

from __future__ import annotations

from counterclaim.desk.pages import home, look, style

ROUTERS = (home.router, look.router, style.router)
