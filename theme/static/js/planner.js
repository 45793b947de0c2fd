// The planner: reads the form, computes with pathways.js, writes the answer from the templates of the page. Sends and keeps nothing.

import { band, gates, holdings, legs, openings, routesFrom, totals, heldSkills } from "./pathways.js";

const form = document.querySelector("#page-form");
const result = document.querySelector("#page-result");
const { lang } = document.documentElement;
const words = document.querySelector("#page-words");
const number = new Intl.NumberFormat(lang);
const [OPENINGS, SOLO] = [5, 3];
/** Whether the reader opened or closed the gaps of a leg, by route and leg: an answer that is written anew keeps it. */
const unfolded = new Map();
const { facts, words: names, pages } = await load();

const word = (context, value) => words.content.querySelector(`[data-word="${context}-${value}"]`).textContent;
const joined = (texts) => texts.join(words.dataset.joiner);
const span = ([low, high]) => (low === high ? number.format(low) : [low, high].map((end) => number.format(end)).join(words.dataset.span));
const isPage = (moves) => String(pages[moves[0].source][moves.at(-1).target]) === String(moves.slice(0, -1).map((move) => move.target));
const pathPage = (source, target) => `${form.action.replace(/planner\/.*/, "")}paths/${source}/${target}/`;

/** The data; where it cannot be had the page says so, and nothing below runs. */
function load() {
  const failed = () => form.after(fill("failed"));
  return new Promise((done) => { fetch(form.dataset.planner).then((response) => response.json()).then(done, failed); });
}

/** A template of the page with its slots filled: text, a node, nodes, or [label, address] for a link. Parts named false are left out. */
function fill(name, slots = {}, parts = {}) {
  const made = document.querySelector(`#page-${name}`).content.cloneNode(true);
  for (const slot of made.querySelectorAll("[data-slot]")) {
    const value = slots[slot.dataset.slot] ?? "";
    if (slot.tagName === "A" && Array.isArray(value)) [slot.textContent, slot.href] = [value[0] ?? slot.textContent, value[1]];
    else slot.append(...[value].flat());
  }
  for (const part of made.querySelectorAll("[data-part]")) if (parts[part.dataset.part] === false) part.remove();
  return made;
}

function link([label, address]) {
  const made = document.createElement("a");
  [made.textContent, made.href] = [label, address];
  return made;
}

const links = (entries) => entries.flatMap((entry, place) => (place ? [words.dataset.joiner, link(entry)] : [link(entry)]));

function tag(text) {
  const made = document.createElement("span");
  [made.className, made.textContent] = ["tag", text];
  return made;
}

// ------------------------------------------------------------ the reader

function reader() {
  const data = new FormData(form);
  const [from, owned] = [data.get("from"), data.getAll("grade")];
  const skills = Object.fromEntries(data.getAll("have").map((skill) => [skill, SOLO]));
  return { from, to: data.get("to"), owned, held: holdings(facts, facts.roles[from], skills, owned) };
}

/** Ticks what the present role brings, so that it need not and cannot be ticked. */
function showHeld() {
  const brought = heldSkills(facts.roles[form.elements.from.value]);
  for (const box of form.querySelectorAll("[name=have]")) {
    const isBrought = (brought[box.value] ?? 0) >= SOLO;
    if (isBrought || box.disabled) box.checked = isBrought;
    box.disabled = isBrought;
  }
}

function restore() {
  const state = new URLSearchParams(location.search);
  for (const name of ["from", "to"]) {
    const value = state.get(name) ?? "";
    if (value in facts.roles || (name === "to" && !value)) form.elements[name].value = value;
  }
  for (const box of form.querySelectorAll("[type=checkbox]")) {
    box.disabled = false;
    box.checked = state.getAll(box.name).includes(box.value);
  }
  showHeld();
  if (state.has("from")) answer();
}

// ------------------------------------------------------------ the answer

function answer() {
  const person = reader();
  const { from, to } = person;
  const slots = { source: names.roles[from][2], target: to && names.roles[to][2] };
  document.querySelector("#page-plan").replaceChildren(fill(to && to !== from ? "heading" : "open-heading", slots));
  document.querySelector("#page-answer").replaceChildren(...(to === from ? [fill("same")] : to ? goal(person) : open(person)));
  result.hidden = false;
}

function goal(person) {
  const { from, to, owned, held } = person;
  const found = withPage(from, to, routesFrom(facts, from, owned).get(to));
  if (!found) return [fill("none"), ...open(person)];
  const shut = new Set(found[0].moves.flatMap((move) => gates(facts.roles[move.source], facts.roles[move.target], owned)));
  return [
    fill("near", { band: word("band", band(facts, held, facts.roles[to])) }),
    ...[...shut].map((gate) => fill("gate", { gate: word("gate", gate) })),
    ...found.map((route, place) => routeView(person, route, found.length > 1, place === 0)),
  ];
}

/** The routes, and after them the one that the page of the two roles is about, where it is none of them. */
function withPage(from, to, found) {
  const via = pages[from][to];
  if (!via || found.some(({ moves }) => isPage(moves))) return found;
  const roles = [from, ...via, to];
  const between = (place) => facts.moves.find(({ source, target }) => source === roles[place] && target === roles[place + 1]);
  return [...found, { moves: roles.slice(1).map((_, place) => between(place)), approaches: [] }];
}

function routeView({ owned, held }, { moves, approaches }, isOneOfSeveral, isFirst) {
  const sums = totals(facts, moves, owned);
  const [source, target] = [moves[0].source, moves.at(-1).target];
  const stations = [source, ...moves.map((move) => move.target)].map((role) => names.roles[role][0]);
  const page = moves.length === 1 ? names.moves[moves[0].id][1] : isPage(moves) ? pathPage(source, target) : "";
  const slots = {
    stations: stations.join(" → "),
    approaches: isOneOfSeveral ? approaches.flatMap((approach) => [tag(word("approach", approach)), " "]) : "",
    months: span(sums.months),
    hours: span(sums.hours),
    fees: number.format(sums.fees),
    legs: legs(facts, moves, held).map((leg) => legView(leg, owned, `${stations} ${leg.move.id}`, isFirst)),
    page: [undefined, page],
  };
  const known = sums.grades.length;
  const parts = { hours: known > sums.hoursUnknown, fees: known > sums.feesUnknown, unknown: sums.feesUnknown + sums.hoursUnknown > 0, page: Boolean(page) };
  return fill("route", slots, parts);
}

function legView({ move, gaps, grades }, owned, name, isUnfolded) {
  const tickets = grades.filter((grade) => !owned.includes(grade)).map((grade) => names.grades[grade]);
  const rows = gaps.map((gap) => gapView(move, gap));
  const slots = { article: names.moves[move.id], months: span(move.months), count: number.format(rows.length), gaps: rows, tickets: links(tickets) };
  const made = fill("leg", slots, { gaps: rows.length > 0, "no-gap": rows.length === 0, tickets: tickets.length > 0 });
  for (const box of made.querySelectorAll("details")) [box.dataset.leg, box.open] = [name, unfolded.get(name) ?? isUnfolded];
  return made;
}

function gapView(move, { skill, needed, held, bridges }) {
  const ways = bridges.map((bridge) => fill("way", { how: word("how", bridge.how), action: names.actions[move.id][move.bridges.indexOf(bridge)] }));
  return fill("gap", { skill: names.skills[skill], held: held ? word("level", held) : "", needed: word("level", needed), ways }, { held: held > 0 });
}

function open(person) {
  const { from, owned, held } = person;
  const found = [...routesFrom(facts, from, owned)].map(([target, routes]) => ({ target, route: routes[0], near: band(facts, held, facts.roles[target]) }));
  found.sort((one, other) => one.route.effort[0] - other.route.effort[0]);
  const bands = [5, 4, 3, 2, 1].map((near) => [near, found.filter((entry) => entry.near === near)]).filter(([, entries]) => entries.length);
  const more = openings(facts, facts.roles[from], held, owned, found.map(({ target }) => target));
  return [...bands.map(([near, entries]) => fill("band", { band: word("band", near), roles: entries.map(openView) })), ...moreView(more)];
}

function openView({ target, route: { moves } }) {
  const state = new URLSearchParams(new FormData(form));
  state.set("to", target);
  const via = joined(moves.slice(0, -1).map((move) => names.roles[move.target][0]));
  const slots = { role: [names.roles[target][0], `?${state}`], months: span(totals(facts, moves).months), via };
  return fill("open", slots, { via: via !== "" });
}

function moreView(found) {
  const chosen = [...found.filter(({ skill }) => skill).slice(0, OPENINGS), ...found.filter(({ grade }) => grade).slice(0, OPENINGS)];
  const list = (roles) => links(roles.map((role) => names.roles[role]));
  const rows = chosen.map(({ skill, grade, reached, nearer }) => {
    const slots = { what: word("opening", skill ? "skill" : "grade"), link: skill ? names.skills[skill] : names.grades[grade], reached: list(reached), nearer: list(nearer) };
    return fill("opening", slots, { reached: reached.length > 0, nearer: nearer.length > 0 });
  });
  return rows.length ? [fill("more", { openings: rows })] : [];
}

// ------------------------------------------------------------ events

const state = () => `${location.pathname}?${new URLSearchParams(new FormData(form))}`;

form.addEventListener("change", ({ target }) => {
  showHeld();
  if (target.type === "checkbox") history.replaceState(null, "", state());
  else history.pushState(null, "", state());
  answer();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", state());
  answer();
  document.querySelector("#page-plan").focus();
});
result.addEventListener("toggle", ({ target }) => unfolded.set(target.dataset.leg, target.open), { capture: true });
addEventListener("popstate", restore);
restore();
