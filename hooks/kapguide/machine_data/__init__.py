"""What pages tell programs: schema.org data, references for Zotero, previews for links."""
