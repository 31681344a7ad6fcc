// What a reader takes along: the state in the link, figures as pictures and tables, one chart for another page.

const LINKED = ["source", "side", "set", "kind", "level", "region", "unit", "span", "from", "to", "measure", "pace", "overlay"];
const opening = {};

function link(extra = {}) {
  const entries = Object.entries({ ...Object.fromEntries(LINKED.map((key) => [key, state[key]])), period: period() ? period().id : "", a: twoDays.a, b: twoDays.b, ...extra })
    .filter(([key, value]) => value !== "" && value !== opening[key]);
  return "#" + entries.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
}

/** Takes the state from the link. What it leaves out is as the page opens. */
function readLink() {
  const text = location.hash.slice(1);
  if (!text.includes("=")) return null;
  const asked = Object.fromEntries(text.split("&").map((part) => part.split("=").map((word) => { try { return decodeURIComponent(word); } catch (e) { return ""; } })));
  Object.assign(state, opening);
  for (const key of LINKED) if (asked[key] !== undefined) state[key] = key === "level" ? Number(asked[key]) : asked[key];
  for (const key of ["a", "b"]) if (/^\d{4}-\d\d-\d\d$/.test(asked[key] || "")) twoDays[key] = asked[key];
  if (!SPANS[state.span]) state.span = "12";
  return asked;
}

let written = "";

function writeLink() {
  if (document.body.classList.contains("embed")) return;
  written = link();
  try { history.replaceState(null, "", written); } catch (e) { /* a page opened where links may not be written still works */ }
}

async function copied(text, button, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (e) {
    const box = el("textarea", { class: "unseen", "aria-hidden": "true" });
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  const before = button.textContent;
  button.textContent = done;
  byId("said").textContent = done;
  setTimeout(() => { button.textContent = before; }, 1600);
}

function saved(name, parts_, type) {
  const url = URL.createObjectURL(new Blob(parts_, { type }));
  const a = el("a", { href: url, download: name });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 5000);
}

const fileName = (what, ending) => ["territory-delta", what, state.source, state.side, state.kind, period() ? period().id : ""].filter(Boolean).join("-").replace(/[^A-Za-z0-9-]+/g, "-") + ending;
/** A cell that a spreadsheet takes for text or a number, never for a formula. */
const cell = (value) => {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};
const csv = (rows) => "\ufeff" + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";

const credit = () => {
  const source = data.sources.find((of) => of.id === state.source);
  return `${source ? source.attribution : state.source}. Measured by Territory Delta, run ${data.run.id.slice(0, 12)}.`;
};

/** Figures of the periods in the window, by source where several are drawn. */
function seriesCsv() {
  const rows = [["source", "side", "layer_set", "region", "period_kind", "period", "first_day", "last_day", "opening_map", "closing_map", "observed_days", "net_km2", "net_low_km2", "net_high_km2", "net_km2_per_day", "gained_km2", "lost_km2", "held_km2", "coverage"]];
  for (const p of inWindow()) {
    const of = line();
    const net = netOf(of, p.i);
    const range = band(of, p.i) || [null, null];
    rows.push([state.source, state.side, state.set, nameOf(state.region), state.kind, p.id, p.first, p.last, p.open, p.close, p.days, net, ...range, net === null || !p.days ? null : net / p.days, figure(of, "gained", p.i), figure(of, "lost", p.i), of && of.stock ? figure(of, "stock", p.i) : null, p.coverage]);
  }
  for (const source of others()) {
    const { of, all } = otherLine(source);
    const { first, last } = windowDays();
    for (const p of all.filter((at) => at.last >= first && at.first <= last)) {
      const net = overlayNet(of, p);
      rows.push([source, state.side, of.set, nameOf(state.region), state.kind, p.id, p.first, p.last, p.open, p.close, p.days, net, null, null, net === null || !p.days ? null : net / p.days, null, null, of.stock ? of.stock[p.i] : null, p.coverage]);
    }
  }
  return rows;
}

function regionsCsv() {
  const at = period();
  return [["source", "side", "layer_set", "period", "region_id", "region", "region_km2", "net_km2", "gained_km2", "lost_km2", "share_of_region"],
    ...regionLines().map(({ region, line: of }) => [state.source, state.side, state.set, at ? at.id : "", region.id, region.name, region.km2, netOf(of), figure(of, "gained"), figure(of, "lost"), netOf(of) === null || !region.km2 ? null : netOf(of) / region.km2])];
}

const twoDaysCsv = () => [["source", "side", "layer_set", "first_day", "first_map", "first_km2", "second_day", "second_map", "second_km2", "difference_km2", "km2_per_day"],
  ...twoDaysRows().map((row) => [row.source, row.side, row.set, twoDays.a, row.then && row.then.map, row.then && row.then.km2, twoDays.b, row.now && row.now.map, row.now && row.now.km2, row.change, row.change === null || !row.days ? null : row.change / row.days])];

/** A table on the page as rows of text. */
const tableRows = (id) => [...byId(id).rows].map((row) => [...row.cells].map((of) => of.textContent));

const SAVED = {
  map: { rows: regionsCsv, title: () => mapInWords() },
  net: { rows: seriesCsv, title: () => `${byId("net-title").textContent}: ${sideName(state.side)}, ${nameOf(state.region)}` },
  stock: { rows: seriesCsv, title: () => `${byId("stock-title").textContent}: ${sideName(state.side)}, ${nameOf(state.region)}` },
  "two-days": { rows: twoDaysCsv },
  matrix: { rows: () => tableRows("matrix") },
};

const DRAWN = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linejoin", "paint-order", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "display", "color"];

/** A chart as a picture at twice its size, with what it is above it and whose it is below. */
function savePicture(what) {
  const svg = document.querySelector(`#${what} svg`);
  if (!svg) return;
  const copy = svg.cloneNode(true);
  const from = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((node, i) => {
    const style = getComputedStyle(from[i]);
    for (const name of DRAWN) node.style.setProperty(name, style.getPropertyValue(name));
  });
  const width = Number(svg.getAttribute("width"));
  const height = Number(svg.getAttribute("height"));
  const colours = getComputedStyle(document.documentElement);
  const [paper, ink, soft] = ["--paper", "--ink", "--soft"].map((name) => colours.getPropertyValue(name).trim());
  const lines_ = wrapped(SAVED[what].title(), width / 7.6);
  const below = wrapped(credit(), width / 6.2);
  const [top, foot] = [18 + lines_.length * 18, 14 + below.length * 15];
  const outer = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const part = (name, attributes, text) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text) node.textContent = text;
    outer.append(node);
  };
  outer.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  outer.setAttribute("width", width * 2);
  outer.setAttribute("height", (height + top + foot) * 2);
  outer.setAttribute("viewBox", `0 0 ${width} ${height + top + foot}`);
  part("rect", { width, height: height + top + foot, fill: paper });
  lines_.forEach((text, i) => part("text", { x: 8, y: 20 + i * 18, "font-family": "sans-serif", "font-size": 14, "font-weight": 600, fill: ink }, text));
  below.forEach((text, i) => part("text", { x: 8, y: top + height + 16 + i * 15, "font-family": "sans-serif", "font-size": 11, fill: soft }, text));
  copy.setAttribute("y", top);
  outer.append(copy);
  const image = new Image();
  image.onload = () => {
    const canvas = el("canvas", { width: width * 2, height: (height + top + foot) * 2 });
    canvas.getContext("2d").drawImage(image, 0, 0);
    canvas.toBlob((blob) => {
      document.body.dataset.saved = `${what} ${blob.size}`;
      saved(fileName(what, ".png"), [blob], "image/png");
    });
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(outer));
}

function wrapped(text, most) {
  const made = [""];
  for (const word of text.split(" ")) {
    if ((made[made.length - 1] + word).length > most && made[made.length - 1]) made.push("");
    made[made.length - 1] += word + " ";
  }
  return made.map((of) => of.trim());
}

function layCarry() {
  byId("copy-link").addEventListener("click", (event) => copied(location.href.split("#")[0] + link(), event.target, "Link copied"));
  for (const box of document.querySelectorAll("[data-carry]")) {
    const what = box.dataset.carry;
    const button = (text, label, click) => el("button", { type: "button", "aria-label": label, on: { click } }, text);
    fill(box,
      SAVED[what].title ? button("PNG", `Save the ${box.dataset.name} as a picture`, () => savePicture(what)) : null,
      button("CSV", `Save the figures of the ${box.dataset.name} as CSV`, () => saved(fileName(what, ".csv"), [csv(SAVED[what].rows())], "text/csv;charset=utf-8")),
      SAVED[what].title ? button("Embed", `Copy the code that shows the ${box.dataset.name} on another page`, (event) => copied(`<iframe src=${'"'}${location.href.split("#")[0]}${link({ embed: what })}" width="100%" height="520" style="border:0" title="Territory Delta"></iframe>`, event.target, "Code copied")) : null);
  }
}

/** Shows one figure alone, for a page that embeds it. */
function embed(what) {
  const box = SAVED[what] && document.getElementById(what) ? document.getElementById(what).closest("figure") : null;
  if (!box) return;
  document.body.classList.add("embed");
  box.classList.add("embedded");
  for (let node = box.parentElement; node !== document.body; node = node.parentElement) node.classList.add("holds-it");
  box.append(el("p", { class: "quiet" }, credit()));
}
