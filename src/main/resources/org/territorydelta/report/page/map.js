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

/** Upper ends of the three lighter classes either way, the same for all periods, in the unit shown. */
function thresholds() {
  let most = 0;
  for (const { line: of } of regionLines()) {
    if (of.net) for (const [i, net] of of.net.entries()) if (net !== null && !isParted(of, i)) most = Math.max(most, Math.abs(inUnit(net)));
  }
  if (most === 0) return [1, 10, 100];
  const top = Math.max(nice(most / 2), 0.5);
  const middle = Math.max(nice(top / 4), 0.2);
  return [Math.max(nice(middle / 4), 0.1), middle, top];
}

const NO_CHANGE = 0.05;

function shade(net, ends) {
  if (net === null) return "none";
  const size = Math.abs(inUnit(net));
  if (size < NO_CHANGE) return "zero";
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
        return "region " + (of === undefined ? "bare" : cut ? "cut" : shade(of, ends));
      })
      .select("title")
      .text((feature) => {
        const of = net(feature);
        return feature.properties.name + ": " + (of === undefined ? `no ground of ${state.side}` : isParted(line(keyOf(feature.properties))) ? "the series breaks there" : of === null ? "not covered" : changeUnit(of) + " net");
      });
    const order = [...pieces].sort((a, b) => b[2] - a[2]);
    map.pieces.selectAll("path").data(order).join("path")
      .attr("class", (piece) => (piece[1] > 0 ? "piece gained" : "piece lost"))
      .attr("d", (piece) => map.path(shapes[piece[0]]));
    const chosen = map.all.find((feature) => keyOf(feature.properties) === state.region);
    map.chosen.attr("d", chosen ? map.path(chosen) : null);
    drawLabels(net, ends);
    map.svg.select("title").text(mapInWords());
  }
  byId("map-note").textContent = mapNote(pieces);
}

function drawLabels(net, ends) {
  const size = map.width < 500 ? 11 : 13;
  const taken = [];
  const shown = map.all
    .map((feature) => ({ feature, net: net(feature), ...middle(feature) }))
    .filter(({ at }) => at.every(Number.isFinite) && at[0] > 20 && at[0] < map.width - 20 && at[1] > 14 && at[1] < map.height - 10)
    .sort((a, b) => Math.abs(b.net || 0) - Math.abs(a.net || 0))
    .filter((label) => {
      const text = label.feature.properties.name;
      const wide = text.length * size * 0.56;
      const bounds = { x0: label.at[0] - wide / 2, x1: label.at[0] + wide / 2, y0: label.at[1] - size, y1: label.at[1] + size * 1.3 };
      const room = label.bounds[1][0] - label.bounds[0][0];
      if ((label.net === undefined && room < wide) || bounds.x0 < 2 || bounds.x1 > map.width - 2) return false;
      if (taken.some((other) => other.x0 < bounds.x1 && bounds.x0 < other.x1 && other.y0 < bounds.y1 && bounds.y0 < other.y1)) return false;
      taken.push(bounds);
      return true;
    });
  const labels = map.labels.selectAll("g").data(shown).join("g").attr("class", ({ net: of }) => (/[34]$/.test(shade(of === undefined ? 0 : of, ends)) ? "on-strong" : "")).attr("transform", ({ at }) => `translate(${at[0].toFixed(1)},${at[1].toFixed(1)})`);
  labels.selectAll("text").data((label) => {
    const told = label.net !== undefined && label.net !== null && Math.abs(inUnit(label.net)) >= NO_CHANGE;
    return [{ text: label.feature.properties.name, kind: "name", dy: 0 }, ...(told ? [{ text: change(label.net), kind: "value", dy: size * 1.15 }] : [])];
  }).join("text").attr("class", (d) => d.kind).attr("dy", (d) => d.dy).style("font-size", size + "px").text((d) => d.text);
}

function drawLegend(ends, pieces) {
  const decimals = ends[0] < 1 ? 1 : 0;
  const at = ends.map((end) => number(end, decimals));
  const item = (kind, text) => el("span", { class: "key" }, el("i", { class: kind }), text);
  const steps = ["loss4", "loss3", "loss2", "loss1", "zero", "gain1", "gain2", "gain3", "gain4"];
  const bounds = [MINUS + at[2], MINUS + at[1], MINUS + at[0], "", "", "+" + at[0], "+" + at[1], "+" + at[2], ""];
  fill(
    byId("legend"),
    el("div", { class: "ramp", role: "img", "aria-label": `Classes of net change end at ${at.join(", ")} ${unit()} either way, the same for every period.` },
      el("p", { class: "ramp-title" }, el("span", {}, "lost"), el("b", {}, `Net change of ${state.side}, ${unit()}`), el("span", {}, "gained")),
      el("div", { class: "ramp-steps" }, steps.map((step) => el("i", { class: step }))),
      el("div", { class: "ramp-bounds" }, steps.map((step, i) => el("span", { class: step === "zero" ? "centre" : null }, step === "zero" ? "none" : el("b", {}, bounds[i]))))),
    el("div", { class: "keys" },
      item("bare", `no ground of ${state.side}`), period() && period().coverage === "none" ? item("none", "not covered") : null,
      regionLines().some((entry) => isParted(entry.line)) ? item("cut", "the series breaks: no net") : null,
      pieces ? [item("piece-gained", "piece gained"), item("piece-lost", "piece lost")] : null),
  );
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
  return `Map of net change of ${state.side} by region, ${periodText(at, state.kind)}: ${told.length ? told.join(", ") : "no region changed"}.`;
}

function mapNote(pieces) {
  const source = data.sources.find((of) => of.id === state.source);
  const about = "Regions are shaded by net change over the period; borders are those of the regions file, made coarser for drawing. Choose a region to see its own series.";
  if (pieces.length) return about + ` Drawn on top: ${plural(pieces.length, "piece")} of ground that changed hands.`;
  if (source && !source.shown) return about + ` The terms of ${state.source} do not allow its own shapes to be shown, so none are.`;
  return about;
}
