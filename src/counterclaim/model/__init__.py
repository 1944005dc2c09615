"""The records that every step shares; it imports nothing but `errors`."""
