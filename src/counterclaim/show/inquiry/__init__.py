"""What was found across documents, on a terminal and in tables: who says yes, who says no, on what."""
