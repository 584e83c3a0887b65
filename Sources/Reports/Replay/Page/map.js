// A pane of the map: one drill as it is, or as a post believes it to be, at an instant.

class Pane extends Ground {
  constructor(drill, view) {
    super();
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
