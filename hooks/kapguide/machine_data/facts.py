"""What is known of a site and of one of its pages, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kapguide.front_matter.review import Review, read_review
from kapguide.project.clinic_facts import ON_EVERY_PAGE, Clinic
from kapguide.words import Words, load_words


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The site that a page stands on."""

    name: str
    address: str = ""
    """Absolute, with a slash at its end; empty where none is set."""
    description: str = ""
    """Stands in for that of a page that has none."""
    language: str = "en"
    publisher: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The clinic's `name`, `address` and `telephone`, as far as they are known."""
    words: Words = field(default_factory=load_words)


@dataclass(frozen=True, slots=True)
class Step:
    """A page on the way from the home page."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page beside its content."""

    title: str
    """As the page shows it."""
    description: str = ""
    address: str = ""
    """Absolute; empty where the site has none."""
    kind: str = ""
    """`treatment`, `practical`, `support` or `reference`."""
    review: Review | None = None
    trail: tuple[Step, ...] = ()
    """From the home page to this one, both among them."""
    is_home: bool = False


def read_page(
    front_matter: Mapping[str, object], site: SiteFacts, trail: tuple[Step, ...], *, is_home: bool
) -> PageFacts:
    """Read a page's front matter; the last step of its trail is the page itself."""
    here = trail[-1]
    return PageFacts(
        title=str(front_matter.get("title") or here.name),
        description=str(front_matter.get("description") or site.description),
        address=here.address,
        kind=str(front_matter.get("type") or ""),
        review=read_review(front_matter.get("review")),
        trail=trail,
        is_home=is_home,
    )


def read_publisher(clinic: Clinic) -> Mapping[str, str]:
    """Return what pages show of the clinic, each on one line; nothing where none is known."""
    said = {name: " ".join(clinic.say(name).split()) for name in ON_EVERY_PAGE}
    return {name: text for name, text in said.items() if text}
