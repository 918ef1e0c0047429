/*
 * What citations offer beyond what works without scripts.
 *
 * Every page: a tap shows the study, the next one leads to the list; the way back
 * that a reader came by is marked. The page with all studies: a filter, and
 * buttons that copy. No storage, nothing inline; the one request is for the
 * BibTeX file that the page links to, and only when somebody copies from it.
 */
(function () {
  "use strict";

  let words; // what this file writes, in the language of the page

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (place, name) => values[name]);
  }

  function make(tag, name, text) {
    const el = document.createElement(tag);
    if (name) el.className = name;
    if (text) el.textContent = text;
    return el;
  }

  /* Says what has happened, to who does not see it too. */
  function makeStatus(name) {
    const el = make("p", name);
    el.setAttribute("role", "status");
    return el;
  }

  /* Touch has no hover: the first tap shows, the second follows, Esc or a tap elsewhere ends it. */
  function mountTouch() {
    const status = makeStatus("citation-said");
    let pointer = "";
    let shown = null;

    function show(link) {
      if (shown) shown.classList.remove("tapped");
      shown = link;
      if (link) {
        link.classList.add("tapped");
        link.dataset.next = words.tap_again;
      }
      status.textContent = link ? `${link.dataset.entry} ${words.tap_again}` : "";
    }

    document.body.append(status);
    document.addEventListener("pointerdown", (event) => {
      pointer = event.pointerType;
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest(".citation a[data-entry]");
      const first = link && link !== shown && pointer === "touch";
      pointer = ""; // what follows may come from a keyboard
      if (first) event.preventDefault();
      show(first ? link : null);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") show(null);
    });
  }

  /* Which of the places that cite an entry the reader came from. */
  function mountWayBack() {
    function mark(link) {
      for (const el of document.querySelectorAll(".came-from")) {
        el.classList.remove("came-from");
        el.removeAttribute("aria-current");
      }
      if (!link) return;
      link.classList.add("came-from");
      link.dataset.note = words.came_from;
      link.setAttribute("aria-current", "true");
    }

    document.addEventListener("click", (event) => {
      const link = event.target.closest(".citation a[id]");
      if (!link || event.defaultPrevented) return;
      const back = [...document.querySelectorAll(".backlinks a")];
      mark(back.find((el) => el.getAttribute("href") === `#${link.id}`));
    });

    if (!document.referrer || !location.hash) return;
    const from = new URL(document.referrer);
    const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (from.origin !== location.origin || !entry) return;
    const pages = [...entry.querySelectorAll(".cited-by a")];
    mark(pages.find((el) => new URL(el.href).pathname === from.pathname));
  }

  /* Letters without accents and capitals, so that "lopez" finds "López". */
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function mountFilter(entries) {
    const box = make("div", "entry-filter");
    const label = make("label", "", words.filter);
    const input = make("input");
    const status = makeStatus("entry-count");
    input.type = "search";
    input.id = "entry-filter";
    label.htmlFor = input.id;
    box.append(label, input, status);
    entries[0].closest(".reference-list").before(box);
    const texts = entries.map((entry) => fold(entry.textContent));

    function filter() {
      const parts = fold(input.value).split(/\s+/).filter(Boolean);
      let count = 0;
      entries.forEach((entry, n) => {
        const fits = parts.every((part) => texts[n].includes(part));
        entry.hidden = !fits;
        count += fits;
      });
      for (const list of document.querySelectorAll(".reference-list > .csl-bib-body")) {
        const empty = !list.querySelector("li:not([hidden])");
        list.hidden = empty;
        const heading = list.previousElementSibling;
        if (heading && /^H[2-6]$/.test(heading.tagName)) heading.hidden = empty;
      }
      status.textContent = parts.length ? fill(words.filtered, { count, total: entries.length }) : "";
    }

    input.addEventListener("input", filter);
    // The theme takes single keys for itself.
    input.addEventListener("keydown", (event) => event.stopPropagation());
    addEventListener("hashchange", () => {
      const target = document.querySelector(":target");
      if (!target || !target.closest(".csl-entry[hidden], .reference-list > [hidden]")) return;
      input.value = "";
      filter();
      target.scrollIntoView();
    });
  }

  /* Of the entries in a file of ours, each of which ends with a brace on a line of its own, one. */
  function findEntry(bibtex, citekey) {
    const start = bibtex.lastIndexOf("@", bibtex.indexOf(`{${citekey},\n`));
    if (start < 0) throw new Error(`no entry ${citekey}`);
    const end = bibtex.indexOf("\n}", start);
    return `${bibtex.slice(start, end + 2)}\n`;
  }

  function mountCopying(entries) {
    const link = document.querySelector('a[href$="references.bib"]');
    let file = null;

    async function bibtexOf(entry) {
      if (!file) {
        file = fetch(link.href).then((answer) => {
          if (!answer.ok) throw new Error(String(answer.status));
          return answer.text();
        });
        file.catch(() => { file = null; }); // the next try asks again
      }
      return findEntry(await file, entry.dataset.citekey);
    }

    /* Safari allows it only while a click is answered: the text may come later, this call may not. */
    function copy(text) {
      if (!window.ClipboardItem) return text.then((got) => navigator.clipboard.writeText(got));
      const type = "text/plain";
      const blob = text.then((got) => new Blob([got], { type }));
      return navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
    }

    async function textOf(entry) {
      return entry.querySelector(".csl-entry-text").textContent.trim();
    }

    function makeButton(text, entry, get, status) {
      const button = make("button", "", text);
      button.type = "button";
      button.setAttribute("aria-describedby", entry.querySelector(".csl-entry-text").id);
      button.addEventListener("click", async () => {
        status.textContent = "";
        try {
          await copy(get(entry));
          status.textContent = words.copied;
        } catch {
          status.textContent = words.not_copied;
        }
      });
      return button;
    }

    for (const entry of entries) {
      const row = make("div", "copying");
      const status = makeStatus("copied");
      entry.querySelector(".csl-entry-text").id = `${entry.id}-text`;
      row.append(makeButton(words.copy_reference, entry, textOf, status));
      if (link && entry.dataset.citekey) {
        row.append(makeButton(words.copy_bibtex, entry, bibtexOf, status));
      }
      row.append(status);
      entry.append(row);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    words = JSON.parse(document.getElementById("main").dataset.words);
    if (document.querySelector(".citation")) mountTouch();
    mountWayBack();
    const entries = [...document.querySelectorAll(".reference-list .csl-entry")];
    if (!entries.length) return;
    mountFilter(entries);
    if (navigator.clipboard) mountCopying(entries); // only over https
  });
})();
