"""What every style prints with: entries as pybtex sees them, and names in print."""
