"""Finish a built folder: do what no engine does, and what each would do in its own way.

Whoever built it, every page gets its notices, its review line, its data and its policy;
the list of references learns which pages cite; the search learns what people type.
"""
