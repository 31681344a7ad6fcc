// The stretch of time that charts show: the last year first, and what a reader makes of it.

const DATED = [...CHAINED, "rolling-28-day"];
const SPANS = { 12: "12 months", 24: "24 months", all: "All", own: "Own dates" };

/** First and last day that a source's periods of the kind cover. */
function seriesDays() {
  const covered = periods().filter((p) => p.coverage !== "none");
  const all = covered.length ? covered : periods();
  return all.length ? { first: d3.min(all, (p) => p.first), last: d3.max(all, (p) => p.last) } : { first: "", last: "" };
}

function monthsBefore(day, months) {
  const [y, m] = parts(day);
  const at = new Date(Date.UTC(y, m - months, 1));
  return at.toISOString().slice(0, 10);
}

function windowDays() {
  const whole = seriesDays();
  if (state.span === "own" && state.from && state.to && state.from <= state.to) return { first: state.from, last: state.to };
  if (state.span === "all" || !whole.last) return whole;
  const first = monthsBefore(whole.last, Number(state.span) || 12);
  return { first: first < whole.first ? whole.first : first, last: whole.last };
}

/** The periods that charts show, each with its place among all; where they do not follow each other, all. */
function inWindow() {
  const all = periods();
  if (!DATED.includes(state.kind)) return all;
  const { first, last } = windowDays();
  const some = all.filter((p) => p.last >= first && p.first <= last);
  return some.length ? some : all;
}

function setWindow(span, from = "", to = "") {
  Object.assign(state, { span, from, to });
  keepInWindow();
  drawAll();
}

/** Moves the period shown into the window, if it lies outside. */
function keepInWindow() {
  const all = inWindow();
  if (all.length) state.index = Math.max(all[0].i, Math.min(all[all.length - 1].i, state.index));
}

function drawWindow() {
  const bar = byId("window");
  const whole = seriesDays();
  const isDated = DATED.includes(state.kind) && periods().length > 1;
  const months = whole.first ? (toDate(whole.last) - toDate(whole.first)) / DAY_MS / 30 : 0;
  bar.hidden = !isDated || months <= 6;
  if (bar.hidden) return;
  const { first, last } = windowDays();
  const button = (span) => el("button", { type: "button", "aria-pressed": String(state.span === span), on: { click: () => setWindow(span) } }, SPANS[span]);
  const date = (id, label, value) => el("label", {}, label + " ", el("input", { type: "date", id, value, min: whole.first, max: whole.last, on: { change: () => ownDates() } }));
  fill(byId("window-choices"), ["12", "24", "all"].filter((span) => span === "all" || months > Number(span)).map(button), date("window-from", "from", first), date("window-to", "to", last));
  drawOverview(whole, first, last);
}

function ownDates() {
  const from = byId("window-from").value;
  const to = byId("window-to").value;
  if (from && to && from <= to) setWindow("own", from, to);
}

/** The whole series, small, with a brush over the part that the charts show. */
function drawOverview(whole, first, last) {
  const box = byId("overview");
  box.replaceChildren();
  const width = Math.round(box.clientWidth);
  if (!width) return;
  const height = 46;
  const svg = d3.select(box).append("svg").attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`);
  const x = d3.scaleUtc([toDate(whole.first), new Date(toDate(whole.last).getTime() + DAY_MS)], [1, width - 1]);
  const told = periods().map((p) => ({ p, net: netOf(line(), p.i) })).filter(({ net }) => net);
  const most = d3.max(told, ({ net }) => Math.abs(net)) || 1;
  // By the square root, so that a year with small changes is seen beside one with large ones.
  const y = d3.scaleSqrt([0, most], [0, 15]);
  svg.append("g").selectAll("rect").data(told).join("rect")
    .attr("class", ({ net }) => "bar " + (net > 0 ? "gain" : "loss"))
    .attr("x", ({ p }) => x(toDate(p.first))).attr("width", ({ p }) => Math.max(0.7, x(new Date(toDate(p.last).getTime() + DAY_MS)) - x(toDate(p.first)) - 0.3))
    .attr("y", ({ net }) => 16 - Math.max(0, Math.sign(net) * y(Math.abs(net)))).attr("height", ({ net }) => y(Math.abs(net)));
  const years = x.ticks(d3.utcYear);
  const marks = svg.append("g").attr("class", "axis").selectAll("text").data(years).join("text").attr("x", (d) => x(d) + 3).attr("y", height - 3).text((d) => d.getUTCFullYear());
  marks.filter((d) => x(d) > width - 34).remove();
  svg.append("g").attr("class", "axis").selectAll("line").data(years).join("line").attr("class", "tick").attr("x1", x).attr("x2", x).attr("y1", 0).attr("y2", height);
  const brush = d3.brushX().extent([[0, 0], [width, 33]]).on("end", (event) => {
    if (!event.sourceEvent) return;
    if (!event.selection) return setWindow("all");
    const [from, to] = event.selection.map((px) => x.invert(px).toISOString().slice(0, 10));
    setWindow("own", from, to);
  });
  svg.append("g").attr("class", "brush").call(brush).call(brush.move, [x(toDate(first)), x(new Date(toDate(last).getTime() + DAY_MS))].map((px) => Math.max(0, Math.min(width, px))));
}
