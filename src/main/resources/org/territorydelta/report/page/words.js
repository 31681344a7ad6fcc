// Words and numbers as a reader sees them, and elements made of them. Data reaches the page as text alone.

const SQ_MI_KM2 = 2.589988110336;
const THIN = "\u202f";
const MINUS = "\u2212";

function number(value, decimals = 1) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  const text = Math.abs(value).toFixed(decimals);
  const [whole, part] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN);
  const isZero = Number(text) === 0;
  return (value < 0 && !isZero ? MINUS : "") + grouped + (part ? "." + part : "");
}

/** With its sign; what is not zero is never shown as zero. */
function signed(value, decimals = 1) {
  if (value === null || value === undefined) return "–";
  const smallest = Math.pow(10, -decimals);
  if (value !== 0 && Math.abs(value) < smallest / 2) {
    return (value > 0 ? "+" : MINUS) + "<" + smallest.toFixed(decimals);
  }
  return (Number(value.toFixed(decimals)) > 0 ? "+" : "") + number(value, decimals);
}

const inUnit = (km2) => (km2 === null || km2 === undefined ? null : state.unit === "sqmi" ? km2 / SQ_MI_KM2 : km2);
const unit = () => (state.unit === "sqmi" ? "sq mi" : "km²");
const area = (km2, decimals = 1) => number(inUnit(km2), decimals);
const change = (km2, decimals = 1) => signed(inUnit(km2), decimals);
const areaUnit = (km2, decimals = 1) => area(km2, decimals) + "\u00a0" + unit();
const changeUnit = (km2, decimals = 1) => change(km2, decimals) + "\u00a0" + unit();

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const parts = (day) => day.split("-").map(Number);
const toDate = (day) => new Date(day + "T00:00:00Z");
const dayText = (day) => {
  if (!day) return "–";
  const [y, m, d] = parts(day);
  return `${d} ${MONTHS[m - 1]} ${y}`;
};
const shortDay = (day) => {
  if (!day) return "–";
  const [y, m, d] = parts(day);
  return `${d} ${MONTHS[m - 1].slice(0, 3)} ${y}`;
};

function span(first, last) {
  if (!first || first === last) return dayText(last);
  const [y, m, d] = parts(first);
  const [Y, M, D] = parts(last);
  if (y !== Y) return `${dayText(first)} to ${dayText(last)}`;
  if (m !== M) return `${d} ${MONTHS[m - 1]} to ${dayText(last)}`;
  return `${d}–${D} ${MONTHS[M - 1]} ${Y}`;
}

function periodText(period, kind) {
  const [y, m] = parts(period.first);
  switch (kind) {
    case "month": return `${MONTHS[m - 1]} ${y}`;
    case "quarter": return period.id.replace(/^(\d+)-Q(\d)$/, "quarter $2 of $1");
    case "year": return String(y);
    case "named": return `${span(period.first, period.last)} (${period.id})`;
    default: return span(period.first, period.last);
  }
}

/** Whether the maps at a period's ends are not those of its own days, so that its figures span others. */
const isSpan = (at) => at.coverage === "partial" && Boolean(at.open && at.close);

/** What a period's figures really are of: the period, or the days between the maps that stand for it. */
function toldText(at, kind) {
  if (!isSpan(at)) return periodText(at, kind);
  const opening = new Date(toDate(at.first).getTime() - 86400000).toISOString().slice(0, 10);
  const days = plural(at.days, "day");
  if (at.open >= opening) return `from ${dayText(at.open)} to ${dayText(at.close)} (${days})`;
  return `since ${dayText(at.open)}${at.close < at.last ? `, to ${dayText(at.close)}` : ""} (${days})`;
}

const KIND_WORDS = {
  day: "Day", week: "Week", month: "Month", quarter: "Quarter", year: "Year",
  "rolling-28-day": "28 days, rolling", all: "All of it", named: "Named periods",
};
const BY_WORDS = {
  day: "by day", week: "by week", month: "by month", quarter: "by quarter", year: "by year",
  "rolling-28-day": "over 28 days to each day", all: "over the whole series", named: "over named periods",
};
const PART_WORDS = {
  lag: "which days’ maps are compared", jitter: "which days’ maps are compared", noise: "redrawn lines",
  sources: "whose maps are used", "layer-sets": "what counts as controlled",
};
const BREAK_WORDS = {
  "base-redefined": "Base redefined: much ground comes or goes at once, away from the front.",
  dropout: "Dropout: ground goes and comes back within a week.",
  spike: "Spike: ground comes and goes again.",
  misplaced: "Misplaced: ground far from all other, or outside what the source draws.",
  "implausible-area": "Implausible area: more ground than there can be.",
  "batch-release": "Batch release: several days’ change on one map.",
  "block-reclassification": "Block reclassification: a block changes its status with the same side.",
};
const LABEL_WORDS = {
  CONSISTENT: "Consistent", HIGH: "Above the measured", LOW: "Below the measured",
  STRONGLY_HIGH: "Far above the measured", STRONGLY_LOW: "Far below the measured",
  WRONG_SIGN: "Opposite sign", NOT_COMPARABLE: "Not comparable", UNVERIFIABLE: "Not to be told by maps",
  UNKNOWN: "Not known then", SUPERSEDED: "Superseded",
};
/** A label in words; of days that are covered, but by maps between which the series breaks, it says so. */
const labelOf = (row) => ((row.reasons || []).includes("SERIES_BREAK") && row.label === "UNVERIFIABLE" ? "Across a break" : LABEL_WORDS[row.label] || row.label);
const LABEL_ORDER = Object.keys(LABEL_WORDS);
const UNIT_WORDS = { km2: "km²", sq_mi: "square miles", ha: "hectares", percent: "%", km: "km", mi: "miles", count: "settlements" };
const spaced = (word) => String(word).replace(/[_-]/g, " ");
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** Numbers in a text as it was given, grouped, and without powers of ten. */
const grouped = (text) => String(text).replace(/\d+(\.\d+)?(E[+-]?\d+)?/g, (digits, part, power) => {
  const plain = power ? String(Number(digits)) : digits;
  const [whole, rest] = plain.split(".");
  return (whole.length > 3 || power ? whole.replace(/\B(?=(\d{3})+$)/g, THIN) : whole) + (rest ? "." + rest : "");
});
const holding = (side, status) => (side === "none" ? "not drawn" : `${sideName(side)} ${status}`);
const plural = (count, one, many = one + "s") => `${number(count, 0)} ${count === 1 ? one : many}`;

/** An element with attributes and children; a child that is text stays text. */
function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else {
      node.setAttribute(key, value === true ? "" : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

const byId = (id) => document.getElementById(id);

function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
}

/** A link where the text is one to the web, otherwise the text. */
function where(text) {
  if (!/^https?:\/\/[^\s]+$/i.test(text)) return text;
  let host;
  try {
    const url = new URL(text);
    if (url.protocol !== "http:" && url.protocol !== "https:") return text;
    host = url.hostname.replace(/^www\./, "");
  } catch (e) {
    return text;
  }
  return el("a", { href: text, rel: "noopener noreferrer", target: "_blank" }, host);
}

/** A table's rows as objects. */
function rowsOf(table) {
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column, row[i]])));
}
