"""When: the times that a claim names, when it was said, and when a forecast falls due."""
