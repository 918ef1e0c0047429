"""The settings at a page's top: read, checked, and what follows from them."""
