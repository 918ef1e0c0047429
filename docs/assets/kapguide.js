/*
 * What the theme's script leaves undone for keyboards and screen readers.
 *
 * Loaded in the head, so that the first paint knows that scripts run; the rest
 * waits for the document. The theme's own state stays where it is, in two
 * hidden checkboxes (#__drawer, #__search): this file only moves them, and
 * follows them. No network, no storage, nothing inline.
 */
(function () {
  "use strict";

  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  const wide = matchMedia("(min-width: 76.25em)"); // the menu is a column
  const desk = matchMedia("(min-width: 60em)"); // the search is in the header

  function byId(id) {
    return document.getElementById(id);
  }

  function setToggle(toggle, on) {
    if (toggle.checked !== on) toggle.click();
  }

  /* The menu on small screens: what lies behind it is out of reach. */
  function mountMenu() {
    const toggle = byId("__drawer");
    const button = byId("menu-button");
    const close = byId("menu-close");
    const menu = byId("site-nav");
    if (!toggle || !button || !close || !menu) return;
    const sidebar = menu.closest(".md-sidebar");
    const behind = [
      ...document.querySelectorAll(".skip-link, .crisis-bar, .md-header, .md-footer"),
      ...[...sidebar.parentElement.children].filter((el) => el !== sidebar),
    ];

    function follow() {
      const open = toggle.checked && !wide.matches;
      button.setAttribute("aria-expanded", String(open));
      for (const el of behind) el.inert = open;
      if (open) close.focus();
      else if (menu.contains(document.activeElement) && !wide.matches) button.focus();
    }

    toggle.addEventListener("change", follow);
    button.addEventListener("click", () => setToggle(toggle, true));
    close.addEventListener("click", () => setToggle(toggle, false));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && toggle.checked) setToggle(toggle, false);
    });
    wide.addEventListener("change", () => {
      setToggle(toggle, false);
      follow();
    });
  }

  /* The search: a real button, Tab through the results, the focus given back. */
  function mountSearch() {
    const toggle = byId("__search");
    const button = byId("search-button");
    const close = byId("search-close");
    const search = byId("site-search");
    if (!toggle || !button || !close || !search) return;
    const query = search.querySelector("input");
    const list = search.querySelector("ol");

    function shut() {
      setToggle(toggle, false);
      // On a wide screen the field itself would open the search again.
      (desk.matches ? search : button).focus();
    }

    toggle.addEventListener("change", () => {
      button.setAttribute("aria-expanded", String(toggle.checked));
    });
    button.addEventListener("click", () => {
      setToggle(toggle, true);
      query.focus();
    });
    close.addEventListener("click", shut);
    search.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if (to && !search.contains(to)) setToggle(toggle, false);
    });

    // The theme makes results reachable by arrow keys alone, and headings of them.
    new MutationObserver(() => {
      for (const el of list.querySelectorAll("[tabindex='-1']")) el.removeAttribute("tabindex");
      for (const el of list.querySelectorAll("article, h1, h2")) el.setAttribute("role", "presentation");
    }).observe(list, { childList: true, subtree: true });

    // The theme listens on the window, so what stops here never reaches it.
    // Outside of the search it would take n p . , f s / from whoever types or
    // speaks them; inside, Tab for "close" and every other key for the field.
    document.addEventListener("keydown", (event) => {
      if (toggle.checked && event.key === "Escape") shut();
      else if (toggle.checked && /^(Enter|ArrowUp|ArrowDown)$/.test(event.key)) return;
      event.stopPropagation();
    });
  }

  /* Light or dark: the theme shows the next button in place of the pressed one. */
  function mountPalette() {
    for (const button of document.querySelectorAll("button[data-next]")) {
      // The theme listens for Enter on the form, which would count twice.
      button.addEventListener("keydown", (event) => event.stopPropagation());
      button.addEventListener("click", () => {
        byId(button.dataset.next).click();
        const next = button.parentElement.querySelector("button:not([hidden])");
        if (next) next.focus();
      });
    }
  }

  /* What a citation shows on hover and focus goes away by Esc (WCAG 1.4.13). */
  function mountCitations() {
    const shown = ".citation a:is(:hover, :focus-visible)";
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const el of document.querySelectorAll(shown)) {
        el.classList.add("hushed");
        for (const end of ["mouseleave", "blur"]) {
          el.addEventListener(end, () => el.classList.remove("hushed"), { once: true });
        }
      }
    });
  }

  /* Tables that are wider than the screen scroll, by keyboard too. */
  function watchTables() {
    const boxes = [...document.querySelectorAll(".md-typeset__scrollwrap")];

    function name(box) {
      const caption = box.querySelector("caption");
      if (caption) return caption.textContent;
      const headings = [...document.querySelectorAll("#main :is(h1, h2, h3)")];
      const above = headings.filter(
        (el) => el.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      return "Table: " + (above.length ? above[above.length - 1].textContent : document.title);
    }

    function follow() {
      for (const box of boxes) {
        const scrolls = box.scrollWidth > box.clientWidth;
        for (const [key, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", name(box)]]) {
          if (scrolls) box.setAttribute(key, value);
          else box.removeAttribute(key);
        }
      }
    }

    addEventListener("resize", follow);
    follow();
  }

  document.addEventListener("DOMContentLoaded", () => {
    mountMenu();
    mountSearch();
    mountPalette();
    mountCitations();
  });
  addEventListener("load", watchTables);
})();
