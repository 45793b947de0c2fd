// Two roles side by side at compare/?a=…&b=…: on their page where they have one, else made here from the data of all roles.

import { compared } from "./comparison.js";
import { band, heldSkills } from "./pathways.js";
import { fill, part } from "./places.js";

const form = document.querySelector("form[data-file]");
const query = new URLSearchParams(location.search);
const ids = ["a", "b"].map(name => query.get(name) ?? "").sort();
const words = name => [...part("words").querySelector(`[data-words=${name}]`).children].map(word => word.textContent);

/** The whole comparison as a node. */
function comparison(data) {
  const pair = ids.map(id => data.roles[id]);
  const levels = words("level");
  const found = compared(data, pair, level => levels[level - 1]);
  const cited = pair.flatMap(role => Object.values(role.remarks).flat()).map(remark => remark[5]);
  const sources = [...new Set([...cited, Array.isArray(found.ratings) && data.ratings])].filter(Boolean);
  const ratings = String(sources.indexOf(data.ratings) + 1);
  const result = fill(part("result"), { ...places("one", pair[0]), ...places("other", pair[1]), ratings });
  result.querySelectorAll(".comparison-table").forEach(table => fillTable(table, found, sources));
  fillWays(result.querySelector(".comparison-ways"), data);
  fillSources(result.querySelector(".source-list"), data, sources);
  return result;
}

function places(prefix, role) {
  const [url, label, lang] = role.link;
  const values = { url, label, lang, line: role.line, name: role.name, list: role.list };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}-${name}`, value]));
}

/** Fill in the rows of a table, or take away a table or note that does not belong here. */
function fillTable(table, found, sources) {
  const { table: key, note } = table.dataset;
  const patterns = [...table.querySelectorAll("tbody tr")];
  const named = () => patterns.map(({ dataset: { row } }) => ({ row, heading: [], cells: found.named.map(said => said[row] ?? []) }));
  const rows = found[key] ?? named().filter(({ cells }) => cells.some(said => said.length));
  if (note ? rows !== note : !Array.isArray(rows) || !rows.length) return table.remove();
  if (note) return;
  table.querySelector("tbody").replaceChildren(...rows.map(({ row, heading: [url, label, lang = ""], cells }) => {
    const pattern = patterns.find(({ dataset }) => dataset.row === row);
    const line = fill(pattern.cloneNode(true), { url, label, lang });
    line.querySelectorAll("td").forEach((cell, column) => say(cell, cells[column].map(remark => item(remark, sources))));
    return line;
  }));
}

function item([label, note = "", url = "", lang = "", asOf = "", source = ""], sources) {
  const node = part("remarks").querySelector("li");
  if (!note) node.querySelector("small").remove();
  if (!source) node.querySelector(".cited").remove();
  return fill(node, { label, note, url, lang, "as-of": asOf, source, number: String(sources.indexOf(source) + 1) });
}

/** Put list items in a cell: several as a list, one as it is; with none the word for nothing stays. */
function say(cell, items) {
  if (items.length > 1) {
    const list = document.createElement("ul");
    list.append(...items);
    cell.replaceChildren(list);
  } else if (items.length) {
    cell.replaceChildren(...items[0].childNodes);
  }
}

function fillWays(list, data) {
  const [withTickets, without, none] = list.children;
  const bands = words("band");
  const facts = { skills: Object.fromEntries(Object.entries(data.skills).map(([id, [, , , broader]]) => [id, { broader }])) };
  const ways = [ids, [...ids].reverse()].map(([source, target]) => {
    const { [source]: from, [target]: to } = data.roles;
    const [months, tickets, ...via] = from.paths[target] ?? [];
    const near = band(facts, heldSkills(from), to);
    const way = fill((months ? (tickets ? withTickets : without) : none).cloneNode(true), {
      ...places("source", from), ...places("target", to), months, tickets, url: `${from.list}${target}/`, band: bands[near - 1],
      via: via.map(id => data.roles[id].name).join(words("separator")[0]),
    });
    if (months) draw(way.querySelector(".path-card__line"), [source, ...via, target].map(id => data.roles[id].line));
    return way;
  });
  list.replaceChildren(...ways);
}

/** Draw the stations of a path in the colours of their lines, with a track before each but the first. */
function draw(drawing, lines) {
  const [stop, track] = drawing.children;
  const marks = (line, place) => (place ? [track, stop] : [stop]).map(mark => fill(mark.cloneNode(), { line }));
  drawing.replaceChildren(...lines.flatMap(marks));
}

function fillSources(section, data, sources) {
  const [dated, undated] = section.querySelectorAll("li");
  if (!sources.length) return section.remove();
  section.querySelector("ol").replaceChildren(...sources.map((key, place) => {
    const [publisher, title, address, published, read] = data.sources[key];
    const entry = (published ? dated : undated).cloneNode(true);
    return fill(entry, { number: String(place + 1), publisher, title, address, published, read });
  }));
}

/** Show something below the form and bring the reader to it. */
function show(node) {
  const start = node.querySelector("[tabindex]");
  form.after(node);
  start.focus();
}

async function start() {
  const page = [...document.links].find(link => link.pathname.endsWith(`/compare/${ids.join("/")}/`));
  if (page) return location.replace(page.href);
  const data = await fetch(form.dataset.file).then(response => response.json()).catch(() => null);
  if (!data) return show(part("failed"));
  if (ids[0] === ids[1] || !ids.every(id => Object.hasOwn(data.roles, id))) return show(part("not-a-pair"));
  show(comparison(data));
  document.title = `${document.getElementById("page-result").textContent} | ${document.title}`;
}

if (ids.some(Boolean)) {
  for (const name of ["a", "b"]) form.elements[name].value = query.get(name) ?? "";
  start();
}
