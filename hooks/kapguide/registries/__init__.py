"""Ask Crossref and PubMed about works, and hold entries against their answers.

`asking` gets a `RegisteredWork` from each registry; `merging` decides which of them wins for what.
`pasted` and `reference_files` read what people have, `drafting` makes an entry of it.
`comparing`, `standing` and `abstract_numbers` judge an entry, and `verification` puts
them together. Nothing here runs in a build.
"""
