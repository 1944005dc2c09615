"""Ways of showing readings: it renders model records wherever they come from."""
