"""What is wrong in mkdocs.yml, told before an engine reads it, in words for those who wrote it."""
