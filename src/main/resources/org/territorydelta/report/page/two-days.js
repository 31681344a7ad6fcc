// Two days side by side: what each source shows at the end of each, and the difference between them.

const twoDays = { a: "", b: "" };

/** The kind of period by which days can be told: the finest that a source has. */
const finest = (source) => ["day", "week", "month"].find((kind) => data.periods[`${source}|${kind}`]);

/** What a side holds by a source at the end of a day, with the map that shows it; null where none does. */
function heldOn(source, side, set, day) {
  const kind = finest(source);
  const of = kind && lines.get(lineKey(source, kind, side, set, ALL));
  if (!of || !of.stock) return null;
  const at = data.periods[`${source}|${kind}`].filter((p) => p.last <= day && p.close && p.coverage !== "none").pop();
  if (!at || (toDate(day) - toDate(at.close)) / DAY_MS > OLDEST_MAP_DAYS || of.stock[at.i] === null) return null;
  return { km2: of.stock[at.i], map: at.close };
}

/** As old as the run lets a map be on its day, or a week where the manifest does not say. */
const OLDEST_MAP_DAYS = Math.max(data.run.limits ? data.run.limits["max-staleness-days"] : 7, 7);

/** Net by region over the days after the first up to the second, where days follow each other without a break. */
function netsBetween(source, side, set, a, b) {
  const kind = finest(source);
  if (!kind) return null;
  const days = data.periods[`${source}|${kind}`].filter((p) => p.first > a && p.last <= b);
  if (!days.length || days.some((p) => p.coverage === "none")) return null;
  return data.regions.filter((region) => region.level === state.level).map((region) => {
    const of = lines.get(lineKey(source, kind, side, set, keyOf(region)));
    if (!of || !of.net) return null;
    return { region, net: d3.sum(days, (p) => of.net[p.i] || 0), cut: days.some((p) => of.broken && of.broken[p.i]) };
  }).filter((entry) => entry && Math.abs(inUnit(entry.net)) >= NO_CHANGE).sort((x, y) => Math.abs(y.net) - Math.abs(x.net));
}

function layTwoDays() {
  const whole = seriesDays();
  if (!twoDays.a) Object.assign(twoDays, { b: whole.last, a: whole.last ? monthsBefore(whole.last, 12) : "" });
  if (twoDays.a < whole.first) twoDays.a = whole.first;
  for (const key of ["a", "b"]) {
    const input = byId("day-" + key);
    Object.assign(input, { value: twoDays[key], min: whole.first, max: whole.last });
  }
}

function twoDaysRows() {
  const [a, b] = [twoDays.a, twoDays.b];
  const days = (toDate(b) - toDate(a)) / DAY_MS;
  return sourcesWithFigures.flatMap((source) => sidesOf(source).map((side) => {
    const set = setsOf(source, side).includes(state.set) ? state.set : setsOf(source, side)[0];
    const [then, now] = [heldOn(source, side, set, a), heldOn(source, side, set, b)];
    const span = then && now ? (toDate(now.map) - toDate(then.map)) / DAY_MS : days;
    return { source, side, set, then, now, change: then && now ? now.km2 - then.km2 : null, days: span };
  })).filter((row) => row.then || row.now);
}

function drawTwoDays() {
  layTwoDays();
  const [a, b] = [twoDays.a, twoDays.b];
  const table = byId("two-days-table");
  const rows = a && b && a < b ? twoDaysRows() : [];
  fill(table.tHead, el("tr", {}, ["Source", "Side", num(`End of ${shortDay(a)}`), num(`End of ${shortDay(b)}`), num("Difference"), num("Per day")].map((head) => el("th", { scope: "col", class: head.num ? "num" : null }, head.text || head))));
  const held = (of) => (of ? [area(of.km2), el("span", { class: "quiet block" }, `map of ${shortDay(of.map)}`)] : el("span", { class: "quiet" }, "no map"));
  fill(table.tBodies[0], rows.length ? rows.map((row) => el("tr", { class: row.source === state.source && row.side === state.side ? "chosen" : null },
    el("th", { scope: "row" }, sourceName(row.source)), el("td", {}, sideName(row.side), el("span", { class: "quiet block" }, row.set)), el("td", { class: "num" }, held(row.then)), el("td", { class: "num" }, held(row.now)),
    el("td", { class: "num strong" }, row.change === null ? "–" : change(row.change)), el("td", { class: "num" }, row.change === null || !row.days ? "–" : change(row.change / row.days, 2))))
    : el("tr", {}, el("td", { colspan: 6, class: "quiet" }, a >= b ? "The first day must come before the second." : "No source shows ground held on these days.")));
  const nets = rows.length ? netsBetween(state.source, state.side, state.set, a, b) : null;
  const text = byId("two-days-regions");
  const broken = breakRows().filter((row) => row.source_id === state.source && isBreakOf(row, state.side) && row.map_date > a && row.map_date <= b);
  fill(text,
    nets && nets.length ? [el("b", {}, `${sideName(state.side)} by region, ${sourceName(state.source)}: `), nets.map((entry) => `${entry.region.name} ${change(entry.net)}`).join(", "), ` ${unit()}. `] : null,
    broken.length ? `Between the two days the series of ${sourceName(state.source)} breaks ${broken.length === 1 ? "once" : `${number(broken.length, 0)} times`}: part of the difference is in the maps, not on the ground.` : null);
}
