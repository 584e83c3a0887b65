// Curves, teams over time, goals, and where the drill lies in a batch.

const PLAN_COLOURS = ["#0072B2", "#D55E00"];
const CURVE_COUNT = DATA.kinds.curves.length;

/** A canvas of the right size for its element, cleared. */
function prepare(canvas, width, height) {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.height = height + "px";
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

function rebuildCharts() {
  drawStrip();
  drawCurves();
  drawGantts();
  drawGoals();
}

// ------------------------------------------------------------------ strip above the slider

/** How many facts every stretch of time holds, with the marks of what was grave. */
function drawStrip() {
  const canvas = byID("strip");
  const width = canvas.clientWidth || 600, height = 44;
  const context = prepare(canvas, width, height);
  const base = 26;
  App.drills.forEach((drill, number) => {
    const bins = new Float64Array(Math.max(1, Math.floor(width / 3)));
    for (let i = 0; i < drill.facts.count; i++) bins[Math.min(bins.length - 1, Math.floor(drill.facts.time[i] / DATA.duration * bins.length))]++;
    const most = Math.log1p(Math.max(...bins));
    context.fillStyle = App.drills.length > 1 ? (drill.number ? "rgba(213,94,0,0.45)" : "rgba(0,114,178,0.45)") : "#b4c0cb";
    const half = App.drills.length > 1;
    bins.forEach((count, place) => {
      const size = most ? Math.log1p(count) / most * (half ? 11 : 22) : 0;
      context.fillRect(place * width / bins.length, half ? (number ? base - 11 : base - 11 - size) : base - size, width / bins.length - 0.6, size);
    });
  });
  drawHours(context, width, base, height);
  const drill = App.drills[0];
  for (const entry of drill.story) {
    if (entry.sort !== Sorts.hazard) continue;
    const x = drill.facts.time[entry.fact] / DATA.duration * width;
    context.fillStyle = Colour.vermillion;
    context.beginPath();
    context.moveTo(x - 4, 7); context.lineTo(x + 4, 7); context.lineTo(x, 0);
    context.fill();
  }
  if (DATA.divergence !== null && DRILLS.length > 1) {
    const x = divergenceTime() / DATA.duration * width;
    context.strokeStyle = Colour.black;
    context.lineWidth = 1.5;
    context.setLineDash([3, 2]);
    context.beginPath();
    context.moveTo(x, 0); context.lineTo(x, base);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = Colour.black;
    context.beginPath();
    context.moveTo(x - 5, base / 2); context.lineTo(x, base / 2 - 5); context.lineTo(x + 5, base / 2); context.lineTo(x, base / 2 + 5);
    context.fill();
  }
}

function divergenceTime() {
  const { facts } = DRILLS[0];
  const other = DRILLS[1].facts;
  const place = DATA.divergence;
  return Math.min(place < facts.count ? facts.time[place] : DATA.duration, place < other.count ? other.time[place] : DATA.duration);
}

/** Steps of hours that leave room for their labels. */
function hourStep(width) {
  const hours = DATA.duration / 3600000;
  return [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 96].find((step) => width / (hours / step) > 58) || 168;
}

function drawHours(context, width, base, height) {
  const step = hourStep(width) * 3600000;
  const start = DATA.start[0] + DATA.start[1] * 60000;
  context.fillStyle = Colour.muted;
  context.strokeStyle = "#c5ccd3";
  context.font = FONT_SMALL();
  context.textBaseline = "top";
  context.textAlign = "center";
  context.lineWidth = 1;
  for (let time = Math.ceil(start / step) * step - start; time <= DATA.duration; time += step) {
    const x = time / DATA.duration * width;
    context.beginPath();
    context.moveTo(x, base); context.lineTo(x, base + 4);
    context.stroke();
    const isMidnight = local(time).getUTCHours() === 0 && local(time).getUTCMinutes() === 0;
    const text = isMidnight ? day(time) : clock(time);
    if (height && x > 18 && x < width - 18) context.fillText(text, x, base + 5);
  }
  context.textAlign = "left";
  context.beginPath();
  context.moveTo(0, base + 0.5); context.lineTo(width, base + 0.5);
  context.stroke();
}

// ------------------------------------------------------------------ curves

function drawCurves() {
  const box = byID("curves");
  const shown = DATA.kinds.curves.map((title, curve) => ({ title, curve })).filter(({ curve }) =>
    DRILLS.some((drill) => drill.curves.some((value, place) => place % CURVE_COUNT === curve && value !== 0)));
  box.replaceChildren(...shown.map(({ title, curve }) => {
    const canvas = make("canvas", { role: "img", "aria-label": curveSummary(title, curve) });
    const cursor = make("div", { class: "cursor" });
    const value = make("output", { class: "curve-value" });
    const plot = make("div", { class: "plot", on: {
      click: (event) => setTime((event.clientX - plot.getBoundingClientRect().left) / plot.clientWidth * DATA.duration),
    } }, canvas, cursor);
    const figureBox = make("figure", { class: "curve" }, make("figcaption", {}, words(title), " ", value), plot);
    plot.curve = curve;
    plot.output = value;
    return figureBox;
  }));
  for (const plot of box.querySelectorAll(".plot")) drawCurve(plot);
}

function curveSummary(title, curve) {
  return App.drills.map((drill) => {
    const points = drill.curves.filter((_, place) => place % CURVE_COUNT === curve);
    return `${words(title)} ${DRILLS.length > 1 ? drill.letter : ""}: ${figure(Math.max(...points))} max, ${figure(points[points.length - 1])}`;
  }).join("; ");
}

function drawCurve(plot) {
  const width = plot.clientWidth || 240, height = 98, base = height - 18, head = 18;
  const context = prepare(plot.querySelector("canvas"), width, height);
  let most = 0;
  for (const drill of DRILLS) drill.curves.forEach((value, place) => { if (place % CURVE_COUNT === plot.curve) most = Math.max(most, value); });
  const top = niceAbove(most);
  context.font = FONT_SMALL();
  context.strokeStyle = "#e3e7eb";
  context.fillStyle = Colour.muted;
  context.lineWidth = 1;
  for (const share of [0.5, 1]) {
    const y = Math.round(base - share * (base - head)) + 0.5;
    context.beginPath();
    context.moveTo(0, y); context.lineTo(width, y);
    context.stroke();
    context.textBaseline = "bottom";
    context.fillText(figure(top * share), 2, y - 1);
  }
  drawHours(context, width, base, height);
  for (const drill of App.drills) {
    const points = drill.curves.length / CURVE_COUNT;
    context.strokeStyle = PLAN_COLOURS[drill.number];
    context.lineWidth = 1.8;
    context.setLineDash(drill.number ? [5, 3] : []);
    context.beginPath();
    for (let i = 0; i < points; i++) {
      const x = i / Math.max(1, points - 1) * width;
      const y = base - drill.curves[i * CURVE_COUNT + plot.curve] / top * (base - head);
      if (i) context.lineTo(x, y); else context.moveTo(x, y);
    }
    context.stroke();
    context.setLineDash([]);
  }
}

function niceAbove(value) {
  if (value <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 8, 10].find((step) => step * power >= value) * power;
}

/** Values of the instant: those of the record, not of the curve's last point. */
function curveValue(drill, curve) {
  const label = ["dead", "published", "admitted", "trapped", "burning"][curve];
  if (label) return drill.truth.value(label, App.time);
  if (curve === 5) {
    const teams = teamCounts(drill, App.time);
    return teams.onSite + teams.carrying + teams.returning;
  }
  return MAP.zones.reduce((sum, _, zone) => sum + drill.truth.value("found:" + zone, App.time), 0);
}

function drawCurveValues() {
  for (const plot of document.querySelectorAll("#curves .plot")) {
    const parts = App.drills.map((drill) => (App.drills.length > 1 ? drill.letter + " " : "") + figure(curveValue(drill, plot.curve)));
    plot.output.textContent = parts.join(" · ");
  }
}

// ------------------------------------------------------------------ teams over time

const GANTT_COLOURS = {
  [State.station]: "#ffffff", [State.turningOut]: "#cfe0ee", [State.underWay]: "#0072B2", [State.free]: "#bfe0f5",
  [State.deploying]: "#8fd3bf", [State.working]: "#009E73", [State.carrying]: "#E69F00", [State.atHospital]: "#f7dfae",
  [State.comingBack]: "#CC79A7", [State.returning]: "#CC79A7", [State.held]: "#000000",
};

/** Called teams of a drill, kind by kind. */
function ganttRows(drill) {
  const rows = [];
  MAP.teams.forEach(([kind], team) => {
    const { first } = drill.tracks;
    if (first[team + 1] - first[team] > 1) rows.push({ kind, team });
  });
  return rows.sort((a, b) => a.kind - b.kind || a.team - b.team);
}

function drawGantts() {
  byID("gantts").replaceChildren(...App.drills.map(ganttOf));
  for (const box of document.querySelectorAll(".gantt")) drawGantt(box);
}

function ganttOf(drill) {
  const canvas = make("canvas", { role: "img", tabindex: "0", "aria-label": say("gantt") + ". " + say("ganttHelp") });
  const cursor = make("div", { class: "cursor" });
  const plot = make("div", { class: "gantt-plot" }, canvas, cursor);
  const box = make("div", { class: "gantt" }, make("div", { class: "gantt-labels" }), plot);
  box.drill = drill;
  box.rows = ganttRows(drill);
  plot.addEventListener("click", (event) => {
    const hit = ganttHit(box, event);
    if (!hit) return;
    setTime(hit.time);
    select("team", hit.team, drill);
    showWhy(drill, drill.tracks.fact[drill.tracks.stretch(hit.team, hit.time)]);
  });
  plot.addEventListener("pointermove", (event) => {
    const hit = ganttHit(box, event);
    if (!hit) return;
    const at = drill.tracks.stretch(hit.team, hit.time);
    const tip = byID("tip");
    tip.replaceChildren(make("strong", {}, name("t", hit.team)), make("div", {},
      `${words(STATE_WORDS[drill.tracks.state[at]])} ${clock(drill.tracks.time[at])}–${clock(drill.tracks.end(hit.team, at))}`));
    tip.hidden = false;
    tip.style.transform = `translate(${Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8)}px, ${event.clientY + 14}px)`;
  });
  plot.addEventListener("pointerleave", () => { byID("tip").hidden = true; });
  const title = DRILLS.length > 1 ? make("h3", { class: "plan-" + drill.letter }, `${drill.letter} · ${words(drill.plan)}`) : "";
  return make("div", {}, title, box);
}

function ganttHit(box, event) {
  const bounds = box.querySelector("canvas").getBoundingClientRect();
  const row = Math.floor((event.clientY - bounds.top) / box.rowHeight);
  if (row < 0 || row >= box.rows.length) return null;
  return { team: box.rows[row].team, time: (event.clientX - bounds.left) / bounds.width * DATA.duration };
}

function drawGantt(box) {
  const { rows, drill } = box;
  const plot = box.querySelector(".gantt-plot");
  const width = plot.clientWidth || 600;
  box.rowHeight = Math.max(2, Math.min(14, Math.floor(340 / Math.max(1, rows.length))));
  const height = Math.max(20, Math.min(16000, rows.length * box.rowHeight));
  const context = prepare(box.querySelector("canvas"), width, height);
  const { tracks } = drill;
  rows.forEach(({ team }, row) => {
    const y = row * box.rowHeight, size = box.rowHeight > 3 ? box.rowHeight - 1 : box.rowHeight;
    for (let at = tracks.first[team]; at < tracks.first[team + 1]; at++) {
      const state = tracks.state[at];
      if (state === State.station) continue;
      const x = tracks.time[at] / DATA.duration * width, end = tracks.end(team, at) / DATA.duration * width;
      context.fillStyle = GANTT_COLOURS[state];
      context.fillRect(x, y, Math.max(0.5, end - x), size);
    }
  });
  labelGantt(box, context, width);
}

/** Names of the kinds beside their first rows. */
function labelGantt(box, context, width) {
  const labels = box.querySelector(".gantt-labels");
  labels.style.height = box.querySelector("canvas").style.height;
  const items = [];
  let bottom = -20;
  box.rows.forEach(({ kind }, row) => {
    if (row && box.rows[row - 1].kind === kind) return;
    const y = row * box.rowHeight;
    context.strokeStyle = "rgba(27,39,51,0.25)";
    context.lineWidth = 1;
    if (row) { context.beginPath(); context.moveTo(0, y - 0.5); context.lineTo(width, y - 0.5); context.stroke(); }
    bottom = Math.max(bottom + 15, y);
    const item = make("span", {}, words(DATA.kinds.teams[kind]));
    item.style.top = bottom + "px";
    items.push(item);
  });
  labels.replaceChildren(...items);
}

// ------------------------------------------------------------------ goals and batch

function drawGoals() {
  const drills = App.drills;
  const goals = drills[0].goals;
  byID("goals-box").hidden = goals.length === 0;
  const head = make("tr", {}, make("th", { scope: "col" }, say("goal")), make("th", { scope: "col" }, say("wanted")));
  drills.forEach((drill) => head.append(make("th", { scope: "col" }, say("reached") + (drills.length > 1 ? " " + drill.letter : ""))));
  const body = goals.map((goal, place) => make("tr", {},
    make("th", { scope: "row" }, words(goal.title)), make("td", {}, words(goal.wanted)),
    ...drills.map((drill) => goalCell(drill, drill.goals[place]))));
  byID("goals").replaceChildren(make("table", {}, make("thead", {}, head), make("tbody", {}, ...body)));
}

function goalCell(drill, goal) {
  const verdict = make("span", { class: goal.isMet ? "met" : "missed" }, (goal.isMet ? "✓ " : "✗ ") + say(goal.isMet ? "met" : "missed"));
  const cause = goal.cause ? make("div", { class: "hint" }, say("laidTo") + colon() + words(goal.cause)) : "";
  const why = goal.fact === null ? "" : make("button", { type: "button", class: "small", on: { click: () => showWhy(drill, goal.fact) } }, say("whyButton"));
  return make("td", {}, words(goal.reached), " ", verdict, " ", why, cause);
}

function drawStanding() {
  const box = byID("standing");
  const { standing } = DATA;
  const note = make("p", { class: "hint" }, words(DATA.standingNote));
  if (!standing) { box.replaceChildren(note); return; }
  box.replaceChildren(note, make("div", { class: "spreads" }, ...standing.lines.map(spread)));
}

/** Bars of a spread, with the drill shown as a mark. */
function spread(line) {
  const most = Math.max(...line.bars);
  const bars = make("div", { class: "bars", "aria-hidden": "true" }, ...line.bars.map((count) => {
    const bar = make("i");
    bar.style.height = (most ? count / most * 100 : 0) + "%";
    return bar;
  }));
  if (!line.isNever) {
    const mark = make("b");
    mark.style.left = line.place * 100 + "%";
    bars.append(mark);
  }
  const rank = say("fewer", (line.rank * 100).toFixed(0) + "\u2009%");
  const never = line.never ? " · " + say("neverIn", figure(line.never)) : "";
  return make("figure", { class: "spread" },
    make("figcaption", {}, words(line.title) + colon(), make("b", {}, words(line.value))), bars,
    make("div", { class: "ends" }, make("span", {}, words(line.low)), make("span", {}, words(line.high))),
    make("div", { class: "hint" }, rank + never));
}
