"""Which cleaner made a text.  Texts are compared only if one version made them."""

from __future__ import annotations

import trafilatura

RULES = "2"
"""Counts up with every change that gives another text, other marks or other links."""

CLEANER = f"clean {RULES}, trafilatura {trafilatura.__version__}"
