// Puts the page together.

/** Writes the words of the page in its language. */
function translate() {
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = say(element.dataset.label);
  }
  const plans = DRILLS.map((drill) => (DRILLS.length > 1 ? drill.letter + " · " : "") + words(drill.plan)).join(" / ");
  const { seed, drill } = DRILLS[0];
  byID("subtitle").textContent = `${plans} · ${say("seed")} ${seed} · ${say("drillNumber", drill)}`;
  byID("tip").hidden = true;
  fillChoices();
  fillLegend();
  fillNotes();
  drawStanding();
  drawDivergence();
  play(App.isPlaying);
  App.feed.shown = null;
  drawWhy();
  drawDetails();
  rebuildCharts();
  labelPanes();
  refresh();
}

function fillChoices() {
  const option = (value, text) => make("option", { value }, text);
  const posts = DATA.names.p.map((_, post) => option(post, name("p", post)));
  byID("post").replaceChildren(...posts);
  byID("post").value = App.post;
  byID("feed-post").replaceChildren(option(-1, say("allPosts")), ...DATA.names.p.map((_, post) => option(post, name("p", post))));
  byID("feed-post").value = App.feed.post;
  byID("sorts").replaceChildren(...Object.values(Sorts).map((sort) => {
    const box = make("input", { type: "checkbox", checked: App.feed.sorts.has(sort), "data-sort": sort, on: {
      change: (event) => {
        if (event.target.checked) App.feed.sorts.add(sort); else App.feed.sorts.delete(sort);
        rebuildFeed();
        refresh();
      },
    } });
    return make("label", { class: "chip sort-" + sort }, box, sortSign(sort), words(DATA.kinds.sorts[sort]));
  }));
  byID("plans").hidden = DRILLS.length < 2;
  for (const button of document.querySelectorAll("[data-plan]")) {
    const drill = DRILLS.find((drill) => drill.letter === button.dataset.plan);
    button.textContent = drill ? `${drill.letter} · ${words(drill.plan)}` : say("sideBySide");
    button.hidden = button.dataset.plan !== "AB" && !drill;
  }
}

/** Signs on the map and what they mean. */
function fillLegend() {
  const sign = (draw, text) => {
    const canvas = make("canvas", { width: 44, height: 44, "aria-hidden": "true", "aria-label": text });
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    draw(context);
    return make("li", {}, canvas, text);
  };
  const team = (kind, state, isGhost) => (context) => drawTeam(context, kind, state, 11, 11, 6, 1, isGhost);
  const present = [...new Set(MAP.teams.map(([kind]) => kind))].sort((a, b) => a - b);
  const kinds = present.map((kind) => sign(team(kind, State.underWay), words(DATA.kinds.teams[kind])));
  const states = LEGEND_STATES.map(([state, text]) => sign(team(0, state), words(text)));
  states.push(sign(team(0, State.underWay, true), words(["place not known (picture)", "位置未掌握（掌握态势）"])));
  const things = [];
  if (MAP.hazards.some(([kind]) => kind === 2)) {
    things.push(sign((c) => drawFire(c, 11, 12, 7, 1), words(["fire", "燃烧"])), sign((c) => drawFire(c, 11, 11, 6.5, 2), words(["under control", "火势控制"])),
      sign((c) => drawFire(c, 11, 12, 7, 3), words(["out", "熄灭"])));
  }
  const others = [[1, ["explosion", "爆炸"]], [5, ["fireball", "火球"]], [3, ["collapse", "倒塌"]], [4, ["release of gas", "气体泄漏"]], [0, ["self-heating", "自燃升温"]]];
  for (const [kind, text] of others) {
    if (MAP.hazards.some(([other]) => other === kind)) things.push(sign((c) => drawHazard(c, kind, 11, 11, 7, 1), words(text)));
  }
  if (DRILLS.some((drill) => drill.clouds.length)) {
    ["rgb(240,228,66)", "rgb(230,159,0)", "rgb(213,94,0)"].forEach((colour, level) => things.push(sign((c) => {
      c.fillStyle = colour; c.fillRect(3, 3, 16, 16); c.fillStyle = "#1b2733"; c.font = "11px sans-serif"; c.fillText(level + 1, 8, 15);
    }, `${say("level")} ${level + 1}`)));
  }
  things.push(sign((c) => drawSite(c, 11, 11, 7), say("site")));
  if (MAP.hospitals.length) things.push(sign((c) => drawHospital(c, 11, 11, 6), say("hospital")));
  things.push(sign((c) => drawDepot(c, 11, 11, 6), say("depot")));
  if (MAP.shelters.length) things.push(sign((c) => drawShelter(c, 11, 11, 7), say("shelter")));
  things.push(sign((c) => drawConvoy(c, 10, 11), say("convoy")), sign((c) => { c.fillStyle = Colour.muted; c.fillRect(9, 9, 4, 4); }, say("walker")));
  if (DRILLS.some((drill) => drill.closings.length)) things.push(sign((c) => drawCordon(c, 11, 11, 7), say("cordon")));
  things.push(sign((c) => {
    c.strokeStyle = Colour.blue; c.lineWidth = 2; c.setLineDash([4, 2]); c.beginPath(); c.arc(11, 11, 8, 0, 7); c.stroke();
  }, say("warnedZone")));
  byID("legend").replaceChildren(make("ul", {}, ...states), make("ul", {}, ...kinds), make("ul", {}, ...things));
}

function fillNotes() {
  const notes = ["noteRoutes", "noteRest", "notePicture", "noteRings", "noteStock"].map((key) => make("li", {}, say(key)));
  notes.push(make("li", {}, `${say("keys")}${colon()}${say("keysText")}`));
  notes.push(make("li", {}, `${say("made")}${colon()}${DATA.program} · ${figure(DRILLS.reduce((sum, drill) => sum + drill.facts.count, 0))} ${say("facts")}`));
  notes.push(make("li", {}, `${say("again")}${colon()}`, make("code", {}, DATA.command)));
  byID("notes").replaceChildren(...notes);
}

/** Where two plans part, with what happens there under each. */
function drawDivergence() {
  const box = byID("divergence");
  box.hidden = DRILLS.length < 2;
  if (box.hidden) return;
  if (DATA.divergence === null) { box.replaceChildren(say("sameToTheEnd")); return; }
  const time = divergenceTime();
  const sides = DRILLS.map((drill) => {
    const fact = DATA.divergence;
    if (fact >= drill.facts.count) return null;
    return make("button", { type: "button", class: "side", on: { click: () => { setTime(drill.facts.time[fact]); showWhy(drill, fact); } } },
      make("span", { class: "letter letter-" + drill.letter }, drill.letter), ` ${clock(drill.facts.time[fact], true)} ${drill.facts.text(fact)}`);
  });
  box.replaceChildren(make("span", {}, `◆ ${say("divergeAt")} `, make("b", {}, `${day(time)} ${clock(time, true)} (${sinceOnset(time)})`)),
    ...sides.filter(Boolean));
}

function listen() {
  byID("play").addEventListener("click", () => play(!App.isPlaying));
  byID("previous").addEventListener("click", () => step(-1));
  byID("next").addEventListener("click", () => step(1));
  byID("to-onset").addEventListener("click", () => setTime(ONSET, true));
  byID("speed").addEventListener("change", (event) => { App.speed = Number(event.target.value); });
  const slider = byID("slider");
  slider.max = DATA.duration;
  slider.addEventListener("input", () => setTime(Number(slider.value)));
  byID("strip").addEventListener("click", (event) => {
    const bounds = byID("strip").getBoundingClientRect();
    setTime((event.clientX - bounds.left) / bounds.width * DATA.duration, true);
  });
  for (const button of document.querySelectorAll("[data-plan]")) button.addEventListener("click", () => choose("plan", button.dataset.plan));
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => choose("view", button.dataset.view));
  byID("post").addEventListener("change", (event) => choose("post", Number(event.target.value)));
  for (const button of document.querySelectorAll("[data-mode]")) {
    button.addEventListener("click", () => {
      App.feed.mode = button.dataset.mode;
      for (const other of document.querySelectorAll("[data-mode]")) other.setAttribute("aria-pressed", String(other === button));
      rebuildFeed();
      refresh();
    });
  }
  byID("feed-post").addEventListener("change", (event) => { App.feed.post = Number(event.target.value); rebuildFeed(); refresh(); });
  byID("fit-scene").addEventListener("click", () => fit("scene"));
  byID("fit-region").addEventListener("click", () => fit("region"));
  byID("zoom-in").addEventListener("click", () => zoomBy(1.5));
  byID("zoom-out").addEventListener("click", () => zoomBy(1 / 1.5));
  document.addEventListener("keydown", onKey);
  document.addEventListener("drill-language", translate);
  window.addEventListener("hashchange", () => { readLink(); arrange(); drawWhy(); });
  let resizing = 0;
  window.addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => { resizePanes(); rebuildCharts(); }, 120);
  });
}

/** The post whose picture is shown first: a county, city or province that has one, from below. */
function usualPost() {
  const order = [3, 4, 5, 7, 2, 6, 8, 1, 0];
  for (const level of order) {
    const post = MAP.posts.findIndex((entry, number) => entry[0] === level
      && [...DRILLS[0].beliefs.all.keys()].some((label) => label.startsWith(number + "/")));
    if (post >= 0) return post;
  }
  return 0;
}

App.post = usualPost();
readLink();
listen();
arrange();
Camera.fit(EXTENTS.scene, App.panes[0].width, App.panes[0].height);
translate();
requestAnimationFrame(frame);

/** For whoever measures or tests the page. */
window.drillReplay = {
  app: App, drills: DRILLS, meter: Meter, camera: Camera, setTime, choose, fit, play,
  /** Number of teams and others on the road at the present instant. */
  get moving() {
    return App.drills.reduce((sum, drill) => {
      let count = 0;
      for (let team = 0; team < MAP.teams.length; team++) if (drill.tracks.moves(drill.tracks.stretch(team, App.time))) count++;
      for (const list of [drill.tracks.walkers, drill.tracks.convoys]) count += list.filter((one) => one.leaves <= App.time && App.time < one.arrives).length;
      return sum + count;
    }, 0);
  },
  ready: performance.now(),
};
