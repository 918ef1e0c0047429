"""The pages of a site as an engine has them: all of them, and the one that it converts.

No engine's events are needed for it.
"""
