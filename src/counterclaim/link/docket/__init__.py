"""The docket of forecasts and commitments: due when, told by whom, and what was said later."""

from counterclaim.link.docket.build import docket, forecasts
from counterclaim.link.docket.choose import told_by

__all__ = ["docket", "forecasts", "told_by"]
