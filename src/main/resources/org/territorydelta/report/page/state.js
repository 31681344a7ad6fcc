// What is shown, and how it is looked up in the data.

const data = unpacked(JSON.parse(byId("data").textContent));
const ALL = "-1 ALL";

/** What the run's config says in numbers; in words where an earlier version's manifest does not. */
const settings = {
  stale: data.run.limits ? plural(data.run.limits["max-staleness-days"], "day") : "so many days as the config allows",
  lag: typeof data.run.bandLag === "number" ? plural(data.run.bandLag, "day") : "some days",
  noise: typeof data.run.noiseWidth === "number" ? `${data.run.noiseWidth} m` : "the noise width",
  border: typeof data.run.borderBand === "number" ? `${data.run.borderBand} km` : "the border band",
  sets: data.run.layerSets || [],
};
const state = { source: "", side: "", set: "", kind: "", level: 1, region: ALL, unit: "km2", index: 0, span: "12", from: "", to: "", measure: "bubbles", pace: "sum", overlay: "" };

/** Sources and sides by the names of the run's config, by their ids where it has none. */
const sourceName = (id) => (data.run.sourceNames && data.run.sourceNames[id]) || id;
const shownSide = (id) => (data.run.sides || []).find((side) => side.id === id) || {};
const sideName = (id) => shownSide(id).name || id;

/** Of the config, else one of these in the order of the sides' ids; told apart by colour-blind readers, too. */
const OWN_COLOURS = ["#b5432c", "#2b73b3", "#3b7d4f", "#7a5ca8", "#8a6d1d"];
const allSides = [...new Set(data.series.map((line) => line.side))].sort();
const sideColour = (id) => shownSide(id).colour || OWN_COLOURS[Math.max(0, allSides.indexOf(id)) % OWN_COLOURS.length];

/** Sources that are not independent of this one. */
const kinOf = (source) => (data.run.kin && data.run.kin[source]) || [];

const keyOf = (region) => `${region.level} ${region.id}`;
const regionByKey = new Map(data.regions.map((region) => [keyOf(region), region]));
/** A side and where, by the region's name as a table has it. */
const inRegion = (side, name) => (regionByKey.get(ALL) && name === regionByKey.get(ALL).name ? `${sideName(side)} over all ground` : `${sideName(side)} in ${name}`);
const nameOf = (key) => (key === ALL ? "all ground" : regionByKey.get(key) ? regionByKey.get(key).name : key);
const lineKey = (source, kind, side, set, region) => [source, kind, side, set, region].join("|");
const lines = new Map(data.series.map((line) => [lineKey(line.source, line.kind, line.side, line.set, `${line.level} ${line.region}`), line]));

const distinct = (values) => [...new Set(values)];
const sourcesWithFigures = distinct(data.series.map((line) => line.source)).sort();
const KINDS = ["month", "week", "day", "quarter", "year", "rolling-28-day", "named", "all"];
const CHAINED = ["day", "week", "month", "quarter", "year"];
const sidesOf = (source) => distinct(data.series.filter((l) => l.source === source).map((l) => l.side)).sort();
const setsOf = (source, side) => {
  const there = new Set(data.series.filter((l) => l.source === source && l.side === side).map((l) => l.set));
  return [...settings.sets.map((set) => set.name).filter((name) => there.has(name)), ...[...there].filter((name) => !settings.sets.some((set) => set.name === name))];
};
const kindsOf = (source) => KINDS.filter((kind) => data.periods[`${source}|${kind}`]);
const levels = distinct(data.regions.filter((r) => r.level > 0).map((r) => r.level)).sort((a, b) => a - b);

const periods = () => data.periods[`${state.source}|${state.kind}`] || [];
const period = () => periods()[state.index];
const line = (region = state.region) => lines.get(lineKey(state.source, state.kind, state.side, state.set, region));

/** What is not looked for in every period. */
const SEARCHED = ["low", "high", "churn", "noise"];

/** A figure of a line at a place: zero where the maps show none, null where they do not cover the period. */
function figure(ofLine, name, index = state.index) {
  const at = periods()[index];
  if (!at || at.coverage === "none") return null;
  if (!ofLine || !ofLine[name]) return SEARCHED.includes(name) ? null : 0;
  return ofLine[name][index];
}

/** What a break of the series does to a figure of a line: its places, the net without, whether the maps compare; else null. */
const broken = (ofLine, index = state.index) => (ofLine && ofLine.broken && ofLine.broken[index]) || null;
const isParted = (ofLine, index = state.index) => Boolean(broken(ofLine, index) && broken(ofLine, index).parted);

/** The net as it may be drawn: across a break there is none. */
const netOf = (ofLine, index = state.index) => (isParted(ofLine, index) ? null : figure(ofLine, "net", index));

/** Its breaks in words: kind, day, area. */
const breakText = (of) => of.breaks.map((place) => breakRows()[place]).map((row) => `${spaced(row.kind)} on ${dayText(row.map_date)}, ${areaUnit(row.area_km2)}`).join("; ");
let allBreaks = null;
const breakRows = () => (allBreaks = allBreaks || rowsOf(data.breaks));

/** Its band, or null where there is none. */
function band(ofLine, index = state.index) {
  const low = figure(ofLine, "low", index);
  const high = figure(ofLine, "high", index);
  return low === null || high === null ? null : [low, high];
}

const regionLines = () =>
  data.regions
    .filter((region) => region.level === state.level)
    .map((region) => ({ region, line: line(keyOf(region)) }))
    .filter((entry) => entry.line);

/** The index of the last period whose maps cover it from end to end, or else the last with figures. */
function lastCovered() {
  const all = periods();
  for (const coverage of ["full", "partial"]) {
    for (let i = all.length - 1; i >= 0; i--) if (all[i].coverage === coverage) return i;
  }
  return Math.max(0, all.length - 1);
}

function indexOfDay(day) {
  const all = periods();
  const at = all.findIndex((p) => p.first <= day && day <= p.last);
  return at >= 0 && all[at].coverage !== "none" ? at : lastCovered();
}

/** Kinds of break that are of how ground was drawn or told; the others part the maps on either side of them. */
const TOLD_LATE = ["batch-release", "block-reclassification"];
const isBreakOf = (row, side) => (row.side === side || row.side === "ALL") && !TOLD_LATE.includes(row.kind);
