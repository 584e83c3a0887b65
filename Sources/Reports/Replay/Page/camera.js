// The camera that all panes of the map share, and what places drawings on it.

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
