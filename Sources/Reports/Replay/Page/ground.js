// What lies still on the map: drawn when the camera moves, copied in every picture.

/** What a pane shows before anything happens, and how it turns metres into pixels. */
class Ground {
  px(x) { return this.width / 2 + (x - Camera.x) * Camera.scale; }
  py(y) { return this.height / 2 - (y - Camera.y) * Camera.scale; }

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
}
