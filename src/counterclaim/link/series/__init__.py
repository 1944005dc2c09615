"""Number series: the same quantity counted by different parties over time."""

from counterclaim.link.series.build import about, series

__all__ = ["about", "series"]
