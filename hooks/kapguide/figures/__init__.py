"""Draw figures into pages at build time, from the pages' front matter."""
