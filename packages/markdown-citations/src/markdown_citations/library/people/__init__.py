"""Take fields of names apart: what parts they have, and lists in other forms than BibTeX's."""
