// Signs of the map: shape tells what, fill and colour tell the state. Colours after Okabe and Ito.

const Colour = {
  black: "#000000", orange: "#E69F00", sky: "#56B4E9", green: "#009E73", yellow: "#F0E442", blue: "#0072B2",
  vermillion: "#D55E00", purple: "#CC79A7", grey: "#8a949e", ink: "#1b2733", muted: "#4f5d6b",
};

/** Colour and fill of each state: solid on the move, white within at a site, hollow at home. */
const STATE_STYLE = {
  [State.station]: { fill: "#ffffff", line: "#8a949e", mark: "" },
  [State.turningOut]: { fill: "#cfe0ee", line: "#0072B2", mark: "" },
  [State.underWay]: { fill: "#0072B2", line: "#ffffff", mark: "" },
  [State.free]: { fill: "#ffffff", line: "#2b8fc9", mark: "" },
  [State.deploying]: { fill: "#8fd3bf", line: "#006b4f", mark: "" },
  [State.working]: { fill: "#009E73", line: "#ffffff", mark: "dot" },
  [State.carrying]: { fill: "#E69F00", line: "#ffffff", mark: "cross" },
  [State.atHospital]: { fill: "#ffffff", line: "#b37700", mark: "cross" },
  [State.comingBack]: { fill: "#CC79A7", line: "#ffffff", mark: "" },
  [State.returning]: { fill: "#CC79A7", line: "#ffffff", mark: "" },
  [State.held]: { fill: "#000000", line: "#ffffff", mark: "bar" },
};

/** Outlines of the nine kinds of teams within a circle of radius 1. */
const TEAM_SHAPES = [
  [[-0.82, -0.82], [0.82, -0.82], [0.82, 0.82], [-0.82, 0.82]],
  [[0, -1.05], [1.05, 0], [0, 1.05], [-1.05, 0]],
  [[-0.6, -0.9], [0.6, -0.9], [1, 0], [0.6, 0.9], [-0.6, 0.9], [-1, 0]],
  [[-0.35, -1], [0.35, -1], [0.35, -0.35], [1, -0.35], [1, 0.35], [0.35, 0.35], [0.35, 1], [-0.35, 1], [-0.35, 0.35],
    [-1, 0.35], [-1, -0.35], [-0.35, -0.35]],
  null,
  [[-0.9, -0.8], [0.9, -0.8], [0.9, 0.1], [0, 1.05], [-0.9, 0.1]],
  [[0, -1.05], [1, 0.85], [-1, 0.85]],
  [[-1, 0.85], [-0.6, -0.85], [0.6, -0.85], [1, 0.85]],
  [[-1.05, -0.5], [1.05, -0.5], [1.05, 0.5], [-1.05, 0.5]],
];

function outline(canvas, shape, x, y, radius) {
  canvas.beginPath();
  if (!shape) { canvas.arc(x, y, radius * 0.95, 0, 2 * Math.PI); return; }
  shape.forEach(([dx, dy], place) => canvas[place ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius));
  canvas.closePath();
}

const sprites = new Map();

/** A team as a small picture, made once for every kind, state and size. */
function teamSprite(kind, state, radius, ratio, isGhost) {
  const key = (((kind * 16 + state) * 64 + Math.round(radius * 4)) * 8 + Math.round(ratio * 2)) * 2 + (isGhost ? 1 : 0);
  const known = sprites.get(key);
  if (known) return known;
  const half = Math.ceil(radius + 2.5);
  const sprite = document.createElement("canvas");
  sprite.width = sprite.height = Math.ceil(2 * half * ratio);
  sprite.half = half;
  drawTeam(sprite.getContext("2d"), kind, state, half, half, radius, ratio, isGhost);
  sprites.set(key, sprite);
  return sprite;
}

function drawTeam(canvas, kind, state, x, y, radius, ratio, isGhost) {
  const style = STATE_STYLE[state];
  canvas.save();
  canvas.scale(ratio, ratio);
  outline(canvas, TEAM_SHAPES[kind], x, y, radius);
  if (isGhost) {
    canvas.setLineDash([2, 1.6]);
    canvas.fillStyle = "rgba(255,255,255,0.75)";
    canvas.strokeStyle = style.line === "#ffffff" ? style.fill : style.line;
  } else {
    // A thin dark edge keeps light signs apart from a light ground.
    canvas.lineWidth = 2.6;
    canvas.strokeStyle = style.line === "#ffffff" ? "rgba(255,255,255,0.95)" : style.line;
    canvas.stroke();
    canvas.fillStyle = style.fill;
    canvas.strokeStyle = style.line === "#ffffff" ? "rgba(0,0,0,0.35)" : style.line;
  }
  canvas.fill();
  canvas.lineWidth = isGhost ? 1.3 : style.line === "#ffffff" ? 0.6 : 1.3;
  canvas.stroke();
  if (!isGhost) drawMark(canvas, style.mark, x, y, radius);
  canvas.restore();
}

function drawMark(canvas, mark, x, y, radius) {
  if (!mark) return;
  canvas.fillStyle = mark === "cross" && radius ? "#1b2733" : "#ffffff";
  const width = Math.max(1.2, radius * 0.34);
  if (mark === "dot") {
    canvas.beginPath();
    canvas.arc(x, y, Math.max(1.1, radius * 0.34), 0, 2 * Math.PI);
    canvas.fill();
  } else if (mark === "cross") {
    canvas.fillRect(x - width / 2, y - radius * 0.55, width, radius * 1.1);
    canvas.fillRect(x - radius * 0.55, y - width / 2, radius * 1.1, width);
  } else {
    canvas.fillRect(x - radius * 0.6, y - width / 2, radius * 1.2, width);
  }
}

/** A flame; its state is told by fill, edge and, under control, a bar below. */
function drawFire(canvas, x, y, radius, status, isGhost) {
  canvas.save();
  canvas.beginPath();
  canvas.moveTo(x, y - radius * 1.35);
  canvas.bezierCurveTo(x + radius * 0.35, y - radius * 0.6, x + radius, y - radius * 0.3, x + radius * 0.9, y + radius * 0.4);
  canvas.bezierCurveTo(x + radius * 0.8, y + radius * 1.1, x - radius * 0.8, y + radius * 1.1, x - radius * 0.9, y + radius * 0.4);
  canvas.bezierCurveTo(x - radius, y - radius * 0.2, x - radius * 0.3, y - radius * 0.4, x, y - radius * 1.35);
  canvas.closePath();
  const fills = ["#ffffff", Colour.vermillion, Colour.orange, "#e3e7eb"];
  canvas.fillStyle = isGhost ? "rgba(255,255,255,0.8)" : fills[status];
  canvas.fill();
  if (isGhost) canvas.setLineDash([2.4, 1.8]);
  canvas.lineWidth = 1.3;
  canvas.strokeStyle = status === 1 ? "#8a3000" : status === 2 ? "#8a5a00" : "#7b8894";
  canvas.stroke();
  canvas.setLineDash([]);
  if (status === 2) {
    canvas.lineWidth = 2;
    canvas.beginPath();
    canvas.moveTo(x - radius, y + radius * 1.35);
    canvas.lineTo(x + radius, y + radius * 1.35);
    canvas.stroke();
  } else if (status === 3) {
    canvas.beginPath();
    canvas.moveTo(x - radius * 0.5, y + radius * 0.65);
    canvas.lineTo(x + radius * 0.5, y - radius * 0.25);
    canvas.stroke();
  }
  canvas.restore();
}

/** A star for what bursts, a broken square for what falls down, a drop of gas for what gets out. */
function drawHazard(canvas, kind, x, y, radius, status, isGhost) {
  if (kind === 2) { drawFire(canvas, x, y, radius, status, isGhost); return; }
  canvas.save();
  canvas.beginPath();
  if (kind === 1 || kind === 5) {
    for (let i = 0; i < 16; i++) {
      const length = radius * (i % 2 ? 0.55 : 1.25), angle = i * Math.PI / 8;
      canvas[i ? "lineTo" : "moveTo"](x + length * Math.sin(angle), y - length * Math.cos(angle));
    }
  } else if (kind === 3) {
    canvas.moveTo(x - radius, y + radius * 0.8);
    for (const [dx, dy] of [[-0.7, -0.4], [-0.3, 0.1], [0, -0.9], [0.4, -0.1], [0.75, -0.5], [1, 0.8]]) {
      canvas.lineTo(x + dx * radius, y + dy * radius);
    }
  } else if (kind === 4) {
    canvas.arc(x - radius * 0.45, y + radius * 0.2, radius * 0.6, 0, 2 * Math.PI);
    canvas.arc(x + radius * 0.45, y + radius * 0.1, radius * 0.75, 0, 2 * Math.PI);
  } else {
    canvas.rect(x - radius * 0.3, y - radius, radius * 0.6, radius * 1.4);
    canvas.arc(x, y + radius * 0.6, radius * 0.55, 0, 2 * Math.PI);
  }
  canvas.closePath();
  canvas.fillStyle = isGhost ? "rgba(255,255,255,0.8)" : status === 1 ? Colour.vermillion : status === 0 ? "#ffffff" : "#e3e7eb";
  canvas.fill();
  if (isGhost) canvas.setLineDash([2.4, 1.8]);
  canvas.lineWidth = 1.2;
  canvas.strokeStyle = status === 1 ? "#8a3000" : "#7b8894";
  canvas.stroke();
  canvas.restore();
}

function drawHospital(canvas, x, y, size) {
  canvas.fillStyle = "#ffffff";
  canvas.strokeStyle = Colour.blue;
  canvas.lineWidth = 1.4;
  canvas.beginPath();
  canvas.rect(x - size, y - size, 2 * size, 2 * size);
  canvas.fill();
  canvas.stroke();
  canvas.fillStyle = Colour.blue;
  canvas.fillRect(x - size * 0.6, y - size * 0.2, size * 1.2, size * 0.4);
  canvas.fillRect(x - size * 0.2, y - size * 0.6, size * 0.4, size * 1.2);
}

function drawDepot(canvas, x, y, size) {
  canvas.fillStyle = "#ffffff";
  canvas.strokeStyle = "#6b4a00";
  canvas.lineWidth = 1.3;
  canvas.beginPath();
  canvas.moveTo(x - size, y + size * 0.9);
  canvas.lineTo(x - size, y - size * 0.2);
  canvas.lineTo(x, y - size);
  canvas.lineTo(x + size, y - size * 0.2);
  canvas.lineTo(x + size, y + size * 0.9);
  canvas.closePath();
  canvas.fill();
  canvas.stroke();
  canvas.beginPath();
  canvas.moveTo(x - size * 0.5, y + size * 0.4);
  canvas.lineTo(x + size * 0.5, y + size * 0.4);
  canvas.stroke();
}

function drawSite(canvas, x, y, size) {
  canvas.strokeStyle = Colour.ink;
  canvas.fillStyle = "#ffffff";
  canvas.lineWidth = 1.4;
  canvas.beginPath();
  canvas.moveTo(x - size * 0.7, y + size);
  canvas.lineTo(x - size * 0.7, y - size);
  canvas.lineTo(x + size * 0.8, y - size * 0.5);
  canvas.lineTo(x - size * 0.7, y);
  canvas.fill();
  canvas.stroke();
}

function drawShelter(canvas, x, y, size) {
  canvas.fillStyle = "#ffffff";
  canvas.strokeStyle = "#0a5c43";
  canvas.lineWidth = 1.4;
  canvas.beginPath();
  canvas.moveTo(x - size, y + size * 0.8);
  canvas.lineTo(x, y - size);
  canvas.lineTo(x + size, y + size * 0.8);
  canvas.closePath();
  canvas.fill();
  canvas.stroke();
}

function drawCordon(canvas, x, y, size) {
  canvas.fillStyle = Colour.vermillion;
  canvas.beginPath();
  canvas.arc(x, y, size, 0, 2 * Math.PI);
  canvas.fill();
  canvas.fillStyle = "#ffffff";
  canvas.fillRect(x - size * 0.6, y - size * 0.2, size * 1.2, size * 0.4);
}

function drawConvoy(canvas, x, y) {
  canvas.fillStyle = "#6b4a00";
  canvas.strokeStyle = "#ffffff";
  canvas.lineWidth = 1;
  canvas.beginPath();
  canvas.rect(x - 6, y - 4, 8, 7);
  canvas.rect(x + 2.5, y - 1.5, 4, 4.5);
  canvas.fill();
  canvas.stroke();
}
