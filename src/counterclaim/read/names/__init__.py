"""Names of speakers and parties: one key for one name, and the party that a name or description carries."""
