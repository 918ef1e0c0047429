"""What all styles share: entries as pybtex sees them, names, HTML, and what is kept."""
