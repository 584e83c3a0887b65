"""What every page must keep: nothing loaded, nothing complained about, and the basics of WCAG 2.2.

Contrast of text (1.4.3), names of what can be pressed (4.1.2), size of targets (2.5.8), order of focus
(2.4.3) and language of the page (3.1.1).
"""

# Each check returns a list of complaints.
CONTRAST = r"""
(() => {
  const luminance = (c) => {
    const f = c.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
    return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2];
  };
  const parse = (text) => { const m = text.match(/[\d.]+/g); return m ? m.map(Number) : [0, 0, 0, 0]; };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || !e || ["SCRIPT", "STYLE", "TITLE", "DESC"].includes(e.tagName.toUpperCase())) continue;
    const box = e.getBoundingClientRect();
    if (!box.width || !box.height || !e.checkVisibility()) continue;
    const style = getComputedStyle(e);
    const color = parse(e instanceof SVGElement ? style.fill : style.color);
    const [a, b] = [luminance(color), luminance(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.add(`contrast ${ratio.toFixed(2)} of “${node.data.trim().slice(0, 30)}”`);
  }
  return [...found];
})()
"""

TARGETS = r"""
(() => {
  const found = [];
  for (const e of document.querySelectorAll("a[href], button, input, select, summary, [role=button], [role=slider]")) {
    if (!e.checkVisibility()) continue;
    const box = e.getBoundingClientRect();
    if (!box.width || !box.height || box.right < 0) continue;
    const inLine = e.tagName === "A" && getComputedStyle(e).display === "inline";
    if (!inLine && (box.width < 24 || box.height < 24))
      found.push(`target of ${Math.round(box.width)}×${Math.round(box.height)}: ${e.outerHTML.slice(0, 60)}`);
  }
  return found;
})()
"""

NAMES = r"""
(() => {
  const found = [];
  const text = (e) => (e.getAttribute("aria-label") || "").trim()
    || (e.getAttribute("aria-labelledby") || "").split(/\s+/)
      .map((id) => (document.getElementById(id) || {}).textContent || "").join("").trim()
    || (e.labels && e.labels.length ? e.labels[0].textContent.trim() : "")
    || (e.title || "").trim() || e.textContent.trim();
  const wanted = "a[href], button, input, select, textarea, summary, [role=button], [role=slider], [role=region], "
    + "[role=img], [role=group], nav, canvas";
  for (const e of document.querySelectorAll(wanted)) {
    if (e.type === "hidden") continue;
    if (!text(e)) found.push(`no name: ${e.outerHTML.slice(0, 70)}`);
  }
  for (const e of document.querySelectorAll("[id]")) {
    if (document.querySelectorAll(`[id="${CSS.escape(e.id)}"]`).length > 1) found.push(`id twice: ${e.id}`);
  }
  for (const e of document.querySelectorAll("[aria-labelledby], [aria-describedby]")) {
    for (const id of (e.getAttribute("aria-labelledby") || e.getAttribute("aria-describedby")).split(/\s+/))
      if (!document.getElementById(id)) found.push(`leads nowhere: ${id}`);
  }
  for (const e of document.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(e.getAttribute("href").slice(1));
    if (id && !document.getElementById(id)) found.push(`link leads nowhere: ${id}`);
  }
  if (!document.documentElement.lang) found.push("the page names no language");
  if (!document.title) found.push("the page has no title");
  if (document.querySelectorAll("h1").length !== 1) found.push("the page has not one h1");
  if (document.querySelectorAll("main").length !== 1) found.push("the page has not one main");
  return found;
})()
"""

PLACE = r"""
(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const all = [...document.querySelectorAll("*")];
  const style = getComputedStyle(e);
  return {place: all.indexOf(e), seen: style.outlineStyle !== "none" || style.boxShadow !== "none", name: e.outerHTML.slice(0, 60)};
})()
"""

# Sets the place from which the Tab key goes on to the begin of the page.
START = r"""
(() => { const a = document.createElement("a"); a.href = "#"; document.body.prepend(a); a.focus(); a.remove(); })()
"""


def focus(page, steps):
    """Complaints about the order of focus: it must follow the document, and be seen."""
    found, last = [], -1
    page.evaluate(START)
    for _ in range(steps):
        page.key("Tab")
        now = page.evaluate(PLACE)
        if now is None:
            break
        if now["place"] <= last:
            found.append(f"focus goes back at {now['name']}")
        if not now["seen"]:
            found.append(f"focus is not seen at {now['name']}")
        last = now["place"]
    if last < 0:
        found.append("nothing can be reached by the keyboard")
    return found


def complaints(page, steps=12):
    """All that is wrong with a page in the state it is in."""
    found = page.evaluate(CONTRAST) + page.evaluate(TARGETS) + page.evaluate(NAMES)
    found += focus(page, steps)
    found += [f"on the console: {text}" for text in page.complaints()]
    found += [f"asked the network for {address}" for address in page.requests()]
    return found
