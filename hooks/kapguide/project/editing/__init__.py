"""Writing into what staff edit: files as a whole, the menu, a new page."""
