// What the page shows at present, and how time goes on.

const App = {
  time: 0, isPlaying: false, speed: 60, plan: DRILLS.length > 1 ? "AB" : "A", view: "truth", post: 0,
  panes: [], chosen: null, why: null, hover: null,
  feed: { mode: "story", sorts: new Set(Object.values(Sorts)), post: -1 },
  get drills() { return DRILLS.filter((drill) => this.plan.includes(drill.letter)); },
};

const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Time per picture as the page itself measures it. */
const Meter = {
  frames: [], costs: [],
  take(interval, cost) {
    this.frames.push(interval);
    this.costs.push(cost);
    if (this.frames.length > 600) { this.frames.shift(); this.costs.shift(); }
  },
  clear() { this.frames.length = this.costs.length = 0; },
  get result() {
    const mean = (list) => list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);
    const sorted = this.frames.slice().sort((a, b) => a - b);
    return {
      frames: this.frames.length, perSecond: 1000 / mean(this.frames), drawMilliseconds: mean(this.costs),
      slowest: sorted[sorted.length - 1] || 0, ninetyFifth: sorted[Math.floor(sorted.length * 0.95)] || 0,
    };
  },
};

let isStale = true;

/** Asks for a new picture. */
function refresh() { isStale = true; }

function setTime(time, announce = false) {
  App.time = Math.min(DATA.duration, Math.max(0, time));
  refresh();
  if (announce) byID("announce").textContent = `${day(App.time)} ${clock(App.time, true)}, ${sinceOnset(App.time)}`;
  if (!App.isPlaying) writeLink();
}

function play(isPlaying) {
  if (isPlaying && App.time >= DATA.duration) App.time = 0;
  App.isPlaying = isPlaying;
  const button = byID("play");
  button.setAttribute("aria-pressed", String(isPlaying));
  button.classList.toggle("is-playing", isPlaying);
  button.querySelector("span").textContent = say(isPlaying ? "pause" : "play");
  Meter.clear();
  if (!isPlaying) writeLink();
}

let lastFrame = 0;
let heldTime = 0;

function frame(now) {
  requestAnimationFrame(frame);
  const interval = lastFrame ? now - lastFrame : 0;
  lastFrame = now;
  if (App.isPlaying) advance(interval);
  if (!isStale) return;
  isStale = false;
  const begin = performance.now();
  for (const pane of App.panes) pane.draw(App.time);
  drawClock(now);
  drawPanels(now);
  if (App.isPlaying && interval) Meter.take(interval, performance.now() - begin);
}

/** Where motion is not wanted, time goes on in steps of a second, not in every picture. */
function advance(interval) {
  heldTime += Math.min(interval, 250);
  if (STILL.matches && heldTime < 1000) return;
  const time = App.time + heldTime * App.speed;
  heldTime = 0;
  App.time = Math.min(DATA.duration, time);
  refresh();
  if (App.time >= DATA.duration) play(false);
}

let lastClock = 0;

/** While time runs the clock follows ten times a second: more is not read, and costs a layout each time. */
function drawClock(now) {
  if (App.isPlaying && now - lastClock < 100) return;
  lastClock = now;
  byID("clock").textContent = clock(App.time, true);
  byID("day").textContent = day(App.time);
  byID("since").textContent = sinceOnset(App.time);
  const slider = byID("slider");
  slider.value = App.time;
  slider.setAttribute("aria-valuetext", `${day(App.time)} ${clock(App.time)} ${sinceOnset(App.time)}`);
  for (const cursor of document.querySelectorAll(".cursor")) cursor.style.left = 100 * App.time / DATA.duration + "%";
}

// ------------------------------------------------------------------ choices

/** Puts up the panes that plan and view ask for. */
function arrange() {
  const views = App.view === "both" ? ["truth", "picture"] : [App.view];
  const wanted = App.drills.flatMap((drill) => views.map((view) => ({ drill, view })));
  const box = byID("panes");
  App.panes = wanted.map(({ drill, view }) => new Pane(drill, view));
  box.replaceChildren(...App.panes.map((pane) => pane.box));
  box.dataset.count = wanted.length;
  for (const button of document.querySelectorAll("[data-plan]")) {
    button.setAttribute("aria-pressed", String(button.dataset.plan === App.plan));
  }
  for (const button of document.querySelectorAll("[data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === App.view));
  }
  byID("post").value = App.post;
  byID("post-choice").hidden = App.view === "truth";
  resizePanes();
  rebuildFeed();
  rebuildCharts();
  labelPanes();
  refresh();
}

function resizePanes() {
  for (const pane of App.panes) pane.resize();
  refresh();
}

function choose(key, value) {
  App[key] = value;
  arrange();
  writeLink();
}

/** Shows the chain of a fact of a drill. */
function showWhy(drill, fact) {
  App.why = { drill, fact };
  drawWhy();
  refresh();
}

function select(kind, number, drill) {
  App.chosen = kind ? { kind, number, drill } : null;
  drawDetails();
  refresh();
}

// ------------------------------------------------------------------ links

let linkTimer = 0;

/** Puts what is shown into the address, which can be handed on; browsers allow this only now and then. */
function writeLink() {
  clearTimeout(linkTimer);
  linkTimer = setTimeout(putLink, 200);
}

function putLink() {
  const parts = ["t=" + Math.round(App.time / 1000)];
  if (DRILLS.length > 1) parts.push("plan=" + App.plan);
  if (App.view !== "truth") parts.push("view=" + App.view, "post=" + App.post);
  if (App.why) parts.push("why=" + App.why.drill.letter + App.why.fact);
  try {
    history.replaceState(null, "", "#" + parts.join("&"));
  } catch (error) {
    // A page without an address of its own has no links.
  }
}

function readLink() {
  const parts = new Map(location.hash.slice(1).split("&").map((part) => part.split("=")));
  const plan = parts.get("plan");
  if (["A", "B", "AB"].includes(plan) && plan.length <= DRILLS.length && DRILLS.some((drill) => plan.includes(drill.letter))) App.plan = plan;
  if (["truth", "picture", "both"].includes(parts.get("view"))) App.view = parts.get("view");
  const post = Number(parts.get("post"));
  if (parts.has("post") && MAP.posts[post]) App.post = post;
  const time = Number(parts.get("t"));
  App.time = parts.has("t") && Number.isFinite(time) ? Math.min(DATA.duration, Math.max(0, time * 1000)) : ONSET;
  const why = /^([AB])(\d+)$/.exec(parts.get("why") || "");
  const drill = why && DRILLS.find((drill) => drill.letter === why[1]);
  App.why = drill && Number(why[2]) < drill.facts.count ? { drill, fact: Number(why[2]) } : null;
}

// ------------------------------------------------------------------ events to step through

/** Goes to the event of the feed before or behind the present instant. */
function step(direction) {
  const times = App.feed.list.map((entry) => entry.time);
  const place = direction > 0 ? lastNotAbove(times, App.time) + 1 : lastNotAbove(times, App.time - 1);
  if (place < 0 || place >= times.length) return;
  play(false);
  setTime(times[place], false);
  const entry = App.feed.list[place];
  byID("announce").textContent = clock(entry.time) + " " + entry.text();
}

// ------------------------------------------------------------------ pointer and keys

function listenToPane(pane) {
  const canvas = pane.canvas;
  const pointers = new Map();
  let moved = 0, spread = 0;
  const at = (event) => {
    const bounds = canvas.getBoundingClientRect();
    return [event.clientX - bounds.left, event.clientY - bounds.top];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, at(event));
    moved = 0;
    spread = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = at(event);
    const before = pointers.get(event.pointerId);
    if (!before) { hover(pane, pane.find(x, y), event); return; }
    pointers.set(event.pointerId, [x, y]);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      const now = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (spread) Camera.zoom(now / spread, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, pane.width, pane.height);
      spread = now;
    } else {
      Camera.move(x - before[0], -(y - before[1]));
    }
    moved += Math.abs(x - before[0]) + Math.abs(y - before[1]);
    refresh();
  });
  const release = (event) => {
    const [x, y] = at(event);
    const wasDown = pointers.delete(event.pointerId);
    if (!wasDown || moved > 5 || event.type !== "pointerup") return;
    const hit = pane.find(x, y);
    select(hit && hit.kind, hit && hit.number, pane.drill);
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => hover(pane, null));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const [x, y] = at(event);
    Camera.zoom(Math.exp(-event.deltaY * 0.0015), x, y, pane.width, pane.height);
    refresh();
  }, { passive: false });
}

const MAP_KEYS = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (target.closest && target.closest("select, input:not([type=range])")) return;
  const isButton = target.closest && target.closest("button, a, summary, [role=button]");
  const isSlider = target.id === "slider";
  if (target.tagName === "CANVAS" && MAP_KEYS[event.key]) {
    Camera.move(...MAP_KEYS[event.key]);
    refresh();
  } else if (event.key === " " && !isButton) {
    play(!App.isPlaying);
  } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    const direction = event.key === "ArrowRight" ? 1 : -1;
    if (event.shiftKey) setTime(App.time + direction * 600000, true);
    else if (isSlider) return;
    else step(direction);
  } else if (event.key === "Home" && !isSlider) {
    setTime(0, true);
  } else if (event.key === "End" && !isSlider) {
    setTime(DATA.duration, true);
  } else if (!shortcut(event.key)) {
    return;
  }
  event.preventDefault();
}

function shortcut(key) {
  const plan = { 1: "A", 2: "B", 3: "AB" }[key];
  const view = { t: "truth", p: "picture", b: "both" }[key];
  if (plan && DRILLS.length > 1) choose("plan", plan);
  else if (view) choose("view", view);
  else if (key === "+" || key === "=") zoomBy(1.4);
  else if (key === "-") zoomBy(1 / 1.4);
  else if (key === "l") document.querySelector(`[data-choose]:not([aria-pressed="true"])`).click();
  else return false;
  return true;
}

function zoomBy(factor) {
  const pane = App.panes[0];
  Camera.zoom(factor, pane.width / 2, pane.height / 2, pane.width, pane.height);
  refresh();
}

function fit(extent) {
  const pane = App.panes[0];
  Camera.fit(EXTENTS[extent], pane.width, pane.height);
  refresh();
}
