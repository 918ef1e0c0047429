"""The site in its languages: which there are, and what those of another language follow."""
