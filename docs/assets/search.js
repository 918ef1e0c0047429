/*
 * The search: loaded when a reader first touches it, and helped along.
 *
 * Made against Material for MkDocs 9.8.1, whose script asks for the search index
 * and for the script of its worker as soon as it runs. overrides/main.html keeps
 * that script in a template; here it is taken out, and does all of the rest:
 * it reads what was typed meanwhile, and `?q=` in an address.
 * tests/browser/test_search_loading.py says when the theme loads another way.
 */
(function () {
  "use strict";

  const desk = matchMedia("(min-width: 60em)"); // the search is in the header
  const PATIENCE = 20000; // milliseconds in which what came should also run

  function byId(id) {
    return document.getElementById(id);
  }

  const toggle = byId("__search");
  const search = byId("site-search");
  if (!toggle || !search) return;
  toggle.checked = false; // some browsers keep what it was before a reload
  const button = byId("search-button");
  const query = search.querySelector("input");
  const list = search.querySelector("ol");
  const status = search.querySelector(".md-search-result__meta");
  const template = byId("theme-script"); // without it the script came with the page
  const { loading, failed } = status.dataset; // what it says, in the language of the page
  const theme = JSON.parse(byId("__config").textContent);

  function set(on) {
    if (toggle.checked !== on) toggle.click();
  }

  let settling = false; // the theme's script has just run

  function shut() {
    settling = false;
    set(false);
    // On a wide screen the field itself would open the search again.
    (desk.matches ? search : button).focus();
  }

  /* ---- loading */
  let asked = false;
  let ran = false;

  /* Ask for all three files first: the theme tells nobody when one does not come. */
  async function load() {
    const script = document.importNode(template.content.firstElementChild, true);
    const index = new URL("search/search_index.json", new URL(theme.base, location.href));
    await Promise.all([script.src, index, theme.search].map(async (address) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${answer.status} ${address}`);
      await answer.blob();
    }));
    await new Promise((done, stop) => {
      script.onload = done;
      script.onerror = stop;
      document.body.append(script);
    });
    ran = true;
    settling = true;
    setTimeout(() => { settling = false; }, 250);
    setTimeout(() => { if (status.textContent === loading) fail(); }, PATIENCE);
  }

  function fail() {
    asked = ran; // a script that ran cannot run again
    status.textContent = failed;
  }

  function ask() {
    if (asked || !template) return;
    asked = true;
    status.textContent = loading;
    load().catch(fail);
  }

  search.querySelector("#search-failed button").addEventListener("click", () => {
    if (ran) location.reload();
    query.focus();
    ask();
  });

  query.addEventListener("focus", () => {
    set(true);
    ask();
  });
  // Before the theme listens for Enter, and where it does not.
  query.form.addEventListener("submit", (event) => event.preventDefault());
  byId("search-send").addEventListener("click", () => {
    (list.querySelector("a") || query).focus(); // results are there before they are asked for
  });
  query.form.addEventListener("reset", () => {
    query.focus();
    setTimeout(watchWords);
  });

  /* ---- what is found, and what helps beside it */
  /* Whether what was typed speaks of a crisis, or has a number that the crisis lines call. */
  function isCrisis(typed, lines, box) {
    if (new RegExp(box.dataset.words, "i").test(typed)) return true;
    const called = [...lines.querySelectorAll('a[href^="tel:"], a[href^="sms:"]')]
      .flatMap((link) => [link.getAttribute("href"), link.textContent])
      .map((text) => text.replace(/\D/g, ""));
    const numbers = typed.replace(/(\d)[\s().-]+(?=\d)/g, "$1").match(/\d+/g) || [];
    return numbers.some((number) => called.includes(number));
  }

  /* Then the crisis lines are shown before any result. */
  function watchWords() {
    const box = byId("search-crisis");
    const lines = document.querySelector("main .notice-crisis");
    if (!lines || box.hidden !== isCrisis(query.value, lines, box)) return;
    box.hidden = !box.hidden;
    box.replaceChildren(...(box.hidden ? [] : [lines.cloneNode(true)]));
  }

  query.addEventListener("input", watchWords);

  new MutationObserver(() => {
    const said = status.textContent;
    byId("search-failed").hidden = said !== failed;
    byId("search-none").hidden = said !== theme.translations["search.result.none"];
  }).observe(status, { childList: true });

  // The theme makes results reachable by arrow keys alone, and headings of them.
  new MutationObserver(() => {
    for (const el of list.querySelectorAll("[tabindex='-1']")) el.removeAttribute("tabindex");
    for (const el of list.querySelectorAll("article, h1, h2")) el.setAttribute("role", "presentation");
  }).observe(list, { childList: true, subtree: true });

  /* ---- a real button, Tab through the results, the focus given back */
  toggle.addEventListener("change", () => {
    // Where an address names a part of a page, the theme closes the search 125 ms
    // after it starts, as if the reader had just gone there.
    if (settling && search.contains(document.activeElement)) queueMicrotask(() => set(true));
    button.setAttribute("aria-expanded", String(toggle.checked));
  });
  button.addEventListener("click", () => {
    set(true);
    query.focus();
  });
  byId("search-close").addEventListener("click", shut);
  search.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (to && !search.contains(to)) set(false);
  });

  // The theme listens on the window, so what stops here never reaches it.
  // Outside of the search it would take n p . , f s / from whoever types or
  // speaks them; inside, Tab for "close" and every other key for the field.
  document.addEventListener("keydown", (event) => {
    if (toggle.checked && event.key === "Escape") shut();
    else if (toggle.checked && /^(Enter|ArrowUp|ArrowDown)$/.test(event.key)) return;
    event.stopPropagation();
  });

  // A deep link, as the theme has it; it is there at once, and not when all has loaded.
  const wanted = new URL(location.href).searchParams.get("q");
  if (wanted !== null) {
    query.value = wanted;
    set(true);
    query.focus();
    watchWords();
  }
})();
