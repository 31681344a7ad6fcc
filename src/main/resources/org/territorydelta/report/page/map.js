// The map: regions shaded by the net of a period, pieces of changed ground where they may be shown.

const STEPS = 10000;

function toGeoJson(rings) {
  const polygons = new Map();
  for (const [polygon, ...steps] of rings) {
    const ring = [];
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      ring.push([lon / STEPS, lat / STEPS]);
    }
    ring.push(ring[0]);
    if (!polygons.has(polygon)) polygons.set(polygon, []);
    polygons.get(polygon).push(ring);
  }
  return { type: "MultiPolygon", coordinates: [...polygons.values()] };
}

const features = data.regions
  .filter((region) => region.rings)
  .map((region) => ({ type: "Feature", geometry: toGeoJson(region.rings), properties: region }));
const shapes = data.shapes.map((rings) => ({ type: "Feature", geometry: toGeoJson(rings) }));

/** Lines between regions of two countries. */
function countryLines(all) {
  const owners = new Map();
  for (const feature of all) {
    for (const polygon of feature.geometry.coordinates) {
      for (const ring of polygon) {
        for (let i = 1; i < ring.length; i++) {
          const ends = [ring[i - 1], ring[i]];
          const key = ends.map((end) => end.join(",")).sort().join(" ");
          if (!owners.has(key)) owners.set(key, { ends, countries: new Set() });
          owners.get(key).countries.add(feature.properties.country);
        }
      }
    }
  }
  return {
    type: "MultiLineString",
    coordinates: [...owners.values()].filter((edge) => edge.countries.size > 1).map((edge) => edge.ends),
  };
}

const nice = (value) => {
  const power = Math.pow(10, Math.floor(Math.log10(value)));
  const step = value / power;
  return (step >= 5 ? 5 : step >= 2 ? 2 : 1) * power;
};

/** The largest net of any region in the window, without breaks: by itself, and as a share of its region in percent. */
function largest() {
  const most = { net: 0, share: 0 };
  for (const { region, line: of } of regionLines()) {
    if (!of.net) continue;
    for (const p of inWindow()) {
      const net = of.net[p.i];
      if (!net || isParted(of, p.i)) continue;
      most.net = Math.max(most.net, Math.abs(net));
      if (region.km2) most.share = Math.max(most.share, (Math.abs(net) / region.km2) * 100);
    }
  }
  return most;
}

/** Upper ends of the three lighter classes of shares either way, in percent, the same for all periods of the window. */
function thresholds() {
  const most = largest().share;
  if (most === 0) return [0.01, 0.1, 1];
  const top = nice(most / 2);
  const middle = nice(top / 4);
  return [nice(middle / 4), middle, top];
}

/** Area as circles: so that a small change of a large region looks small. */
const bubbleRadius = () => {
  const most = largest().net || 1;
  return d3.scaleSqrt([0, most], [0, Math.max(18, map.width / 13)]);
};

const NO_CHANGE = 0.05;

function shade(net, ends, region) {
  if (net === null) return "none";
  if (Math.abs(inUnit(net)) < NO_CHANGE || state.measure === "bubbles" || !region.km2) return "zero";
  const size = (Math.abs(net) / region.km2) * 100;
  const step = 1 + ends.filter((end) => size > end).length;
  return (net > 0 ? "gain" : "loss") + step;
}

const map = { width: 0, svg: null, regions: null, labels: null, pieces: null, path: null, key: "" };

/** Of the largest change of any region, how much of it makes another one worth showing. */
const WORTH_SHOWING = 0.01;

/** The region chosen; or all in which any side's ground changed by this source, but for traces. */
function focus(all) {
  const chosen = all.filter((feature) => keyOf(feature.properties) === state.region);
  if (chosen.length) return chosen;
  const moved = new Map();
  for (const of of data.series) {
    if (of.source !== state.source || of.level !== state.level || of.kind !== state.kind || !of.net) continue;
    const key = `${of.level} ${of.region}`;
    moved.set(key, Math.max(moved.get(key) || 0, d3.max(of.net, (net, i) => (isParted(of, i) ? 0 : Math.abs(net || 0)))));
  }
  const most = d3.max(moved.values()) || 0;
  const shown = all.filter((feature) => (moved.get(keyOf(feature.properties)) || 0) > most * WORTH_SHOWING);
  return shown.length ? shown : all;
}

function reach(some) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const feature of some) {
    for (const [shell] of feature.geometry.coordinates) {
      for (const [lon, lat] of shell) {
        box.west = Math.min(box.west, lon);
        box.east = Math.max(box.east, lon);
        box.south = Math.min(box.south, lat);
        box.north = Math.max(box.north, lat);
      }
    }
  }
  return box;
}

function layMap() {
  const box = byId("map");
  const width = Math.round(box.clientWidth);
  const key = [state.source, state.level, state.kind, state.region, width].join("|");
  if (key === map.key || width === 0) return;
  map.key = key;
  box.replaceChildren();
  map.svg = null;
  const all = features.filter((feature) => feature.properties.level === state.level);
  map.scaled = [];
  if (!all.length) {
    box.append(el("p", { class: "note" }, "This output holds no borders, so there is no map. The figures by region are in the table."));
    return;
  }
  const inFocus = { type: "FeatureCollection", features: focus(all) };
  const { west, south, east, north } = reach(inFocus.features);
  // Edges are straight in longitude and latitude, as they were measured: no great circles between
  // vertices, and no meaning in the way a ring runs round, which rounding may turn.
  const projection = d3.geoConicEqualArea()
    .preclip((stream) => stream)
    .precision(0)
    .parallels([south + (north - south) / 6, north - (north - south) / 6])
    .rotate([-(west + east) / 2, 0])
    .fitWidth(width, inFocus);
  const [[, top], [, bottom]] = d3.geoPath(projection).bounds(inFocus);
  const height = Math.round(Math.max(width * 0.6, Math.min(width * 1.05, bottom - top + 24)));
  const pad = state.region === ALL ? Math.min(20, width / 30) : width / 12;
  projection.fitExtent([[pad, pad], [width - pad, height - pad]], inFocus).clipExtent([[0, 0], [width, height]]);
  const path = d3.geoPath(projection).digits(1);
  const svg = d3.select(box).append("svg")
    .attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height)
    .attr("role", "img").attr("aria-labelledby", "map-title");
  svg.append("title").attr("id", "map-title");
  const lost = svg.append("defs").append("pattern").attr("id", "lost").attr("width", 4).attr("height", 4).attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)");
  lost.append("rect").attr("class", "lost-ground").attr("width", 4).attr("height", 4);
  lost.append("line").attr("class", "lost-line").attr("y2", 4);
  svg.append("rect").attr("class", "sea").attr("width", width).attr("height", height);
  map.regions = svg.append("g").selectAll("path").data(all).join("path")
    .attr("d", path)
    .attr("data-region", (feature) => keyOf(feature.properties))
    .on("click", (event, feature) => choose("region", state.region === keyOf(feature.properties) ? ALL : keyOf(feature.properties)));
  map.regions.append("title");
  map.pieces = svg.append("g").attr("class", "pieces");
  svg.append("path").attr("class", "country").attr("d", path(countryLines(all)));
  map.chosen = svg.append("path").attr("class", "chosen");
  map.bubbles = svg.append("g").attr("class", "bubbles");
  map.bar = svg.append("g").attr("class", "scale-bar").attr("aria-hidden", "true");
  map.projection = projection;
  map.labels = svg.append("g").attr("class", "labels").attr("aria-hidden", "true");
  if (state.region !== ALL) {
    box.append(el("button", { type: "button", class: "back", on: { click: () => choose("region", ALL) } }, "Show all ground"));
  }
  map.svg = svg;
  map.path = path;
  map.width = width;
  map.height = height;
  map.all = all;
}

/** The place for a name: the middle of the region's largest polygon that is on the map. */
function middle(feature) {
  const largest = feature.geometry.coordinates
    .map((polygon) => ({ type: "Polygon", coordinates: polygon }))
    .sort((a, b) => map.path.area(b) - map.path.area(a))[0];
  return { at: map.path.centroid(largest), bounds: map.path.bounds(largest) };
}

function drawMap() {
  layMap();
  const ends = thresholds();
  const at = period();
  const pieceKey = [state.source, state.side, state.set, state.kind, at ? at.id : ""].join("|");
  const pieces = data.pieces[pieceKey] || [];
  drawLegend(ends, pieces.length > 0);
  if (map.svg) {
    const net = (feature) => {
      const of = line(keyOf(feature.properties));
      return of ? netOf(of) : undefined;
    };
    map.regions
      .attr("class", (feature) => {
        const of = net(feature);
        const cut = isParted(line(keyOf(feature.properties)));
        return "region " + (of === undefined ? "bare" : cut ? "cut" : shade(of, ends, feature.properties));
      })
      .select("title")
      .text((feature) => {
        const of = net(feature);
        return feature.properties.name + ": " + (of === undefined ? `no ground of ${sideName(state.side)}` : isParted(line(keyOf(feature.properties))) ? "the series breaks there" : of === null ? "not covered" : changeUnit(of) + " net");
      });
    const order = [...pieces].sort((a, b) => b[2] - a[2]);
    map.pieces.selectAll("path").data(order).join("path")
      .attr("class", (piece) => (piece[1] > 0 ? "piece gained" : "piece lost"))
      .attr("d", (piece) => map.path(shapes[piece[0]]));
    drawBubbles(net);
    drawScaleBar();
    const chosen = map.all.find((feature) => keyOf(feature.properties) === state.region);
    map.chosen.attr("d", chosen ? map.path(chosen) : null);
    drawLabels(net, ends);
    map.svg.select("title").text(mapInWords());
  }
  byId("map-note").textContent = mapNote(pieces);
}

/** What each region gained or lost, as circles whose areas are to each other as the square kilometres are. */
function drawBubbles(net) {
  const radius = bubbleRadius();
  const told = state.measure === "bubbles"
    ? map.all.map((feature) => ({ feature, net: net(feature), at: middle(feature).at })).filter((of) => of.net && Math.abs(inUnit(of.net)) >= NO_CHANGE && of.at.every(Number.isFinite)).sort((a, b) => Math.abs(b.net) - Math.abs(a.net))
    : [];
  map.bubbles.selectAll("circle").data(told).join("circle").attr("class", (of) => "bubble " + (of.net > 0 ? "gain" : "loss"))
    .attr("cx", (of) => of.at[0].toFixed(1)).attr("cy", (of) => of.at[1].toFixed(1)).attr("r", (of) => Math.max(2, radius(Math.abs(of.net))).toFixed(1));
}

/** A round length at the middle of the map. */
function drawScaleBar() {
  map.bar.selectAll("*").remove();
  const y = map.height - 16;
  const [a, b] = [[14, y], [14 + 100, y]].map((at) => map.projection.invert(at));
  if (!a || !b || ![...a, ...b].every(Number.isFinite)) return;
  const km = d3.geoDistance(a, b) * 6371.0088;
  const mile = state.unit === "sqmi" ? 1.609344 : 1;
  const length = nice(km / mile);
  const px = (100 * length * mile) / km;
  map.bar.append("path").attr("d", `M14,${y - 5}V${y}H${(14 + px).toFixed(1)}V${y - 5}`);
  map.bar.append("text").attr("x", 14 + px / 2).attr("y", y - 6).attr("text-anchor", "middle").text(`${number(length, length < 1 ? 1 : 0)} ${mile === 1 ? "km" : "mi"}`);
}

function drawLabels(net, ends) {
  const size = map.width < 500 ? 11 : 13;
  const taken = [];
  const radius = bubbleRadius();
  const shown = map.all
    .map((feature) => ({ feature, net: net(feature), ...middle(feature) }))
    .filter(({ at }) => at.every(Number.isFinite) && at[0] > 20 && at[0] < map.width - 20 && at[1] > 14 && at[1] < map.height - 10)
    .map((label) => ({ ...label, r: state.measure === "bubbles" && label.net && Math.abs(inUnit(label.net)) >= NO_CHANGE ? radius(Math.abs(label.net)) : 0 }))
    .sort((a, b) => Math.abs(b.net || 0) - Math.abs(a.net || 0))
    .filter((label) => {
      const text = label.feature.properties.name;
      const wide = text.length * size * 0.56;
      const bounds = { x0: label.at[0] - wide / 2, x1: label.at[0] + wide / 2, y0: label.at[1] - size - label.r, y1: label.at[1] + size * 1.3 + label.r };
      const room = label.bounds[1][0] - label.bounds[0][0];
      if ((label.net === undefined && room < wide) || bounds.x0 < 2 || bounds.x1 > map.width - 2) return false;
      if (taken.some((other) => other.x0 < bounds.x1 && bounds.x0 < other.x1 && other.y0 < bounds.y1 && bounds.y0 < other.y1)) return false;
      taken.push(bounds);
      return true;
    });
  const labels = map.labels.selectAll("g").data(shown).join("g").attr("class", ({ feature, net: of }) => (/[34]$/.test(shade(of === undefined ? 0 : of, ends, feature.properties)) ? "on-strong" : "")).attr("transform", ({ at }) => `translate(${at[0].toFixed(1)},${at[1].toFixed(1)})`);
  labels.selectAll("text").data((label) => {
    const told = label.net !== undefined && label.net !== null && Math.abs(inUnit(label.net)) >= NO_CHANGE;
    return [{ text: label.feature.properties.name, kind: "name", dy: label.r ? -label.r - 3 : 0 }, ...(told ? [{ text: change(label.net), kind: "value", dy: label.r ? label.r + size : size * 1.15 }] : [])];
  }).join("text").attr("class", (d) => d.kind).attr("dy", (d) => d.dy).style("font-size", size + "px").text((d) => d.text);
}

function drawLegend(ends, pieces) {
  const item = (kind, text) => el("span", { class: "key" }, el("i", { class: kind }), text);
  fill(
    byId("legend"),
    state.measure === "bubbles" ? bubbleLegend() : shareLegend(ends),
    el("div", { class: "keys" },
      item("bare", `no ground of ${sideName(state.side)}`), period() && period().coverage === "none" ? item("none", "not covered") : null,
      regionLines().some((entry) => isParted(entry.line)) ? item("cut", "the series breaks: no net") : null,
      pieces ? [item("piece-gained", "piece gained"), item("piece-lost", "piece lost")] : null),
  );
}

function shareLegend(ends) {
  const at = ends.map((end) => number(end, Math.max(0, -Math.floor(Math.log10(end)))) + "%");
  const steps = ["loss4", "loss3", "loss2", "loss1", "zero", "gain1", "gain2", "gain3", "gain4"];
  const bounds = [MINUS + at[2], MINUS + at[1], MINUS + at[0], "", "", "+" + at[0], "+" + at[1], "+" + at[2], ""];
  return el("div", { class: "ramp", role: "img", "aria-label": `Classes of net change as a share of the region end at ${at.join(", ")} either way, the same for every period.` },
    el("p", { class: "ramp-title" }, el("span", {}, "lost"), el("b", {}, `Net change of ${sideName(state.side)}, share of the region`), el("span", {}, "gained")),
    el("div", { class: "ramp-steps" }, steps.map((step) => el("i", { class: step }))),
    el("div", { class: "ramp-bounds" }, steps.map((step, i) => el("span", { class: step === "zero" ? "centre" : null }, step === "zero" ? "none" : el("b", {}, bounds[i])))));
}

/** Two circles to measure by, and what their colours say. */
function bubbleLegend() {
  const most = inUnit(largest().net);
  const radius = bubbleRadius();
  const sizes = most > 0 ? [...new Set([nice(most), nice(most / 8)])].filter((size) => size > 0) : [];
  const km2 = (size) => (state.unit === "sqmi" ? size * SQ_MI_KM2 : size);
  const wide = sizes.length ? 2 * radius(km2(sizes[0])) : 0;
  const svg = d3.create("svg").attr("class", "circles").attr("width", wide + 90).attr("height", Math.max(20, wide + 4)).attr("aria-hidden", "true");
  sizes.forEach((size, i) => {
    const r = radius(km2(size));
    svg.append("circle").attr("cx", wide / 2 + 2).attr("cy", wide + 2 - r).attr("r", r);
    svg.append("text").attr("x", wide + 10).attr("y", i === 0 ? 14 : wide).text(`${number(size, size < 1 ? 1 : 0)} ${unit()}`);
  });
  return el("div", { class: "bubble-key" }, sizes.length ? svg.node() : null,
    el("span", { class: "key" }, el("i", { class: "round gain" }), `${sideName(state.side)} gained, net`), el("span", { class: "key" }, el("i", { class: "round loss" }), "lost, net"));
}

function mapInWords() {
  const at = period();
  if (!at) return "Map";
  const told = regionLines()
    .map(({ region, line: of }) => ({ name: region.name, net: netOf(of) }))
    .filter(({ net }) => net !== null && Math.abs(inUnit(net)) >= NO_CHANGE)
    .sort((a, b) => Math.abs(b.net) - Math.abs(a.net))
    .slice(0, 5)
    .map(({ name, net }) => `${name} ${changeUnit(net)}`);
  return `Map of net change of ${sideName(state.side)} by region, ${periodText(at, state.kind)}: ${told.length ? told.join(", ") : "no region changed"}.`;
}

function mapNote(pieces) {
  const source = data.sources.find((of) => of.id === state.source);
  const about = (state.measure === "bubbles" ? "Each circle’s area is the region’s net change." : "Regions are shaded by net change as a share of their area.") + " The scale is the same for every period of the time shown. Choose a region to see it alone.";
  if (pieces.length) return about + ` Drawn on top: ${plural(pieces.length, "piece")} of ground that changed hands.`;
  if (source && !source.shown) return about + (/none stated/.test(source.licence) ? ` ${sourceName(state.source)} states no licence for its maps, so the changed ground itself is not drawn.` : ` The licence of ${sourceName(state.source)} does not allow its shapes to be drawn.`);
  return about;
}
