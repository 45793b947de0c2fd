/** How well roles fit a reader's answers. The twin of plugins/career_graph/aptitude.py, where the formula and its sources stand. */

const REASONS = 3;
const CLEAR = 50;

/**
 * How well each shape fits, best first; equal ones keep their order.
 * `shapes` are maps from element to hundredths, `elements` gives the domain of each element, `questions` the element of each
 * question, `answers` the answer to each answered question, -2 to 2. `place` is where the shape stands in `shapes`.
 */
export function rankedFits(shapes, elements, questions, answers) {
  const leaning = leanings(elements, questions, answers);
  return shapes.map((shape, place) => ({ place, ...fit(shape, leaning) })).sort((one, other) => other.score - one.score);
}

function leanings(elements, questions, answers) {
  const counts = new Map();
  const sums = new Map();
  for (const [question, answer] of answers) {
    const domain = elements.get(questions.get(question));
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
    sums.set(domain, (sums.get(domain) ?? 0) + answer);
  }
  const unit = [...counts.values()].reduce((product, count) => product * count, 1);
  const found = new Map([...elements.keys()].map((element) => [element, 0]));
  for (const [question, answer] of answers) {
    const element = questions.get(question);
    const domain = elements.get(element);
    found.set(element, found.get(element) + unit * answer - (unit / counts.get(domain)) * sums.get(domain));
  }
  return found;
}

function fit(shape, leaning) {
  const parts = new Map([...shape].map(([element, hundredths]) => [element, leaning.get(element) * hundredths]));
  const score = [...parts.values()].reduce((sum, part) => sum + part, 0);
  const clear = [...parts.keys()].filter((element) => Math.abs(shape.get(element)) >= CLEAR);
  const ranked = clear.sort((one, other) => parts.get(other) - parts.get(one));
  const named = ranked.filter((element) => parts.get(element) > 0).slice(0, REASONS);
  named.push(...ranked.filter((element) => parts.get(element) < 0).slice(-1));
  return { score, reasons: named.map((element) => [element, agreement(leaning.get(element), shape.get(element))]) };
}

function agreement(leaning, hundredths) {
  if (leaning > 0) {
    return hundredths > 0 ? "both-high" : "reader-high";
  }
  return hundredths > 0 ? "work-high" : "both-low";
}
