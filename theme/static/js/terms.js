// Term cards: a link in prose to a role, skill, certification or term shows what that is, in the words of the page it leads to.
// They appear on hover and on focus, stay while the pointer is on link or card, and go with Escape (WCAG 2.2, 1.4.13).

const WAIT = 300;
const GAP = 8;
const ENTITIES = ":is([href*='/roles/'], [href*='/skills/'], [href*='/certifications/'], [href*='/glossary/#'])";
const LINKS = `.mention, .prose section :is(p, td) a${ENTITIES}`;

const pages = new Map();
const card = document.createElement("div");
card.className = "term-card";
card.id = "term-card";
card.setAttribute("role", "tooltip");
card.hidden = true;
card.append(document.createElement("p"), document.createElement("p"));
card.firstChild.className = "term-card__name";
document.querySelector("main").append(card);

let shown = null;
let timer = 0;

/** Name and one-line meaning of what a link leads to: an entry of the glossary, or a page. Each page is asked for once. */
async function meaning(link) {
  const [address, anchor] = link.href.split("#");
  if (!pages.has(address)) pages.set(address, ask(address));
  const page = await pages.get(address);
  const entry = page.querySelector("main[data-kind=glossary]") && page.getElementById(anchor);
  const name = (entry ?? page).querySelector("dfn, h1"), text = entry?.querySelector("dd") ?? page.querySelector("meta[name=description]");
  return { name: name.textContent, text: text.content ?? text.textContent, lang: name.closest("[lang]").lang };
}

async function ask(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function show(link) {
  shown = link;
  const { name, text, lang } = await meaning(link).catch(() => ({}));
  if (shown !== link || !text) return;
  const [title, body] = card.children;
  title.textContent = name;
  body.textContent = text;
  card.lang = lang || document.documentElement.lang;
  card.hidden = false;
  link.setAttribute("aria-describedby", card.id);
  place(link.getClientRects()[0]);
}

/** Below the link's first line, or above it where there is no room. */
function place(line) {
  const room = document.documentElement.clientWidth - card.offsetWidth - GAP;
  const below = line.bottom + GAP;
  const top = below + card.offsetHeight > innerHeight && line.top > card.offsetHeight + GAP ? line.top - GAP - card.offsetHeight : below;
  card.style.insetInlineStart = `${Math.max(GAP, Math.min(line.left, room)) + scrollX}px`;
  card.style.insetBlockStart = `${top + scrollY}px`;
}

function hide() {
  clearTimeout(timer);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  card.hidden = true;
}

function later(act) {
  clearTimeout(timer);
  timer = setTimeout(act, WAIT);
}

const link = event => event.target.closest?.(LINKS);

document.addEventListener("pointerover", event => {
  if (event.pointerType !== "mouse") return;
  const over = link(event);
  if (over && over !== shown) later(() => { hide(); show(over); });
  else if (over || card.contains(event.target)) clearTimeout(timer);
  else if (shown && !shown.matches(":focus-visible")) later(hide);
  else if (!shown) clearTimeout(timer);
});
document.addEventListener("focusin", event => {
  hide();
  const focused = link(event);
  if (focused?.matches(":focus-visible")) later(() => show(focused));
});
document.addEventListener("focusout", event => { if (event.target === shown) hide(); });
document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
