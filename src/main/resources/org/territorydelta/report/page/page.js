// Choices, time, and what is drawn again when they change.

function options(select, values, word, chosen) {
  fill(select, values.map((value) => el("option", { value }, word(value))));
  select.value = chosen;
}

/** Makes the state one that has figures, keeping as much of it as can be. */
function settle() {
  const keep = (values, value, otherwise = values[0]) => (values.includes(value) ? value : otherwise);
  state.source = keep(sourcesWithFigures, state.source);
  state.side = keep(sidesOf(state.source), state.side);
  state.set = keep(setsOf(state.source, state.side), state.set);
  state.kind = keep(kindsOf(state.source), state.kind);
  state.level = keep(levels, state.level);
  const there = [ALL, ...regionLines().map(({ region }) => keyOf(region))];
  state.region = keep(there, state.region, ALL);
  options(byId("source"), sourcesWithFigures, sourceName, state.source);
  options(byId("side"), sidesOf(state.source), sideName, state.side);
  options(byId("set"), setsOf(state.source, state.side), (id) => id, state.set);
  options(byId("kind"), kindsOf(state.source), (kind) => KIND_WORDS[kind] || kind, state.kind);
  options(byId("level"), levels, (level) => `level ${level}`, state.level);
  byId("level-label").hidden = levels.length < 2;
  const names = [ALL, ...regionLines().map(({ region }) => region).sort((a, b) => a.name.localeCompare(b.name, "en")).map(keyOf)];
  options(byId("region"), names, (key) => sentence(nameOf(key)), state.region);
  const slider = byId("slider");
  const shown = inWindow();
  slider.min = shown.length ? shown[0].i : 0;
  slider.max = shown.length ? shown[shown.length - 1].i : 0;
  slider.disabled = shown.length < 2;
  byId("overlay").disabled = sourcesWithFigures.length < 2;
  byId("overlay").checked = state.overlay === "all";
  byId("pace").value = state.pace;
  byId("measure").value = state.measure;
  byId("unit").value = state.unit;
  paint();
}

/** The side's colour for what it gains; for what it loses, the one of two that is farther from it. */
function paint() {
  const root = document.documentElement.style;
  const own = d3.hcl(sideColour(state.side));
  const away = (colour) => { const off = Math.abs(own.h - d3.hcl(colour).h); return Math.min(off, 360 - off); };
  const [orange, blue] = ["#c96a12", "#2b73b3"];
  root.setProperty("--side", sideColour(state.side));
  root.setProperty("--other", Number.isNaN(own.h) || away(orange) >= away(blue) ? orange : blue);
}

function drawTime() {
  const all = inWindow();
  const at = period();
  const slider = byId("slider");
  slider.value = state.index;
  byId("before").disabled = !all.length || state.index <= all[0].i;
  byId("after").disabled = !all.length || state.index >= all[all.length - 1].i;
  if (!at) return;
  const net = figure(line(), "net");
  const told = net === null ? "not covered" : isParted(line()) ? "the series breaks there" : changeUnit(net) + " net";
  const words = isSpan(at) ? `${periodText(at, state.kind)}: ${toldText(at, state.kind)}` : periodText(at, state.kind);
  slider.setAttribute("aria-valuetext", `${words}, ${told}`);
  byId("slider-now").textContent = words;
  byId("slider-first").textContent = shortDay(all[0].first);
  byId("slider-last").textContent = shortDay(all[all.length - 1].last);
}

/** All that hangs on the period shown. */
function drawPeriod() {
  drawTime();
  drawFigures();
  drawMap();
  drawRegions();
  drawReadout();
  drawMatrix();
  moveNow();
  writeLink();
}

/** All that hangs on the room there is. */
function drawRoom() {
  drawWindow();
  drawStrip();
  drawNet();
  drawStock();
  drawPeriod();
}

function drawAll() {
  const source = data.sources.find((of) => of.id === state.source);
  byId("when-text").textContent = `${inRegion(state.side, regionByKey.get(state.region) ? regionByKey.get(state.region).name : state.region)}, by the maps of ${sourceName(state.source)} and layer set “${state.set}”.` + (source && source.notice ? " " + source.notice : "");
  settle();
  drawRoom();
  drawSeries();
  drawTwoDays();
}

function moveTo(index) {
  const all = inWindow();
  if (!all.length) return;
  const next = Math.max(all[0].i, Math.min(all[all.length - 1].i, index));
  if (next === state.index) return;
  state.index = next;
  drawPeriod();
  const rows = byId("series").tBodies[0].rows;
  for (const row of rows) row.className = Number(row.dataset.period) === next ? "chosen" : "";
}

function choose(name, value) {
  const day = period() ? period().last : "";
  state[name] = value;
  settle();
  if (["source", "kind"].includes(name)) state.index = day ? indexOfDay(day) : lastCovered();
  state.index = Math.min(state.index, Math.max(0, periods().length - 1));
  keepInWindow();
  byId("slider").value = state.index;
  drawAll();
}

let playing = null;

function stop() {
  if (playing !== null) clearInterval(playing);
  playing = null;
  byId("play").textContent = "Play";
  byId("play").setAttribute("aria-pressed", "false");
  byId("where-text").setAttribute("aria-live", "polite");
}

function play() {
  if (playing !== null) return stop();
  const all = inWindow();
  const last = all[all.length - 1].i;
  if (state.index >= last) moveTo(all[0].i);
  byId("play").textContent = "Pause";
  byId("play").setAttribute("aria-pressed", "true");
  byId("where-text").setAttribute("aria-live", "off");
  playing = setInterval(() => {
    if (state.index >= last) stop();
    else moveTo(state.index + 1);
  }, state.kind === "day" ? 120 : 700);
}

/** Goes where the link says, and to a period. */
function open(otherwise) {
  const asked = readLink();
  settle();
  const id = asked && asked.period !== undefined ? asked.period : otherwise;
  const at = periods().findIndex((p) => p.id === id);
  state.index = at >= 0 ? at : lastCovered();
  keepInWindow();
  if (asked && asked.embed) embed(asked.embed);
}

function start() {
  document.documentElement.classList.remove("no-script");
  layClaims();
  layQuality();
  layMethods();
  byId("byline").textContent = `Maps: ${distinct(data.sources.map((source) => source.attribution)).join("; ")}. Run ${data.run.id.slice(0, 12)}, ${dayText(data.run.finished.slice(0, 10))}.`;
  if (!data.series.length) {
    byId("controls").hidden = true;
    for (const id of ["where", "when", "two-days", "whom"]) byId(id).hidden = true;
    return;
  }
  const lead = data.lead;
  Object.assign(state, lead ? { source: lead.source, side: lead.side, set: lead.set, kind: lead.kind } : {});
  if (!lead && settings.sets.length) state.set = settings.sets[0].name;
  // What a link leaves out is as the page opens.
  settle();
  Object.assign(opening, Object.fromEntries(LINKED.map((key) => [key, state[key]])));
  layCarry();
  open(lead ? lead.period : "");
  addEventListener("hashchange", () => { if (location.hash !== written) { stop(); open(""); drawAll(); } });
  for (const name of ["source", "side", "set", "kind", "region", "unit", "measure", "pace"]) byId(name).addEventListener("change", (event) => { stop(); choose(name, event.target.value); });
  byId("level").addEventListener("change", (event) => { stop(); choose("level", Number(event.target.value)); });
  byId("overlay").addEventListener("change", (event) => { state.overlay = event.target.checked ? "all" : ""; drawAll(); });
  for (const key of ["a", "b"]) byId("day-" + key).addEventListener("change", (event) => { if (event.target.value) { twoDays[key] = event.target.value; drawTwoDays(); writeLink(); } });
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  byId("slider").addEventListener("input", (event) => { stop(); moveTo(Number(event.target.value)); });
  byId("before").addEventListener("click", () => { stop(); moveTo(state.index - 1); });
  byId("after").addEventListener("click", () => { stop(); moveTo(state.index + 1); });
  byId("play").addEventListener("click", play);
  drawAll();
  let width = 0;
  new ResizeObserver(() => {
    const now = byId("net").clientWidth;
    if (now !== width && now > 0) {
      if (width) drawRoom();
      width = now;
    }
  }).observe(byId("net"));
  const opened = [];
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open]):not(.figures-table)")) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener("afterprint", () => { while (opened.length) opened.pop().open = false; });
}

start();
