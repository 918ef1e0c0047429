"""Take the text of a .bib file apart: blocks, values, @strings, and what is no entry."""
