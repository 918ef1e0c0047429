"""What the commands on studies have in common, and how they report."""
