// The map: one camera for all panes, a ground that is drawn when the camera moves, and what moves on it.

const Camera = {
  x: 0, y: 0, scale: 1, version: 0,
  /** Shows a rectangle in metres as large as it goes. */
  fit([west, south, east, north], width, height) {
    const margin = Math.min(64, width * 0.12);
    this.x = (west + east) / 2;
    this.y = (south + north) / 2;
    const scale = Math.min((width - 2 * margin) / Math.max(east - west, 50), (height - 2 * margin) / Math.max(north - south, 50));
    this.scale = Math.max(scale, 1e-5);
    this.version++;
  },
  move(dx, dy) { this.x -= dx / this.scale; this.y += dy / this.scale; this.version++; },
  zoom(factor, px, py, width, height) {
    const x = this.x + (px - width / 2) / this.scale, y = this.y - (py - height / 2) / this.scale;
    this.scale = Math.min(20, Math.max(1e-5, this.scale * factor));
    this.x = x - (px - width / 2) / this.scale;
    this.y = y + (py - height / 2) / this.scale;
    this.version++;
  },
};

/** Rectangle around everything of the map, and around what happens at the scene. */
const EXTENTS = (() => {
  const around = (points) => {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of points) {
      box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
    }
    return box;
  };
  const scene = [];
  for (const [x, y, radius] of MAP.zones) scene.push([x - radius, y - radius], [x + radius, y + radius]);
  for (const [, x, y] of MAP.hazards) scene.push([x, y]);
  for (const [staging] of MAP.sites) scene.push([MAP.x[staging], MAP.y[staging]]);
  const all = scene.slice();
  for (let i = 0; i < MAP.x.length; i++) all.push([MAP.x[i], MAP.y[i]]);
  return { scene: around(scene), region: around(all) };
})();

/** Size of one metre less the ratio of scene and region: whether a little map of all is worth its room. */
const HAS_INSET = (EXTENTS.region[2] - EXTENTS.region[0]) > 3 * (EXTENTS.scene[2] - EXTENTS.scene[0]);

class Pane {
  constructor(drill, view) {
    this.drill = drill;
    this.view = view;
    this.title = make("div", { class: "pane-title" });
    this.canvas = make("canvas", { tabindex: "0", role: "img" });
    this.box = make("figure", { class: "pane" }, this.title, this.canvas);
    this.ground = document.createElement("canvas");
    this.groundKey = "";
    this.hits = [];
    this.point = { x: 0, y: 0 };
    listenToPane(this);
  }
  resize() {
    const bounds = this.canvas.getBoundingClientRect();
    this.ratio = Math.min(2, window.devicePixelRatio || 1);
    this.width = Math.max(50, bounds.width);
    this.height = Math.max(50, bounds.height);
    this.canvas.width = Math.round(this.width * this.ratio);
    this.canvas.height = Math.round(this.height * this.ratio);
    this.groundKey = "";
  }
  px(x) { return this.width / 2 + (x - Camera.x) * Camera.scale; }
  py(y) { return this.height / 2 - (y - Camera.y) * Camera.scale; }

  // ---------------------------------------------------------------- ground

  drawGround() {
    const key = [Camera.version, this.canvas.width, this.canvas.height, Language.code].join();
    if (key === this.groundKey) return;
    this.groundKey = key;
    this.ground.width = this.canvas.width;
    this.ground.height = this.canvas.height;
    const canvas = this.ground.getContext("2d", { alpha: false });
    canvas.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    canvas.fillStyle = "#f7f8f6";
    canvas.fillRect(0, 0, this.width, this.height);
    this.drawZones(canvas);
    this.drawRoads(canvas);
    this.drawSigns(canvas);
    this.drawScale(canvas);
  }
  drawRoads(canvas) {
    const main = new Path2D(), other = new Path2D();
    const { first, to, kind, x, y } = MAP;
    for (let from = 0; from < x.length; from++) {
      for (let road = first[from]; road < first[from + 1]; road++) {
        const end = to[road];
        const ax = this.px(x[from]), ay = this.py(y[from]), bx = this.px(x[end]), by = this.py(y[end]);
        if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > this.width || Math.max(ay, by) < 0 || Math.min(ay, by) > this.height) continue;
        if (end < from && hasRoad(end, from)) continue;
        const type = kind[road] & 7;
        const path = type >= 1 && type <= 3 || MAP.to.length < 400 ? main : other;
        path.moveTo(ax, ay);
        path.lineTo(bx, by);
      }
    }
    canvas.lineCap = "round";
    canvas.strokeStyle = "#d7dbe0";
    canvas.lineWidth = Camera.scale > 0.05 ? 1.6 : 0.8;
    canvas.stroke(other);
    canvas.strokeStyle = "#b9c1c9";
    canvas.lineWidth = Camera.scale > 0.02 ? 3.4 : 2;
    canvas.stroke(main);
    canvas.strokeStyle = "#ffffff";
    canvas.lineWidth = Camera.scale > 0.02 ? 1.6 : 0.7;
    canvas.stroke(main);
  }
  drawZones(canvas) {
    for (const [x, y, radius] of MAP.zones) {
      const size = radius * Camera.scale;
      if (size < 2) continue;
      canvas.beginPath();
      canvas.arc(this.px(x), this.py(y), size, 0, 2 * Math.PI);
      canvas.fillStyle = "rgba(27,39,51,0.045)";
      canvas.fill();
      canvas.strokeStyle = "rgba(27,39,51,0.28)";
      canvas.lineWidth = 1;
      canvas.setLineDash([4, 3]);
      canvas.stroke();
      canvas.setLineDash([]);
    }
  }
  /** Signs and their names, the important ones first; a name that would lie on another is left out. */
  drawSigns(canvas) {
    const labels = [];
    const add = (x, y, draw, size, text, rank) => {
      const px = this.px(x), py = this.py(y);
      if (px < -20 || px > this.width + 20 || py < -20 || py > this.height + 20) return;
      if (draw) draw(canvas, px, py, size);
      labels.push({ px, py, size, text, rank });
    };
    const named = Math.min(MAP.named, MAP.x.length);
    const stagings = new Set(MAP.sites.map(([place]) => place));
    for (let i = 0; i < named; i++) {
      add(MAP.x[i], MAP.y[i], (c, px, py) => { c.fillStyle = "#6d7883"; c.beginPath(); c.arc(px, py, 2.4, 0, 7); c.fill(); }, 2.4, stagings.has(i) ? "" : name("l", i), 3);
    }
    MAP.shelters.forEach(([x, y], i) => add(x, y, drawShelter, 6, name("k", i), 2));
    MAP.depots.forEach(([place], i) => add(MAP.x[place] + this.apart(place, 1), MAP.y[place], drawDepot, 5, name("d", i), 4));
    MAP.hospitals.forEach(([place], i) => add(MAP.x[place] - this.apart(place, 1), MAP.y[place], drawHospital, 5.5, name("o", i), 2));
    MAP.sites.forEach(([place], i) => add(MAP.x[place], MAP.y[place], drawSite, 8, "", 0));
    MAP.zones.forEach(([x, y, radius], i) => {
      if (radius * Camera.scale > 14) add(x, y - radius * 0.0, null, radius * Camera.scale * 0.72, name("z", i), 1);
    });
    this.drawLabels(canvas, labels);
  }
  /** Hospital and depot of a town stand beside its place, not on it. */
  apart() { return 11 / Camera.scale; }
  drawLabels(canvas, labels) {
    const taken = this.taken = [];
    canvas.font = FONT_SMALL();
    canvas.textBaseline = "middle";
    canvas.lineJoin = "round";
    labels.sort((a, b) => a.rank - b.rank);
    const written = new Set();
    for (const { px, py, size, text, rank } of labels) {
      // A zone and the place by which it is reached often share their name.
      if (written.has(text)) continue;
      const isZone = rank === 1;
      if (!text) continue;
      const width = canvas.measureText(text).width;
      const box = isZone ? [px - width / 2, py - size - 8, width, 16] : [px + size + 4, py - 8, width, 16];
      if (box[0] + width > this.width || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      written.add(text);
      canvas.strokeStyle = "rgba(247,248,246,0.92)";
      canvas.lineWidth = 3;
      canvas.strokeText(text, box[0], box[1] + 8);
      canvas.fillStyle = rank === 0 ? Colour.ink : "#4f5d6b";
      canvas.fillText(text, box[0], box[1] + 8);
    }
  }
  drawScale(canvas) {
    const wanted = 110 / Camera.scale;
    const power = 10 ** Math.floor(Math.log10(wanted));
    const meters = [5, 2, 1].map((step) => step * power).find((step) => step <= wanted) || power;
    const length = meters * Camera.scale, x = 14, y = this.height - 14;
    canvas.strokeStyle = Colour.ink;
    canvas.lineWidth = 1.4;
    canvas.beginPath();
    canvas.moveTo(x, y - 5); canvas.lineTo(x, y); canvas.lineTo(x + length, y); canvas.lineTo(x + length, y - 5);
    canvas.stroke();
    canvas.font = FONT_SMALL();
    canvas.fillStyle = Colour.ink;
    canvas.textBaseline = "bottom";
    canvas.fillText(meters >= 1000 ? meters / 1000 + " km" : meters + " m", x + 5, y - 3);
  }

  // ---------------------------------------------------------------- frame

  draw(time) {
    this.drawGround();
    const canvas = this.canvas.getContext("2d", { alpha: false });
    canvas.setTransform(1, 0, 0, 1, 0, 0);
    canvas.drawImage(this.ground, 0, 0);
    canvas.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    // While time runs nobody can aim; now and then is enough, and leaves no litter.
    this.frame = (this.frame || 0) + 1;
    this.collects = !App.isPlaying || this.frame % 20 === 0;
    if (this.collects) this.hits.length = 0;
    this.chosenAt = null;
    this.boxes = this.taken.slice();
    const isTruth = this.view === "truth";
    if (isTruth) this.drawClouds(canvas, time);
    this.drawZoneStates(canvas, time, isTruth);
    if (isTruth) this.drawRings(canvas, time);
    this.drawHazards(canvas, time, isTruth);
    if (isTruth) {
      this.drawClosings(canvas, time);
      this.drawPassages(canvas, time);
      this.drawTeams(canvas, time);
    } else {
      this.drawBelievedTeams(canvas, time);
    }
    this.drawTags(canvas, this.tags);
    this.drawSelection(canvas);
    if (HAS_INSET) this.drawInset(canvas);
  }
  drawClouds(canvas, time) {
    for (const cloud of this.drill.clouds) {
      const place = lastNotAbove(cloud.times, time);
      if (place < 0) continue;
      const frame = cloud.frames[place];
      if (!frame.picture) frame.picture = cloudPicture(cloud, frame);
      const size = cloud.cell * cloud.side * Camera.scale;
      canvas.imageSmoothingEnabled = false;
      canvas.drawImage(frame.picture, this.px(cloud.east), this.py(cloud.north) - size, size, size);
      canvas.imageSmoothingEnabled = true;
      for (const mark of frame.marks) {
        this.tag(canvas, this.px(cloud.east + mark.x * cloud.cell), this.py(cloud.north + mark.y * cloud.cell), String(mark.level));
      }
    }
  }
  tag(canvas, x, y, text) {
    canvas.font = FONT_SMALL();
    const width = Math.max(16, canvas.measureText(text).width + 8);
    canvas.fillStyle = "rgba(255,255,255,0.92)";
    canvas.strokeStyle = "rgba(27,39,51,0.45)";
    canvas.lineWidth = 1;
    canvas.beginPath();
    canvas.rect(x - width / 2, y - 8, width, 16);
    canvas.fill();
    canvas.stroke();
    canvas.fillStyle = Colour.ink;
    canvas.textAlign = "center";
    canvas.textBaseline = "middle";
    canvas.fillText(text, x, y + 0.5);
    canvas.textAlign = "left";
  }
  /** Counts of a zone where there is room: at its foot, in its middle, below or above it. */
  drawTags(canvas, tags) {
    canvas.font = FONT_SMALL();
    tags.sort((a, b) => b[3].dead + b[3].trapped - a[3].dead - a[3].trapped);
    for (const [px, py, size, { text }] of tags) {
      const width = canvas.measureText(text).width + 8;
      for (const y of [py + size * 0.7, py, py + size + 10, py - size * 0.5, py - size - 10]) {
        const box = [px - width / 2, y - 9, width, 18];
        if (this.boxes.some((other) => overlap(box, other))) continue;
        this.boxes.push(box);
        this.tag(canvas, px, y, text);
        break;
      }
    }
  }
  drawZoneStates(canvas, time, isTruth) {
    const tags = this.tags = [];
    MAP.zones.forEach(([x, y, radius], zone) => {
      const px = this.px(x), py = this.py(y), size = radius * Camera.scale;
      if (px < -size || px > this.width + size || py < -size || py > this.height + size) return;
      const counts = zoneCounts(this.drill, zone, time, isTruth);
      if (isTruth && this.drill.truth.value("warned:" + zone, time)) {
        canvas.strokeStyle = Colour.blue;
        canvas.lineWidth = 2;
        canvas.setLineDash([8, 4]);
        canvas.beginPath();
        canvas.arc(px, py, Math.max(size + 3, 8), 0, 2 * Math.PI);
        canvas.stroke();
        canvas.setLineDash([]);
      }
      this.hit(px, py, Math.max(size, 8), "zone", zone, 3);
      if (size > 7 && counts.text) tags.push([px, py, size, counts]);
    });
  }
  drawRings(canvas, time) {
    const { truth, rings } = this.drill;
    MAP.hazards.forEach(([kind, x, y, own], hazard) => {
      const step = truth.at("hazard:" + hazard, time);
      if (!step) return;
      const px = this.px(x), py = this.py(y);
      if (kind === 2 && step.value === 1) {
        for (const [meters] of own) this.ring(canvas, px, py, meters, "rgba(213,94,0,0.10)", "rgba(213,94,0,0.35)", []);
      } else if (rings[hazard] && rings[hazard].length) {
        const age = time - step.time;
        rings[hazard].forEach(([meters, label], place) => {
          const fresh = Math.max(0, 1 - age / 600000);
          this.ring(canvas, px, py, meters, `rgba(213,94,0,${0.05 + 0.1 * fresh})`, "rgba(138,48,0,0.55)", [2, 4 + place]);
          const size = meters * Camera.scale;
          if (size > 40) this.ringLabel(canvas, px, py - size, words(label));
        });
      }
    });
  }
  ring(canvas, x, y, meters, fill, line, dash) {
    canvas.beginPath();
    canvas.arc(x, y, meters * Camera.scale, 0, 2 * Math.PI);
    canvas.fillStyle = fill;
    canvas.fill();
    canvas.strokeStyle = line;
    canvas.lineWidth = 1;
    canvas.setLineDash(dash);
    canvas.stroke();
    canvas.setLineDash([]);
  }
  ringLabel(canvas, x, y, text) {
    if (y < 8 || y > this.height) return;
    canvas.font = FONT_SMALL();
    const width = canvas.measureText(text).width;
    const box = [x - width / 2, y - 17, width, 16];
    if (this.boxes.some((other) => overlap(box, other))) return;
    this.boxes.push(box);
    canvas.textAlign = "center";
    canvas.textBaseline = "bottom";
    canvas.strokeStyle = "rgba(247,248,246,0.9)";
    canvas.lineWidth = 3;
    canvas.strokeText(text, x, y - 2);
    canvas.fillStyle = "#8a3000";
    canvas.fillText(text, x, y - 2);
    canvas.textAlign = "left";
  }
  drawHazards(canvas, time, isTruth) {
    const post = App.post;
    MAP.hazards.forEach(([kind, x, y], hazard) => {
      const px = this.px(x), py = this.py(y);
      const believed = isTruth ? null : this.drill.beliefs.at(`${post}/fire:${hazard}`, time);
      const status = isTruth ? this.drill.truth.value("hazard:" + hazard, time) : believed ? believed.value : 0;
      this.hit(px, py, 11, "hazard", hazard, 1);
      if (!isTruth && !believed) return;
      drawHazard(canvas, kind, px, py, status ? 7.5 : 4.5, status, !isTruth);
    });
  }
  drawClosings(canvas, time) {
    const open = new Map();
    for (const [at, from, to, isClosed, fact] of this.drill.closings) {
      if (at <= time) open.set(Math.min(from, to) * 1e7 + Math.max(from, to), { ends: [from, to], isClosed, fact });
    }
    for (const { ends, isClosed, fact } of open.values()) {
      if (!isClosed) continue;
      const ax = this.px(MAP.x[ends[0]]), ay = this.py(MAP.y[ends[0]]), bx = this.px(MAP.x[ends[1]]), by = this.py(MAP.y[ends[1]]);
      canvas.strokeStyle = Colour.vermillion;
      canvas.lineWidth = 3;
      canvas.setLineDash([6, 5]);
      canvas.beginPath();
      canvas.moveTo(ax, ay);
      canvas.lineTo(bx, by);
      canvas.stroke();
      canvas.setLineDash([]);
      drawCordon(canvas, (ax + bx) / 2, (ay + by) / 2, 7);
      this.hit((ax + bx) / 2, (ay + by) / 2, 9, "cordon", fact, 1);
    }
  }
  drawPassages(canvas, time) {
    const { walkers, convoys, ways } = this.drill.tracks;
    const point = this.point;
    canvas.fillStyle = "rgba(79,93,107,0.75)";
    for (const passage of walkers) {
      if (time < passage.leaves || time >= passage.arrives) continue;
      ways.locate(passage.way, (time - passage.leaves) / (passage.arrives - passage.leaves), point);
      canvas.fillRect(this.px(point.x) - 1.5, this.py(point.y) - 1.5, 3, 3);
    }
    convoys.forEach((passage, number) => {
      if (time < passage.leaves || time >= passage.arrives) return;
      ways.locate(passage.way, (time - passage.leaves) / (passage.arrives - passage.leaves), point);
      const x = this.px(point.x), y = this.py(point.y);
      drawConvoy(canvas, x, y);
      this.hit(x, y, 9, "convoy", number, 0);
    });
  }
  drawTeams(canvas, time) {
    const { tracks } = this.drill;
    const point = this.point, clusters = new Clusters(this.counts);
    const count = MAP.teams.length;
    for (let team = 0; team < count; team++) {
      const at = tracks.stretch(team, time);
      tracks.locate(team, at, time, point);
      let x = this.px(point.x), y = this.py(point.y);
      const state = tracks.state[at];
      if (!tracks.moves(at)) {
        // Around a hazard or in a zone the middle stays free for what burns there.
        const sort = tracks.sort[at];
        clusters.place(sort * 1e6 + tracks.index[at], state === State.station, sort ? 5 : 0);
        x += clusters.dx;
        y += clusters.dy;
      }
      if (x < -12 || x > this.width + 12 || y < -12 || y > this.height + 12) continue;
      this.stamp(canvas, team, state, x, y, false);
    }
    this.drawSiteNames(canvas, clusters);
  }
  /** Names of the staging areas stand below the teams that gather there. */
  drawSiteNames(canvas, clusters) {
    this.counts = clusters.counts;
    // Where the scene is a dot its name would only cover what is around it.
    if ((EXTENTS.scene[2] - EXTENTS.scene[0]) * Camera.scale < 80) return;
    canvas.font = FONT_SMALL();
    canvas.textAlign = "center";
    canvas.textBaseline = "top";
    MAP.sites.forEach(([place], site) => {
      const x = this.px(MAP.x[place]), text = name("s", site) + " · " + say("site");
      const far = 12 + clusters.radius(place);
      const middle = this.py(MAP.y[place]);
      if (middle < 0 || middle > this.height) return;
      const y = middle + far > this.height - 40 ? middle - far - 14 : middle + far;
      if (y > this.height || y < 0 || x < 0 || x > this.width) return;
      const width = canvas.measureText(text).width;
      this.boxes.push([x - width / 2, y, width, 15]);
      canvas.strokeStyle = "rgba(247,248,246,0.92)";
      canvas.lineWidth = 3;
      canvas.strokeText(text, x, y);
      canvas.fillStyle = Colour.ink;
      canvas.fillText(text, x, y);
    });
    canvas.textAlign = "left";
  }
  stamp(canvas, team, state, x, y, isGhost) {
    const radius = state === State.station ? 3 : 5;
    const sprite = teamSprite(MAP.teams[team][0], state, radius, this.ratio, isGhost);
    // On whole pixels a picture is copied, not computed.
    const left = Math.round((x - sprite.half) * this.ratio) / this.ratio, top = Math.round((y - sprite.half) * this.ratio) / this.ratio;
    canvas.drawImage(sprite, left, top, sprite.width / this.ratio, sprite.height / this.ratio);
    this.hit(x, y, radius + 3, "team", team, 0);
  }
  /** Teams as the post believes: where they are when at rest, in outline where last known when on the road. */
  drawBelievedTeams(canvas, time) {
    const clusters = new Clusters(this.counts);
    for (let team = 0; team < MAP.teams.length; team++) {
      const belief = this.drill.beliefs.at(`${App.post}/team:${team}`, time);
      const status = belief ? belief.value : 0;
      const isHome = status === 0 || status === 1;
      const place = isHome ? MAP.teams[team][1] : MAP.sites[knownSite(this.drill, team, time)][0];
      clusters.place(place, status === 0);
      const x = this.px(MAP.x[place]) + clusters.dx, y = this.py(MAP.y[place]) + clusters.dy;
      if (x < -12 || x > this.width + 12 || y < -12 || y > this.height + 12) continue;
      this.stamp(canvas, team, BELIEVED_STATES[status], x, y, status === 1 || status === 5);
    }
    this.drawSiteNames(canvas, clusters);
  }
  /** Notes where something was drawn, for the pointer and for what is chosen. */
  hit(x, y, r, kind, number, rank) {
    if (this.collects) this.hits.push({ x, y, r, kind, number, rank });
    const chosen = App.chosen;
    if (chosen && chosen.kind === kind && chosen.number === number) this.chosenAt = { x, y, r };
  }
  drawSelection(canvas) {
    const hit = this.chosenAt;
    if (!hit) return;
    canvas.strokeStyle = Colour.black;
    canvas.lineWidth = 2;
    canvas.beginPath();
    canvas.arc(hit.x, hit.y, Math.max(9, Math.min(hit.r, 40)), 0, 2 * Math.PI);
    canvas.stroke();
  }
  /** Everything in little, with the frame of what the pane shows. */
  drawInset(canvas) {
    const [west, south, east, north] = EXTENTS.region;
    const most = Math.min(120, this.width * 0.24);
    const scale = Math.min(most / (east - west), most / (north - south));
    if (this.width / Camera.scale > 0.6 * (east - west) || this.height / Camera.scale > 0.6 * (north - south)) return;
    const width = (east - west) * scale + 12, height = (north - south) * scale + 12;
    const left = this.width - width - 8, top = this.height - height - 8;
    this.inset = { left, top, width, height, scale };
    canvas.fillStyle = "rgba(255,255,255,0.9)";
    canvas.strokeStyle = "#b9c1c9";
    canvas.lineWidth = 1;
    canvas.beginPath();
    canvas.rect(left, top, width, height);
    canvas.fill();
    canvas.stroke();
    if (MAP.to.length < 4000) {
      canvas.strokeStyle = "#d0d6dc";
      canvas.beginPath();
      for (let from = 0; from < MAP.x.length; from++) {
        for (let road = MAP.first[from]; road < MAP.first[from + 1]; road++) {
          canvas.moveTo(left + 6 + (MAP.x[from] - west) * scale, top + 6 + (north - MAP.y[from]) * scale);
          canvas.lineTo(left + 6 + (MAP.x[MAP.to[road]] - west) * scale, top + 6 + (north - MAP.y[MAP.to[road]]) * scale);
        }
      }
      canvas.stroke();
    }
    if (this.view === "truth") this.drawInsetTeams(canvas, left, top, scale);
    const x = left + 6 + (Camera.x - this.width / 2 / Camera.scale - west) * scale;
    const y = top + 6 + (north - Camera.y - this.height / 2 / Camera.scale) * scale;
    canvas.strokeStyle = Colour.ink;
    canvas.lineWidth = 1.4;
    canvas.strokeRect(x, y, Math.max(5, this.width / Camera.scale * scale), Math.max(5, this.height / Camera.scale * scale));
  }
  drawInsetTeams(canvas, left, top, scale) {
    const [west, , , north] = EXTENTS.region;
    const { tracks } = this.drill, point = this.point;
    for (let team = 0; team < MAP.teams.length; team++) {
      const at = tracks.cursor[team];
      if (!tracks.moves(at)) continue;
      tracks.locate(team, at, App.time, point);
      canvas.fillStyle = STATE_STYLE[tracks.state[at]].fill;
      canvas.fillRect(left + 5 + (point.x - west) * scale, top + 5 + (north - point.y) * scale, 2.5, 2.5);
    }
  }
  /** What lies under a point of the pane, the smallest first. */
  find(x, y) {
    let best = null;
    for (const hit of this.hits) {
      const dx = hit.x - x, dy = hit.y - y, far = dx * dx + dy * dy;
      if (far > hit.r * hit.r) continue;
      if (!best || hit.rank < best.rank || hit.rank === best.rank && far < best.far) best = { ...hit, far };
    }
    return best || this.findSign(x, y);
  }
  findSign(x, y) {
    const near = (px, py) => Math.abs(px - x) < 9 && Math.abs(py - y) < 9;
    const shift = this.apart() * Camera.scale;
    for (let i = 0; i < MAP.hospitals.length; i++) {
      const place = MAP.hospitals[i][0];
      if (near(this.px(MAP.x[place]) - shift, this.py(MAP.y[place]))) return { kind: "hospital", number: i };
    }
    for (let i = 0; i < MAP.depots.length; i++) {
      const place = MAP.depots[i][0];
      if (near(this.px(MAP.x[place]) + shift, this.py(MAP.y[place]))) return { kind: "depot", number: i };
    }
    for (let i = 0; i < MAP.sites.length; i++) {
      const place = MAP.sites[i][0];
      if (near(this.px(MAP.x[place]), this.py(MAP.y[place]))) return { kind: "site", number: i };
    }
    for (let i = 0; i < MAP.shelters.length; i++) {
      if (near(this.px(MAP.shelters[i][0]), this.py(MAP.shelters[i][1]))) return { kind: "shelter", number: i };
    }
    for (let i = 0; i < Math.min(MAP.named, MAP.x.length); i++) {
      if (near(this.px(MAP.x[i]), this.py(MAP.y[i]))) return { kind: "place", number: i };
    }
    return null;
  }
}

const FONT_SMALL = () => Language.code === "zh"
  ? "12px 'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif" : "11.5px system-ui,'Segoe UI',Arial,sans-serif";

const BELIEVED_STATES = [State.station, State.underWay, State.free, State.working, State.free, State.returning];

function overlap(a, b) {
  return a[0] < b[0] + b[2] + 4 && b[0] < a[0] + a[2] + 4 && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
}

function hasRoad(from, to) {
  for (let road = MAP.first[from]; road < MAP.first[from + 1]; road++) if (MAP.to[road] === to) return true;
  return false;
}

/** Draws those who are at one place apart, in the spiral of a sunflower. */
class Clusters {
  constructor(before) { this.counts = new Map(); this.before = before; this.dx = this.dy = 0; }
  /** Distance from the middle for so many of a place; no circle grows beyond what the scene leaves room for. */
  static spread(count, all) {
    const room = Math.min(75, Math.max(26, 0.3 * (EXTENTS.scene[2] - EXTENTS.scene[0]) * Camera.scale));
    return 6.4 * Math.sqrt(count) * Math.min(1, room / (6.4 * Math.sqrt(Math.max(1, all))));
  }
  radius(key) { const count = this.counts.get(key) || 0; return Clusters.spread(count, count); }
  place(key, isSmall, from = 0) {
    const count = this.counts.get(key) || from;
    this.counts.set(key, count + 1);
    if (count === 0) { this.dx = 0; this.dy = 0; return; }
    const all = this.before ? this.before.get(key) || count : count;
    const distance = (isSmall ? 0.56 : 1) * Clusters.spread(count, all), angle = count * 2.399963;
    this.dx = distance * Math.cos(angle);
    this.dy = distance * Math.sin(angle);
  }
}

/** Levels of a cloud as a picture, with the place of a number for each level. */
function cloudPicture(cloud, frame) {
  const picture = document.createElement("canvas");
  picture.width = picture.height = cloud.side;
  const canvas = picture.getContext("2d");
  const image = canvas.createImageData(cloud.side, cloud.side);
  const colours = [[0, 0, 0, 0], [240, 228, 66, 120], [230, 159, 0, 150], [213, 94, 0, 175]];
  const sums = [null, [0, 0, 0], [0, 0, 0], [0, 0, 0]];
  for (let row = 0; row < cloud.side; row++) {
    for (let column = 0; column < cloud.side; column++) {
      const level = frame.levels[row * cloud.side + column];
      image.data.set(colours[level], ((cloud.side - 1 - row) * cloud.side + column) * 4);
      if (level) { sums[level][0]++; sums[level][1] += column + 0.5; sums[level][2] += row + 0.5; }
    }
  }
  canvas.putImageData(image, 0, 0);
  frame.marks = [1, 2, 3].filter((level) => sums[level][0]).map((level) => (
    { level, x: sums[level][1] / sums[level][0], y: sums[level][2] / sums[level][0] }));
  return picture;
}

/** Site where a team is, or is last known to have gone. */
function knownSite(drill, team, time) {
  const { tracks } = drill;
  for (let at = tracks.stretch(team, time); at >= tracks.first[team]; at--) {
    if (tracks.sort[at] !== 0) continue;
    const site = MAP.sites.findIndex(([staging]) => staging === tracks.index[at]);
    if (site >= 0) return site;
  }
  return 0;
}

/** Dead and trapped of a zone, as they are or as a post has been told. */
function zoneCounts(drill, zone, time, isTruth) {
  const value = (label) => isTruth ? drill.truth.value(label, time) : drill.beliefs.value(`${App.post}/${label}`, time);
  const dead = value(isTruth ? "dead:" + zone : "found.0:" + zone);
  const trapped = value(isTruth ? "trapped:" + zone : "found.4:" + zone);
  const parts = [];
  if (dead) parts.push(say("deadShort", dead));
  if (trapped) parts.push(say("trappedShort", trapped));
  return { dead, trapped, text: parts.join(" · ") };
}
