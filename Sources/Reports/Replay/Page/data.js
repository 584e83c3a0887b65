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
