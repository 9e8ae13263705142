// The clickable report: builds paragraphs from segments (text nodes only, so nothing pasted can run).
const SVG = "http://www.w3.org/2000/svg";
const MOST_MARKS = 2; // in the margin of one sentence; the rest is told by a +n

function make(tag, cls, text) {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
}

function icon(data, kind, side) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-1.1 -1.1 2.2 2.2");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon k-${kind} side-${side}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", data.shapes[kind] ?? data.shapes.shot);
  svg.append(path);
  return svg;
}

function pressable(node, act) {
  node.addEventListener("click", (e) => { e.stopPropagation(); act(node); });
  node.addEventListener("keydown", (e) => {
    if (e.key === "Enter" || e.key === " ") { e.preventDefault(); e.stopPropagation(); act(node); }
  });
}

// A click on a sentence, unless it ends a selection; it must not reach the root, which closes cards.
function asks(span, ui, act) {
  span.addEventListener("click", (e) => { if (!ui.picked()) { e.stopPropagation(); act(); } });
}

function buildSentence(data, sentence, ui) {
  const span = make("span", "s");
  span.dataset.events = sentence.events.join(" ");
  if (sentence.marks.length) {
    const rail = make("span", "rail");
    for (const mark of sentence.marks.slice(0, MOST_MARKS)) {
      const button = make("span", "mark");
      button.setAttribute("role", "button");
      button.setAttribute("aria-label", mark.title);
      button.dataset.tip = mark.title;
      button.dataset.event = mark.event;
      button.append(icon(data, mark.kind, mark.side));
      pressable(button, () => ui.choose(mark.event));
      ui.stops.push(button);
      rail.append(button);
    }
    const rest = sentence.marks.length - MOST_MARKS;
    if (rest > 0) {
      const more = make("span", "mark more", `+${rest}`);
      more.setAttribute("role", "button");
      more.dataset.tip = sentence.marks.slice(MOST_MARKS).map((m) => m.title).join("; ");
      more.setAttribute("aria-label", more.dataset.tip);
      pressable(more, () => ui.sentence(more, sentence.events));
      ui.stops.push(more);
      rail.append(more);
    }
    span.append(rail);
  }
  for (const piece of sentence.segments) {
    let node = null;
    const words = (element) => { ui.starts.set(element.firstChild ?? element, piece.a); return element; };
    if (piece.m !== undefined) {
      const m = data.mentions[piece.m];
      node = words(make("span", `m l-${m.label} side-${m.side}${m.doubt ? " doubt" : ""}${m.mended ? " mended" : ""}`, piece.t));
      node.dataset.label = m.label;
      node.dataset.side = m.side;
      node.dataset.mention = piece.m;
      node.dataset.tip = m.tip;
      node.setAttribute("role", "button");
      node.setAttribute("aria-label", `${piece.t}: ${m.tip}`);
      pressable(node, () => ui.person(node, piece.m));
      ui.stops.push(node);
    } else if (piece.r) {
      node = words(make("span", "", piece.t));
    } else {
      span.append(words(document.createTextNode(piece.t)));
      continue;
    }
    if (piece.r) { node.dataset.reasons = piece.r.map(([e, f]) => `${e}:${f}`).join("|"); node.classList.add("r"); }
    span.append(node);
  }
  if (sentence.events.length) {
    span.classList.add("told");
    asks(span, ui, () => ui.sentence(span, sentence.events));
  } else if (sentence.silent) {
    asks(span, ui, () => ui.silent(span, sentence));
  }
  return span;
}

function legend(data, ui) {
  const bar = make("div", "legend");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", data.words.legend);
  for (const item of data.legend) {
    const button = make("button", `chip ${item.cls}`);
    button.type = "button";
    button.append(make("span", "swatch", item.sample), make("span", "", item.text), make("span", "n", String(item.n)));
    button.setAttribute("aria-pressed", String(!ui.hidden.has(item.key)));
    button.addEventListener("click", () => {
      ui.hidden.has(item.key) ? ui.hidden.delete(item.key) : ui.hidden.add(item.key);
      button.setAttribute("aria-pressed", String(!ui.hidden.has(item.key)));
      ui.filter();
    });
    bar.append(button);
  }
  return bar;
}

function eventList(data, ids, ui) {
  const list = make("ul", "events");
  for (const id of ids) {
    const event = data.events[id];
    if (!event) continue;
    const row = make("li");
    const link = make("button", "link");
    link.type = "button";
    link.append(icon(data, event.kind, event.side), make("span", "", event.title));
    link.addEventListener("click", () => ui.choose(id));
    row.append(link);
    list.append(row);
  }
  return list;
}

function card(ui, anchor, fill) {
  ui.close();
  const box = make("div", "card");
  box.setAttribute("role", "dialog");
  fill(box);
  const shut = make("button", "shut", "×");
  shut.type = "button";
  shut.setAttribute("aria-label", ui.data.words.close);
  shut.addEventListener("click", () => { ui.close(); anchor.focus?.(); });
  box.prepend(shut);
  ui.root.append(box);
  const frame = ui.root.getBoundingClientRect();
  const at = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const left = Math.max(0, Math.min(at.left - frame.left, frame.width - box.offsetWidth));
  box.style.left = `${left}px`;
  box.style.top = `${at.bottom - frame.top + ui.root.scrollTop + 6}px`;
  ui.card = box;
  ui.root.querySelector(".tip")?.classList.remove("on");
  if (!ui.root.classList.contains("panel")) box.scrollIntoView({ block: "nearest" });
}

function makeUi(root, data, send) {
  const store = "cronaca-hidden";
  const ui = { root, data, stops: [], card: null, starts: new WeakMap() };
  try { ui.hidden = new Set(JSON.parse(sessionStorage.getItem(store) ?? "[]")); } catch { ui.hidden = new Set(); }
  ui.close = () => { ui.card?.remove(); ui.card = null; };
  ui.choose = (id) => { ui.close(); ui.focus(id, false); send("event", { id, at: Date.now() }); };
  ui.filter = () => {
    for (const node of root.querySelectorAll(".m")) {
      const off = ui.hidden.has(node.dataset.label) || ui.hidden.has(`side-${node.dataset.side}`);
      node.classList.toggle("off", off);
    }
    try { sessionStorage.setItem(store, JSON.stringify([...ui.hidden])); } catch { /* private browsing */ }
  };
  ui.focus = (id, scroll) => {
    for (const node of root.querySelectorAll(".lit")) node.classList.remove("lit");
    for (const node of root.querySelectorAll(".why")) { node.classList.remove("why"); delete node.dataset.field; }
    if (!id) return;
    const sentences = [...root.querySelectorAll(".s")].filter((s) => s.dataset.events.split(" ").includes(id));
    sentences.forEach((s) => s.classList.add("lit"));
    for (const node of root.querySelectorAll("[data-reasons]")) {
      const field = node.dataset.reasons.split("|").map((r) => r.split(":")).find(([e]) => e === id)?.[1];
      if (field) { node.classList.add("why"); node.dataset.field = data.fields[field] ?? field; }
    }
    const main = sentences.find((s) => s.querySelector(`.mark[data-event="${CSS.escape(id)}"]`)) ?? sentences[0];
    if (scroll && main) ui.reveal(main);
  };
  // in a panel only the panel scrolls: the reader of a chart keeps the chart in sight
  ui.reveal = (node) => {
    if (!root.classList.contains("panel")) { node.scrollIntoView({ block: "center", behavior: "smooth" }); return; }
    const at = node.getClientRects()[0].top - root.getBoundingClientRect().top;
    root.scrollTo({ top: root.scrollTop + at - root.clientHeight / 3, behavior: "smooth" });
  };
  ui.person = (anchor, index) => card(ui, anchor, (box) => {
    const m = data.mentions[index];
    box.append(make("p", `name side-${m.side}`, m.name), make("p", "muted", m.role));
    box.append(make("p", "muted", m.why));
    const same = [...root.querySelectorAll(".m")].filter((n) => data.mentions[n.dataset.mention].entity === m.entity);
    if (same.length > 1) {
      const row = make("p", "steps");
      const here = same.indexOf(anchor);
      const step = (by) => { const n = same[(here + by + same.length) % same.length];
        ui.reveal(n); n.focus({ preventScroll: true }); ui.person(n, Number(n.dataset.mention)); };
      const back = make("button", "link", "‹"), on = make("button", "link", "›");
      back.type = on.type = "button";
      back.setAttribute("aria-label", data.words.previous); on.setAttribute("aria-label", data.words.next);
      back.addEventListener("click", () => step(-1)); on.addEventListener("click", () => step(1));
      row.append(back, make("span", "", `${here + 1} / ${same.length} ${data.words.mentions}`), on);
      box.append(row);
    }
    same.forEach((n) => n.classList.add("same"));
    const old = ui.close;
    ui.close = () => { same.forEach((n) => n.classList.remove("same")); ui.close = old; old(); };
    if (m.events.length) box.append(eventList(data, m.events, ui));
    const mend = make("button", "mend", data.words.mend);
    mend.type = "button";
    mend.addEventListener("click", () => { ui.close(); send("mend", { start: m.start, end: m.end, at: Date.now() }); });
    box.append(mend);
  });
  ui.picked = () => pickedSpan(root, ui);
  ui.sentence = (anchor, ids) => card(ui, anchor, (box) => {
    box.append(make("p", "muted", data.words.told_here), eventList(data, ids, ui));
  });
  // why nothing: the sentence is outlined while its card is open
  ui.silent = (anchor, sentence) => card(ui, anchor, (box) => {
    box.append(make("p", "muted head", data.words.silent));
    for (const line of sentence.silent) box.append(make("p", "", line));
    const add = make("button", "mend", data.words.pick);
    add.type = "button";
    const [start, end] = sentence.span;
    add.addEventListener("click", () => { ui.close(); send("pick", { start, end, at: Date.now() }); });
    box.append(add);
    anchor.classList.add("asked");
    const old = ui.close;
    ui.close = () => { anchor.classList.remove("asked"); ui.close = old; old(); };
  });
  return ui;
}

function tooltip(root, ui) {
  const tip = make("div", "tip");
  tip.setAttribute("role", "status");
  root.append(tip);
  const show = (e) => {
    const node = e.target.closest?.("[data-tip]");
    tip.classList.toggle("on", Boolean(node) && !ui.card);
    if (!node) return;
    tip.textContent = node.dataset.tip;
    const frame = root.getBoundingClientRect(), at = node.getClientRects()[0];
    tip.style.left = `${Math.max(0, Math.min(at.left - frame.left, frame.width - tip.offsetWidth))}px`;
    tip.style.top = `${at.top - frame.top + root.scrollTop - tip.offsetHeight - 4}px`;
  };
  root.addEventListener("mouseover", show);
  root.addEventListener("focusin", show);
  root.addEventListener("mouseleave", () => tip.classList.remove("on"));
}

// The selected stretch as characters of the report. Inside a segment code points are counted, as Python does.
function pickedSpan(root, ui) {
  const tree = root.getRootNode();
  const chosen = tree.getSelection?.() ?? document.getSelection();
  if (!chosen?.rangeCount) return null;
  const range = tree.getSelection ? chosen.getRangeAt(0)
    : chosen.getComposedRanges?.({ shadowRoots: [tree] })[0] ?? chosen.getRangeAt(0);
  if (range.startContainer === range.endContainer && range.startOffset === range.endOffset) return null;
  const place = (node, offset) => {
    const start = ui.starts.get(node);
    return start === undefined ? null : start + [...node.data.slice(0, offset)].length;
  };
  const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

// Words that are selected can be told to be a name or an event that the reader missed.
function picking(root, text, ui, send) {
  const offer = make("button", "pick", ui.data.words.pick);
  offer.type = "button";
  offer.hidden = true;
  root.append(offer);
  let span = null;
  const look = () => {
    span = pickedSpan(root, ui);
    offer.hidden = !span;
    if (!span) return;
    ui.close();
    const tree = root.getRootNode();
    const boxes = (tree.getSelection?.() ?? document.getSelection()).getRangeAt(0).getClientRects();
    const at = boxes[boxes.length - 1], frame = root.getBoundingClientRect();
    if (!at) return;
    offer.style.left = `${Math.max(0, Math.min(at.right - frame.left, frame.width - offer.offsetWidth))}px`;
    offer.style.top = `${at.bottom - frame.top + root.scrollTop + 4}px`;
  };
  text.addEventListener("mouseup", () => setTimeout(look));
  text.addEventListener("keyup", look);
  text.addEventListener("touchend", () => setTimeout(look, 50));
  root.addEventListener("mousedown", (e) => { if (e.target !== offer) offer.hidden = true; });
  offer.addEventListener("mousedown", (e) => e.preventDefault()); // a press must not undo the selection
  offer.addEventListener("click", () => { offer.hidden = true; if (span) send("pick", { ...span, at: Date.now() }); });
}

function roving(root, ui) {
  ui.stops.forEach((node, i) => { node.tabIndex = i ? -1 : 0; });
  root.addEventListener("keydown", (e) => {
    if (e.key === "Escape") { ui.close(); ui.focus(null); return; }
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    const now = ui.stops.indexOf(e.target);
    if (!by || now < 0) return;
    e.preventDefault();
    const next = ui.stops[(now + by + ui.stops.length) % ui.stops.length];
    ui.stops.forEach((n) => { n.tabIndex = -1; });
    next.tabIndex = 0;
    next.focus();
  });
}

// Marks of sentences that begin on one line stand side by side in the margin.
function spread(root) {
  const lines = new Map();
  for (const rail of root.querySelectorAll(".rail")) {
    rail.style.marginRight = "0";
    const line = Math.round(rail.getBoundingClientRect().top / 8);
    const shift = lines.get(line) ?? 0;
    rail.style.marginRight = `${shift}px`;
    lines.set(line, shift + rail.offsetWidth);
  }
}

function build(root, data, send) {
  root.replaceChildren();
  const ui = makeUi(root, data, send);
  if (data.legend.length) root.append(legend(data, ui));
  const text = make("div", "text");
  text.lang = "it";
  for (const paragraph of data.paragraphs) {
    const p = make("p", `p-${paragraph.kind}${paragraph.gap ? " gap" : ""}`);
    for (const sentence of paragraph.sentences) p.append(buildSentence(data, sentence, ui));
    text.append(p);
  }
  root.append(text);
  tooltip(root, ui);
  roving(root, ui);
  picking(root, text, ui, send);
  ui.filter();
  root.addEventListener("click", (e) => { if (!e.target.closest(".card")) ui.close(); });
  const seen = new ResizeObserver(() => spread(root));
  seen.observe(text);
  return { ui, stop: () => seen.disconnect() };
}

const alive = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".cronaca");
  if (!root || !data) return;
  root.classList.toggle("panel", Boolean(data.panel));
  let now = alive.get(root);
  const send = (name, value) => alive.get(root).trigger(name, value);
  if (now?.id !== data.id) {
    now?.stop();
    now = { id: data.id, focus: null, ...build(root, data, send) };
    alive.set(root, now);
  }
  now.trigger = setTriggerValue;

  if (now.focus !== data.focus) now.ui.focus(data.focus, data.scroll);
  now.focus = data.focus;
}
