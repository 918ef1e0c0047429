"""The programs that make pages of Markdown, each run in a process of its own."""
