"""Entries in the style of a site: as HTML that is safe, and kept from build to build."""
