"""What a claim means, read by a trained network: polarity, certainty, orientation."""
