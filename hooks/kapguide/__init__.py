"""The engine of KAP Guide: notices, page checks, evidence and all else that pages carry.

Knows nothing of MkDocs. The files beside this folder call it at MkDocs's
events; `kapguide.commands` calls it from a terminal. Citations are those of
`markdown_citations`; `kapguide.citations` adds what this guide says of a study.
"""
