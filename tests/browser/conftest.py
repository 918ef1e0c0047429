"""A Chromium over the built site, and the one table of pages and looks.

`site_url`   the built site, served over loopback as a static host would
`browser`    one Chromium for the session
`open_page`  a page of the site in a given look; contexts are kept and reused,
             because a fresh one opens a whole window and costs more than most tests
`phone_page` every page of the site, on a phone: for tests that only look. pytest
             runs all tests of one page together, so that it loads once
`page_path`  the path of every page, 404 included: for tests that do something
`kind`       one page of each kind: for what the templates do alone
`width`      a phone's and a desk's

A test fails that made the site ask another host for anything, or throw.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

HERE = Path(__file__).resolve().parent
DOCS = HERE.parent.parent / "docs"


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader looks at a page."""

    width: int = 360
    scheme: str = "light"
    scripts: bool = True
    forced_colors: bool = False
    reduced_motion: bool = False

    @property
    def narrow(self) -> bool:
        """Whether the menu is behind its button."""
        return self.width < 1220


WIDTHS = (360, 1280)
PAGES = [
    *sorted("" if page.stem == "index" else f"{page.stem}/" for page in DOCS.glob("*.md")),
    "404.html",
]
KINDS = ["", "risks/", "404.html"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `page_path` on every page, for `width` at every width."""
    if "width" in metafunc.fixturenames:
        metafunc.parametrize("width", WIDTHS)
    for name, paths in (("page_path", PAGES), ("kind", KINDS)):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, paths, ids=lambda path: path.strip("/") or "home")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


def load_module(name: str) -> ModuleType:
    """Load a module of this folder, which no test file may import by name."""
    spec = importlib.util.spec_from_file_location(f"kapguide_browser_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look for their types
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def load_browser_module() -> Callable[[str], ModuleType]:
    """Give `load_module` to tests, which import nothing from each other."""
    return load_module


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Serve the built site; give its address, which ends with a slash."""
    with load_module("static_host").serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; none on this machine is a failure that says how to get one."""
    chromium = load_module("chromium")
    try:
        program = chromium.find_chromium()
    except LookupError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(chromium.ARGUMENTS))
        yield browser
        browser.close()


@dataclass(slots=True)
class Reader:
    """Opens pages as somebody with a given look, and remembers what went wrong."""

    browser: Browser
    site_url: str
    strangers: list[str] = field(default_factory=list)
    """Addresses on other hosts that the site asked for."""
    faults: list[str] = field(default_factory=list)
    """Exceptions and errors in the console."""
    contexts: dict[bool, BrowserContext] = field(default_factory=dict)

    def context(self, look: Look) -> BrowserContext:
        """Give the context with scripts or without; all else of a look a page can change."""
        if look.scripts not in self.contexts:
            self.contexts[look.scripts] = self.new_context(look)
        return self.contexts[look.scripts]

    def new_context(self, look: Look) -> BrowserContext:
        """Make a context with nothing stored in it."""
        context = self.browser.new_context(
            viewport={"width": look.width, "height": 800},
            color_scheme=look.scheme,  # type: ignore[arg-type]
            java_script_enabled=look.scripts,
            forced_colors="active" if look.forced_colors else "none",
            reduced_motion="reduce" if look.reduced_motion else "no-preference",
        )
        context.set_default_timeout(5000)
        # Only strangers come through Python; the site's own requests stay fast.
        elsewhere = re.compile(f"^(?!{re.escape(self.site_url)})https?:")
        context.route(
            elsewhere, lambda route: (self.strangers.append(route.request.url), route.abort())
        )
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on(
            "console",
            lambda message: self.faults.append(message.text) if message.type == "error" else None,
        )
        return context

    def open(self, path: str, look: Look) -> Page:
        """Open a page of the site, at its top."""
        context = self.context(look)
        page = context.pages[0] if context.pages else context.new_page()
        page.set_viewport_size({"width": look.width, "height": 800})
        page.emulate_media(
            media="null",
            color_scheme=look.scheme,  # type: ignore[arg-type]
            forced_colors="active" if look.forced_colors else "none",
            reduced_motion="reduce" if look.reduced_motion else "no-preference",
        )
        page.goto(self.site_url + path)
        return page

    def close(self) -> None:
        """Close every context."""
        for context in self.contexts.values():
            context.close()


@pytest.fixture(scope="session")
def reader(browser: Browser, site_url: str) -> Iterator[Reader]:
    """Keep the contexts for all tests."""
    reader = Reader(browser, site_url)
    yield reader
    reader.close()


@pytest.fixture(autouse=True)
def _kept_to_itself(reader: Reader) -> Iterator[None]:
    """Fail a test during which the site asked another host, or threw an error."""
    reader.strangers.clear()
    reader.faults.clear()
    yield
    assert reader.strangers == []
    # Loading 404.html by its name is no error; an address that is not there is.
    assert [fault for fault in reader.faults if "status of 404" not in fault] == []


@pytest.fixture
def open_page(reader: Reader) -> Callable[..., Page]:
    """Give `open_page(path, width=360, scheme="light", scripts=True, …)`."""

    def run(path: str = "", look: Look | None = None, **settings: object) -> Page:
        return reader.open(path, look or Look(**settings))  # type: ignore[arg-type]

    return run


@pytest.fixture(scope="session")
def _phone(reader: Reader) -> Iterator[Page]:
    """Open a page apart from those that tests change."""
    context = reader.new_context(Look())
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session", params=PAGES, ids=lambda path: path.strip("/") or "home")
def _loaded_page(_phone: Page, site_url: str, request: pytest.FixtureRequest) -> Page:
    """Load a page of the site."""
    _phone.goto(site_url + request.param)
    return _phone


@pytest.fixture
def phone_page(_loaded_page: Page) -> Page:
    """Give the loaded page, as it was; leave it as it is."""
    _loaded_page.set_viewport_size({"width": 360, "height": 800})
    _loaded_page.emulate_media(media="null")
    return _loaded_page


KEEP_KINDS = """() => {
  const kinds = new Map();
  const look = (el) => [el, ...el.querySelectorAll("*")]
    .map((one) => `${one.tagName}.${one.className}`);
  for (const entry of document.querySelectorAll("main .csl-entry")) {
    const kind = [...new Set(look(entry))].sort().join(" ");
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kinds.get(kind) > 3) entry.remove();
  }
}"""


@pytest.fixture(scope="session")
def keep_kinds() -> Callable[[Page], None]:
    """Give what leaves three entries of each kind: a list has a hundred that are built alike."""
    return lambda page: page.evaluate(KEEP_KINDS)


@pytest.fixture
def fresh_context(reader: Reader) -> Iterator[BrowserContext]:
    """Give a context in which nothing is stored, for one test."""
    context = reader.new_context(Look(width=1280))
    yield context
    context.close()


@pytest.fixture
def wait_until() -> Callable[[Page, str], None]:
    """Give a wait for a condition in JavaScript.

    Not Playwright's `wait_for_function`: from its second look on the page itself
    evaluates the text, which our content security policy forbids.
    """

    def run(page: Page, condition: str) -> None:
        for _ in range(100):
            if page.evaluate(condition):
                return
            page.wait_for_timeout(50)
        pytest.fail(f"after five seconds still not: {condition}")

    return run


@pytest.fixture(scope="session")
def pages() -> list[str]:
    """Give the table of pages."""
    return PAGES
