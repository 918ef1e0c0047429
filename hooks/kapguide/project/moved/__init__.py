"""Pages that were moved or renamed: what links to them mean, and stubs at their old addresses."""
