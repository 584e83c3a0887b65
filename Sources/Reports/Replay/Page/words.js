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
