// What stands beside the map: numbers of the moment, events, causes, details.

let lastPanels = 0;

/** While time runs the panels follow four times a second, which is as fast as one can read. */
function drawPanels(now) {
  if (App.isPlaying && now - lastPanels < 250) return;
  lastPanels = now;
  drawPaneTitles();
  drawNow();
  drawFeed();
  drawCurveValues();
  if (App.chosen) drawDetails();
}

function teamCounts(drill, time) {
  const counts = new Int32Array(11);
  for (let team = 0; team < MAP.teams.length; team++) counts[drill.tracks.state[drill.tracks.stretch(team, time)]]++;
  return {
    onSite: counts[State.free] + counts[State.deploying] + counts[State.working],
    working: counts[State.deploying] + counts[State.working],
    underWay: counts[State.turningOut] + counts[State.underWay] + counts[State.held],
    carrying: counts[State.carrying] + counts[State.atHospital] + counts[State.comingBack],
    returning: counts[State.returning],
  };
}

// ------------------------------------------------------------------ panes

function labelPanes() {
  for (const pane of App.panes) {
    pane.canvas.setAttribute("aria-label", `${say("mapLabel")}: ${paneName(pane)}. ${say("mapHelp")}`);
  }
  drawPaneTitles();
}

const colon = () => (Language.code === "zh" ? "：" : ": ");

function paneName(pane) {
  const plan = (DRILLS.length > 1 ? pane.drill.letter + " · " : "") + words(pane.drill.plan);
  return plan + " · " + (pane.view === "truth" ? say("truth") : say("picture") + colon() + name("p", App.post));
}

function drawPaneTitles() {
  for (const pane of App.panes) {
    const rows = quantities(pane.drill, App.time).filter((row) => row.isBrief);
    const figures = rows.map((row) => {
      const value = pane.view === "truth" ? row.so : row.believed;
      return make("span", { class: "brief" }, row.title + " ", make("b", {}, value === null ? "–" : figure(value)));
    });
    pane.title.className = "pane-title pane-" + pane.view + " pane-" + pane.drill.letter;
    pane.title.replaceChildren(make("strong", {}, paneName(pane)), make("span", { class: "briefs" }, ...figures));
  }
}

// ------------------------------------------------------------------ numbers of the moment

/** What is so and what the post has been told, side by side. */
function quantities(drill, time) {
  const { truth, beliefs } = drill;
  const told = (label) => beliefs.at(`${App.post}/${label}`, time);
  const sum = (kinds) => {
    let value = 0, latest = null;
    for (const [kind, count] of kinds) {
      for (let i = 0; i < count; i++) {
        const step = told(kind + ":" + i);
        if (!step) continue;
        value += step.value;
        if (!latest || step.fact > latest.fact) latest = step;
      }
    }
    return latest ? { value, fact: latest.fact } : null;
  };
  const zones = MAP.zones.length, hospitals = MAP.hospitals.length, sites = MAP.sites.length;
  const count = (kind, length, test) => {
    let value = 0, latest = null;
    for (let i = 0; i < length; i++) {
      const step = told(kind + ":" + i);
      if (!step) continue;
      if (test(step.value)) value++;
      if (!latest || step.fact > latest.fact) latest = step;
    }
    return latest ? { value, fact: latest.fact } : null;
  };
  const teams = teamCounts(drill, time);
  const fact = (label) => { const step = truth.at(label, time); return step ? step.fact : null; };
  const row = (title, so, soFact, belief, isBrief) => ({
    title: words(title), so, soFact, isBrief: !!isBrief, believed: belief ? belief.value : null, fact: belief ? belief.fact : null,
  });
  const rows = [
    row(["Dead", "死亡"], truth.value("dead", time), fact("dead"), sum([["found.0", zones], ["inCare.0", hospitals]]), true),
    row(["of these verified", "其中核报"], null, null, sum([["verified.0", sites]])),
    row(["made public", "对外发布"], truth.value("published", time), fact("published"), null),
    row(["Trapped", "被困"], truth.value("trapped", time), fact("trapped"), sum([["found.4", zones]]), true),
    row(["Rescued alive", "获救"], truth.value("rescued", time), fact("rescued"), sum([["found.3", zones]])),
    row(["Hurt", "受伤"], truth.value("hurt", time), fact("hurt"),
      sum([["found.1", zones], ["found.2", zones], ["inCare.1", hospitals], ["inCare.2", hospitals]])),
    row(["Admitted to hospital", "累计住院"], truth.value("admitted", time), fact("admitted"), null),
    row(["Fires burning", "燃烧火点"], truth.value("burning", time), fact("burning"), count("fire", MAP.hazards.length, (value) => value === 1), true),
    row(["Teams under way", "途中队伍"], teams.underWay, null, count("team", MAP.teams.length, (value) => value === 1)),
    row(["Teams at the site", "到场队伍"], teams.onSite + teams.carrying, null, count("team", MAP.teams.length, (value) => value >= 2 && value <= 4), true),
    row(["of these at work", "其中作业"], teams.working + teams.carrying, null, count("team", MAP.teams.length, (value) => value === 3)),
  ];
  MAP.sites.forEach(([, depot]) => {
    DATA.kinds.supplies.forEach((title, kind) => {
      const label = `stock:${depot}:${kind}`;
      const so = truth.at(label, time), belief = told(label);
      if (!so && !belief) return;
      const what = words(title), unit = words(DATA.kinds.units[kind]);
      const more = MAP.sites.length > 1 ? name("d", depot) : what.includes(unit) ? "" : unit;
      const full = more ? (Language.code === "zh" ? `${what}（${more}）` : `${what}, ${more}`) : what;
      rows.push(row(full,
        so ? so.value : null, so ? so.fact : null, belief));
    });
  });
  return rows;
}

function drawNow() {
  const drills = App.drills;
  const tables = drills.map((drill) => quantities(drill, App.time));
  const head = make("tr", {}, make("th", { scope: "col" }, say("quantity")));
  drills.forEach((drill) => {
    const letter = drills.length > 1 ? " " + drill.letter : "";
    head.append(
      make("th", { scope: "col", class: "number" }, say("isSo") + letter),
      make("th", { scope: "col", class: "number" }, say("believed") + letter),
      drills.length > 1 ? "" : make("th", { scope: "col", class: "number age" }, say("age")),
    );
  });
  const body = tables[0].map((first, place) => {
    const cells = [make("th", { scope: "row" }, first.title)];
    drills.forEach((drill, number) => {
      const row = tables[number].find((other) => other.title === first.title) || {};
      const differs = row.believed !== null && row.so !== null && row.believed !== row.so;
      const age = row.fact !== null && row.fact !== undefined ? span(App.time - drill.facts.perceived(row.fact)) : "";
      cells.push(
        make("td", { class: "number" }, valueButton(drill, row.so, row.soFact)),
        make("td", { class: "number" + (differs ? " differs" : "") }, valueButton(drill, row.believed, row.fact)),
      );
      if (drills.length === 1) cells.push(make("td", { class: "number age" }, age));
    });
    return make("tr", { class: place > 10 ? "stock" : "" }, ...cells);
  });
  const table = make("table", { class: "now" }, make("thead", {}, head), make("tbody", {}, ...body));
  byID("now-of").textContent = say("believed") + colon() + name("p", App.post);
  byID("now").replaceChildren(table);
}

/** A number that leads to its causes. */
function valueButton(drill, value, fact) {
  const text = value === null || value === undefined ? "–" : figure(value);
  if (fact === null || fact === undefined || value === null) return text;
  return make("button", { type: "button", class: "value", on: { click: () => showWhy(drill, fact) } }, text);
}

// ------------------------------------------------------------------ events

/** Makes the list of events that the filters let through. */
function rebuildFeed() {
  const { mode, sorts, post } = App.feed;
  const list = [];
  for (const drill of App.drills) {
    const { facts } = drill;
    const concerns = (fact) => post < 0 || facts.concerns(fact, post);
    if (mode === "story") {
      for (const entry of drill.story) {
        if (!sorts.has(entry.sort) || !concerns(entry.fact)) continue;
        list.push({ drill, fact: entry.fact, time: facts.time[entry.fact], sort: entry.sort, text: () => words(entry.text) });
      }
    } else {
      for (let fact = 0; fact < facts.count; fact++) {
        const sort = facts.sort(fact);
        if (!sorts.has(sort) || !concerns(fact)) continue;
        list.push({ drill, fact, time: facts.time[fact], sort, text: () => facts.text(fact) });
      }
    }
  }
  list.sort((a, b) => a.time - b.time || a.drill.number - b.drill.number || a.fact - b.fact);
  App.feed.list = list;
  App.feed.times = Float64Array.from(list, (entry) => entry.time);
  App.feed.shown = null;
  byID("feed-count").textContent = figure(list.length);
}

function drawFeed() {
  const { list, times } = App.feed;
  const place = lastNotAbove(times, App.time);
  const key = [place, Language.code, App.why ? App.why.fact : ""].join();
  if (App.feed.shown === key) return;
  App.feed.shown = key;
  const items = [];
  if (place + 1 < list.length) items.push(feedItem(list[place + 1], true));
  for (let i = place; i >= 0 && items.length < 60; i--) items.push(feedItem(list[i], false));
  if (place < 0) items.push(make("li", { class: "empty" }, say("nothingYet")));
  byID("feed").replaceChildren(...items);
}

function feedItem(entry, isNext) {
  const isChosen = App.why && App.why.drill === entry.drill && App.why.fact === entry.fact;
  const when = (isNext ? say("upNext") + " " : "") + clock(entry.time);
  return make("li", { class: `event sort-${entry.sort}` + (isNext ? " is-next" : "") },
    make("button", {
      type: "button", "aria-current": isChosen ? "true" : false, title: sinceOnset(entry.time) + " · #" + entry.fact,
      on: { click: () => { setTime(entry.time); showWhy(entry.drill, entry.fact); } },
    },
    make("span", { class: "when" }, when), sortSign(entry.sort),
    App.drills.length > 1 ? make("span", { class: "letter letter-" + entry.drill.letter }, entry.drill.letter) : null,
    make("span", { class: "what" }, entry.text())));
}

const SORT_SIGNS = ["◇", "▲", "●", "✚", "■", "⬟", "✉", "⚑", "❝"];

function sortSign(sort) {
  return make("span", { class: "sign", title: words(DATA.kinds.sorts[sort]), "aria-hidden": "true" }, SORT_SIGNS[sort]);
}

// ------------------------------------------------------------------ causes

function drawWhy() {
  const box = byID("why");
  if (!App.why) { box.replaceChildren(make("p", { class: "hint" }, say("whyHint"))); return; }
  const { drill, fact } = App.why;
  const { facts } = drill;
  const chain = facts.chain(fact);
  const items = chain.map((link, place) => {
    const gap = place ? facts.time[link] - facts.time[chain[place - 1]] : 0;
    return whyItem(drill, link, gap >= 1000 ? "+" + span(gap) : "", link === fact);
  });
  const { effects, count } = facts.effects(fact, 6);
  const followed = effects.map((effect) => {
    const gap = facts.time[effect] - facts.time[fact];
    return whyItem(drill, effect, gap >= 1000 ? "+" + span(gap) : "", false);
  });
  if (count > effects.length) followed.push(make("li", { class: "hint" }, `… ${figure(count - effects.length)} ${say("more")}`));
  box.replaceChildren(
    DRILLS.length > 1 ? make("p", { class: "hint" }, `${drill.letter} · ${words(drill.plan)}`) : "",
    make("ol", { class: "chain" }, ...items),
    make("h3", {}, say("followedBy")),
    count ? make("ol", { class: "chain effects" }, ...followed) : make("p", { class: "hint" }, say("nothingFollowed")),
  );
}

function whyItem(drill, fact, gap, isEnd) {
  const { facts } = drill;
  return make("li", { class: `sort-${facts.sort(fact)}` + (isEnd ? " is-end" : "") },
    make("button", { type: "button", on: { click: () => { setTime(facts.time[fact]); showWhy(drill, fact); } } },
      make("span", { class: "when" }, clock(facts.time[fact], true)), sortSign(facts.sort(fact)),
      make("span", { class: "what" }, facts.text(fact), make("small", {}, " #" + fact + (gap ? "  " + gap : "")))));
}

// ------------------------------------------------------------------ details

/** Lines about a thing of the map at the present instant, and the fact that explains it. */
function describe(kind, number, drill) {
  const time = App.time, { truth, facts } = drill;
  const lines = [];
  const line = (label, text) => lines.push([label, text]);
  let title = "", fact = null;
  if (kind === "team") {
    const at = drill.tracks.stretch(number, time);
    const [teamKind, , crew, , post] = MAP.teams[number];
    title = name("t", number);
    line(say("team"), `${words(DATA.kinds.teams[teamKind])} · ${crew} ${say("persons")}`);
    line(say("belongsTo"), name("p", post));
    const task = drill.tracks.task[at] >= 0 ? " · " + words(DATA.kinds.tasks[drill.tracks.task[at]]) : "";
    line(say("isSo"), `${words(STATE_WORDS[drill.tracks.state[at]])}${task}, ${say("since")} ${clock(drill.tracks.time[at])}`);
    const belief = drill.beliefs.at(`${App.post}/team:${number}`, time);
    line(`${say("picture")} (${name("p", App.post)})`, belief
      ? `${words(DATA.kinds.statuses[belief.value])}, ${span(time - facts.perceived(belief.fact))}` : say("unknown"));
    fact = drill.tracks.fact[at];
  } else if (kind === "zone") {
    title = name("z", number);
    line(say("zone"), `${figure(MAP.zones[number][4])} ${say("persons")}`);
    const rows = [["Dead", "死亡", "dead", "found.0"], ["Trapped", "被困", "trapped", "found.4"], ["Found", "发现", "found", null],
      ["Hurt, dead included", "伤亡合计", "hurt", null], ["Buildings down", "建筑倒塌", "collapsed", null],
      ["Left in time", "已转移", "left", null], ["Guideline level", "限值级别", "air", null], ["Sweeps", "搜索轮次", "swept", "sweeps"]];
    for (const [english, chinese, label, belief] of rows) {
      const step = truth.at(`${label}:${number}`, time);
      const told = belief && drill.beliefs.at(`${App.post}/${belief}:${number}`, time);
      if (!step && !told) continue;
      line(words([english, chinese]), figure(step ? step.value : 0) + (belief ? ` (${say("believed")} ${told ? figure(told.value) : "–"})` : ""));
      if (label === "dead" && step) fact = step.fact;
    }
  } else if (kind === "hazard") {
    title = name("h", number);
    const step = truth.at("hazard:" + number, time);
    line(say("hazard"), words(HAZARD_STATES[step ? step.value : 0]) + (step ? `, ${say("since")} ${clock(step.time)}` : ""));
    const told = drill.beliefs.at(`${App.post}/fire:${number}`, time);
    line(`${say("picture")} (${name("p", App.post)})`, told ? `${words(HAZARD_STATES[told.value])}, ${span(time - facts.perceived(told.fact))}` : say("unknown"));
    fact = step ? step.fact : null;
  } else if (kind === "hospital") {
    title = name("o", number);
    line(say("hospital"), `${figure(MAP.hospitals[number][1])} ${say("beds")}`);
    line(words(["In care", "在院"]), figure(truth.value("inCare:" + number, time)));
    const told = drill.beliefs.at(`${App.post}/beds:${number}`, time);
    if (told) line(words(["Free beds, believed", "空床（掌握）"]), `${figure(told.value)}, ${span(time - facts.perceived(told.fact))}`);
  } else if (kind === "depot") {
    title = name("d", number);
    DATA.kinds.supplies.forEach((supply, index) => {
      const step = truth.at(`stock:${number}:${index}`, time);
      if (step) line(words(supply), `${figure(step.value)} ${words(DATA.kinds.units[index])}`);
      if (step && step.fact) fact = step.fact;
    });
  } else if (kind === "convoy") {
    title = say("convoy");
    fact = drill.tracks.convoys[number].fact;
    line(title, facts.text(fact));
  } else if (kind === "cordon") {
    title = say("cordon");
    fact = number;
    line(title, facts.text(fact));
  } else {
    const letter = { site: "s", shelter: "k", place: "l" }[kind];
    title = name(letter, number);
    line(say(kind), "");
  }
  return { title, lines, fact };
}

function drawDetails() {
  const box = byID("details");
  box.hidden = !App.chosen;
  if (!App.chosen) return;
  const { kind, number, drill } = App.chosen;
  const { title, lines, fact } = describe(kind, number, drill);
  box.replaceChildren(
    make("button", { type: "button", class: "close", "aria-label": say("close"), on: { click: () => select(null) } }, "×"),
    make("h3", {}, title),
    make("dl", {}, ...lines.flatMap(([label, text]) => [make("dt", {}, label), make("dd", {}, text)])),
    fact === null ? "" : make("button", { type: "button", on: { click: () => showWhy(drill, fact) } }, say("why")),
  );
}

/** Shows a few words beside the pointer. */
function hover(pane, hit, event) {
  const tip = byID("tip");
  pane.canvas.style.cursor = hit ? "pointer" : "grab";
  if (!hit) { tip.hidden = true; return; }
  const { title, lines } = describe(hit.kind, hit.number, pane.drill);
  tip.replaceChildren(make("strong", {}, title), ...lines.slice(0, 3).map(([label, text]) => make("div", {}, `${label}: ${text}`)));
  tip.hidden = false;
  const x = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8);
  const y = Math.min(event.clientY + 14, window.innerHeight - tip.offsetHeight - 8);
  tip.style.transform = `translate(${Math.max(4, x)}px, ${Math.max(4, y)}px)`;
}
