"""Measures of how well Counterclaim reads, on gold that people or models marked by hand.

It stands outside the package that is installed: `python -m evals` from a checkout.
"""
