// Says how notices look to a reader: where each of their words stands on the screen,
// and what is wrong with them. Called with the notices' texts by name; scrolls the
// page as a reader would. Changes nothing, but ends animations: they end for readers.
(wanted) => {
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
  const seen = {};
  const boxes = {};
  for (const [name, text] of Object.entries(wanted)) {
    seen[name] = { faults: [], words: [] };
    const box = find(name, text);
    if (!box) seen[name].faults.push("is not in the main content");
    else boxes[name] = box;
  }
  for (const animation of document.getAnimations()) {
    const target = animation.effect && animation.effect.target;
    try { animation.finish(); }
    catch {
      for (const [name, box] of Object.entries(boxes))
        if (target && (target.contains(box) || box.contains(target)))
          seen[name].faults.push("moves without end");
    }
  }
  const root = document.documentElement;
  const fixed = [root, document.body]
    .some((one) => /hidden|clip/.test(getComputedStyle(one).overflowY));
  if (fixed && root.scrollHeight > innerHeight + 1)
    for (const name in boxes) seen[name].faults.push("stands on a page that cannot be scrolled");
  const rects = Object.values(boxes).map((box) => box.getBoundingClientRect());
  const top = Math.min(...rects.map((one) => one.top));
  const bottom = Math.max(...rects.map((one) => one.bottom));
  const middle = (top + Math.min(bottom, top + innerHeight)) / 2;
  scrollTo({ top: scrollY + middle - innerHeight / 2, behavior: "instant" });

  for (const [name, box] of Object.entries(boxes)) {
    const { faults, words } = seen[name];
    const text = fold(box.innerText).toLowerCase();
    if (!text.includes(wanted[name].toLowerCase())) faults.push("is not shown whole");
    if (box.closest("[aria-hidden=true], [inert]")) faults.push("is kept from screen readers");
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    let last = null;
    let turned = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const style = getComputedStyle(node.parentElement);
      const size = parseFloat(style.fontSize);
      for (const match of node.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const [rect] = range.getClientRects();
        if (!rect) { faults.push(`"${match[0]}" has no place`); continue; }
        words.push([match[0], rect.left, rect.top, rect.width, rect.height]);
        if (rect.height < 9 || size < 8.5) faults.push(`"${match[0]}" is too small`);
        else if (rect.width < match[0].length * size * 0.2) faults.push(`"${match[0]}" is squeezed`);
        if (rect.left < -1 || rect.right > innerWidth + 1 || rect.top + scrollY < -1
            || rect.bottom + scrollY > root.scrollHeight + 1)
          faults.push(`"${match[0]}" cannot be reached`);
        if (style.textDecorationLine.includes("line-through")) faults.push("is struck out");
        if (style.webkitTextSecurity && style.webkitTextSecurity !== "none")
          faults.push("is written in dots");
        range.setEnd(node, match.index + 1);
        const [first] = range.getClientRects();
        const backwards = style.direction === "ltr" && first && rect.width > first.width * 1.3
          && first.left > rect.left + rect.width / 2;
        const jumps = last && (rect.bottom < last.top
          || (Math.abs(rect.top - last.top) < 2 && rect.right < last.left));
        if (backwards || jumps) turned += 1;
        if (last && Math.abs(rect.top - last.top) > 1 && Math.abs(rect.top - last.top) < size * 0.5
            && rect.left < last.right && last.left < rect.right) turned += 1;
        last = rect;
      }
    }
    if (turned > Math.max(1, words.length / 10)) faults.push("is not in the order of reading");
    const links = [...box.querySelectorAll("a[href]")];
    if (links.some((link) => getComputedStyle(link).pointerEvents === "none"))
      faults.push("has links that cannot be opened");
    seen[name].faults = [...new Set(faults)].slice(0, 4);
  }
  const fits = bottom - top <= innerHeight;
  return { notices: seen, scrolled: [scrollX, scrollY], fits };
}
