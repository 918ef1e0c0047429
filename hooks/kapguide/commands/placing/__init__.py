"""Put a built site in its place: one build at a time, and never half of it."""
