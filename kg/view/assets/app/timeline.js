// The time range with its histogram: a bar for the claims that begin in a stretch of time.

const bars = [];

function slider(name, label) {
  const last = tables.bins.length - 1;
  const input = el("input", { type: "range", min: 0, max: last, step: 1, "aria-label": `${word("time")} ${label}` });
  input.addEventListener("input", () => moveRange(name, Number(input.value)));
  return input;
}

function moveRange(name, value) {
  range[name] = value;
  if (range.from > range.to) range[name === "from" ? "to" : "from"] = value;
  refilter();
}

function buildTime() {
  if (!tables.bins.length) {
    $("time").hidden = true;
    return;
  }
  const width = 100 / tables.bins.length;
  const picture = svgEl("svg", {
    class: "bars",
    viewBox: "0 0 100 36",
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  tables.bins.forEach((label, i) => {
    bars.push(svgEl("rect", { x: i * width + width * 0.1, width: width * 0.8 }));
    picture.append(bars[i]);
  });
  const undated = el("input", {
    type: "checkbox",
    id: "undated",
    checked: true,
    onchange: () => {
      range.undated = undated.checked;
      refilter();
    },
  });
  $("time").replaceChildren(
    el("div", { class: "range" }, picture, slider("from", word("time.from")), slider("to", word("time.to"))),
    el(
      "div",
      { class: "side" },
      el("output", { id: "span" }),
      el(
        "label",
        { class: "check" },
        undated,
        word("time.undated"),
        el("span", { class: "number", id: "undated-count" }),
      ),
    ),
  );
}

function updateTime() {
  if (!tables.bins.length) return;
  const [from, to] = $("time").querySelectorAll("input[type=range]");
  [
    [from, "from"],
    [to, "to"],
  ].forEach(([input, name]) => {
    input.value = range[name];
    input.setAttribute("aria-valuetext", tables.bins[range[name]]);
  });
  $("undated").checked = range.undated;
  $("undated-count").textContent = number(counts.time.get("undated") ?? 0);
  $("span").textContent = word("time.range", tables.bins[range.from], tables.bins[range.to]);
  drawTime();
}

// Heights go by the square root: news comes in bursts, and a bar of one claim must still be seen.
function drawTime() {
  const highest = Math.sqrt(Math.max(1, ...bars.map((_, i) => counts.time.get(i) ?? 0)));
  bars.forEach((bar, i) => {
    const height = (34 * Math.sqrt(counts.time.get(i) ?? 0)) / highest;
    bar.setAttribute("y", 36 - height);
    bar.setAttribute("height", height);
    bar.classList.toggle("in", i >= range.from && i <= range.to);
  });
}
