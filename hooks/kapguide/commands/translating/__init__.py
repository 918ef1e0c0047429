"""Commands for those who keep pages in another language."""
