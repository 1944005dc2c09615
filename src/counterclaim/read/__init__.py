"""From documents to readings: attributions, and the claims inside them."""
