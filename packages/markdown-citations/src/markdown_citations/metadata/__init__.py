"""What a page tells programs of the works that it cites."""
