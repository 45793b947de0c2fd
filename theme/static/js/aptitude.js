/**
 * The aptitude check: takes the answers from the form and shows the cards of the roles that come close. Its words and figures
 * stand in the page. The answers stand in the address's fragment, which browsers keep to themselves.
 */

import { rankedFits } from "./fit.js";

const SHOWN = 3;

const form = document.querySelector("[data-aptitude]");
const status = form.querySelector("[role=status]");
const result = document.querySelector("[data-result]");
const rows = [...document.querySelectorAll("tr[data-element]")];
const elements = new Map(rows.map((row) => [row.dataset.element, row.dataset.domain]));
const words = new Map(rows.map((row) => [row.dataset.element, row.querySelector("th").textContent]));
const questions = new Map([...form.querySelectorAll("fieldset")].map((set) => [set.elements[0].name, set.dataset.element]));
const cards = [...document.querySelectorAll("template[data-shape]")];
const shapes = cards.map((card) => {
  const hundredths = card.dataset.shape.split(" ").map(Number);
  return new Map([...elements.keys()].map((element, place) => [element, hundredths[place]]));
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  if (location.hash !== `#${state}`) {
    history.pushState(null, "", `#${state}`);
  }
  show();
});
addEventListener("popstate", () => {
  if (!location.hash) {
    form.reset();
    result.hidden = true;
    status.textContent = "";
  } else {
    restore();
  }
});
restore();
form.querySelector("button").disabled = false;

/** Put the form as the fragment says and show the result; fragments that name a part of the page say nothing. */
function restore() {
  if (!location.hash.includes("=")) {
    return;
  }
  const state = new URLSearchParams(location.hash.slice(1));
  for (const field of form.querySelectorAll("input")) {
    field.checked = field.value === state.get(field.name);
  }
  form.elements.from.value = state.get("from") ?? "";
  show();
}

function show() {
  const answers = new Map([...new FormData(form)].filter(([name]) => questions.has(name)).map(([name, value]) => [name, Number(value)]));
  const fits = rankedFits(shapes, elements, questions, answers)
    .filter((fit) => fit.score > 0)
    .slice(0, SHOWN);
  result.hidden = fits.length === 0;
  status.textContent = result.hidden ? status.dataset.none : "";
  if (result.hidden) {
    return;
  }
  const count = result.querySelector("[data-count]");
  count.textContent = count.dataset.count.replace("{answered}", answers.size).replace("{all}", questions.size);
  result.querySelector("ol").replaceChildren(...fits.map(card));
  result.querySelector("h2").focus();
  showPaths(form.elements.from.value, [...result.querySelectorAll("[data-role]")]);
}

function card(fit) {
  const filled = cards[fit.place].content.cloneNode(true);
  for (const [element, agreement] of fit.reasons) {
    const reason = document.createElement("dd");
    reason.textContent = words.get(element);
    filled.querySelector(`[data-agreement=${agreement}]`).append(reason);
  }
  for (const group of filled.querySelectorAll("[data-agreement]")) {
    group.hidden = !group.querySelector("dd");
  }
  return filled;
}

/** Lead from the reader's role to each role shown, as the list of paths from it does; without that list the links stay as they are. */
async function showPaths(start, roles) {
  if (!start) {
    return;
  }
  const response = await fetch(`${form.dataset.paths}${start}/`).catch(() => null);
  const page = new DOMParser().parseFromString(response?.ok ? await response.text() : "", "text/html");
  for (const role of roles) {
    const here = role.dataset.role === start;
    const path = page.querySelector(`.path-card a[href$="/${start}/${role.dataset.role}/"]`);
    const link = role.querySelector("[data-path]");
    role.querySelector("[data-here]").hidden = !here;
    link.hidden = here || !(path || link.href);
    if (path) {
      link.href = path.getAttribute("href");
      link.textContent = path.textContent;
      role.querySelector("[data-note]").textContent = path.closest("li").querySelector(".path-card__note").textContent;
    }
  }
}
