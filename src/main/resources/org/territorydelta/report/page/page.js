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
  options(byId("source"), sourcesWithFigures, (id) => id, state.source);
  options(byId("side"), sidesOf(state.source), (id) => id, state.side);
  options(byId("set"), setsOf(state.source, state.side), (id) => id, state.set);
  options(byId("kind"), kindsOf(state.source), (kind) => KIND_WORDS[kind] || kind, state.kind);
  options(byId("level"), levels, (level) => `level ${level}`, state.level);
  byId("level-label").hidden = levels.length < 2;
  const names = [ALL, ...regionLines().map(({ region }) => region).sort((a, b) => a.name.localeCompare(b.name, "en")).map(keyOf)];
  options(byId("region"), names, (key) => sentence(nameOf(key)), state.region);
  const slider = byId("slider");
  slider.max = Math.max(0, periods().length - 1);
  slider.disabled = periods().length < 2;
}

function drawTime() {
  const all = periods();
  const at = period();
  const slider = byId("slider");
  slider.value = state.index;
  byId("before").disabled = state.index <= 0;
  byId("after").disabled = state.index >= all.length - 1;
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
}

/** All that hangs on the room there is. */
function drawRoom() {
  drawStrip();
  drawNet();
  drawStock();
  drawPeriod();
}

function drawAll() {
  const source = data.sources.find((of) => of.id === state.source);
  byId("when-text").textContent = `${inRegion(state.side, regionByKey.get(state.region) ? regionByKey.get(state.region).name : state.region)}, by the maps of ${state.source} and layer set “${state.set}”.` + (source && source.notice ? " " + source.notice : "");
  drawRoom();
  drawSeries();
}

function moveTo(index) {
  const next = Math.max(0, Math.min(periods().length - 1, index));
  if (next === state.index) return;
  state.index = next;
  drawPeriod();
  const rows = byId("series").tBodies[0].rows;
  for (let i = 0; i < rows.length; i++) rows[i].className = i === next ? "chosen" : "";
}

function choose(name, value) {
  const day = period() ? period().last : "";
  state[name] = value;
  settle();
  if (["source", "kind"].includes(name)) state.index = day ? indexOfDay(day) : lastCovered();
  state.index = Math.min(state.index, Math.max(0, periods().length - 1));
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
  if (state.index >= periods().length - 1) moveTo(0);
  byId("play").textContent = "Pause";
  byId("play").setAttribute("aria-pressed", "true");
  byId("where-text").setAttribute("aria-live", "off");
  playing = setInterval(() => {
    if (state.index >= periods().length - 1) stop();
    else moveTo(state.index + 1);
  }, state.kind === "day" ? 120 : 700);
}

function start() {
  layClaims();
  layQuality();
  layMethods();
  byId("byline").textContent = `Maps: ${distinct(data.sources.map((source) => source.attribution)).join("; ")}. Run ${data.run.id.slice(0, 12)}, ${dayText(data.run.finished.slice(0, 10))}.`;
  if (!data.series.length) {
    byId("controls").hidden = true;
    for (const id of ["where", "when", "whom"]) byId(id).hidden = true;
    return;
  }
  const lead = data.lead;
  Object.assign(state, lead ? { source: lead.source, side: lead.side, set: lead.set, kind: lead.kind } : {});
  if (!lead && settings.sets.length) state.set = settings.sets[0].name;
  settle();
  const at = lead ? periods().findIndex((p) => p.id === lead.period) : -1;
  state.index = at >= 0 ? at : lastCovered();
  for (const name of ["source", "side", "set", "kind", "region", "unit"]) byId(name).addEventListener("change", (event) => { stop(); choose(name, event.target.value); });
  byId("level").addEventListener("change", (event) => { stop(); choose("level", Number(event.target.value)); });
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
