"""Charts as drawings of plain shapes: pure functions, no script, colours and type from style sheets."""
