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
      el("td", { class: "by" }, el("b", {}, sourceName(row.source_id)), el("span", { class: "quiet" }, " " + row.sets.join(", "))),
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

/** All that one claimant said, with a line that sums it up. */
function claimantPart(claimant, rows, claimants) {
  const ids = distinct(rows.map((row) => row.claim_id));
  const counted = rows.filter((row) => row.counted);
  const tally = LABEL_ORDER.map((label) => [label, counted.filter((row) => row.label === label).length]).filter((entry) => entry[1] > 0);
  return el("details", { class: "claimant", open: claimants === 1 || openClaimants.has(claimant), on: { toggle: (event) => (event.target.open ? openClaimants.add(claimant) : openClaimants.delete(claimant)) } },
    el("summary", {}, el("b", {}, claimant), el("span", { class: "quiet" }, plural(ids.length, "claim")),
      el("span", { class: "tally" }, tally.map(([label, count]) => el("span", { class: "label " + label.toLowerCase(), title: data.words[label] || "" }, `${number(count, 0)} ${LABEL_WORDS[label].toLowerCase()}`)))),
    ids.map((id) => claimArticle(rows.filter((row) => row.claim_id === id))));
}

const openClaimants = new Set();

function drawClaims() {
  const shown = claims.filter((row) => row.known === claimState.known && (!claimState.label || row.label === claimState.label) && (!claimState.claimant || row.claimant === claimState.claimant) && (!claimState.source || row.source_id === claimState.source))
    .sort((a, b) => a.statement_date.localeCompare(b.statement_date) || a.claim_id.localeCompare(b.claim_id) || a.source_id.localeCompare(b.source_id) || a.layer_set.localeCompare(b.layer_set));
  const ids = distinct(shown.map((row) => row.claim_id));
  const claimants = distinct(ids.map((id) => shown.find((row) => row.claim_id === id).claimant));
  fill(byId("claim-rows"), claimants.map((claimant) => claimantPart(claimant, shown.filter((row) => row.claimant === claimant), claimants.length)));
  const counted = shown.filter((row) => row.counted);
  const tally = LABEL_ORDER.map((label) => [label, counted.filter((row) => row.label === label).length]).filter((entry) => entry[1] > 0);
  byId("claim-count").textContent = `${plural(ids.length, "claim")}, compared with sources and layer sets ${plural(shown.length, "time")}` +
    (tally.length ? `. Reprints and repeated statements counted once: ${tally.map(([label, count]) => `${count} ${LABEL_WORDS[label].toLowerCase()}`).join(", ")}.` : ".");
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
      el("p", { class: "lead" }, "Each claim is compared with every source and layer set that covers its time and place. A label says how far apart the two figures are. It does not say who is right: maps have errors and delays, too. " + (claims.some((row) => row.verified) ? "Where a claim was verified independently, it says so." : "None of the claims was verified independently.")),
      el("form", { class: "controls small", "aria-label": "Claims shown" },
        choice("As known", "known", distinct(claims.map((row) => row.known)).sort(), (value) => ({ as_known_now: "now", as_known_then: "when it was said" })[value] || value),
        choice("Label", "label", ["", ...labels], (value) => (value ? LABEL_WORDS[value] : "all")),
        choice("Claimant", "claimant", ["", ...distinct(claims.map((row) => row.claimant)).sort()], (value) => value || "all"),
        choice("Measured by", "source", ["", ...distinct(claims.map((row) => row.source_id)).sort()], (value) => (value ? sourceName(value) : "all"))),
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
      el("span", { class: "quiet" }, `${inRegion(of("side"), of("region_name"))}, ${spaced(of("quantity_type"))}, ${of("first_day") ? span(of("first_day"), of("last_day")) : dayText(of("last_day"))}`, el("br"), `${of("kind") === "claim" ? "claim " + of("reference") : "measured by " + sourceName(of("reference"))}${of("layer_set") ? ", " + of("layer_set") : ""}`, of("per_day") === null ? "" : `; ${number(of("per_day"))} a day`)];
  };
  return [el("h3", {}, "Figures side by side"),
    plainTable(["This", "against this", num("Ratio"), num("Per day"), "Comparable?"], rows.map((row) => [end(row, "left"), end(row, "right"), number(row.ratio, 2), number(row.ratio_per_day, row.ratio_per_day > 10 ? 0 : 2),
      row.comparable ? "Comparable" : [el("b", {}, "Not comparable"), el("br"), el("span", { class: "quiet" }, (row.reasons || []).map((reason) => data.differences[reason] || reason).join(", "))]]), "Figures side by side", "pairs")];
}

function layReproductions() {
  const rows = rowsOf(data.reproductions);
  if (!rows.length) return [];
  const shown = rows.filter((row) => row.ours || row.best);
  return [el("h3", {}, "Publishers’ own figures, recomputed from their maps"),
    plainTable(["Figure", num("Published, km²"), num("Computed, km²"), num("Residual"), "By"], shown.map((row) => [`${row.claimant}, ${span(row.first_day, row.last_day)}`, number(row.claimed_value), number(row.computed_value), signed(row.residual),
      `${row.layer_set}, offset ${number(row.offset_days, 0)} days: ${[row.ours ? "the definition used here" : "", row.best ? "nearest of all tried" : ""].filter(Boolean).join(", ")}`]), "Reproductions")];
}

function layEvents() {
  const rows = rowsOf(data.events).sort((a, b) => a.day.localeCompare(b.day));
  if (!rows.length) return [];
  return [el("h3", {}, "Reported events"),
    plainTable(["Day", "Region", "What", "By"], rows.map((row) => [dayText(row.day), row.region_name, [sentence(spaced(row.kind)), row.stated ? `, ${row.qualifier && row.qualifier !== "exact" ? row.qualifier + " " : ""}${grouped(row.stated)} ${row.unit || ""}` : "", row.detail ? [el("br"), el("span", { class: "quiet" }, row.detail)] : null],
      [row.claimant, row.stated_where ? [el("br"), el("span", { class: "quiet" }, where(row.stated_where))] : null, row.verified ? [el("br"), el("span", { class: "quiet" }, "verified independently")] : null]]), "Events")];
}

function laySettlements() {
  const rows = rowsOf(data.settlements);
  if (!rows.length) return [];
  return [el("details", {}, el("summary", {}, `${plural(rows.length, "settlement")} that changed hands`),
    plainTable(["Settlement", "Region", "Map", "From", "To", "Source"], rows.map((row) => [row.name, row.region_name, shortDay(row.closing_map_date), holding(row.from_side, row.from_status), holding(row.to_side, row.to_status), sourceName(row.source_id)]), "Settlements"))];
}
