// The career map: zoom, the moves from the station under the pointer, and the path that the reader came from (?path=a--b--c).
const frame = document.querySelector(".career-map");
const svg = frame.querySelector("svg");
const stops = new Map([...svg.querySelectorAll("a[data-role]")].map((link) => [link.dataset.role, link]));
const layer = svg.insertBefore(document.createElementNS(svg.namespaceURI, "g"), svg.querySelector(":scope > g[data-line]"));
const scales = [0.5, 0.7, 1, 1.4, 2];

function place(link) {
  const circle = link.querySelector("circle");
  return { x: circle.cx.baseVal.value, y: circle.cy.baseVal.value, line: link.parentNode.dataset.line };
}

/** A line along the track where both stations are on one line, else a curve that leaves and reaches them upright. */
function connect(source, target, name) {
  const [from, to] = [place(source), place(target)];
  const path = document.createElementNS(svg.namespaceURI, "path");
  const middle = (from.y + to.y) / 2;
  const bow = from.x === to.x ? 100 : 0;
  const along = from.line === to.line;
  path.setAttribute("d", along ? `M${from.x} ${from.y}H${to.x}` : `M${from.x} ${from.y}C${from.x - bow} ${middle} ${to.x - bow} ${middle} ${to.x} ${to.y}`);
  path.setAttribute("class", name);
  if (along) path.dataset.line = from.line;
  layer.append(path);
  return path;
}

function showMoves(link) {
  const targets = link.dataset.moves.split(" ").map((id) => stops.get(id)).filter(Boolean);
  const drawn = targets.map((target) => connect(link, target, "career-map__move"));
  for (const end of ["pointerleave", "blur"]) link.addEventListener(end, () => drawn.forEach((path) => path.remove()), { once: true });
}

function showTravel(ids) {
  const travelled = ids.map((id) => stops.get(id));
  if (travelled.length < 2 || travelled.includes(undefined)) return;
  travelled.slice(1).forEach((target, index) => connect(travelled[index], target, "career-map__travel"));
  travelled.forEach((link) => link.setAttribute("aria-current", "step"));
  const notice = document.querySelector("#page-travel").content.cloneNode(true);
  const link = notice.querySelector("a");
  link.href += `${ids[0]}/${ids.at(-1)}/`;
  link.textContent = travelled.map((stop) => stop.dataset.label).join(" → ");
  frame.before(notice);
  const { x, y } = place(travelled[0]);
  frame.scrollTo(x - frame.clientWidth / 3, y - frame.clientHeight / 3);
}

function offerZoom() {
  const { width, height } = svg.viewBox.baseVal;
  let step = scales.indexOf(1);
  frame.before(document.querySelector("#page-zoom").content.cloneNode(true));
  frame.previousElementSibling.addEventListener("click", (event) => {
    if (!event.target.value) return;
    step = Math.max(0, Math.min(scales.length - 1, step + Number(event.target.value)));
    svg.setAttribute("width", width * scales[step]);
    svg.setAttribute("height", height * scales[step]);
  });
}

offerZoom();
for (const link of stops.values()) {
  link.addEventListener("pointerenter", () => showMoves(link));
  link.addEventListener("focus", () => showMoves(link));
}
showTravel((new URLSearchParams(location.search).get("path") ?? "").split("--").filter(Boolean));
