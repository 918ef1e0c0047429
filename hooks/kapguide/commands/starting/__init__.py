"""Commands with which a clinic begins: a site of its own, an editor, and no make."""
