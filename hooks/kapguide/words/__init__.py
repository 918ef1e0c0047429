"""The words of the guide, by language and by topic, as data.

`en.toml` holds every fixed text that readers see, `topics/ketamine/en.toml` those
that are about the treatment. Another language is another file of each.
"""

from kapguide.words.for_templates import template_words
from kapguide.words.loading import choose_words, load_words
from kapguide.words.table import Words

__all__ = ["Words", "choose_words", "load_words", "template_words"]
