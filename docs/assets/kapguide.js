/*
 * Menu, colours, tables: what a page does without the theme's script, which comes
 * with the search or never (search.js), and what that leaves undone for keyboards
 * and screen readers.
 *
 * Loaded in the head, so that the first paint knows that scripts run; the rest
 * waits for the document. The menu's state stays where the theme has it, in a
 * hidden checkbox (#__drawer): this file only moves and follows it. No network,
 * nothing stored but the choice of colours, nothing inline.
 */
(function () {
  "use strict";

  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  const wide = matchMedia("(min-width: 76.25em)"); // the menu is a column
  const late = () => byId("theme-script") !== null; // else the theme's script does its part

  function byId(id) {
    return document.getElementById(id);
  }

  function setToggle(toggle, on) {
    if (toggle.checked !== on) toggle.click();
  }

  /* The menu on small screens: what lies behind it is out of reach. On wide ones
     the reader's own page is in sight. */
  function mountMenu() {
    const toggle = byId("__drawer");
    const button = byId("menu-button");
    const close = byId("menu-close");
    const menu = byId("site-nav");
    if (!toggle || !button || !close || !menu) return;
    toggle.checked = false; // some browsers keep what it was before a reload
    const sidebar = menu.closest(".md-sidebar");
    const here = menu.querySelector("[aria-current]");
    if (here && wide.matches) {
      const box = here.closest(".md-sidebar__scrollwrap");
      box.scrollTop = here.offsetTop - box.offsetTop - box.clientHeight / 2;
    }
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

  /* Light or dark. Kept where and as the theme's line in the head looks for it:
     only what somebody chose, and nothing where a browser keeps nothing. */
  function mountPalette() {
    const buttons = [...document.querySelectorAll("#palette > button")];
    if (!buttons.length) return;
    const light = matchMedia("(prefers-color-scheme: light)");
    let chosen = buttons.findIndex((el) => matchMedia(el.dataset.mdColorMedia).matches);
    try {
      chosen = window.__md_get("__palette")?.index ?? chosen;
    } catch { /* a browser that lets nobody read what is kept */ }
    chosen = Math.min(Math.max(chosen, 0), buttons.length - 1);

    function apply(keep) {
      const { mdColorMedia: media } = buttons[chosen].dataset;
      const device = `(prefers-color-scheme: ${light.matches ? "light" : "dark"})`;
      const source = media === "(prefers-color-scheme)"
        && buttons.find((el) => el.dataset.mdColorMedia === device) || buttons[chosen];
      const color = { media };
      for (const name of ["scheme", "primary", "accent"]) {
        color[name] = source.getAttribute(`data-md-color-${name}`);
      }
      document.body.setAttribute("data-md-color-switching", ""); // no transitions
      for (const [name, value] of Object.entries(color)) {
        document.body.setAttribute(`data-md-color-${name}`, value);
      }
      setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
      buttons.forEach((el, n) => { el.hidden = n !== chosen; });
      if (keep) window.__md_set("__palette", { index: chosen, color });
    }

    for (const button of buttons) {
      button.addEventListener("click", () => {
        chosen = Number(button.dataset.next);
        apply(true);
        buttons[chosen].focus();
      });
    }
    light.addEventListener("change", () => apply(false));
    apply(false);
  }

  /* The section that is being read, in the list beside the page. */
  function followSections() {
    const links = [...document.querySelectorAll(".md-nav--secondary a")];
    const parts = links.map((link) => byId(decodeURIComponent(link.hash.slice(1))));
    let marked = null;
    let waiting = false;

    function mark() {
      waiting = false;
      const above = parts.filter((el) => el && el.getBoundingClientRect().top < 100);
      const link = links[parts.indexOf(above[above.length - 1])] || null;
      if (link === marked) return;
      if (marked) marked.classList.remove("md-nav__link--active");
      if (link) link.classList.add("md-nav__link--active");
      marked = link;
    }

    if (!links.length) return;
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    }, { passive: true });
    mark();
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

  /* In the boxes that the theme's script and stylesheet have for them. */
  function wrapTables() {
    for (const table of document.querySelectorAll("#main table:not([class])")) {
      const [wrap, box] = [document.createElement("div"), document.createElement("div")];
      wrap.className = "md-typeset__scrollwrap";
      box.className = "md-typeset__table";
      table.replaceWith(wrap);
      wrap.append(box);
      box.append(table);
    }
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
      const title = above.length ? above[above.length - 1].textContent : document.title;
      return JSON.parse(byId("main").dataset.words).table.replace("{title}", () => title);
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
    if (late()) {
      wrapTables();
      followSections();
    }
    mountMenu();
    mountPalette();
    mountCitations();
  });
  addEventListener("load", watchTables);
})();
