// Series: ground held, and net by period with its band. Both tell what is missing.

const readout = { hover: null };

/** Room for figures beside a chart; both have the same, so that their days stand above each other. */
const LEFT = 62;

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
  const all = periods();
  if (CHAINED.includes(state.kind)) {
    const start = (p) => toDate(p.first).getTime();
    const end = (p) => toDate(p.last).getTime() + 86400000;
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
    const room = (f.right - f.left) / periods().length;
    const most = Math.max(3, Math.floor(room / 7));
    across.selectAll("text").data(periods()).join("text")
      .attr("x", (p) => (place.from(p) + place.to(p)) / 2).attr("y", f.bottom + 18).attr("text-anchor", "middle")
      .text((p) => (p.id.length > most ? p.id.slice(0, most - 1) + "…" : p.id));
  }
}

/** The middles of so many months as there is room to name, the Januaries among them. */
function monthTicks(f, place) {
  const all = periods();
  const every = Math.max(1, Math.ceil((all.length * 40) / (f.right - f.left)));
  const january = Math.max(0, all.findIndex((p) => p.first.slice(5, 7) === "01"));
  return all.filter((p, i) => (i - january) % every === 0).map((p) => toDate(p.first));
}

/** Where no map stands for an end, or only an old one. */
function drawGaps(f, place) {
  f.svg.append("defs").append("pattern").attr("id", "hatch-" + f.name).attr("width", 6).attr("height", 6)
    .attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)")
    .append("line").attr("class", "hatch").attr("y2", 6);
  f.svg.append("g").selectAll("rect").data(periods().filter((p) => p.coverage === "none")).join("rect")
    .attr("class", "gap").attr("fill", `url(#hatch-${f.name})`)
    .attr("x", place.from).attr("width", (p) => Math.max(0.5, place.to(p) - place.from(p))).attr("y", f.top).attr("height", f.bottom - f.top);
}

const breaksShown = () => breakRows().filter((row) => row.source_id === state.source && (row.side === state.side || row.side === "ALL"));

function drawBreaks(f, place) {
  if (!place.dated) return;
  const all = breaksShown();
  const marks = f.svg.append("g").attr("class", "breaks").selectAll("g").data(all).join("g")
    .attr("transform", (row) => `translate(${place.x(toDate(row.map_date).getTime() + 43200000).toFixed(1)},0)`);
  marks.append("line").attr("y1", f.top).attr("y2", f.bottom);
  marks.append("path").attr("d", "M-4,0 L4,0 L0,6 Z").attr("transform", `translate(0,${f.top - 8})`);
  marks.append("title").text((row) => `${dayText(row.map_date)}, ${spaced(row.kind)}, ${areaUnit(row.area_km2)}: ${row.detail}`);
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
  d3.select("#strip").selectAll("rect").classed("at", (net, i) => i === state.index);
}

/** A pointer over the chart reads figures, a click goes to the period. */
function listen(f, place) {
  const nearest = (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const all = periods();
    let best = 0;
    let least = Infinity;
    all.forEach((p, i) => {
      const off = Math.abs((place.from(p) + place.to(p)) / 2 - px);
      if (off < least) [best, least] = [i, off];
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
      : changeUnit(net) + " net" + (range ? `, band ${change(range[0])} to ${change(range[1])}` : "");
  fill(byId("net-readout"), el("b", {}, toldText(at, state.kind)), " ", text);
}

function drawNet() {
  const of = line();
  const all = periods();
  byId("net-title").textContent = `Net change ${BY_WORDS[state.kind] || "by period"}, ${unit()}`;
  const f = frame(byId("net"), 240, LEFT, `Net change of ${state.side} in ${nameOf(state.region)} by period; the figures are in the table below.`);
  if (!f || !all.length) return;
  f.name = "net";
  const nets = all.map((p, i) => inUnit(netOf(of, i)));
  const bands = all.map((p, i) => { const b = band(of, i); return b && b.map(inUnit); });
  const values = [0, ...nets.filter((n) => n !== null), ...bands.filter(Boolean).flat()];
  const y = d3.scaleLinear([d3.min(values), d3.max(values) || 1], [f.bottom, f.top]).nice(5);
  const place = positions(f);
  drawNow(f, place);
  drawGaps(f, place);
  const parted = all.filter((p, i) => isParted(of, i));
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
  drawBreaks(f, place);
  listen(f, place);
  const banded = bars.some((bar) => bar.band);
  const notes = [];
  if (banded) notes.push(`Whiskers show the band: what shifting the period's ends by up to ${settings.lag}, redrawn lines, other layer sets and other sources would make of it.`);
  if (!banded && ["day", "week"].includes(state.kind)) notes.push("Days and weeks have no band: a shift by a day is most of what there is to see.");
  if (all.some((p) => p.coverage === "partial")) notes.push("Pale bars stand over the days between their two maps: no map stands for one of the period’s own ends.");
  if (all.some((p) => p.coverage === "none")) notes.push("Hatched: no maps.");
  if (place.dated && breaksShown().length) notes.push("▾ marks a break in the series that no ground truth explains; see data quality.");
  if (parted.length) notes.push("Shaded and without a bar: the series breaks there, and its maps do not compare.");
  byId("net-note").textContent = notes.join(" ");
}

function drawStock() {
  const of = line();
  const all = periods();
  byId("stock-title").textContent = `Ground held at each period’s end, ${unit()}`;
  const box = byId("stock");
  const figureBox = box.closest("figure");
  const isTold = of && of.stock;
  figureBox.hidden = false;
  if (!isTold) {
    marks.delete("stock");
    fill(box, el("p", { class: "note" }, state.region !== ALL && of && of.net ? "Stocks of single regions are told by week and longer periods." : `${state.side} holds no ground here by this source.`));
    byId("stock-note").textContent = "";
    return;
  }
  const f = frame(box, 240, LEFT, `Ground held by ${state.side} in ${nameOf(state.region)}; the figures are in the table below.`);
  if (!f || !all.length) return;
  f.name = "stock";
  const stocks = all.map((p, i) => inUnit(figure(of, "stock", i)));
  const told = stocks.filter((s) => s !== null);
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
    points.forEach((point, i) => {
      if (isParted(of, i)) pieces.push([]);
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
  drawBreaks(f, place);
  listen(f, place);
  byId("stock-note").textContent = y.domain()[0] > 0 ? "The scale does not begin at zero." : "";
}

function drawStrip() {
  const box = byId("strip");
  box.replaceChildren();
  const width = Math.round(box.clientWidth);
  const all = periods();
  if (!width || !all.length) return;
  const height = 36;
  const svg = d3.select(box).append("svg").attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`);
  const half = 9;
  const step = all.length > 1 ? (width - 2 * half) / (all.length - 1) : 0;
  const nets = all.map((p, i) => netOf(line(), i));
  const most = d3.max(nets, (n) => Math.abs(n || 0)) || 1;
  const down = d3.max(nets, (n) => Math.max(0, -(n || 0)));
  const up = d3.max(nets, (n) => Math.max(0, n || 0));
  const zero = up + down === 0 ? height - 1 : 1 + (height - 2) * (up / (up + down));
  const scale = (height - 2) / (up + down || most);
  const wide = Math.max(1, Math.min(14, step * 0.7 || 14));
  svg.append("g").selectAll("rect").data(nets).join("rect")
    .attr("class", (net, i) => `bar ${(net || 0) >= 0 ? "gain" : "loss"} ${all[i].coverage}`)
    .attr("x", (net, i) => half + i * step - wide / 2).attr("width", wide)
    .attr("y", (net) => zero - Math.max(0, net || 0) * scale).attr("height", (net) => Math.max(Math.abs(net || 0) * scale, 0.5));
}
