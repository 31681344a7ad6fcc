// What is told in tables and words: the period's figures, regions, transitions, claims, quality, methods.

function drawFigures() {
  const at = period();
  const of = line();
  const note = byId("where-text");
  if (!at) {
    note.textContent = "There are no figures for this choice.";
    fill(byId("figures"));
    return;
  }
  const net = figure(of, "net");
  const range = band(of);
  const place = state.region === ALL ? "" : ` in ${nameOf(state.region)}`;
  if (net === null) {
    fill(note, el("b", {}, sentence(periodText(at, state.kind)) + ": "), `no maps of ${state.source} cover it.`);
  } else {
    const cut = broken(of);
    const across = cut && cut.parted;
    const told = across ? cut.without : net;
    const did = Math.abs(inUnit(told)) < NO_CHANGE ? "neither gained nor lost ground on balance" : `${told > 0 ? "gained" : "lost"} ${areaUnit(Math.abs(told))} net`;
    fill(
      note,
      el("b", {}, sentence(toldText(at, state.kind)) + ": "),
      across ? `the series of ${state.source} breaks (${breakText(cut)}), so that its maps do not compare. Without it ` : "",
      `${state.side} ${did}${place}, by the maps of ${state.source} and layer set “${state.set}”`,
      range && range[1] > range[0] ? ` (band ${change(range[0])} to ${changeUnit(range[1])})` : "",
      isSpan(at) ? `. These are the maps there are for ${periodText(at, state.kind)}, not figures of it alone.` : ".",
      cut && !across ? ` Between its maps lies what came and went again: ${breakText(cut)}; it is in what was gained and lost map by map, not in the net.` : "",
    );
  }
  const item = (name, value, hint, key) => (value === null ? [] : [el("div", { title: hint, "data-figure": key }, el("dt", {}, name), el("dd", {}, value))]);
  const days = at.days;
  const gross = figure(of, "grossGained");
  const grossLost = figure(of, "grossLost");
  const renamed = figure(of, "renamedIn");
  const churn = figure(of, "churn");
  const noise = figure(of, "noise");
  fill(
    byId("figures"),
    broken(of) && broken(of).parted ? item("Net without the break", changeUnit(broken(of).without), "The nets of consecutive maps, added, without the steps in which the series breaks.", "without") : [],
    item(isParted(of) ? "Net across the break" : "Net", changeUnit(net), "Gained less lost: what is held at the end less what was held at the start.", "net"),
    item("Gained", areaUnit(figure(of, "gained")), "Held at the end and not at the start.", "gained"),
    item("Lost", areaUnit(figure(of, "lost")), "Held at the start and not at the end.", "lost"),
    item("Net per day", net === null || !days || isParted(of) ? null : changeUnit(net / days, 2), "Over the days between the two maps.", "per-day"),
    item("Held at the end", of && of.stock ? areaUnit(figure(of, "stock")) : null, "", "stock"),
    item("Band of the net", range ? `${change(range[0])} to ${changeUnit(range[1])}` : null, "The range of its parts; none is added to another.", "band"),
    item("Widest part", range && of.part && of.part[state.index] ? PART_WORDS[of.part[state.index]] : null, "What the band owes its width to.", "part"),
    item("Map by map", gross ? `${change(gross)} and ${change(-grossLost)} ${unit()}` : null, "Gained and lost summed over every pair of consecutive maps: ground that came and went counts each time.", "gross"),
    item("Renamed, not taken", renamed ? areaUnit(renamed) : null, "The part of gained that the side held before under a status outside the layer set.", "renamed"),
    item("Came and went", churn === null ? null : areaUnit(churn), "Each point counted once.", "churn"),
    item("Redraw noise", noise === null ? null : areaUnit(noise, 2), `Changed ground narrower than ${settings.noise}; told, never taken off.`, "noise"),
    item("Maps compared", at.open && at.close ? `${shortDay(at.open)} and ${shortDay(at.close)}` : "none", "The days whose end the two maps show.", "maps"),
  );
}

function drawRegions() {
  const table = byId("regions");
  const all = regionLines().map(({ region, line: of }) => ({ region, net: netOf(of), cut: isParted(of) ? broken(of) : null, gained: figure(of, "gained"), lost: figure(of, "lost") }))
    .sort((a, b) => Math.abs(b.net || 0) - Math.abs(a.net || 0) || a.region.name.localeCompare(b.region.name, "en"));
  const most = d3.max(all, (row) => Math.abs(row.net || 0)) || 1;
  fill(
    table.tHead,
    el("tr", {}, el("th", { scope: "col" }, "Region"), el("th", { scope: "col", class: "bars" }, el("span", { class: "unseen" }, "Drawn")), el("th", { scope: "col", class: "num" }, "Net"), el("th", { scope: "col", class: "num" }, "Gained"), el("th", { scope: "col", class: "num" }, "Lost")),
  );
  const still = all.filter((row) => row.net === 0 && row.gained === 0 && row.lost === 0 && keyOf(row.region) !== state.region);
  fill(
    table.tBodies[0],
    all.filter((row) => !still.includes(row)).map((row) => {
      const key = keyOf(row.region);
      const share = (Math.abs(row.net || 0) / most) * 50;
      const bar = el("i", { class: row.net > 0 ? "gain" : "loss", style: `width:${share.toFixed(1)}%;${row.net > 0 ? "left:50%" : `right:50%`}` });
      return el("tr", { class: key === state.region ? "chosen" : null, "data-region": key },
        el("th", { scope: "row" }, el("button", { type: "button", "aria-pressed": String(key === state.region), on: { click: () => choose("region", key === state.region ? ALL : key) } }, row.region.name)),
        el("td", { class: "bars", "aria-hidden": "true" }, bar),
        row.cut ? el("td", { class: "num quiet", title: breakText(row.cut), colspan: 3 }, `series breaks; without it ${change(row.cut.without)}`)
          : [el("td", { class: "num" }, change(row.net)), el("td", { class: "num" }, area(row.gained)), el("td", { class: "num" }, area(row.lost))]);
    }),
    still.length ? el("tr", {}, el("td", { colspan: 5, class: "quiet" }, "No change: " + still.map((row) => row.region.name).join(", "))) : null,
  );
  table.caption.textContent = `By region, ${unit()}` + (data.regions.some((region) => region.level === state.level && region.overlapping) ? "; these regions overlap and do not add up" : "");
}

function drawSeries() {
  const table = byId("series");
  const of = line();
  const heads = ["Period", "Gained", "Lost", "Net", "Band", "Per day", "Held at end", "Coverage"];
  fill(table.tHead, el("tr", {}, heads.map((head, i) => el("th", { scope: "col", class: i ? "num" : null }, head))));
  fill(
    table.tBodies[0],
    periods().map((at, i) => {
      const net = netOf(of, i);
      const range = band(of, i);
      const cut = isParted(of, i) ? broken(of, i) : null;
      return el("tr", { class: i === state.index ? "chosen" : null },
        el("th", { scope: "row" }, periodText(at, state.kind), isSpan(at) ? el("span", { class: "quiet block" }, toldText(at, state.kind)) : null, cut ? el("span", { class: "quiet block" }, `series breaks; without it ${changeUnit(cut.without)} net`) : null),
        [area(figure(of, "gained", i)), area(figure(of, "lost", i)), change(net), range ? `${change(range[0])} to ${change(range[1])}` : "–",
          net === null || !at.days ? "–" : change(net / at.days, 2), of && of.stock ? area(figure(of, "stock", i)) : "–", at.coverage].map((text) => el("td", { class: "num" }, text)));
    }),
  );
}

function drawMatrix() {
  const at = period();
  const table = byId("matrix");
  const text = byId("whom-text");
  const all = at ? data.transitions[`${state.source}|${at.open}|${at.close}`] || [] : [];
  const region = state.kind === "day" ? ALL : state.region;
  const rows = all.filter((row) => row[0] === region && row[5] > 0);
  const holder = (side, status) => `${side}|${status}`;
  const froms = distinct(rows.map((row) => holder(row[1], row[2]))).sort();
  const tos = distinct(rows.map((row) => holder(row[3], row[4]))).sort();
  const when = at ? periodText(at, state.kind) : "";
  if (!rows.length) {
    text.textContent = at && at.coverage === "none" ? `No maps of ${state.source} cover ${when}.` : `No ground changed hands in ${nameOf(region)}, ${when}, by the maps of ${state.source}.`;
    fill(table.tHead);
    fill(table.tBodies[0]);
    return;
  }
  text.textContent = `${sentence(nameOf(region))}, ${when}: ${unit()} that went from the holder in each row to the holder in each column, all sides and statuses of ${state.source}. ` +
    "From one status to another of the same side is a change of name, not of hands.";
  const cell = new Map(rows.map((row) => [holder(row[1], row[2]) + ">" + holder(row[3], row[4]), row[5]]));
  const most = d3.max(rows, (row) => row[5]);
  const sum = (list) => d3.sum(list, (row) => row[5]);
  const named = (key) => holding(...key.split("|"));
  fill(table.tHead, el("tr", {}, el("td", { class: "corner" }, "from ↓ to →"), tos.map((to) => el("th", { scope: "col", class: "num" }, named(to))), el("th", { scope: "col", class: "num sum" }, "left in all")));
  fill(
    table.tBodies[0],
    froms.map((from) => el("tr", {}, el("th", { scope: "row" }, named(from)),
      tos.map((to) => {
        const km2 = cell.get(from + ">" + to);
        if (km2 === undefined) return el("td", { class: "num" }, from === to ? "" : "·");
        return el("td", { class: "num filled" + (km2 / most > 0.6 ? " strong" : ""), style: `--share:${Math.sqrt(km2 / most).toFixed(3)}` }, km2 > 0 && inUnit(km2) < NO_CHANGE ? "<0.1" : area(km2));
      }),
      el("td", { class: "num sum" }, area(sum(rows.filter((row) => holder(row[1], row[2]) === from)))))),
    el("tr", { class: "sum" }, el("th", { scope: "row" }, "came in all"), tos.map((to) => el("td", { class: "num sum" }, area(sum(rows.filter((row) => holder(row[3], row[4]) === to))))), el("td", { class: "num sum" }, area(sum(rows)))),
  );
}

// Claims.

const num = (text) => ({ text, num: true });

const claims = rowsOf(data.claims);
const claimState = { known: "as_known_now", label: "", claimant: "", source: "" };

const statedIn = (row) => {
  const of = ["exact", "not stated"].includes(row.qualifier) ? "" : row.qualifier.replace(/_/g, " ") + " ";
  return `${of}${grouped(row.stated)}${row.unit === "percent" ? "%" : "\u00a0" + (UNIT_WORDS[row.unit] || row.unit)}`;
};
const inKind = { km2: "km²", km: "km", count: "settlements" };

/** Claimed and measured ranges on one scale. */
function glyph(row) {
  if (row.measured_value === null || row.claimed_value === null) return null;
  const ends = [row.claimed_low, row.claimed_high, row.measured_low, row.measured_high, 0];
  const x = d3.scaleLinear([Math.min(...ends), Math.max(...ends) || 1], [6, 132]);
  const svg = d3.create("svg").attr("class", "glyph").attr("viewBox", "0 0 140 26").attr("width", 140).attr("height", 26).attr("aria-hidden", "true");
  svg.append("line").attr("class", "base").attr("x1", x(0)).attr("x2", x(0)).attr("y1", 1).attr("y2", 25);
  for (const [kind, at] of [["claimed", 8], ["measured", 18]]) {
    const [low, value, high] = ["_low", "_value", "_high"].map((end) => row[kind + end] === null ? (end === "_high" ? 134 : 6) : x(row[kind + end]));
    svg.append("line").attr("class", kind).attr("x1", low).attr("x2", high).attr("y1", at).attr("y2", at);
    svg.append("circle").attr("class", kind).attr("cx", value).attr("cy", at).attr("r", 3.2);
  }
  return svg.node();
}

const sameFinding = (row) => [row.source_id, row.label, row.measured_low, row.measured_value, row.measured_high, row.covered_value, (row.reasons || []).join()].join("|");

/** Rows of one claim against one source that say the same by several layer sets, as one. */
function merged(rows) {
  const found = new Map();
  for (const row of rows) {
    const key = sameFinding(row);
    if (!found.has(key)) found.set(key, { ...row, sets: [] });
    found.get(key).sets.push(row.layer_set === "*" ? "any layer set" : row.layer_set);
  }
  return [...found.values()];
}

function claimArticle(rows) {
  const claim = rows[0];
  const unitOf = inKind[claim.reckoned_in] || claim.reckoned_in;
  const decimals = claim.reckoned_in === "count" ? 0 : 1;
  const range = (row, kind) => {
    const [low, high] = [row[kind + "_low"], row[kind + "_high"]];
    return low === null || high === null || number(low, decimals) === number(high, decimals) ? "" : ` (${number(low, decimals)} to ${number(high, decimals)})`;
  };
  const when = claim.first_day ? span(claim.first_day, claim.last_day) : "on " + dayText(claim.last_day);
  const finding = (row) => {
    const reasons = (row.reasons || []).map((reason) => data.reasons[reason] || reason);
    const covered = row.measured_value === null && row.covered_value !== null ? (row.covered_days === null ? "an older map gives " : `maps cover ${row.covered_days} of ${row.claimed_days} days: `) + `${number(row.covered_value, decimals)}\u00a0${unitOf}` : "";
    const notes = [...reasons, covered].filter(Boolean).join("; ");
    return el("tr", { "data-claim": row.claim_id, "data-label": row.label },
      el("td", { class: "by" }, el("b", {}, row.source_id), el("span", { class: "quiet" }, " " + row.sets.join(", "))),
      el("td", { class: "num" }, row.measured_value === null ? "–" : `${number(row.measured_value, decimals)}\u00a0${unitOf}`, range(row, "measured") ? el("span", { class: "quiet block" }, range(row, "measured")) : null),
      el("td", { class: "drawn" }, glyph(row)),
      el("td", { class: "num" }, row.ratio === null ? "–" : number(row.ratio, 2)),
      el("td", { class: "said" }, el("span", { class: "label " + row.label.toLowerCase(), title: data.words[row.label] || "" }, labelOf(row)), notes ? el("span", { class: "quiet block" }, notes) : null));
  };
  return el("article", { class: "claim", "data-claim": claim.claim_id },
    el("header", {},
      el("p", { class: "stated" }, `${sentence(statedIn(claim))}, ${spaced(claim.quantity_type)}`),
      el("p", {}, `${inRegion(claim.side, claim.region_name)}, ${when}`, claim.unit !== claim.reckoned_in && claim.claimed_value !== null ? `; ${number(claim.claimed_value, decimals)}\u00a0${unitOf}` : ""),
      el("p", { class: "quiet" }, el("b", {}, claim.claimant), claim.claimant_role ? `, ${claim.claimant_role}` : "", `, ${dayText(claim.statement_date)}`, claim.stated_where ? ["; ", where(claim.stated_where)] : "", claim.verified ? "; verified independently" : "")),
    el("table", {}, el("thead", {}, el("tr", {}, ["Measured by", num("Measured"), "Drawn", num("Ratio"), "Label"].map((head) => el("th", { scope: "col", class: (head.num ? "num" : "") + (head === "Drawn" ? " drawn" : "") || null }, head.text || head)))),
      el("tbody", {}, merged(rows).map(finding))));
}

function drawClaims() {
  const shown = claims.filter((row) => row.known === claimState.known && (!claimState.label || row.label === claimState.label) && (!claimState.claimant || row.claimant === claimState.claimant) && (!claimState.source || row.source_id === claimState.source))
    .sort((a, b) => a.statement_date.localeCompare(b.statement_date) || a.claim_id.localeCompare(b.claim_id) || a.source_id.localeCompare(b.source_id) || a.layer_set.localeCompare(b.layer_set));
  const ids = distinct(shown.map((row) => row.claim_id));
  fill(byId("claim-rows"), ids.map((id) => claimArticle(shown.filter((row) => row.claim_id === id))));
  const counted = shown.filter((row) => row.counted);
  const tally = LABEL_ORDER.map((label) => [label, counted.filter((row) => row.label === label).length]).filter((entry) => entry[1] > 0);
  byId("claim-count").textContent = `${plural(ids.length, "claim")}, held against sources and layer sets ${plural(shown.length, "time")}` +
    (tally.length ? `. With reprints and other forms of a statement counted once: ${tally.map(([label, count]) => `${count} ${LABEL_WORDS[label].toLowerCase()}`).join(", ")}.` : ".");
}

function layClaims() {
  const body = byId("claims-body");
  const parts = [];
  if (!claims.length) {
    parts.push(el("p", { class: "lead" }, data.claims.written ? "No claims were given to this run." : "This output holds no table of claims: its config names none, or it was made by an earlier version."));
  } else {
    const choice = (label, key, values, word) => el("label", {}, label + " ", el("select", { id: "claim-" + key, on: { change: (event) => { claimState[key] = event.target.value; drawClaims(); } } }, values.map((value) => el("option", { value, selected: claimState[key] === value }, word(value)))));
    const labels = LABEL_ORDER.filter((label) => claims.some((row) => row.label === label));
    parts.push(
      el("p", { class: "lead" }, "Each claim is held against each source and layer set that can speak to it. A label says how the two figures sit to each other; it does not say who is right: the maps have errors, limits and delays of their own. " + (claims.some((row) => row.verified) ? "Where a claim was verified independently, it says so." : "None of the claims was verified independently.")),
      el("form", { class: "controls small", "aria-label": "Claims shown" },
        choice("As known", "known", distinct(claims.map((row) => row.known)).sort(), (value) => ({ as_known_now: "now", as_known_then: "when it was said" })[value] || value),
        choice("Label", "label", ["", ...labels], (value) => (value ? LABEL_WORDS[value] : "all")),
        choice("Claimant", "claimant", ["", ...distinct(claims.map((row) => row.claimant)).sort()], (value) => value || "all"),
        choice("Measured by", "source", ["", ...distinct(claims.map((row) => row.source_id)).sort()], (value) => value || "all")),
      el("p", { class: "quiet", id: "claim-count", "aria-live": "polite" }),
      el("p", { class: "quiet" }, el("span", { class: "mark claimed" }), " claimed, ", el("span", { class: "mark measured" }), " measured; the thin upright line is zero. The ratio is claimed over measured."),
      el("div", { id: "claim-rows" }),
      el("details", {}, el("summary", {}, "What the labels say"), el("dl", { class: "words" }, labels.map((label) => [el("dt", {}, LABEL_WORDS[label]), el("dd", {}, data.words[label])]))));
  }
  parts.push(...layComparisons(), ...layReproductions(), ...layEvents(), ...laySettlements());
  fill(body, parts);
  if (claims.length) drawClaims();
}

const plainTable = (heads, rows, caption, kind = "") => el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
  el("table", { class: "stack " + kind }, el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col", class: head.num ? "num" : null }, head.text || head)))),
    el("tbody", {}, rows.map((cells) => el("tr", {}, cells.map((cell, i) => el("td", { "data-label": heads[i].text || heads[i], class: heads[i].num ? "num" : null }, el("div", {}, cell))))))));

function layComparisons() {
  const rows = rowsOf(data.comparisons);
  if (!rows.length) return [];
  const end = (row, side) => {
    const of = (name) => row[`${side}_${name}`];
    const km2 = of("reckoned_in") === "km2";
    return [el("b", {}, of("value") === null ? "not covered" : km2 ? `${number(of("value"), 0)} km² (${number(of("sq_mi"), 0)} sq mi)` : `${number(of("value"))} ${of("reckoned_in")}`), el("br"),
      el("span", { class: "quiet" }, `${inRegion(of("side"), of("region_name"))}, ${spaced(of("quantity_type"))}, ${of("first_day") ? span(of("first_day"), of("last_day")) : dayText(of("last_day"))}`, el("br"), `${of("kind") === "claim" ? "claim" : "measured by"} ${of("reference")}${of("layer_set") ? ", " + of("layer_set") : ""}`, of("per_day") === null ? "" : `; ${number(of("per_day"))} a day`)];
  };
  return [el("h3", {}, "Figures side by side"),
    plainTable(["This", "against this", num("Ratio"), num("Per day"), "Comparable?"], rows.map((row) => [end(row, "left"), end(row, "right"), number(row.ratio, 2), number(row.ratio_per_day, row.ratio_per_day > 10 ? 0 : 2),
      row.comparable ? "Comparable" : [el("b", {}, "Not comparable"), el("br"), el("span", { class: "quiet" }, (row.reasons || []).map((reason) => data.differences[reason] || reason).join(", "))]]), "Figures side by side", "pairs")];
}

function layReproductions() {
  const rows = rowsOf(data.reproductions);
  if (!rows.length) return [];
  const shown = rows.filter((row) => row.ours || row.best);
  return [el("h3", {}, "Publishers’ own figures, computed from their maps"),
    plainTable(["Figure", num("Published, km²"), num("Computed, km²"), num("Residual"), "By"], shown.map((row) => [`${row.claimant}, ${span(row.first_day, row.last_day)}`, number(row.claimed_value), number(row.computed_value), signed(row.residual),
      `${row.layer_set}, offset ${number(row.offset_days, 0)} days: ${[row.ours ? "the definition used here" : "", row.best ? "nearest of all tried" : ""].filter(Boolean).join(", ")}`]), "Reproductions")];
}

function layEvents() {
  const rows = rowsOf(data.events).sort((a, b) => a.day.localeCompare(b.day));
  if (!rows.length) return [];
  return [el("h3", {}, "What was reported"),
    plainTable(["Day", "Region", "What", "By"], rows.map((row) => [dayText(row.day), row.region_name, [sentence(spaced(row.kind)), row.stated ? `, ${row.qualifier && row.qualifier !== "exact" ? row.qualifier + " " : ""}${grouped(row.stated)} ${row.unit || ""}` : "", row.detail ? [el("br"), el("span", { class: "quiet" }, row.detail)] : null],
      [row.claimant, row.stated_where ? [el("br"), el("span", { class: "quiet" }, where(row.stated_where))] : null, row.verified ? [el("br"), el("span", { class: "quiet" }, "verified independently")] : null]]), "Events")];
}

function laySettlements() {
  const rows = rowsOf(data.settlements);
  if (!rows.length) return [];
  return [el("details", {}, el("summary", {}, `${plural(rows.length, "settlement")} that changed hands`),
    plainTable(["Settlement", "Region", "Map", "From", "To", "Source"], rows.map((row) => [row.name, row.region_name, shortDay(row.closing_map_date), holding(row.from_side, row.from_status), holding(row.to_side, row.to_status), row.source_id]), "Settlements"))];
}

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
    el("h3", {}, source.id),
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
    ? [el("p", {}, `Places in a series that no ground truth explains: flags for a reader to judge, nothing is repaired. ${data.sources.map((source) => `${source.id} has ${number(breaks.filter((row) => row.source_id === source.id).length, 0)}`).join(", ")}. `, kinds.map((kind) => BREAK_WORDS[kind]).filter(Boolean).join(" ")),
      el("details", { open: breaks.length <= 6 }, el("summary", {}, `The ${plural(breaks.length, "break")}`),
        plainTable(["Map", "Source", "Side", "Kind", num("km²"), "What was found"], breaks.map((row) => [shortDay(row.map_date), row.source_id, row.side, spaced(row.kind), number(row.area_km2), [row.detail, row.excluded ? " Its maps are left out of all figures." : ""]]), "Breaks"))]
    : el("p", { class: "quiet" }, data.breaks.written ? "None was found: no map shows ground coming or going in a way that no ground truth explains." : "This output holds no table of breaks."));
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
    el("p", {}, "At the end of each month’s last day that both have a map for. The share is ground that both give to the side, over ground that either does; at the front, with ground left out that the two do not mean alike."),
    plainTable(["Day", "Sources", "Side, layer set", num("Only the first, km²"), num("Only the second, km²"), num("Both, km²"), num("Share"), num("At the front")], rows.map((row) => [shortDay(row.day), `${row.source_a}, ${row.source_b}`, `${row.side}, ${row.set || row.layer_set}`, number(row.only_a_km2), number(row.only_b_km2), number(row.in_both_km2), row.jaccard === null ? "–" : number(row.jaccard * 100, 2) + " %", row.front_jaccard === null ? "–" : number(row.front_jaccard * 100, 2) + " %"]), "Agreement of sources")];
}

function layMethods() {
  const run = data.run;
  const term = (name, text) => [el("dt", {}, name), el("dd", {}, text)];
  fill(
    byId("methods-body"),
    el("div", { class: "columns" },
      el("dl", { class: "words" },
        term("Net, gained, lost", "Ground at the period’s end against ground at its start, by laying one map over the other. The start is the end of the day before the period’s first; the end is that of its last day. Net is gained less lost."),
        term("Layer set", "Which statuses count as controlled: " + settings.sets.map((set) => `${set.name} is ${[...set.statuses].join(", ")}`).join("; ") + "."),
        term("Band", `The range of a net when the period’s ends are shifted by up to ${settings.lag}, together or each by itself; of what is redraw noise; of the source’s other layer sets; and of other sources. No part is added to another. It is no confidence interval.`),
        term("Coverage", `Full: a map at both ends, each at most ${settings.stale} old. Partial: two distinct maps, but one is older or stands in. None: no figures. A day after the last map is never a zero.`),
        term("Area", "Exact on the WGS84 ellipsoid for edges straight in longitude and latitude. Never degrees, never Web Mercator."),
        term("Regions", `Borders are those of the regions file. A publisher’s border is never the same line; ground up to ${settings.border} outside a source’s scope goes to the nearest region in it.`),
        term("Limits", "Maps are publishers’ judgement, published with a delay on purpose. Figures inherit their errors. This page shows areas, never positions of units.")),
      el("div", {},
        el("h3", {}, "Sources and their terms"),
        el("dl", { class: "words" }, data.sources.map((source) => term(source.id, `${source.attribution}. Licence: ${source.licence}. ${source.shown ? "Its shapes may be shown." : "Its shapes may not be passed on; only figures derived from them are here."}${source.notice ? " " + source.notice : ""}`))),
        el("h3", {}, "To trace and to cite"),
        el("p", {}, "Cite the map’s publisher and this run: ", el("code", {}, run.id), `. Territory Delta ${run.version}, commit `, el("code", {}, run.commit.slice(0, 12)), run.modified ? " with changes" : "", `. Finished ${run.finished.slice(0, 16).replace("T", " ")} UTC. The tables beside this page, their dictionary and _run.json hold every figure, its definition and the hashes of its input files.`),
        el("p", { class: "quiet" }, "Drawn with D3 7.9.0, Copyright 2010–2023 Mike Bostock, ISC licence."))),
  );
  byId("colophon").textContent = `Territory Delta ${run.version}. This file holds everything it shows and loads nothing.`;
}
