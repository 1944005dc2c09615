"""Questions: which claims answer the same one, how it reads, and what each claim answers."""
