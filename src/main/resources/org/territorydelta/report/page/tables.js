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
    fill(note, el("b", {}, sentence(periodText(at, state.kind)) + ": "), `no maps of ${sourceName(state.source)} cover it.`);
  } else {
    const cut = broken(of);
    const across = cut && cut.parted;
    const told = across ? cut.without : net;
    const did = Math.abs(inUnit(told)) < NO_CHANGE ? "neither gained nor lost ground on balance" : `${told > 0 ? "gained" : "lost"} ${areaUnit(Math.abs(told))} net`;
    fill(
      note,
      el("b", {}, sentence(toldText(at, state.kind)) + ": "),
      across ? `the series of ${sourceName(state.source)} breaks (${breakText(cut)}), so its maps cannot be compared. Without the break ` : "",
      `${sideName(state.side)} ${did}${place}, by the maps of ${sourceName(state.source)} and layer set “${state.set}”`,
      range && range[1] > range[0] ? ` (between ${change(range[0])} and ${changeUnit(range[1])}, depending on ${of.part && of.part[state.index] ? PART_WORDS[of.part[state.index]] : "which days’ maps are compared"})` : "",
      isSpan(at) ? `. No maps exist for exactly ${periodText(at, state.kind)}; these are the nearest.` : ".",
      cut && !across ? ` In between, ground came and went again (${breakText(cut)}). The net is not affected; the figures map by map are.` : "",
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
    item("Range of the net", range ? `${change(range[0])} to ${changeUnit(range[1])}` : null, "From the lowest to the highest of what other days’ maps, redrawn lines, other sources and other layer sets give.", "band"),
    item("It depends most on", range && of.part && of.part[state.index] ? PART_WORDS[of.part[state.index]] : null, "What makes the range as wide as it is.", "part"),
    item("Map by map", gross ? `${change(gross)} and ${change(-grossLost)} ${unit()}` : null, "Gained and lost summed over every pair of consecutive maps: ground that came and went counts each time.", "gross"),
    item("Changed status only", renamed ? areaUnit(renamed) : null, "The part of gained that the side already held, under a status outside the layer set.", "renamed"),
    item("Came and went", churn === null ? null : areaUnit(churn), "Each point counted once.", "churn"),
    item("Redraw noise", noise === null ? null : areaUnit(noise, 2), `Changed ground narrower than ${settings.noise}. It is shown and never subtracted.`, "noise"),
    item("Maps compared", at.open && at.close ? `${shortDay(at.open)} and ${shortDay(at.close)}` : "none", "The days whose end the two maps show.", "maps"),
  );
}

/** Regions that are listed before a reader asks for the others. */
const FIRST_REGIONS = 8;
const regionFold = { open: false };

function drawRegions() {
  const table = byId("regions");
  const all = regionLines().map(({ region, line: of }) => ({ region, net: netOf(of), cut: isParted(of) ? broken(of) : null, gained: figure(of, "gained"), lost: figure(of, "lost") }))
    .sort((a, b) => Math.abs(b.net || 0) - Math.abs(a.net || 0) || a.region.name.localeCompare(b.region.name, "en"));
  const most = d3.max(all, (row) => Math.abs(row.net || 0)) || 1;
  fill(
    table.tHead,
    el("tr", {}, el("th", { scope: "col" }, "Region"), el("th", { scope: "col", class: "bars" }, el("span", { class: "unseen" }, "Drawn")), el("th", { scope: "col", class: "num" }, "Net"), el("th", { scope: "col", class: "num" }, "Gained"), el("th", { scope: "col", class: "num" }, "Lost")),
  );
  const isSmall = (row) => !row.cut && [row.net, row.gained, row.lost].every((km2) => Math.abs(inUnit(km2 || 0)) < NO_CHANGE) && keyOf(row.region) !== state.region;
  const moved = all.filter((row) => !isSmall(row));
  const small = all.filter((row) => isSmall(row) && (row.gained > 0 || row.lost > 0));
  const still = all.filter((row) => isSmall(row) && !(row.gained > 0 || row.lost > 0));
  const shown = regionFold.open ? moved : moved.filter((row, i) => i < FIRST_REGIONS || keyOf(row.region) === state.region);
  fill(
    table.tBodies[0],
    shown.map((row) => {
      const key = keyOf(row.region);
      const share = (Math.abs(row.net || 0) / most) * 50;
      const bar = el("i", { class: row.net > 0 ? "gain" : "loss", style: `width:${share.toFixed(1)}%;${row.net > 0 ? "left:50%" : `right:50%`}` });
      return el("tr", { class: key === state.region ? "chosen" : null, "data-region": key },
        el("th", { scope: "row" }, el("button", { type: "button", "aria-pressed": String(key === state.region), on: { click: () => choose("region", key === state.region ? ALL : key) } }, row.region.name)),
        el("td", { class: "bars", "aria-hidden": "true" }, bar),
        row.cut ? el("td", { class: "num quiet", title: breakText(row.cut), colspan: 3 }, `series breaks; without it ${change(row.cut.without)}`)
          : [el("td", { class: "num" }, change(row.net)), el("td", { class: "num" }, area(row.gained)), el("td", { class: "num" }, area(row.lost))]);
    }),
    moved.length > FIRST_REGIONS ? el("tr", {}, el("td", { colspan: 5 }, el("button", { type: "button", class: "more", "aria-expanded": String(regionFold.open), on: { click: () => { regionFold.open = !regionFold.open; drawRegions(); } } }, regionFold.open ? "Show fewer" : `Show ${moved.length - FIRST_REGIONS} more`))) : null,
    small.length ? el("tr", {}, el("td", { colspan: 5, class: "quiet" }, `Less than 0.1 ${unit()}: ` + small.map((row) => row.region.name).join(", "))) : null,
    still.length ? el("tr", {}, el("td", { colspan: 5, class: "quiet" }, "No change: " + still.map((row) => row.region.name).join(", "))) : null,
  );
  table.caption.textContent = `By region, ${unit()}` + (data.regions.some((region) => region.level === state.level && region.overlapping) ? "; these regions overlap and do not add up" : "");
}

function drawSeries() {
  const table = byId("series");
  const of = line();
  const heads = ["Period", "Gained", "Lost", "Net", "Range", "Per day", "Held at end", "Coverage"];
  fill(table.tHead, el("tr", {}, heads.map((head, i) => el("th", { scope: "col", class: i ? "num" : null }, head))));
  fill(
    table.tBodies[0],
    inWindow().map((at) => {
      const i = at.i;
      const net = netOf(of, i);
      const range = band(of, i);
      const cut = isParted(of, i) ? broken(of, i) : null;
      return el("tr", { class: i === state.index ? "chosen" : null, "data-period": i },
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
  const all = at ? transitionsOf(state.source, at) : [];
  const region = state.kind === "day" ? ALL : state.region;
  const rows = all.filter((row) => row[0] === region && row[5] > 0);
  const holder = (side, status) => `${side}|${status}`;
  const froms = distinct(rows.map((row) => holder(row[1], row[2]))).sort();
  const tos = distinct(rows.map((row) => holder(row[3], row[4]))).sort();
  const when = at ? periodText(at, state.kind) : "";
  if (!rows.length) {
    text.textContent = at && at.coverage === "none" ? `No maps of ${sourceName(state.source)} cover ${when}.` : `No ground changed hands in ${nameOf(region)}, ${when}, by the maps of ${sourceName(state.source)}.`;
    fill(table.tHead);
    fill(table.tBodies[0]);
    return;
  }
  text.textContent = `${sentence(nameOf(region))}, ${when}: ${unit()} that went from the holder in each row to the holder in each column, all sides and statuses of ${sourceName(state.source)}. “Not drawn” is ground the source gives to nobody. ` +
    "From one status to another of the same side, no ground changes hands.";
  const cell = new Map(rows.map((row) => [holder(row[1], row[2]) + ">" + holder(row[3], row[4]), row[5]]));
  const most = d3.max(rows, (row) => row[5]);
  const sum = (list) => d3.sum(list, (row) => row[5]);
  const named = (key) => holding(...key.split("|"));
  fill(table.tHead, el("tr", {}, el("td", { class: "corner" }, "from ↓ to →"), tos.map((to) => el("th", { scope: "col", class: "num" }, named(to))), el("th", { scope: "col", class: "num sum" }, "total lost")));
  fill(
    table.tBodies[0],
    froms.map((from) => el("tr", {}, el("th", { scope: "row" }, named(from)),
      tos.map((to) => {
        const km2 = cell.get(from + ">" + to);
        if (km2 === undefined) return el("td", { class: "num" }, from === to ? "" : "·");
        return el("td", { class: "num filled" + (km2 / most > 0.6 ? " strong" : ""), style: `--share:${Math.sqrt(km2 / most).toFixed(3)}` }, km2 > 0 && inUnit(km2) < NO_CHANGE ? "<0.1" : area(km2));
      }),
      el("td", { class: "num sum" }, area(sum(rows.filter((row) => holder(row[1], row[2]) === from)))))),
    el("tr", { class: "sum" }, el("th", { scope: "row" }, "total gained"), tos.map((to) => el("td", { class: "num sum" }, area(sum(rows.filter((row) => holder(row[3], row[4]) === to))))), el("td", { class: "num sum" }, area(sum(rows)))),
  );
}
