"""Pages on paper: one PDF for each page, and one of the whole guide.

`chapters` says which pages there are and in which order, `booklet` makes one
document of them (`anchors` keeps their ids apart), `pdf_printing` prints by a headless
Chromium, `handout_links` puts the links into the pages, `print_run` does it all.
They take a folder of built pages, whatever program built them.

Chromium prints, and no library does, because the handouts are then exactly what
readers get who print a page themselves: one stylesheet, tested once.
"""
