"""How two claims stand to each other: rules over what was meant, and a trained comparison of words."""
