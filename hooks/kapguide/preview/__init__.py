"""What editors see of a site's problems in the live preview, and nobody else anywhere.

panel         the problems of one page, for the top of that page
overview      all problems of the site, by file, and what each code means
site_preview  puts both into the folder that the preview serves
"""
