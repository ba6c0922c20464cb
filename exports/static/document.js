// The page of a document: what the address names (#char=START,END a passage, #fact=PATH a fact) is lit and shown.
// Offsets count code points and stand in the page; nothing here counts characters.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const chosen = byId("chosen");
  if (!chosen) return;
  const span = (words) => words.split(",").map(Number);
  const passages = new Map(
    [...document.querySelectorAll('[id^="char="]')].map((anchor) => [anchor.id.slice(5), { anchor, at: span(anchor.id.slice(5)) }]),
  );
  const runs = [...document.querySelectorAll("mark[data-at]")].map((mark) => ({ mark, at: span(mark.dataset.at) }));
  const facts = [...document.querySelectorAll("#column .fact")].map((item) => ({
    item,
    passages: item.dataset.passages.split(" ").filter((name) => passages.has(name)),
  }));
  const language = document.querySelector(".top .language a");
  let origin = null; // where the reader was when something was chosen
  let shown = null; // the fragment that is shown

  const holds = ([start, end], [first, last]) => start <= first && last <= end;
  const meets = ([start, end], [first, last]) => start < last && first < end;
  const length = ([start, end]) => end - start;

  /** The passages around some characters, the shortest first. */
  function around(at) {
    return [...passages.keys()]
      .filter((name) => holds(passages.get(name).at, at))
      .sort((one, other) => length(passages.get(one).at) - length(passages.get(other).at));
  }

  /** What the address names: passages to light and facts to show. */
  function named() {
    let hash = "";
    try {
      hash = decodeURIComponent(location.hash.slice(1));
    } catch {
      return null; // not an address of ours
    }
    if (hash.startsWith("char=") && passages.has(hash.slice(5))) {
      const name = hash.slice(5);
      return { lit: [name], says: facts.filter((fact) => fact.passages.includes(name)) };
    }
    const fact = facts.find(({ item }) => item.id === hash);
    return fact ? { lit: fact.passages, says: [fact] } : null;
  }

  /** Show what the address names, unless it is shown already. */
  function follow() {
    if (location.hash !== shown) show();
  }

  function show() {
    shown = location.hash;
    const hadFocus = chosen.contains(document.activeElement);
    const found = named();
    for (const { mark } of runs) mark.classList.remove("strong");
    for (const { item } of facts) item.removeAttribute("aria-current");
    chosen.hidden = !found;
    if (language) language.hash = found ? location.hash : "";
    if (!found) return;
    const spans = found.lit.map((name) => passages.get(name).at);
    for (const { mark, at } of runs) mark.classList.toggle("strong", spans.some((each) => holds(each, at)));
    for (const { item } of found.says) item.setAttribute("aria-current", "true");
    fill(found);
    bringIntoView(found);
    if (hadFocus) chosen.focus({ preventScroll: true });
  }

  /** Fill the box that tells what is chosen. */
  function fill({ lit, says }) {
    byId("chosen-facts").replaceChildren(...says.map(({ item }) => copy(item)));
    const spans = lit.map((name) => passages.get(name).at);
    const others = [...passages.keys()].filter(
      (name) => !lit.includes(name) && spans.some((each) => meets(each, passages.get(name).at)),
    );
    const also = byId("chosen-also");
    also.hidden = !others.length;
    also.querySelector("ul").replaceChildren(...others.map(linkTo));
  }

  function copy(item) {
    const copied = item.cloneNode(true);
    copied.removeAttribute("id");
    copied.removeAttribute("aria-current");
    return copied;
  }

  function linkTo(name) {
    const link = document.createElement("a");
    link.href = `#char=${name}`;
    link.textContent = facts
      .filter((fact) => fact.passages.includes(name))
      .map(({ item }) => item.querySelector(".opens").textContent)
      .join(" · ") || name;
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  }

  /** Bring the first passage into view, open what it is folded into, and bring the first fact into view in its column. */
  function bringIntoView({ lit, says }) {
    if (lit.length) {
      const { anchor, at } = passages.get(lit[0]);
      const fold = anchor.closest("details");
      if (fold) fold.open = true;
      const run = runs.find((each) => holds(at, each.at) && each.mark.getClientRects().length);
      const top = (run ? run.mark : anchor).getBoundingClientRect().top;
      window.scrollBy(0, top - window.innerHeight / 4);
    }
    const column = byId("column");
    if (says.length && column.scrollHeight > column.clientHeight) {
      const below = chosen.getBoundingClientRect().bottom;
      column.scrollBy(0, says[0].item.getBoundingClientRect().top - below - 8);
    }
  }

  function clear() {
    if (chosen.hidden) return;
    history.pushState(null, "", location.pathname + location.search);
    show();
    if (origin) origin.focus({ preventScroll: true });
  }

  function isPlain(event) {
    return !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("mark a, a.opens");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    if (link.matches(".opens")) openFact(link);
    else if (!event.detail || getSelection().isCollapsed) openPassage(link); // who selects words wants to copy them
  });

  /** Choose the innermost passage of a run; pressed again, the next one around it. */
  function openPassage(link) {
    const names = around(span(link.parentElement.dataset.at));
    const now = names.indexOf(location.hash.slice("#char=".length));
    origin = link;
    choose(`char=${names[(now + 1) % names.length]}`);
    chosen.focus({ preventScroll: true });
  }

  function openFact(link) {
    const name = link.closest(".fact").dataset.fact;
    origin = byId(name).querySelector(".opens");
    choose(name);
    document.querySelector("mark.strong a")?.focus({ preventScroll: true });
  }

  function choose(name) {
    location.hash = name;
    show();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  byId("clear").addEventListener("click", clear);
  for (const id of ["as-stood", "as-read", "markup"]) byId(id)?.addEventListener("change", show);
  window.addEventListener("hashchange", follow);
  window.addEventListener("load", show);
  show();
})();
