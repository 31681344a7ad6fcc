// Series: ground held, and net by period with its band. Both tell what is missing.

const readout = { hover: null };

/** Room for figures beside a chart; both have the same, so that their days stand above each other. */
const LEFT = 76;

function frame(box, height, left, title) {
  box.replaceChildren();
  const width = Math.round(box.clientWidth);
  if (width === 0) return null;
  const svg = d3.select(box).append("svg")
    .attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height)
    .attr("role", "img").attr("aria-label", title);
  const inner = { left, right: width - 12, top: 14, bottom: height - 26 };
  return { svg, width, height, ...inner };
}

/** Positions of the periods: on a line of days where they follow each other, side by side where they do not. */
function positions(f) {
  const all = inWindow();
  if (CHAINED.includes(state.kind)) {
    const start = (p) => toDate(p.first).getTime();
    const end = (p) => toDate(p.last).getTime() + DAY_MS;
    const x = d3.scaleUtc([start(all[0]), end(all[all.length - 1])], [f.left, f.right]);
    return { x, from: (p) => x(start(p)), to: (p) => x(end(p)), dated: true };
  }
  const places = d3.scaleBand(all.map((p) => p.id), [f.left, f.right]).padding(0.3);
  if (state.kind === "rolling-28-day") {
    const x = d3.scaleUtc([toDate(all[0].last), toDate(all[all.length - 1].last)], [f.left, f.right]);
    const half = Math.max(0.5, (f.right - f.left) / all.length / 2);
    return { x, from: (p) => x(toDate(p.last)) - half, to: (p) => x(toDate(p.last)) + half, dated: true };
  }
  return { x: places, from: (p) => places(p.id), to: (p) => places(p.id) + places.bandwidth(), dated: false };
}

function drawAxes(f, place, y, format) {
  const ticks = y.ticks(5);
  const rows = f.svg.append("g").attr("class", "axis").attr("aria-hidden", "true").selectAll("g").data(ticks).join("g");
  rows.append("line").attr("class", (d) => (d === 0 ? "zero" : "grid")).attr("x1", f.left).attr("x2", f.right).attr("y1", (d) => y(d)).attr("y2", (d) => y(d));
  rows.append("text").attr("x", f.left - 8).attr("y", (d) => y(d)).attr("dy", "0.32em").attr("text-anchor", "end").text(format);
  const across = f.svg.append("g").attr("class", "axis").attr("aria-hidden", "true");
  if (place.dated) {
    const count = Math.max(2, Math.floor((f.right - f.left) / 78));
    const shown = state.kind === "month" ? monthTicks(f, place) : place.x.ticks(count).filter((date) => date.getUTCHours() === 0);
    const label = (date, i) => {
      const months = MONTHS[date.getUTCMonth()].slice(0, 3);
      if (i === 0) return `${date.getUTCDate() === 1 ? "" : date.getUTCDate() + " "}${months} ${date.getUTCFullYear()}`;
      if (date.getUTCDate() !== 1) return `${date.getUTCDate()} ${months}`;
      return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : months;
    };
    const shift = state.kind === "month" ? (date) => new Date(date.getTime() + 15 * 86400000) : (date) => date;
    const marks = across.selectAll("g").data(shown).join("g").attr("transform", (date) => `translate(${place.x(shift(date)).toFixed(1)},0)`);
    if (state.kind !== "month") marks.append("line").attr("class", "tick").attr("y1", f.bottom).attr("y2", f.bottom + 5);
    marks.append("text").attr("y", f.bottom + 18).attr("text-anchor", "middle").attr("class", (date, i) => (i > 0 && date.getUTCMonth() === 0 && date.getUTCDate() === 1 ? "year" : "")).text(label);
  } else {
    const room = (f.right - f.left) / inWindow().length;
    const most = Math.max(3, Math.floor(room / 7));
    across.selectAll("text").data(inWindow()).join("text")
      .attr("x", (p) => (place.from(p) + place.to(p)) / 2).attr("y", f.bottom + 18).attr("text-anchor", "middle")
      .text((p) => (p.id.length > most ? p.id.slice(0, most - 1) + "…" : p.id));
  }
}

/** The middles of so many months as there is room to name, the Januaries among them. */
function monthTicks(f, place) {
  const all = inWindow();
  const every = Math.max(1, Math.ceil((all.length * 40) / (f.right - f.left)));
  const january = Math.max(0, all.findIndex((p) => p.first.slice(5, 7) === "01"));
  return all.filter((p, i) => (i - january) % every === 0).map((p) => toDate(p.first));
}

/** Where no map stands for an end, or only an old one. */
function drawGaps(f, place) {
  f.svg.append("defs").append("pattern").attr("id", "hatch-" + f.name).attr("width", 6).attr("height", 6)
    .attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)")
    .append("line").attr("class", "hatch").attr("y2", 6);
  f.svg.append("g").selectAll("rect").data(inWindow().filter((p) => p.coverage === "none")).join("rect")
    .attr("class", "gap").attr("fill", `url(#hatch-${f.name})`)
    .attr("x", place.from).attr("width", (p) => Math.max(0.5, place.to(p) - place.from(p))).attr("y", f.top).attr("height", f.bottom - f.top);
}

/** Breaks in the window that touch the side's figures by this source. */
function breaksShown() {
  const all = inWindow();
  if (!all.length) return [];
  return breakRows().filter((row) => row.source_id === state.source && isBreakOf(row, state.side) && row.map_date >= all[0].first && row.map_date <= all[all.length - 1].last);
}

/** Room for the mark of a group, in pixels. */
const BREAK_ROOM = 26;

/** Breaks as groups that have room to be told apart, each with how many it is of. */
function breakGroups(place) {
  const groups = [];
  for (const row of breaksShown().sort((a, b) => a.map_date.localeCompare(b.map_date))) {
    const x = place.x(toDate(row.map_date).getTime() + DAY_MS / 2);
    const last = groups[groups.length - 1];
    if (last && x - last.x < BREAK_ROOM) last.rows.push(row);
    else groups.push({ x, rows: [row] });
  }
  return groups;
}

function drawBreaks(f, place) {
  if (!place.dated) return;
  const groups = f.svg.append("g").attr("class", "breaks").selectAll("g").data(breakGroups(place)).join("g").attr("transform", ({ x }) => `translate(${x.toFixed(1)},0)`);
  groups.append("line").attr("y1", f.top).attr("y2", f.bottom);
  groups.append("path").attr("d", "M-4,0 L4,0 L0,6 Z").attr("transform", `translate(0,${f.top - 8})`);
  groups.filter(({ rows }) => rows.length > 1).append("text").attr("x", 6).attr("y", f.top - 2).text(({ rows }) => rows.length);
  groups.append("title").text(({ rows }) => rows.map((row) => `${dayText(row.map_date)}, ${spaced(row.kind)}, ${areaUnit(row.area_km2)}: ${row.detail}`).join("\n"));
}

function drawBreakList() {
  const rows = breaksShown();
  const box = byId("break-list");
  box.hidden = !rows.length;
  box.querySelector("summary").textContent = `${plural(rows.length, "break")} in the series in the time shown`;
  fill(box.querySelector("ul"), rows.map((row) => el("li", {}, el("b", {}, dayText(row.map_date)), ` ${spaced(row.kind)}, ${areaUnit(row.area_km2)}: ${row.detail}`)));
}

// The other sources, drawn beside the one that is chosen.

const DASHES = ["7 3", "2 3", "9 3 2 3", "12 4"];
const others = () => (state.overlay === "all" ? sourcesWithFigures.filter((source) => source !== state.source && otherLine(source)) : []);

/** Another source's line of the same kind, side and place, by the same layer set where it has it. */
function otherLine(source) {
  const all = data.periods[`${source}|${state.kind}`];
  if (!all) return null;
  const set = setsOf(source, state.side).includes(state.set) ? state.set : setsOf(source, state.side)[0];
  const of = lines.get(lineKey(source, state.kind, state.side, set, state.region));
  return of ? { of, all } : null;
}

const overlayNet = (of, p) => (p.coverage !== "full" || (of.broken && of.broken[p.i] && of.broken[p.i].parted) ? null : of.net ? of.net[p.i] : 0);
const paced = (km2, p) => (km2 === null ? null : state.pace === "day" ? (p.days ? inUnit(km2) / p.days : null) : inUnit(km2));

/** Points of each other source in the window: its periods with their values, cut where it has none. */
function overlaid(value) {
  const { first, last } = windowDays();
  return others().map((source) => {
    const { of, all } = otherLine(source);
    const some = DATED.includes(state.kind) ? all.filter((p) => p.last >= first && p.first <= last) : all.filter((p) => periods().some((own) => own.id === p.id));
    return { source, points: some.map((p) => ({ p, value: value(of, p) })) };
  }).filter(({ points }) => points.some(({ value: of }) => of !== null));
}

function drawOverlay(f, place, y, overlays, at) {
  overlays.forEach(({ source, points }, i) => {
    const inside = points.filter(({ p, value }) => value !== null && Number.isFinite(at(p)));
    const path = d3.line(({ p }) => at(p), ({ value }) => y(value)).defined(({ value }) => value !== null);
    const g = f.svg.append("g").attr("class", "overlay");
    if (place.dated) g.append("path").attr("d", path(points)).attr("stroke-dasharray", DASHES[i % DASHES.length]);
    else g.selectAll("rect").data(inside).join("rect").attr("x", ({ p }) => at(p) - 3.5).attr("y", ({ value }) => y(value) - 3.5).attr("width", 7).attr("height", 7);
    const end = inside[inside.length - 1];
    if (end && place.dated) g.append("text").attr("x", Math.min(f.right, at(end.p)) - 4).attr("y", y(end.value) - 6 - 12 * i).attr("text-anchor", "end").text(sourceName(source));
  });
}

const overlayNote = (overlays) => {
  if (state.overlay !== "all") return [];
  const all = overlays.map(({ source }) => source);
  if (!all.length) return ["No other source has figures for this choice."];
  const kin = all.filter((source) => kinOf(state.source).includes(source));
  return [`Dashed lines: ${all.map(sourceName).join(", ")}.`, ...(kin.length ? [`${kin.map(sourceName).join(" and ")} ${kin.length === 1 ? "is" : "are"} not independent of ${sourceName(state.source)}.`] : [])];
};

/** How many days the line over daily bars runs over. */
const ROLLING_DAYS = 28;

/** The mean of the days up to each, where all of them are covered and none is across a break. */
function rolling(of) {
  const all = periods();
  return inWindow().map((p) => {
    const days = all.slice(Math.max(0, p.i - ROLLING_DAYS + 1), p.i + 1).map((q) => netOf(of, q.i));
    return { p, value: days.length < ROLLING_DAYS || days.some((net) => net === null) ? null : inUnit(d3.sum(days)) / ROLLING_DAYS };
  });
}

const marks = new Map();

function drawNow(f, place) {
  marks.set(f.name, { place, mark: f.svg.append("rect").attr("class", "now").attr("y", f.top).attr("height", f.bottom - f.top) });
}

/** Moves what shows the period in the charts and above the slider, without drawing them again. */
function moveNow() {
  const at = period();
  if (!at) return;
  for (const { place, mark } of marks.values()) {
    mark.attr("x", place.from(at) - 1).attr("width", Math.max(3, place.to(at) - place.from(at) + 2));
  }
  d3.select("#strip").selectAll("rect").classed("at", (bar) => bar.p.i === state.index);
}

/** A pointer over the chart reads figures, a click goes to the period. */
function listen(f, place) {
  const nearest = (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    let best = 0;
    let least = Infinity;
    inWindow().forEach((p) => {
      const off = Math.abs((place.from(p) + place.to(p)) / 2 - px);
      if (off < least) [best, least] = [p.i, off];
    });
    return best;
  };
  f.svg.on("pointermove", (event) => { readout.hover = nearest(event); drawReadout(); })
    .on("pointerleave", () => { readout.hover = null; drawReadout(); })
    .on("click", (event) => moveTo(nearest(event)));
}

function drawReadout() {
  const index = readout.hover === null ? state.index : readout.hover;
  const at = periods()[index];
  const of = line();
  if (!at) return;
  const net = figure(of, "net", index);
  const range = band(of, index);
  const cut = broken(of, index);
  const text = net === null
    ? "no maps cover it"
    : cut && cut.parted
      ? `the series breaks: ${breakText(cut)}; without it ${changeUnit(cut.without)} net`
      : changeUnit(net) + " net" + (range ? `, between ${change(range[0])} and ${change(range[1])}` : "") + (at.days ? `; ${change(net / at.days, 2)} a day` : "");
  fill(byId("net-readout"), el("b", {}, toldText(at, state.kind)), " ", text);
}

function drawNet() {
  const of = line();
  const all = inWindow();
  byId("net-title").textContent = `Net change ${BY_WORDS[state.kind] || "by period"}, ${unit()}${state.pace === "day" ? " a day" : ""}`;
  const f = frame(byId("net"), 240, LEFT, `Net change of ${sideName(state.side)} in ${nameOf(state.region)} by period; the figures are in the table below.`);
  drawBreakList();
  if (!f || !all.length) return;
  f.name = "net";
  const nets = all.map((p) => paced(netOf(of, p.i), p));
  const bands = all.map((p) => { const b = band(of, p.i); return b && b.map((km2) => paced(km2, p)); });
  const overlays = overlaid((other, p) => paced(overlayNet(other, p), p));
  const mean = state.kind === "day" ? rolling(of) : [];
  const values = [0, ...nets.filter((n) => n !== null), ...bands.filter(Boolean).flat(), ...overlays.flatMap(({ points }) => points.map(({ value }) => value)).filter((n) => n !== null)];
  const y = d3.scaleLinear([d3.min(values), d3.max(values) || 1], [f.bottom, f.top]).nice(5);
  const place = positions(f);
  drawNow(f, place);
  drawGaps(f, place);
  const parted = all.filter((p) => isParted(of, p.i));
  f.svg.append("g").selectAll("rect").data(parted).join("rect").attr("class", "parted")
    .attr("x", place.from).attr("width", (p) => Math.max(1, place.to(p) - place.from(p))).attr("y", f.top).attr("height", f.bottom - f.top);
  drawAxes(f, place, y, (d) => signed(d, Math.abs(d) < 1 && d !== 0 ? 1 : 0));
  const bars = all.map((p, i) => ({ p, i, net: nets[i], band: bands[i] })).filter((bar) => bar.net !== null);
  // What its maps span is where a bar stands, if they are not of the period's own days.
  const onDay = (day) => Math.max(f.left, Math.min(f.right, place.x(toDate(day).getTime() + 86400000)));
  const from = (p) => (place.dated && isSpan(p) ? onDay(p.open) : place.from(p));
  const to = (p) => (place.dated && isSpan(p) ? onDay(p.close) : place.to(p));
  const wide = (p) => to(p) - from(p);
  const gap = (p) => (wide(p) > 6 ? Math.min(wide(p) * 0.12, 4) : wide(p) > 3 ? 0.5 : 0);
  f.svg.append("g").selectAll("rect").data(bars).join("rect")
    .attr("class", (bar) => `bar ${bar.net >= 0 ? "gain" : "loss"} ${bar.p.coverage}`)
    .attr("x", (bar) => from(bar.p) + gap(bar.p)).attr("width", (bar) => Math.max(0.6, wide(bar.p) - 2 * gap(bar.p)))
    .attr("y", (bar) => Math.min(y(0), y(bar.net))).attr("height", (bar) => Math.abs(y(bar.net) - y(0)));
  const whiskers = f.svg.append("g").attr("class", "whiskers").selectAll("g").data(bars.filter((bar) => bar.band && bar.band[1] > bar.band[0])).join("g")
    .attr("transform", (bar) => `translate(${((from(bar.p) + to(bar.p)) / 2).toFixed(1)},0)`);
  whiskers.append("path").attr("class", "halo").attr("d", whisker);
  whiskers.append("path").attr("class", "line").attr("d", whisker);
  function whisker(bar) {
    const half = Math.min(5, wide(bar.p) * 0.22);
    const [low, high] = bar.band.map((end) => y(end).toFixed(1));
    return `M${-half},${low}H${half}M0,${low}V${high}M${-half},${high}H${half}`;
  }
  if (mean.some(({ value }) => value !== null)) f.svg.append("path").attr("class", "mean").attr("d", d3.line(({ p }) => (place.from(p) + place.to(p)) / 2, ({ value }) => y(value)).defined(({ value }) => value !== null)(mean));
  drawOverlay(f, place, y, overlays, (p) => (place.from(p) + place.to(p)) / 2);
  drawBreaks(f, place);
  listen(f, place);
  const banded = bars.some((bar) => bar.band);
  const notes = [];
  if (banded) notes.push(`Whiskers: from the lowest to the highest net that maps up to ${settings.lag} earlier or later, redrawn lines, other layer sets and other sources give.`);
  if (!banded && ["day", "week"].includes(state.kind)) notes.push("Days and weeks have no whiskers: a map published a day later would change them altogether.");
  if (all.some((p) => p.coverage === "partial")) notes.push("Pale bars: no map exists for one end of the period, so the bar stands over the days between the nearest maps.");
  if (all.some((p) => p.coverage === "none")) notes.push("Hatched: no maps.");
  if (place.dated && breaksShown().length) notes.push("▾ marks breaks in the series, with their number: the maps before and after cannot be compared.");
  if (parted.length) notes.push("Shaded without a bar: the series breaks there.");
  if (mean.some(({ value }) => value !== null)) notes.push(`The line is the mean of the ${ROLLING_DAYS} days up to each.`);
  notes.push(...overlayNote(overlays));
  byId("net-note").textContent = notes.join(" ");
}

function drawStock() {
  const of = line();
  const all = inWindow();
  byId("stock-title").textContent = `Ground held at each period’s end, ${unit()}`;
  const box = byId("stock");
  const figureBox = box.closest("figure");
  const isTold = of && of.stock;
  figureBox.hidden = false;
  if (!isTold) {
    marks.delete("stock");
    fill(box, el("p", { class: "note" }, state.region !== ALL && of && of.net ? "Ground held in single regions is given by week and longer periods." : `${sideName(state.side)} holds no ground here by this source.`));
    byId("stock-note").textContent = "";
    return;
  }
  const f = frame(box, 240, LEFT, `Ground held by ${sideName(state.side)} in ${nameOf(state.region)}; the figures are in the table below.`);
  if (!f || !all.length) return;
  f.name = "stock";
  const stocks = all.map((p) => inUnit(figure(of, "stock", p.i)));
  const overlays = overlaid((other, p) => (p.coverage === "none" || !other.stock ? null : inUnit(other.stock[p.i])));
  const told = [...stocks, ...overlays.flatMap(({ points }) => points.map(({ value }) => value))].filter((s) => s !== null);
  const y = d3.scaleLinear([d3.min(told), d3.max(told)], [f.bottom, f.top]).nice(5);
  if (d3.min(told) === d3.max(told)) y.domain([d3.min(told) - 1, d3.max(told) + 1]);
  const place = positions(f);
  drawNow(f, place);
  drawGaps(f, place);
  drawAxes(f, place, y, (d) => number(d, y.domain()[1] - y.domain()[0] < 5 ? 1 : 0));
  const points = all.map((p, i) => ({ p, stock: stocks[i] }));
  const at = (point) => (place.dated ? place.to(point.p) : (place.from(point.p) + place.to(point.p)) / 2);
  if (place.dated) {
    // The line is cut where the series breaks, since the ground on either side of a break is not the same.
    const pieces = [[]];
    points.forEach((point) => {
      if (isParted(of, point.p.i)) pieces.push([]);
      pieces[pieces.length - 1].push(point);
    });
    const path = d3.line(at, (point) => y(point.stock)).defined((point) => point.stock !== null);
    f.svg.append("path").attr("class", "stock").attr("d", pieces.map((piece) => path(piece) || "").join(""));
  }
  const some = points.filter((point) => point.stock !== null);
  const ends = place.dated && some.length > 40 ? [some[0], some[some.length - 1]] : some;
  f.svg.append("g").selectAll("circle").data(ends).join("circle").attr("class", "dot").attr("r", some.length > 40 || some.length < 30 ? 3 : 2).attr("cx", at).attr("cy", (point) => y(point.stock));
  if (some.length > 1 && place.dated) {
    const last = some[some.length - 1];
    const under = some[0].stock < last.stock;
    const low = y(some[0].stock) + 24 < f.bottom;
    f.svg.append("text").attr("class", "end").attr("text-anchor", "end").attr("x", at(last) - 2).attr("y", y(last.stock) + (under ? -9 : 18)).text(number(last.stock, 0));
    f.svg.append("text").attr("class", "end").attr("x", at(some[0]) + 2).attr("y", y(some[0].stock) + (under && low ? 18 : -9)).text(number(some[0].stock, 0));
  }
  drawOverlay(f, place, y, overlays, (p) => (place.dated ? place.to(p) : (place.from(p) + place.to(p)) / 2));
  drawBreaks(f, place);
  listen(f, place);
  byId("stock-note").textContent = [y.domain()[0] > 0 ? "The scale does not begin at zero." : "", ...overlayNote(overlays)].join(" ");
}

function drawStrip() {
  const box = byId("strip");
  box.replaceChildren();
  const width = Math.round(box.clientWidth);
  const all = inWindow();
  if (!width || !all.length) return;
  const height = 36;
  const svg = d3.select(box).append("svg").attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`);
  const half = 9;
  const step = all.length > 1 ? (width - 2 * half) / (all.length - 1) : 0;
  const nets = all.map((p) => netOf(line(), p.i));
  const most = d3.max(nets, (n) => Math.abs(n || 0)) || 1;
  const down = d3.max(nets, (n) => Math.max(0, -(n || 0)));
  const up = d3.max(nets, (n) => Math.max(0, n || 0));
  const zero = up + down === 0 ? height - 1 : 1 + (height - 2) * (up / (up + down));
  const scale = (height - 2) / (up + down || most);
  const wide = Math.max(1, Math.min(14, step * 0.7 || 14));
  svg.append("g").selectAll("rect").data(nets.map((net, i) => ({ net, p: all[i] }))).join("rect")
    .attr("class", ({ net, p }) => `bar ${(net || 0) >= 0 ? "gain" : "loss"} ${p.coverage}`)
    .attr("x", (bar, i) => half + i * step - wide / 2).attr("width", wide)
    .attr("y", ({ net }) => zero - Math.max(0, net || 0) * scale).attr("height", ({ net }) => Math.max(Math.abs(net || 0) * scale, 0.5));
}
