// What a query finds and in which order: the rule of plugins/career_graph/search.py; tests compare the two. Below it the search page.

const EXACT = 400, PREFIX = 300, INSIDE = 200, TEXT = 100;
const LIKENESS = { 2: 33, 3: 40 };
const DIGITS = { 一: "1", 二: "2", 三: "3", 四: "4", 五: "5", i: "1", ii: "2", iii: "3", iv: "4" };
const PARTICLES = /(?<=[^ぁ-ゖ ])(?:の|を|に|へ|が|は|で|と|や|も|な|から|まで|より|する|なる|いう|ため|つい|て)+(?![ぁ-ゖ])/gu;
const SMALL_WORDS = new Set("a an and as at become by do for from how i in is my of on or the to what with".split(" "));
const SHOWN = 50;

export function fold(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase()
    .replace(/[ァ-ヶ]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/(?:[^\p{L}\p{N}]|ー)+/gu, " ").replace(/(?<![a-z0-9]) | (?![a-z0-9])/g, "")
    .replace(/(?:一|二|三|四|五|iii|ii|iv|i)(?=級|種)/g, numeral => DIGITS[numeral]);
}

export function queryTerms(query) {
  const words = query.normalize("NFKC").replace(PARTICLES, " ").split(" ");
  return [...new Set(words.map(fold))].filter(term => term && !SMALL_WORDS.has(term));
}

/** The entries of an index, which is a list of kinds with rows: title, address, summary, stations, names but for the title. */
export function read(index) {
  const namesAt = {};
  return index.flatMap(({ kind, words, rows }) => rows.map(([title, url, summary, stations, others]) => {
    const names = [fold(title), ...others];
    if (kind === "role") namesAt[stations[0]] = names;
    const ends = kind === "role" ? [] : stations.flatMap(station => namesAt[station] ?? []);
    return { kind, title, url, summary, stations, names, text: [...names, ...words, ...ends, fold(summary)].join("\n") };
  }));
}

export function search(entries, query) {
  const columns = queryTerms(query).map(term => worths(entries, term));
  const found = entries.map((_, place) => columns.map(column => column[place]).filter(worth => worth));
  const most = Math.max(...found.map(worth => worth.length), 0);
  const whole = fold(query);
  return entries
    .map((entry, place) => ({ entry, worth: found[place] }))
    .filter(({ worth }) => worth.length && (worth.length === most || worth.includes(EXACT)))
    .map(({ entry, worth }) => ({ entry, count: worth.length, sum: worth.reduce((sum, next) => sum + next, worthOf(entry, whole)) }))
    .sort((one, other) => other.count - one.count || other.sum - one.sum)
    .map(({ entry }) => entry);
}

function worths(entries, term) {
  const whole = entries.map(entry => worthOf(entry, term));
  return whole.some(worth => worth) ? whole : likenesses(entries, term);
}

function worthOf(entry, term) {
  return holds(entry.text, term) ? Math.max(TEXT, ...entry.names.map(name => worthOfName(name, term))) : 0;
}

function worthOfName(name, term) {
  if (name.startsWith(term)) return name === term ? EXACT : PREFIX;
  return holds(name, term) ? INSIDE : 0;
}

function holds(text, term) {
  let place = text.indexOf(term);
  while (place > 0 && isLatin(term[0]) && isLatin(text[place - 1])) place = text.indexOf(term, place + 1);
  return place >= 0;
}

function isLatin(letter) {
  return /[a-z0-9]/.test(letter);
}

function likenesses(entries, term) {
  const size = /[々一-鿿]/.test(term) ? 2 : 3;
  const letters = [...term];
  const places = letters.length > size ? letters.slice(size - 1).keys() : [];
  const parts = new Set([...places].map(place => letters.slice(place, place + size).join("")));
  if (!parts.size) parts.add(term);
  const shares = entries.map(({ text }) => Math.floor(100 * [...parts].filter(part => text.includes(part)).length / parts.size));
  return shares.map(share => share >= LIKENESS[size] ? share : 0);
}

// ---------------------------------------------------------------- the page

const page = document.querySelector("[data-search]");
if (page) start(page);

async function start(page) {
  const field = document.querySelector("main [name=q]");
  const status = page.querySelector("[role=status]");
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  let entries;
  try {
    entries = read(await (await fetch(page.dataset.search)).json());
  } catch {
    status.textContent = status.dataset.failed;
    return;
  }
  const show = () => render(page, status, search(entries, field.value), field.value.trim());
  const answer = () => {
    show();
    remember(field.value.trim());
  };
  field.addEventListener("input", event => event.isComposing || answer());
  field.addEventListener("compositionend", answer);
  field.form.addEventListener("submit", event => {
    event.preventDefault();
    answer();
  });
  show();
}

function render(page, status, found, query) {
  page.querySelector("[data-search-results]").replaceChildren(...found.slice(0, SHOWN).map(entry => result(page, entry)));
  page.querySelector("[data-search-empty]").hidden = !query || found.length > 0;
  page.querySelector("[data-search-all]").hidden = found.length > 0;
  const { none, found: all, shown } = status.dataset;
  const words = !found.length ? none : found.length > SHOWN ? shown : all;
  const values = { query, number: found.length, shown: SHOWN };
  status.textContent = query && words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function result(page, entry) {
  const item = page.querySelector(`template[data-kind="${entry.kind}"]`).content.cloneNode(true);
  const link = item.querySelector("a");
  link.href = entry.url;
  link.textContent = entry.title;
  item.querySelector("p:last-child").textContent = entry.summary;
  item.querySelector("[aria-hidden]").append(...entry.stations.map(number => station(page, number)));
  return item;
}

function station(page, number) {
  const ring = page.querySelector("template[data-station]").content.firstElementChild.cloneNode(true);
  ring.dataset.line = number[0].toLowerCase();
  ring.firstElementChild.textContent = number[0];
  ring.append(number.slice(1));
  return ring;
}

function remember(query) {
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
}
