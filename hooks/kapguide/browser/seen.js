// Says how notices look to a reader: where each piece of their words stands on the screen,
// and what is wrong with them. Called with the notices' texts by name, and with the word to
// scroll to: a notice's name and the word's number, or null for the middle of them all.
// Changes nothing, but ends animations, and lays out what waits for a reader to come near.
([wanted, focus]) => {
  const fold = (text) => text.replace(/\s+/g, " ").trim();
  const main = document.querySelector("main, [role=main]");
  const find = (name, text) => {
    const marked = [...document.querySelectorAll(`[data-notice="${name}"]`)]
      .filter((box) => main && main.contains(box) && fold(box.textContent).includes(text));
    if (marked.length) return marked.at(-1);
    let box = main;
    while (box && fold(box.textContent).includes(text)) {
      const inner = [...box.children].filter((child) => fold(child.textContent).includes(text));
      if (!inner.length) return box;
      box = inner.at(-1);
    }
    return null;
  };
  // Not the box of the element itself: one with `display: contents` has none.
  const place = (box) => {
    const range = document.createRange();
    range.selectNodeContents(box);
    return range.getBoundingClientRect();
  };
  const list = (box) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const words = [];
    while (walker.nextNode())
      for (const { index, 0: text } of walker.currentNode.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + text.length);
        words.push({ text, range, style: getComputedStyle(walker.currentNode.parentElement) });
      }
    return words;
  };

  const seen = {};
  const boxes = {};
  for (const [name, text] of Object.entries(wanted)) {
    seen[name] = { faults: [], words: [] };
    const box = find(name, text);
    if (!box) seen[name].faults.push("is not in the main content");
    else boxes[name] = box;
  }
  for (const box of Object.values(boxes))
    for (let at = box; at; at = at.parentElement)
      for (const one of [at, ...at.children])
        if (getComputedStyle(one).contentVisibility === "auto")
          one.style.setProperty("content-visibility", "visible", "important");
  for (const animation of document.getAnimations()) {
    // What moves with the scrolling is as it is there, and what is paused stays.
    if (animation.playState === "paused" || !(animation.timeline instanceof DocumentTimeline))
      continue;
    // Nobody waits for longer than this, nor reads what moves for longer (WCAG 2.2.2).
    if (animation.effect.getComputedTiming().endTime <= 5000) { animation.finish(); continue; }
    const target = animation.effect.target;
    for (const [name, box] of Object.entries(boxes))
      if (target && (target.contains(box) || box.contains(target)))
        seen[name].faults.push("moves for more than five seconds");
  }
  const root = document.documentElement;
  const fixed = [root, document.body]
    .some((one) => /hidden|clip/.test(getComputedStyle(one).overflowY));
  if (fixed && root.scrollHeight > innerHeight + 1)
    for (const name in boxes) seen[name].faults.push("stands on a page that cannot be scrolled");

  const measure = (words) => words.flatMap(({ text, range }) =>
    [...range.getClientRects()].map(({ left, top, width, height }) =>
      [text, left, top, width, height]));
  const listed = Object.fromEntries(Object.entries(boxes).map(([name, box]) => [name, list(box)]));
  const asked = focus && measure(listed[focus[0]] ?? [])[focus[1]];
  const rects = asked
    ? [{ top: asked[2], bottom: asked[2] + asked[4] }] : Object.values(boxes).map(place);
  const bottom = Math.max(...rects.map((one) => one.bottom));
  const top = Math.max(Math.min(...rects.map((one) => one.top)), bottom - innerHeight);
  scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: "instant" });
  const all = Object.values(listed).flatMap(measure).filter(([, , , width, height]) => width * height);
  const liesUnder = ([, left, top, width, height]) => all.filter(([, l, t, w, h]) =>
    Math.max(0, Math.min(left + width, l + w) - Math.max(left, l))
    * Math.max(0, Math.min(top + height, t + h) - Math.max(top, t)) > 0.4 * width * height).length > 1;

  for (const [name, box] of Object.entries(boxes)) {
    const { faults } = seen[name];
    const text = fold(box.innerText).toLowerCase();
    if (!text.includes(wanted[name].toLowerCase())) faults.push("is not shown whole");
    if (box.closest("[aria-hidden=true], [inert]") || getComputedStyle(box).interactivity === "inert")
      faults.push("is kept from screen readers");
    let last = null;
    let turned = 0;
    for (const { text, range, style } of listed[name]) {
      const rects = [...range.getClientRects()];
      if (!rects.length) { faults.push(`"${text}" has no place`); continue; }
      const size = parseFloat(style.fontSize);
      const [rect] = rects;
      const width = rects.reduce((sum, one) => sum + one.width, 0);
      if (rect.height < 9 || size < 8.5) faults.push(`"${text}" is too small`);
      else if (width < text.length * size * 0.2) faults.push(`"${text}" is squeezed`);
      else if (parseFloat(style.letterSpacing) < -0.15 * size)
        faults.push(`the letters of "${text}" stand upon each other`);
      if (rects.length > Math.max(2, text.length / 3)) faults.push(`"${text}" is torn`);
      if (rects.some((one) => one.left < -1 || one.right > innerWidth + 1
          || one.top + scrollY < -1 || one.bottom + scrollY > root.scrollHeight + 1))
        faults.push(`"${text}" cannot be reached`);
      if (style.textDecorationLine.includes("line-through")) faults.push("is struck out");
      if (style.webkitTextSecurity && style.webkitTextSecurity !== "none")
        faults.push("is written in dots");
      const start = range.cloneRange();
      start.setEnd(range.startContainer, range.startOffset + 1);
      const [first] = start.getClientRects();
      const backwards = style.direction === "ltr" && first && rect.width > first.width * 1.3
        && first.left > rect.left + rect.width / 2;
      const jumps = last && (rect.bottom < last.top
        || (Math.abs(rect.top - last.top) < 2 && rect.left < last.right - size * 0.2));
      if (backwards || jumps) turned += 1;
      if (last && Math.abs(rect.top - last.top) > 1 && Math.abs(rect.top - last.top) < size * 0.5
          && rect.left < last.right && last.left < rect.right) turned += 1;
      last = rects.at(-1);
    }
    if (turned > Math.max(1, listed[name].length / 10)) faults.push("is not in the order of reading");
    if (measure(listed[name]).filter(liesUnder).length > 1) faults.push("has words upon each other");
    const links = [...box.querySelectorAll("a[href]")];
    if (links.some((link) => getComputedStyle(link).pointerEvents === "none"))
      faults.push("has links that cannot be opened");
    seen[name] = { faults: [...new Set(faults)].slice(0, 4), words: measure(listed[name]) };
  }
  return { notices: seen, scrolled: [scrollX, scrollY] };
}
