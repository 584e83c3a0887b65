// swift-format-ignore-file
// Written by scripts/make-replay-page out of the folder Page; change those files, then run it.

/// Script, style sheet and body of the replay page.
enum ReplayFiles {
    /// Everything that runs, in one scope.
    static let script = #"""
(function () {
"use strict";
// What the data of the page holds, made ready to be looked up. Nothing is computed here that the drill
// computes: texts are filled in, numbers unpacked, places found between two ends of a way.

const DATA = JSON.parse(document.getElementById("drill-data").textContent);

/** Reads whole numbers of seven bits a byte out of Base64; see PackedBytes.swift. */
class Reader {
  constructor(base64) {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
    this.bytes = bytes;
    this.place = 0;
  }
  next() {
    const bytes = this.bytes;
    let byte = bytes[this.place++];
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    do {
      byte = bytes[this.place++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte >= 128);
    return value;
  }
  signed() {
    const value = this.next();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }
}

/** Index of the last of ascending numbers that is not above a value, -1 where all are. */
function lastNotAbove(list, value, from = 0, to = list.length) {
  let low = from, high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1; else high = middle;
  }
  return low - 1;
}

const Sorts = { exercise: 0, hazard: 1, people: 2, care: 3, teams: 4, supplies: 5, reports: 6, command: 7, opinion: 8 };
const Roles = { plain: 0, belief: 1, sending: 2, death: 3, order: 4, decision: 5, loss: 6 };

// ------------------------------------------------------------------ map

const MAP = (() => {
  const source = DATA.map;
  const count = source.placeCount;
  const x = new Float64Array(count), y = new Float64Array(count);
  const places = new Reader(source.places);
  for (let i = 0, east = 0, north = 0; i < count; i++) {
    x[i] = east += places.signed();
    y[i] = north += places.signed();
  }
  const roads = new Reader(source.roads);
  const first = new Int32Array(count + 1);
  const to = [], time = [], kind = [];
  for (let i = 0; i < count; i++) {
    first[i] = to.length;
    for (let left = roads.next(); left > 0; left--) {
      to.push(i + roads.signed());
      time.push(roads.next());
      kind.push(roads.next());
    }
  }
  first[count] = to.length;
  return {
    x, y, first, to, time, kind, named: source.named, zones: source.zones, teams: source.teams,
    hospitals: source.hospitals, depots: source.depots, sites: source.sites, shelters: source.shelters,
    hazards: source.hazards, posts: source.posts,
  };
})();

// ------------------------------------------------------------------ facts

/** The record of a drill, column by column. */
class Facts {
  constructor(source, rules) {
    const count = this.count = source.count;
    const reader = new Reader(source.bytes);
    this.templates = source.templates.map(([sort, role, english, chinese, holes]) => ({
      sort, role, holes, parts: [Facts.parts(english), Facts.parts(chinese)],
    }));
    this.texts = source.texts;
    this.rules = rules;
    this.template = new Uint16Array(count);
    this.time = new Float64Array(count);
    this.cause = new Int32Array(count);
    this.start = new Uint32Array(count + 1);
    this.extra = new Int32Array(count);
    const holes = [];
    for (let i = 0, time = 0; i < count; i++) {
      const template = this.templates[this.template[i] = reader.next()];
      this.time[i] = time += reader.next();
      const back = reader.next();
      this.cause[i] = back ? i - back : -1;
      this.start[i] = holes.length;
      for (let k = template.holes.length; k > 0; k--) holes.push(reader.signed());
      if (template.role === Roles.belief) {
        const told = reader.next();
        this.extra[i] = told ? i - told : -1;
      } else if (template.role === Roles.sending || template.role === Roles.loss) {
        this.extra[i] = reader.next() - 1;
      }
    }
    this.start[count] = holes.length;
    this.holes = Int32Array.from(holes);
  }
  static parts(pattern) {
    return pattern.split(/\{(\d+)\}/).map((part, place) => (place % 2 ? Number(part) : part));
  }
  sort(fact) { return this.templates[this.template[fact]].sort; }
  role(fact) { return this.templates[this.template[fact]].role; }
  /** What a fact says, in the language of the page. */
  text(fact) {
    const template = this.templates[this.template[fact]];
    const start = this.start[fact];
    let text = "";
    template.parts[Language.index].forEach((part, place) => {
      text += place % 2 ? this.hole(template.holes[part], this.holes[start + part]) : part;
    });
    if (template.role === Roles.sending || template.role === Roles.loss) {
      const post = this.extra[fact];
      if (post >= 0) text += " → " + name("p", post);
    }
    return text;
  }
  hole(kind, value) {
    if (kind === "n") return String(value);
    if (kind === "x") return this.texts[value];
    return kind === "r" ? words(this.rules[value]) : name(kind, value);
  }
  /** Tells whether a fact names a thing of a kind. */
  names(fact, kind, number) {
    const holes = this.templates[this.template[fact]].holes;
    for (let k = 0; k < holes.length; k++) {
      if (holes[k] === kind && this.holes[this.start[fact] + k] === number) return true;
    }
    return false;
  }
  /** Tells whether a fact concerns a post: names it, is a report for it, or an order of its. */
  concerns(fact, post) {
    if (this.names(fact, "p", post)) return true;
    const role = this.role(fact);
    if (role === Roles.sending || role === Roles.loss) return this.extra[fact] === post;
    const cause = this.cause[fact];
    return cause >= 0 && this.sort(fact) === Sorts.command && this.role(cause) === Roles.order
      && this.names(cause, "p", post);
  }
  /** Facts from the first cause to a fact; the way of `Fact.chain(to:in:)`. */
  chain(fact) {
    const chain = [fact];
    let told = -1;
    for (;;) {
      const last = chain[chain.length - 1];
      let cause = this.cause[last];
      const role = this.role(last);
      if (role === Roles.belief) told = this.extra[last];
      if (role === Roles.sending && told >= 0) { cause = told; told = -1; }
      if (cause < 0 || cause >= last) break;
      chain.push(cause);
    }
    return chain.reverse();
  }
  /** First facts that follow at once from a fact. */
  effects(fact, most) {
    const effects = [];
    let count = 0;
    for (let i = fact + 1; i < this.count; i++) {
      if (this.cause[i] !== fact) continue;
      count++;
      if (effects.length < most) effects.push(i);
    }
    return { effects, count };
  }
  /** When what a belief says was perceived: at the end of the lines that passed it on. */
  perceived(belief) {
    let fact = belief;
    for (let steps = 0; steps < 50 && this.role(fact) === Roles.belief; steps++) {
      const next = this.extra[fact] >= 0 ? this.extra[fact] : this.cause[fact];
      if (next < 0 || next >= fact) break;
      fact = next;
    }
    return this.time[fact];
  }
}

// ------------------------------------------------------------------ series

/** Values that change at facts; see StepSeries.swift. */
class Series {
  constructor(source) {
    this.all = new Map();
    const reader = new Reader(source.bytes);
    for (const label of source.names) {
      const count = reader.next();
      const series = { time: new Float64Array(count), value: new Float64Array(count), fact: new Int32Array(count) };
      for (let i = 0, time = 0, value = 0, fact = 0; i < count; i++) {
        series.time[i] = time += reader.next();
        series.value[i] = value += reader.signed();
        series.fact[i] = fact += reader.next();
      }
      this.all.set(label, series);
    }
  }
  /** Place of the latest step of a series, or null before the first. */
  at(label, time) {
    const series = this.all.get(label);
    if (!series) return null;
    const place = lastNotAbove(series.time, time);
    return place < 0 ? null : { value: series.value[place], fact: series.fact[place], time: series.time[place] };
  }
  value(label, time, otherwise = 0) {
    const step = this.at(label, time);
    return step ? step.value : otherwise;
  }
}

// ------------------------------------------------------------------ tracks

const State = {
  station: 0, turningOut: 1, underWay: 2, free: 3, deploying: 4, working: 5, carrying: 6, atHospital: 7,
  comingBack: 8, returning: 9, held: 10,
};

/** Ways through the roads: places, and the share of the time at which each is reached. */
class Ways {
  constructor(source) {
    const count = source.wayCount;
    const reader = new Reader(source.ways);
    this.first = new Int32Array(count + 1);
    const nodes = [], shares = [];
    for (let i = 0; i < count; i++) {
      this.first[i] = nodes.length;
      let place = reader.next();
      const start = nodes.length;
      nodes.push(place);
      shares.push(0);
      let time = 0;
      for (let left = reader.next(); left > 0; left--) {
        const road = MAP.first[place] + reader.next();
        time += MAP.time[road];
        place = MAP.to[road];
        nodes.push(place);
        shares.push(time);
      }
      for (let k = start + 1; k < nodes.length; k++) {
        shares[k] = time > 0 ? shares[k] / time : (k - start) / (nodes.length - 1 - start);
      }
    }
    this.first[count] = nodes.length;
    this.nodes = Int32Array.from(nodes);
    this.shares = Float32Array.from(shares);
  }
  /** Writes where one is on a way after a share of its time. */
  locate(way, share, out) {
    const first = this.first[way], end = this.first[way + 1];
    if (end - first < 2 || share >= 1) {
      const node = this.nodes[end - 1];
      out.x = MAP.x[node]; out.y = MAP.y[node];
      return;
    }
    const at = Math.min(end - 2, Math.max(first, lastNotAbove(this.shares, share, first, end)));
    const from = this.nodes[at], to = this.nodes[at + 1];
    const width = this.shares[at + 1] - this.shares[at];
    const part = width > 0 ? (share - this.shares[at]) / width : 0;
    out.x = MAP.x[from] + (MAP.x[to] - MAP.x[from]) * part;
    out.y = MAP.y[from] + (MAP.y[to] - MAP.y[from]) * part;
  }
}

/** Where every team is over time; see TrackTable. */
class Tracks {
  constructor(source) {
    this.ways = new Ways(source);
    const teams = MAP.teams.length;
    this.first = new Int32Array(teams + 1);
    const time = [], state = [], sort = [], index = [], task = [], length = [], base = [], fact = [];
    const reader = new Reader(source.teams);
    for (let team = 0; team < teams; team++) {
      this.first[team] = time.length;
      let now = 0, number = 0;
      for (let left = reader.next(); left > 0; left--) {
        time.push(now += reader.next());
        state.push(reader.next());
        const kind = reader.next();
        sort.push(kind);
        index.push(reader.next());
        task.push(reader.next() - 1);
        length.push(kind >= 3 ? reader.next() : 0);
        base.push(kind >= 4 ? reader.next() : 0);
        fact.push(number += reader.signed());
      }
    }
    this.first[teams] = time.length;
    Object.assign(this, {
      time: Float64Array.from(time), state: Uint8Array.from(state), sort: Uint8Array.from(sort),
      index: Int32Array.from(index), task: Int8Array.from(task), length: Float64Array.from(length),
      base: Int32Array.from(base), fact: Int32Array.from(fact),
    });
    this.cursor = Int32Array.from(this.first.subarray(0, teams));
    this.convoys = Tracks.passages(source.convoys, source.convoyCount);
    this.walkers = Tracks.passages(source.walkers, source.walkerCount);
  }
  static passages(base64, count) {
    const reader = new Reader(base64);
    const list = [];
    for (let i = 0, time = 0; i < count; i++) {
      const leaves = time += reader.signed();
      list.push({ leaves, arrives: leaves + reader.next(), way: reader.next(), fact: reader.next() });
    }
    return list;
  }
  /** Number of the stretch in which a team is at an instant. */
  stretch(team, time) {
    const first = this.first[team], end = this.first[team + 1];
    let at = this.cursor[team];
    if (this.time[at] <= time && (at + 1 >= end || time < this.time[at + 1])) return at;
    if (at + 2 < end && this.time[at + 1] <= time && time < this.time[at + 2]) at++;
    else at = Math.max(first, lastNotAbove(this.time, time, first, end));
    return this.cursor[team] = at;
  }
  end(team, at) { return at + 1 < this.first[team + 1] ? this.time[at + 1] : DATA.duration; }
  /** Whether a stretch leads from one place to another. */
  moves(at) { return this.sort[at] >= 3; }
  /** Writes where a team is within a stretch. */
  locate(team, at, time, out) {
    const index = this.index[at];
    switch (this.sort[at]) {
      case 0: out.x = MAP.x[index]; out.y = MAP.y[index]; return;
      case 1: out.x = MAP.zones[index][0]; out.y = MAP.zones[index][1]; return;
      case 2: out.x = MAP.hazards[index][1]; out.y = MAP.hazards[index][2]; return;
    }
    // What comes next in the record ends the stretch, whatever was planned.
    const length = at + 1 < this.first[team + 1] ? this.time[at + 1] - this.time[at] : this.length[at];
    const share = length > 0 ? Math.min(1, (time - this.time[at]) / length) : 1;
    if (this.sort[at] === 3) { this.ways.locate(index, share, out); return; }
    const goal = this.sort[at] === 4 ? MAP.zones[index] : MAP.hazards[index].slice(1);
    const base = this.base[at];
    out.x = MAP.x[base] + (goal[0] - MAP.x[base]) * share;
    out.y = MAP.y[base] + (goal[1] - MAP.y[base]) * share;
  }
}

// ------------------------------------------------------------------ drills

const DRILLS = DATA.drills.map((source, number) => ({
  number,
  letter: "AB"[number],
  plan: source.plan,
  planID: source.planID,
  seed: source.seed,
  drill: source.drill,
  facts: new Facts(source.facts, source.rules),
  story: source.story.map(([fact, sort, text]) => ({ fact, sort, text })),
  truth: new Series(source.truth),
  beliefs: new Series(source.beliefs),
  tracks: new Tracks(source.tracks),
  curves: source.curves,
  goals: source.goals,
  clouds: source.clouds.map(unpackCloud),
  rings: source.rings,
  closings: source.closings,
}));

/** Frames of a cloud as pictures of levels. */
function unpackCloud(cloud) {
  const reader = new Reader(cloud.bytes);
  const frames = [];
  for (let i = 0, time = 0; i < cloud.frames; i++) {
    time += reader.next();
    const levels = new Uint8Array(cloud.side * cloud.side);
    for (let place = 0; place < levels.length;) {
      const run = reader.next();
      const length = run >> 2;
      levels.fill(run & 3, place, place + length);
      place += length;
    }
    frames.push({ time, levels });
  }
  return { ...cloud, frames, times: Float64Array.from(frames, (frame) => frame.time) };
}

/** When the first hazard struck: the T of T+. */
const ONSET = (() => {
  const facts = DRILLS[0].facts;
  for (let i = 0; i < facts.count; i++) if (facts.sort(i) === Sorts.hazard) return facts.time[i];
  return 0;
})();

// Words of the page in English and Chinese, and numbers and times as readers see them.

const WORDS = {
  truth: ["Truth", "真实态势"],
  picture: ["Picture", "掌握态势"],
  both: ["Both", "对照"],
  pictureOf: ["Picture of", "态势图归属"],
  sideBySide: ["A and B", "A、B 并列"],
  plan: ["Plan", "预案"],
  view: ["Show", "显示"],
  play: ["Play", "播放"],
  pause: ["Pause", "暂停"],
  previous: ["Previous event", "上一事件"],
  next: ["Next event", "下一事件"],
  speed: ["Speed", "倍速"],
  time: ["Time of the drill", "推演时刻"],
  strip: ["Facts over time", "记录随时间分布"],
  toOnset: ["To the onset", "事发时刻"],
  scene: ["Scene", "现场"],
  region: ["Whole area", "全域"],
  zoomIn: ["Nearer", "放大"],
  zoomOut: ["Farther", "缩小"],
  mapLabel: ["Map", "地图"],
  mapHelp: [
    "Drag or arrow keys to move, wheel or plus and minus to zoom, click for details.",
    "拖动或方向键平移，滚轮或加减号缩放，单击查看详情。",
  ],
  now: ["At this moment", "此刻"],
  quantity: ["Quantity", "项目"],
  believed: ["believed", "掌握"],
  isSo: ["so", "真实"],
  age: ["age", "信息滞后"],
  feed: ["Events", "事件"],
  story: ["Story", "要事"],
  allFacts: ["All facts", "全部记录"],
  kinds: ["Kinds", "类别"],
  postFilter: ["Post", "机构"],
  allPosts: ["all posts", "全部机构"],
  upNext: ["next", "接下来"],
  nothingYet: ["Nothing of these kinds has happened yet.", "此类事件尚未发生。"],
  why: ["Why", "因果链"],
  whyHint: [
    "Choose an event, a team or a missed goal: its chain of causes stands here, the first cause first.",
    "点选事件、队伍或未达标目标，此处显示其因果链，最初的原因在最前。",
  ],
  followedBy: ["From this followed at once", "由此直接引发"],
  nothingFollowed: ["nothing more", "无后续"],
  more: ["more", "条未列"],
  close: ["Close", "关闭"],
  curves: ["Curves", "曲线"],
  gantt: ["Teams over time", "队伍时间线"],
  ganttHelp: [
    "One row for each team that was called; click a stretch for its details.",
    "每支受调派队伍一行；单击时段查看详情。",
  ],
  goals: ["Goals", "目标达成"],
  goal: ["Goal", "目标"],
  wanted: ["Wanted", "要求"],
  reached: ["Reached", "结果"],
  laidTo: ["Missed mostly by", "未达标主因"],
  met: ["met", "达标"],
  missed: ["missed", "未达标"],
  whyButton: ["why", "原因"],
  standing: ["This drill among many", "本次推演在批次中的位置"],
  fewer: ["smaller in % of drills", "批次中小于此值者占 %"],
  neverIn: ["never in % drills", "% 次中未发生"],
  notes: ["What this page rests on", "本页依据"],
  noteRoutes: [
    "Departures and arrivals are from the record. Ways between them are found again on the roads as they were, and a vehicle is shown along its way in proportion to free travel times.",
    "出发与到达时刻取自运行记录；途中路线按当时路况重新求得，车辆位置按畅行时间比例内插。",
  ],
  noteRest: [
    "Rests between two spells in breathing apparatus are not on record and count as work. Places within a cluster are drawn apart so that each can be seen.",
    "空气呼吸器轮换间的休整不入记录，计为作业；同一地点的队伍为便于辨认而错开绘制。",
  ],
  notePicture: [
    "The picture is what has reached the post by report: where a team on the road is, it does not know; such teams stand, in outline, where they were last known.",
    "掌握态势仅含已送达该机构的报告；途中队伍的位置未知，以空心符号绘于最后已知地点。",
  ],
  noteRings: [
    "Circles and clouds are the formulas of the drill, computed when the page was made. A cloud shows the concentration of the instant against the guideline of the shortest time.",
    "圆圈与云团由推演模型的公式在生成本页时算得；云团为瞬时浓度与最短时限限值的比较。",
  ],
  noteStock: [
    "Stocks are as last recorded.",
    "库存为最近一次记录值。",
  ],
  made: ["Made by", "生成程序"],
  again: ["The same page again", "重新生成命令"],
  seed: ["seed", "种子"],
  drillNumber: ["drill %", "第 % 次推演"],
  divergeAt: ["The plans part at", "两预案出现差异的时刻："],
  sameToTheEnd: ["Both plans give the same record to the end.", "两预案的运行记录完全相同。"],
  legend: ["Legend", "图例"],
  keys: ["Keys", "快捷键"],
  keysText: [
    "Space: play or pause · ← →: event before, next · Shift+← →: ten minutes · Home, End · + −: zoom · 1 2 3: plan · t p b: truth, picture, both · l: language",
    "空格：播放/暂停 · ← →：上一/下一事件 · Shift+← →：十分钟 · Home、End · + −：缩放 · 1 2 3：预案 · t p b：真实、掌握、对照 · l：语言",
  ],
  tPlus: ["T is the first hazard", "T 为首次致灾时刻"],
  team: ["Team", "队伍"],
  zone: ["Zone", "区域"],
  hospital: ["Hospital", "医院"],
  hazard: ["Hazard", "致灾因子"],
  depot: ["Depot", "物资储备点"],
  site: ["Staging area", "集结点"],
  shelter: ["Shelter", "安置点"],
  place: ["Place", "地点"],
  post: ["Post", "机构"],
  since: ["since", "自"],
  persons: ["persons", "人"],
  beds: ["beds", "张床位"],
  belongsTo: ["belongs to", "隶属"],
  convoy: ["Convoy", "运输车队"],
  walker: ["Casualty, no ambulance", "自行就医伤员"],
  cordon: ["Road closed", "道路封闭"],
  warnedZone: ["Zone warned", "已预警区域"],
  sameMoment: ["linked: map, events, curves and teams", "地图、事件、曲线、队伍联动"],
  unknown: ["not known", "未掌握"],
  facts: ["facts", "条记录"],
  deadShort: ["dead %", "亡%"],
  trappedShort: ["trapped %", "困%"],
  level: ["guideline level", "浓度限值级别"],
};

const LEGEND_STATES = [
  [State.station, ["at the station", "在站待命"]],
  [State.turningOut, ["turning out", "出动准备"]],
  [State.underWay, ["under way", "途中"]],
  [State.free, ["at the site, free", "到场待命"]],
  [State.working, ["at work", "作业"]],
  [State.carrying, ["with casualties", "转运伤员"]],
  [State.returning, ["going back", "返回"]],
  [State.held, ["held up", "受阻"]],
];

const STATE_WORDS = {
  [State.station]: ["ready at the station", "在站待命"],
  [State.turningOut]: ["turning out", "出动准备"],
  [State.underWay]: ["under way", "途中"],
  [State.free]: ["free at the site", "到场待命"],
  [State.deploying]: ["going into action", "展开"],
  [State.working]: ["at work", "作业"],
  [State.carrying]: ["carrying casualties", "转运伤员"],
  [State.atHospital]: ["handing over at hospital", "院内交接"],
  [State.comingBack]: ["coming back to the site", "返回现场"],
  [State.returning]: ["on the way home", "归队途中"],
  [State.held]: ["held up: no open road", "受阻：无路可通"],
};

const HAZARD_STATES = [
  ["not begun", "未发生"], ["active", "发生中"], ["under control", "得到控制"], ["over", "已终止"],
];

const Language = {
  get code() { return document.documentElement.dataset.language === "zh" ? "zh" : "en"; },
  get index() { return this.code === "zh" ? 1 : 0; },
};

/** A text that is there in both languages, or in one for both. */
function words(pair) { return Array.isArray(pair) ? pair[Language.index] : pair; }

function say(key, figure) {
  const text = words(WORDS[key]);
  return figure === undefined ? text : text.replace("%", figure);
}

/** The name of a thing of a kind. */
function name(kind, number) {
  const list = DATA.names[kind];
  return list && list[number] !== undefined ? words(list[number]) : "#" + number;
}

// ------------------------------------------------------------------ times and numbers

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const two = (number) => String(number).padStart(2, "0");

/** The moment on the local clock of the scenario. */
function local(time) { return new Date(DATA.start[0] + DATA.start[1] * 60000 + time); }

function clock(time, withSeconds = false) {
  const now = local(time);
  const seconds = withSeconds ? ":" + two(now.getUTCSeconds()) : "";
  return two(now.getUTCHours()) + ":" + two(now.getUTCMinutes()) + seconds;
}

function day(time) {
  const now = local(time);
  return Language.code === "zh"
    ? `${now.getUTCMonth() + 1}月${now.getUTCDate()}日`
    : `${now.getUTCDate()} ${MONTHS[now.getUTCMonth()]}`;
}

/** Time since the first hazard, as T+hh:mm:ss. */
function sinceOnset(time) {
  const seconds = Math.floor(Math.abs(time - ONSET) / 1000);
  const sign = time < ONSET ? "T−" : "T+";
  return sign + two(Math.floor(seconds / 3600)) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
}

function span(milliseconds) {
  const minutes = Math.abs(milliseconds) / 60000;
  if (minutes < 1) return Math.round(minutes * 60) + (Language.code === "zh" ? "秒" : " s");
  if (minutes < 120) return Math.round(minutes) + (Language.code === "zh" ? "分" : " min");
  return (minutes / 60).toFixed(1) + (Language.code === "zh" ? "小时" : " h");
}

function figure(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, "\u2009");
}

// ------------------------------------------------------------------ elements

/** Makes an element; texts in it are texts. */
function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") for (const [event, action] of Object.entries(value)) element.addEventListener(event, action);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...content.filter((piece) => piece !== null && piece !== undefined));
  return element;
}

const byID = (id) => document.getElementById(id);

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
})();

"""#

    /// Rules that follow those of every page.
    static let styles = #"""
/* The replay page: calm, the map first; one column on narrow screens. */
body { font-size: 15px; line-height: 1.5; }
.top { display: flex; align-items: flex-start; gap: 16px; padding: 14px 20px 8px; }
.top > div:first-child { flex: 1; min-width: 0; }
.top h1 { font-size: 21px; margin: 0; }
.top p { margin: 2px 0 0; color: var(--muted); font-size: 13.5px; }
.language-switch button { padding: 2px 12px; font-size: 14px; }

.bar { display: flex; flex-wrap: wrap; gap: 8px 20px; padding: 4px 20px 10px; align-items: center; }
.group { display: inline-flex; align-items: center; gap: 8px; font-size: 14px; color: var(--muted); flex-wrap: wrap; }
.group[hidden], [hidden] { display: none !important; }
.segments { display: inline-flex; flex-wrap: wrap; }
.segments button { border-radius: 0; margin-left: -1px; font-size: 14px; padding: 2px 12px; }
.segments button:first-child { border-radius: 4px 0 0 4px; margin-left: 0; }
.segments button:last-child { border-radius: 0 4px 4px 0; }
select {
  font: inherit; font-size: 14px; color: var(--ink); background: var(--paper); border: 1px solid #7b8894; border-radius: 4px;
  min-height: 32px; padding: 2px 6px; max-width: 100%;
}

.grid { display: grid; grid-template-columns: minmax(0, 1fr) 400px; gap: 14px; padding: 0 20px; align-items: start; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 12px 14px; min-width: 0; }
.card h2 { font-size: 15px; margin: 0 0 8px; display: flex; gap: 8px; align-items: baseline; justify-content: space-between; flex-wrap: wrap; }
.card h2 small { font-weight: 400; color: var(--muted); font-size: 13px; }
.card h3 { font-size: 14px; margin: 12px 0 4px; }
.hint { color: var(--muted); font-size: 13px; margin: 0; }
.main { display: grid; gap: 14px; min-width: 0; }
.side { display: grid; gap: 14px; min-width: 0; }

/* Map */
.stage { padding: 0; overflow: hidden; }
.panes { display: grid; gap: 1px; background: var(--line); grid-template-columns: 1fr; }
.panes[data-count="2"], .panes[data-count="4"] { grid-template-columns: 1fr 1fr; }
.pane { margin: 0; background: var(--paper); min-width: 0; }
.pane canvas { display: block; width: 100%; height: 520px; touch-action: none; cursor: grab; }
.panes[data-count="4"] .pane canvas { height: 300px; }
.pane canvas:active { cursor: grabbing; }
.pane-title {
  display: flex; flex-wrap: wrap; gap: 0 16px; padding: 6px 12px; font-size: 13.5px; border-bottom: 1px solid var(--line);
  border-top: 3px solid var(--ink); justify-content: space-between; align-items: baseline;
}
.panes:not([data-count="1"]) .pane-title { flex-direction: column; align-items: flex-start; flex-wrap: nowrap; }
.panes:not([data-count="1"]) .pane-title strong { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 100%; }
.pane-title.pane-picture { border-top-style: dashed; background: var(--accent-soft); }
.pane-A { border-top-color: #0072B2; }
.pane-B { border-top-color: #D55E00; }
.briefs { display: flex; gap: 0 14px; flex-wrap: wrap; color: var(--muted); }
.brief b { color: var(--ink); font-size: 15px; }
/* Transport */
.transport { border-top: 1px solid var(--line); padding: 10px 14px 12px; background: var(--paper); }
.transport-row { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; }
.clock { display: flex; align-items: baseline; gap: 10px; margin-right: 6px; }
.clock b { font-size: 25px; font-weight: 650; letter-spacing: 0.01em; min-width: 5.2ch; font-variant-numeric: tabular-nums; }
.clock span { color: var(--muted); font-size: 14px; white-space: nowrap; }
.clock .since { font-size: 16px; color: var(--accent); min-width: 9.5ch; }
#play { min-width: 92px; color: #fff; background: var(--accent); border-color: var(--accent); }
#play:hover { background: #163f63; }
.transport button { min-height: 34px; }
#previous, #next { padding: 0 9px; display: inline-flex; align-items: center; }
.time-line { position: relative; margin-top: 10px; }
#strip { display: block; width: 100%; height: 44px; cursor: pointer; }
#slider { width: 100%; margin: 0; height: 26px; display: block; accent-color: var(--accent); }
.time-line .strip-box { position: relative; margin: 0 8px; }
.cursor { position: absolute; top: 0; bottom: 0; width: 0; border-left: 1.5px solid var(--ink); pointer-events: none; }
.strip-box .cursor { bottom: 16px; }
#divergence { margin-top: 8px; font-size: 13.5px; display: grid; gap: 4px; padding: 8px 10px; background: var(--open-soft); border-radius: 4px; }
#divergence .side { display: block; text-align: left; background: transparent; border: 0; padding: 2px 0; font-size: 13.5px; min-height: 26px; }
#divergence .side:hover { text-decoration: underline; }

/* Numbers of the moment */
.now { font-size: 13.5px; overflow-wrap: normal; }
.now tbody th { min-width: 7em; }
.now th, .now td { padding: 2px 6px; line-height: 1.4; }
.now thead th { font-size: 12.5px; color: var(--muted); white-space: normal; }
.now .number { padding-left: 2px; }
.now .age { color: var(--muted); font-size: 12.5px; }
.now td.differs { background: var(--open-soft); }
.now tr.stock th { font-weight: 400; }
button.value { border: 0; background: none; padding: 0 2px; min-height: 24px; min-width: 24px; text-decoration: underline dotted; text-underline-offset: 3px; font-variant-numeric: tabular-nums; }
button.small { min-height: 26px; padding: 0 8px; font-size: 13px; }

/* Events */
.filters { display: grid; gap: 8px; margin-bottom: 8px; }
.filters .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.chips { display: flex; flex-wrap: wrap; gap: 4px 6px; }
.chip { display: inline-flex; align-items: center; gap: 4px; font-size: 13px; min-height: 26px; padding: 0 8px 0 4px; border: 1px solid var(--line); border-radius: 13px; cursor: pointer; }
.chip input { width: 16px; height: 16px; margin: 0 2px; accent-color: var(--accent); }
.events { list-style: none; margin: 0; padding: 0; height: 340px; overflow-y: auto; border-top: 1px solid var(--line); }
.events button, .chain button {
  display: flex; gap: 8px; width: 100%; text-align: left; border: 0; border-bottom: 1px solid #eef1f4; border-radius: 0; background: none;
  padding: 5px 4px; font-size: 13.5px; line-height: 1.4; align-items: baseline; min-height: 28px;
}
.events button:hover, .chain button:hover { background: var(--accent-soft); }
.events button[aria-current="true"] { background: var(--accent-soft); box-shadow: inset 3px 0 0 var(--accent); }
.events .is-next button { color: var(--muted); background: #fafbfc; }
.events .empty { padding: 12px 4px; color: var(--muted); font-size: 13.5px; }
.when { color: var(--muted); white-space: nowrap; font-variant-numeric: tabular-nums; flex: none; }
.what { flex: 1; min-width: 0; }
.sign { flex: none; width: 1.2em; text-align: center; color: #56626d; }
.sort-1 .sign { color: #b34700; } .sort-2 .sign { color: #1b2733; } .sort-3 .sign { color: #0a6b8f; }
.sort-4 .sign { color: #00664b; } .sort-5 .sign { color: #7a5200; } .sort-6 .sign { color: #00588a; }
.sort-7 .sign { color: #8f3d6c; }
.letter { flex: none; font-weight: 650; font-size: 12.5px; padding: 0 5px; border-radius: 3px; color: #fff; background: #00588a; }
.letter-B { background: #a84600; }

/* Causes */
.chain { list-style: none; margin: 0; padding: 0; }
.chain li { position: relative; }
.chain small { color: var(--muted); white-space: nowrap; }
.chain .is-end button { background: var(--accent-soft); font-weight: 600; }
.why-box { max-height: 460px; overflow-y: auto; }
#details { position: relative; border-left: 4px solid var(--accent); }
#details h3 { margin: 0 34px 6px 0; font-size: 15px; }
#details .close { position: absolute; right: 8px; top: 8px; border: 0; background: none; font-size: 20px; line-height: 1; padding: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0 0 8px; font-size: 13.5px; }
dt { color: var(--muted); max-width: 14em; } dd { margin: 0; }
#tip {
  position: fixed; left: 0; top: 0; z-index: 20; pointer-events: none; background: #1b2733; color: #fff; padding: 6px 10px;
  border-radius: 4px; font-size: 13px; line-height: 1.4; max-width: min(340px, 90vw);
}

/* Below */
.below { display: grid; gap: 14px; padding: 14px 20px 32px; }
.curves { display: grid; grid-template-columns: repeat(auto-fill, minmax(215px, 1fr)); gap: 12px 22px; }
.curve { margin: 0; min-width: 0; }
.curve figcaption { font-size: 13.5px; display: flex; justify-content: space-between; gap: 8px; }
.curve-value { font-weight: 650; white-space: nowrap; font-variant-numeric: tabular-nums; }
.plot, .gantt-plot { position: relative; cursor: pointer; min-width: 0; }
.plot canvas, .gantt-plot canvas { display: block; width: 100%; }
.plot .cursor { bottom: 18px; }
.gantts { display: grid; gap: 14px; }
.gantt { display: grid; grid-template-columns: 130px minmax(0, 1fr); max-height: 380px; overflow-y: auto; border: 1px solid var(--line); background: #fff; }
.gantt-labels { position: relative; border-right: 1px solid var(--line); }
.gantt-labels span { position: absolute; left: 6px; right: 4px; font-size: 12px; line-height: 15px; color: var(--muted); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.gantt-key { display: flex; flex-wrap: wrap; gap: 4px 14px; font-size: 13px; color: var(--muted); margin-bottom: 8px; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 14px; align-items: start; }
#goals table { font-size: 14px; }
.met, .missed { font-weight: 600; white-space: nowrap; }
.met { color: var(--good); } .missed { color: var(--bad); }
.spreads { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 14px 22px; margin-top: 10px; }
.spread { margin: 0; font-size: 13.5px; }
.bars { position: relative; display: flex; align-items: flex-end; height: 52px; gap: 1px; border-bottom: 1px solid #7b8894; margin: 10px 0 2px; }
.bars i { flex: 1; background: #9fc4de; min-height: 0; }
.bars b { position: absolute; bottom: 0; top: -8px; width: 0; border-left: 2px solid #000; }
.bars b::before { content: ""; position: absolute; left: -7px; top: -2px; border: 6px solid transparent; border-top-color: #000; }
.ends { display: flex; justify-content: space-between; color: var(--muted); font-size: 12.5px; }
.legend-box summary { font-size: 14px; }
.legend { font-size: 13px; color: var(--muted); }
.legend ul { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0 0 8px; padding: 0; }
.legend li { display: inline-flex; align-items: center; gap: 5px; }
.legend canvas { width: 22px; height: 22px; }
.notes { font-size: 13.5px; color: var(--muted); margin: 0; padding-left: 1.2em; }
.notes code { font-size: 13px; color: var(--ink); background: var(--ground); padding: 1px 5px; border-radius: 3px; }

@media (max-width: 1100px) {
  .grid { grid-template-columns: minmax(0, 1fr); }
  .main { display: contents; }
  .stage { order: 1; } .side { order: 2; } .main > .card:not(.stage) { order: 3; }
  .side { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .side > * { align-self: start; }
}
@media (max-width: 760px) {
  .top, .bar, .grid, .below { padding-left: 10px; padding-right: 10px; }
  .top h1 { font-size: 18px; }
  .side, .pair { grid-template-columns: minmax(0, 1fr); }
  .panes[data-count="2"], .panes[data-count="4"] { grid-template-columns: 1fr; }
  .pane canvas { height: 320px; }
  .panes[data-count="2"] .pane canvas, .panes[data-count="4"] .pane canvas { height: 230px; }
  .clock b { font-size: 22px; }
  .curves { grid-template-columns: repeat(auto-fill, minmax(145px, 1fr)); gap: 12px 14px; }
  .pane canvas { height: 340px; }
  .gantt { grid-template-columns: 84px minmax(0, 1fr); }
  .briefs { gap: 0 10px; }
}
@media print {
  .transport-row button, .filters { display: none; }
  .grid { grid-template-columns: 1fr; }
  .events, .why-box, .gantt { height: auto; max-height: none; overflow: visible; }
}

"""#

    /// Body without heading and data.
    static let body = #"""
<div id="tip" role="tooltip" hidden></div>
<div id="announce" class="unseen" aria-live="polite"></div>
<nav class="bar" id="bar">
  <div class="group" id="plans" role="group" data-label="plan">
    <span data-word="plan"></span>
    <div class="segments">
      <button type="button" data-plan="A" aria-pressed="false"></button>
      <button type="button" data-plan="B" aria-pressed="false"></button>
      <button type="button" data-plan="AB" aria-pressed="false"></button>
    </div>
  </div>
  <div class="group" role="group" data-label="view">
    <span data-word="view"></span>
    <div class="segments">
      <button type="button" data-view="truth" data-word="truth" aria-pressed="true"></button>
      <button type="button" data-view="picture" data-word="picture" aria-pressed="false"></button>
      <button type="button" data-view="both" data-word="both" aria-pressed="false"></button>
    </div>
  </div>
  <div class="group" role="group" data-label="mapLabel">
    <span data-word="mapLabel"></span>
    <div class="segments">
      <button type="button" id="fit-scene" data-word="scene"></button>
      <button type="button" id="fit-region" data-word="region"></button>
      <button type="button" id="zoom-in" data-label="zoomIn">+</button>
      <button type="button" id="zoom-out" data-label="zoomOut">−</button>
    </div>
  </div>
  <label class="group" id="post-choice"><span data-word="pictureOf"></span><select id="post"></select></label>
</nav>
<main>
  <div class="grid">
    <div class="main">
    <section class="card stage" data-label="mapLabel">
      <div class="stage-box">
        <div class="panes" id="panes"></div>
      </div>
      <div class="transport">
        <div class="transport-row">
          <div class="clock"><span id="day"></span><b id="clock"></b><span class="since" id="since"></span></div>
          <button type="button" id="play" aria-pressed="false"><span></span></button>
          <button type="button" id="previous" data-label="previous"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3h2v10H3zM14 3v10L6 8z" fill="currentColor"/></svg></button>
          <button type="button" id="next" data-label="next"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M11 3h2v10h-2zM2 3v10l8-5z" fill="currentColor"/></svg></button>
          <label class="group"><span data-word="speed"></span>
            <select id="speed">
              <option value="1">×1</option><option value="10">×10</option><option value="60" selected>×60</option>
              <option value="120">×120</option><option value="300">×300</option><option value="600">×600</option>
            </select>
          </label>
          <button type="button" id="to-onset" data-word="toOnset"></button>
          <span class="hint" data-word="tPlus"></span>
        </div>
        <div class="time-line">
          <div class="strip-box"><canvas id="strip" aria-hidden="true" data-label="strip"></canvas><div class="cursor"></div></div>
          <input type="range" id="slider" min="0" max="1" step="1000" data-label="time">
        </div>
        <div id="divergence" hidden></div>
      </div>
      <details class="legend-box transport" open><summary data-word="legend"></summary><div class="legend" id="legend"></div></details>
    </section>
    <section class="card"><h2><span data-word="curves"></span><small data-word="sameMoment"></small></h2><div class="curves" id="curves"></div></section>
    <section class="card"><h2><span data-word="gantt"></span><small data-word="ganttHelp"></small></h2><div class="gantts" id="gantts"></div></section>
    </div>
    <div class="side">
      <section class="card" id="details" hidden></section>
      <section class="card">
        <h2><span data-word="now"></span><small id="now-of"></small></h2>
        <div class="scroll" id="now"></div>
      </section>
      <section class="card">
        <h2><span data-word="feed"></span><small id="feed-count"></small></h2>
        <div class="filters">
          <div class="row">
            <div class="segments" role="group" data-label="feed">
              <button type="button" data-mode="story" data-word="story" aria-pressed="true"></button>
              <button type="button" data-mode="all" data-word="allFacts" aria-pressed="false"></button>
            </div>
            <select id="feed-post" data-label="postFilter"></select>
          </div>
          <details><summary data-word="kinds"></summary><div class="chips" id="sorts" role="group" data-label="kinds"></div></details>
        </div>
        <ol class="events" id="feed" tabindex="0" data-label="feed"></ol>
      </section>
      <section class="card">
        <h2><span data-word="why"></span></h2>
        <div class="why-box" id="why" tabindex="0" data-label="why"></div>
      </section>
    </div>
  </div>
  <div class="below">
    <div class="pair">
      <section class="card" id="goals-box"><h2><span data-word="goals"></span></h2><div class="scroll" id="goals"></div></section>
      <section class="card"><h2><span data-word="standing"></span></h2><div id="standing"></div></section>
    </div>
    <section class="card"><h2><span data-word="notes"></span></h2><ul class="notes" id="notes"></ul></section>
  </div>
</main>

"""#
}
