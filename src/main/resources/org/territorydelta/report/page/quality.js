// Data quality.

function daysStrip(source) {
  const days = data.days[source];
  if (!days) return null;
  const total = d3.sum(days.runs, (run) => run[1]);
  const svg = d3.create("svg").attr("class", "days").attr("viewBox", `0 0 ${total} 10`).attr("preserveAspectRatio", "none").attr("role", "img");
  const count = (state_) => d3.sum(days.runs.filter((run) => run[0] === state_), (run) => run[1]);
  svg.attr("aria-label", `${count("mapped")} days mapped, ${count("carried")} carried, ${count("missing")} missing`);
  let at = 0;
  days.runs.forEach(([state_, length], i) => {
    const outside = state_ === "missing" && (i === 0 || i === days.runs.length - 1);
    svg.append("rect").attr("class", outside ? "outside" : state_).attr("x", at).attr("width", length).attr("height", 10);
    at += length;
  });
  const last = new Date(toDate(days.first).getTime() + (total - 1) * 86400000).toISOString().slice(0, 10);
  return [svg.node(), el("p", { class: "days-ends quiet" }, el("span", {}, shortDay(days.first)), el("span", {}, `${plural(count("mapped"), "day")} mapped, ${number(count("carried"), 0)} carried, ${number(count("missing"), 0)} without`), el("span", {}, shortDay(last)))];
}

function sourceQuality(source) {
  const files = data.files[source.id] || { roles: {} };
  const maps = data.maps[source.id] || {};
  const days = data.days[source.id];
  const months = data.series.find((of) => of.source === source.id && of.kind === "month" && of.level === -1 && of.noise);
  const noise = months ? d3.sum(months.noise, (n) => n || 0) / Math.max(1e-9, d3.sum(months.gained || [], (n) => n || 0) + d3.sum(months.lost || [], (n) => n || 0)) : null;
  const item = (name, value) => el("div", {}, el("dt", {}, name), el("dd", {}, value));
  const quarantine = data.quarantine.reasons.filter((row) => row[0] === source.id);
  return el("article", { class: "source" },
    el("h3", {}, sourceName(source.id), sourceName(source.id) === source.id ? null : el("span", { class: "quiet" }, ` ${source.id}`)),
    kinOf(source.id).length ? el("p", { class: "quiet" }, `Not independent of ${kinOf(source.id).map(sourceName).join(", ")}: where they agree, that is one voice.`) : null,
    daysStrip(source.id),
    el("dl", { class: "figures wide" },
      item("Files", Object.entries(files.roles).map(([role, count]) => `${number(count, 0)} ${role}`).join(", ") || "none"),
      item("Maps", `${number(maps.current || 0, 0)} in use, ${number(maps.replaced || 0, 0)} replaced by later files`),
      item("Oldest map in use", days ? plural(days.oldest, "day") + " old" : "–"),
      item("Polygons", `${number(files.read || 0, 0)} read, ${number(files.used || 0, 0)} used, ${number(files.ignored || 0, 0)} left out by rule, ${number(files.rejected || 0, 0)} rejected`),
      item("Repaired", `${plural(maps.repaired || 0, "polygon")}, ${areaUnit(maps.repairedKm2 || 0, 2)}`),
      item("Drawn twice", areaUnit(maps.overlapKm2 || 0, 1)),
      noise === null ? null : item("Redraw noise", `${number(noise * 100, 2)} % of monthly gains and losses`),
      item("Quarantine", quarantine.length ? quarantine.map(([, outcome, reason, count, km2]) => `${number(count, 0)} ${outcome}: ${spaced(reason).toLowerCase()} (${areaUnit(km2)})`).join("; ") : "empty")));
}

function layQuality() {
  const body = byId("quality-body");
  const parts = [
    el("p", { class: "lead" }, "A figure is as good as the maps behind it. ", el("span", { class: "key" }, el("i", { class: "day mapped" }), "a map of that very day"), " ", el("span", { class: "key" }, el("i", { class: "day carried" }), `an earlier map, at most ${settings.stale} old`), " ", el("span", { class: "key" }, el("i", { class: "day missing" }), "none, or an older one")),
    el("div", { class: "sources" }, data.sources.map(sourceQuality)),
  ];
  const breaks = rowsOf(data.breaks);
  parts.push(el("h3", {}, "Breaks in the series"));
  const kinds = distinct(breaks.map((row) => row.kind));
  parts.push(breaks.length
    ? [el("p", {}, `Days on which a map changes in a way that no event on the ground explains. They are flagged for readers to judge; nothing is repaired. ${data.sources.map((source) => `${sourceName(source.id)} has ${number(breaks.filter((row) => row.source_id === source.id).length, 0)}`).join(", ")}. `, kinds.map((kind) => BREAK_WORDS[kind]).filter(Boolean).join(" ")),
      el("details", { open: breaks.length <= 6 }, el("summary", {}, `The ${plural(breaks.length, "break")}`),
        plainTable(["Map", "Source", "Side", "Kind", num("km²"), "What was found"], breaks.map((row) => [shortDay(row.map_date), sourceName(row.source_id), row.side === "ALL" ? "all" : sideName(row.side), spaced(row.kind), number(row.area_km2), [row.detail, row.excluded ? " Its maps are left out of all figures." : ""]]), "Breaks"))]
    : el("p", { class: "quiet" }, data.breaks.written ? "None was found." : "This output holds no table of breaks."));
  parts.push(...layAgreement());
  const rejections = rowsOf(data.rejections);
  if (rejections.length) {
    parts.push(el("details", {}, el("summary", {}, `What was left out or repaired, ${rejections.length < d3.sum(data.quarantine.reasons, (row) => row[3]) ? "the first " : ""}${plural(rejections.length, "row")}`),
      plainTable(["Source", "File", "Reason", "Outcome", num("km²"), "Detail"], rejections.map((row) => [row.source_id, row.file, spaced(row.reason).toLowerCase(), row.outcome, number(row.area_km2, 2), row.detail]), "Quarantine")));
  }
  parts.push(el("details", {}, el("summary", {}, "What the run counted"),
    el("dl", { class: "counts" }, Object.entries(data.run.counters).map(([name, count]) => el("div", {}, el("dt", {}, spaced(name)), el("dd", {}, typeof count === "number" && !Number.isInteger(count) ? String(count) : number(count, 0))))),
    el("p", { class: "quiet" }, "Rows: " + Object.entries(data.run.tables).map(([name, count]) => `${name} ${number(count, 0)}`).join(", ") + ".")));
  fill(body, parts);
}

function layAgreement() {
  const rows = rowsOf(data.agreement).sort((a, b) => a.day.localeCompare(b.day));
  if (!rows.length) return data.sources.length > 1 ? [el("h3", {}, "Where sources differ"), el("p", { class: "quiet" }, data.agreement.written ? "No day has maps of two sources." : "This output holds no table that sets its sources against each other.")] : [];
  return [el("h3", {}, "Where sources differ"),
    el("p", {}, "On the last day of each month for which both have a map. The share is the ground that both give to the side, divided by the ground that either gives. “At the front” leaves out ground that only one of them counts at all."),
    plainTable(["Day", "Sources", "Side, layer set", num("Only the first, km²"), num("Only the second, km²"), num("Both, km²"), num("Share"), num("At the front")], rows.map((row) => [shortDay(row.day), `${sourceName(row.source_a)}, ${sourceName(row.source_b)}${kinOf(row.source_a).includes(row.source_b) ? " (not independent)" : ""}`, `${sideName(row.side)}, ${row.set || row.layer_set}`, number(row.only_a_km2), number(row.only_b_km2), number(row.in_both_km2), row.jaccard === null ? "–" : number(row.jaccard * 100, 2) + " %", row.front_jaccard === null ? "–" : number(row.front_jaccard * 100, 2) + " %"]), "Agreement of sources")];
}

function layMethods() {
  const run = data.run;
  const term = (name, text) => [el("dt", {}, name), el("dd", {}, text)];
  fill(
    byId("methods-body"),
    el("div", { class: "columns" },
      el("dl", { class: "words" },
        term("Net, gained, lost", "The map at the period’s end is laid over the map at its start. The start is the end of the day before the period’s first day; the end is the end of its last day. Net is gained less lost."),
        term("Layer set", "Which statuses count as controlled: " + settings.sets.map((set) => `${set.name} is ${[...set.statuses].join(", ")}`).join("; ") + "."),
        term("Range of a net", `From the lowest to the highest net that results when the period’s ends are shifted by up to ${settings.lag}, when redrawn lines are left out, by the source’s other layer sets, and by other sources. It is not a confidence interval.`),
        term("Coverage", `Full: a map at both ends, each at most ${settings.stale} old. Partial: two distinct maps, but one is older or stands in. None: no figures. A day after the last map is never a zero.`),
        term("Area", "Exact on the WGS84 ellipsoid for edges straight in longitude and latitude. Never degrees, never Web Mercator."),
        term("Regions", `Borders are those of the regions file. A publisher’s border is never the same line; ground up to ${settings.border} outside a source’s scope goes to the nearest region in it.`),
        term("Limits", "Maps are publishers’ judgements, published late on purpose. Figures inherit their errors. This page shows areas, never positions of units. It has no distances from towns to the front and no front length: this run’s tables do not hold them.")),
      el("div", {},
        el("h3", {}, "Sources and their terms"),
        el("dl", { class: "words" }, data.sources.map((source) => term(sourceName(source.id), `${source.attribution}. Licence: ${source.licence}. ${source.shown ? "Its shapes may be shown." : /none stated/.test(source.licence) ? "With no licence stated, only figures derived from its shapes are here." : "Its shapes may not be passed on; only figures derived from them are here."}${source.notice ? " " + source.notice : ""}`))),
        el("h3", {}, "How to trace and cite"),
        el("p", {}, "Cite the map’s publisher and this run: ", el("code", {}, run.id), `. Territory Delta ${run.version}, commit `, el("code", {}, run.commit.slice(0, 12)), run.modified ? " with changes" : "", `. Finished ${run.finished.slice(0, 16).replace("T", " ")} UTC. The tables beside this page, their dictionary and _run.json hold every figure, its definition and the hashes of its input files.`),
        el("p", { class: "quiet" }, "Drawn with D3 7.9.0, Copyright 2010–2023 Mike Bostock, ISC licence."))),
  );
  byId("colophon").textContent = `Territory Delta ${run.version}. This file holds everything it shows and loads nothing.`;
}
