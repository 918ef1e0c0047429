"""Let `python -m kapguide` do what the command `kapguide` does."""

from kapguide.commands import main

main()
