"""The desk: a web application on one ledger, for one newsroom's own machine."""
