// Elements are made, never parsed: no text of the data can become markup.

const $ = (id) => document.getElementById(id);

function give(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const el = (tag, properties = {}, ...children) => give(document.createElement(tag), properties, children);
const svgEl = (tag, properties = {}, ...children) =>
  give(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
const button = (text, onclick, properties = {}) => el("button", { type: "button", onclick, ...properties }, text);
const link = (url, text) => el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);

function announce(text) {
  $("announce").textContent = text;
}

function openDrawer(name) {
  document.body.dataset.open = name;
  $("filters").setAttribute("aria-expanded", String(name === "legend"));
}
