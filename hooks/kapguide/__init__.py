"""The engine of KAP Guide: citations, notices and page checks.

Knows nothing of MkDocs. The files beside this folder call it at MkDocs's
events; `kapguide.commandline` calls it from a terminal; other tools load
`kapguide.citations` as a Python-Markdown extension.
"""
