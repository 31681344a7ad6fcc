// The data as it was before it was packed: see PackedPage.

const DAY_MS = 86400000;
const isoDay = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
const COVERAGES = ["full", "partial", "none"];

function unpackedPeriods(rows) {
  let before = 0;
  return rows.map(([id, step, length, open, close, days, stale, lag, coverage], i) => {
    const first = before + step;
    before = first;
    const period = { i, id: id === 0 ? isoDay(first) : id, first: isoDay(first), last: isoDay(first + length), days, stale, lag, coverage: COVERAGES[coverage] };
    if (open !== null) period.open = isoDay(first + open);
    if (close !== null) period.close = isoDay(first + length + close);
    return period;
  });
}

function unpackedFigures(text) {
  const figures = [];
  for (const word of text.split(" ")) {
    const run = word.charAt(0);
    if (run === "z" || run === "n") {
      for (let left = Number(word.slice(1)); left > 0; left--) figures.push(run === "z" ? 0 : null);
    } else if (word) {
      figures.push(Number(word));
    }
  }
  return figures;
}

const FIGURES = ["net", "gained", "lost", "stock", "low", "high", "grossGained", "grossLost", "renamedIn", "renamedOut", "churn", "noise"];

/** A line whose figures are unpacked when they are first asked for. */
function unpackedLine(line) {
  for (const name of FIGURES) {
    const text = line[name];
    if (typeof text !== "string") continue;
    Object.defineProperty(line, name, {
      configurable: true,
      get() {
        const value = unpackedFigures(text);
        Object.defineProperty(line, name, { value });
        return value;
      },
    });
  }
}

function unpacked(page) {
  for (const key of Object.keys(page.periods)) page.periods[key] = unpackedPeriods(page.periods[key]);
  page.series.forEach(unpackedLine);
  return page;
}

/** The transitions of a source between two maps: region, from side and status, to side and status, km². */
function transitionsOf(source, at) {
  const { pairs, regions, holders } = data.transitions;
  const flat = pairs[`${source}|${at.open}|${at.close}`] || [];
  const rows = [];
  for (let i = 0; i < flat.length; i += 4) {
    rows.push([regions[flat[i]], ...holders[flat[i + 1]].split("|"), ...holders[flat[i + 2]].split("|"), flat[i + 3]]);
  }
  return rows;
}
