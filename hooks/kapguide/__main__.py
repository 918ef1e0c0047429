"""Let `python -m kapguide` do what the command `kapguide` does."""

from kapguide.commandline import main

main()
