// The rules of plugins/career_graph/pathways, for a reader's own skills and grades. Whole numbers only, so that both give the same.
// `facts` is what outputs/planner_data.py writes: roles, skills and grades by id, and moves.

export const [CUTOFF, SURE] = [4, 6];
export const [WITHIN_REACH, LEARNT, UNKNOWN_HOURS] = [3, 3, 10 ** 6];

const byId = (one, other) => (one < other ? -1 : Number(one > other));

/** Order of two arrays, by their first difference; an array in an array compares the same way. */
function compare(one, other) {
  for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
    const order = Array.isArray(one[place]) ? compare(one[place], other[place]) : byId(one[place], other[place]);
    if (order) return order;
  }
  return one.length - other.length;
}

const least = (items, key) => items.reduce((best, item) => (compare(key(item), key(best)) < 0 ? item : best));

/** Several holdings (skill → level) as one, each skill at its highest level. */
export function merged(...holdings) {
  const whole = {};
  for (const holding of holdings) {
    for (const [skill, level] of Object.entries(holding)) whole[skill] = Math.max(level, whole[skill] ?? level);
  }
  return whole;
}

/** What someone who works in a role is taken to hold. */
export function heldSkills(role) {
  return Object.fromEntries([...role.essential, ...role.optional].map(([skill, level]) => [skill, level]));
}

/** What a person holds who works in a role, has these skills besides, and has passed these grades. */
export function holdings(facts, role, skills, grades) {
  return merged(heldSkills(role), skills, ...grades.map((grade) => Object.fromEntries(facts.grades[grade].attests)));
}

function siblings(facts, skill) {
  const { broader } = facts.skills[skill];
  return broader ? Object.keys(facts.skills).filter((other) => other !== skill && facts.skills[other].broader === broader) : [];
}

function halfPoints(facts, held, skill, level) {
  if (skill in held) return held[skill] >= level ? 2 : 1;
  return siblings(facts, skill).some((sibling) => sibling in held) ? 1 : 0;
}

/** How near a role is, from 1 very far to 5 next door. */
export function band(facts, held, role) {
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const credit = sum(role.essential.map(([skill, level, importance]) => importance * halfPoints(facts, held, skill, level)));
  return Math.min(5, 1 + Math.floor((5 * credit) / (2 * sum(role.essential.map(([, , importance]) => importance)))));
}

/** The role's essential skills that are not held at their level, most important first. */
export function skillGap(held, role) {
  const gaps = role.essential.filter(([skill, level]) => (held[skill] ?? 0) < level);
  return gaps
    .map(([skill, needed, importance]) => ({ skill, needed, held: held[skill] ?? 0, importance }))
    .sort((one, other) => other.importance - one.importance || byId(one.skill, other.skill));
}

/** What stands before a direct move for someone who owns these grades. */
export function gates(source, target, owned = []) {
  const found = [];
  if (target.licences.some((grade) => !source.licences.includes(grade) && !owned.includes(grade))) found.push("licence-first");
  if (target.level[0] - source.level[1] > 1) found.push("stepping-stone");
  return found;
}

function gradesOf(moves, owned) {
  return [...new Set(moves.flatMap((move) => move.bridges.map(({ grade }) => grade)))].filter((grade) => grade && !owned.includes(grade));
}

/** Months of all moves; fees and study hours of each grade once, and not of owned ones. */
export function totals(facts, moves, owned = []) {
  const grades = gradesOf(moves, owned);
  const known = grades.map((grade) => facts.grades[grade]);
  const add = (values) => values.reduce((sum, value) => sum + value, 0);
  const hours = known.map((grade) => grade.hours).filter(Boolean);
  const fees = known.map((grade) => grade.fee).filter((fee) => fee !== null);
  return {
    months: [0, 1].map((end) => add(moves.map((move) => move.months[end]))),
    grades,
    fees: add(fees),
    feesUnknown: known.length - fees.length,
    hours: [0, 1].map((end) => add(hours.map((span) => span[end]))),
    hoursUnknown: known.length - hours.length,
  };
}

/** The steps of a route, each with what is still missing for someone who went through the steps before it. */
export function legs(facts, moves, held) {
  let holding = held;
  return moves.map((move) => {
    const target = facts.roles[move.target];
    const gaps = skillGap(holding, target).map((gap) => ({ ...gap, bridges: move.bridges.filter(({ skill }) => skill === gap.skill) }));
    holding = merged(holding, heldSkills(target));
    return { move, gaps, grades: gradesOf([move], []) };
  });
}

/** For every role within the cutoff of a role, the routes that truly differ, each with its approaches, the most realistic first. */
export function routesFrom(facts, source, owned = []) {
  const found = new Map();
  let ends = [[]];
  for (let step = 0; step < CUTOFF; step += 1) {
    ends = ends.flatMap((path) => extensions(facts, source, path));
    for (const path of ends) found.set(path.at(-1).target, [...(found.get(path.at(-1).target) ?? []), path]);
  }
  return new Map([...found].sort(([one], [other]) => byId(one, other)).map(([target, paths]) => [target, alternatives(facts, paths, owned)]));
}

function extensions(facts, source, path) {
  const here = path.at(-1)?.target ?? source;
  const passed = [source, ...path.map((move) => move.target)];
  return facts.moves.filter((move) => move.source === here && !passed.includes(move.target)).map((move) => [...path, move]);
}

function alternatives(facts, paths, owned) {
  const candidates = paths.map((moves) => {
    const { months, hours, fees, grades } = totals(facts, moves, owned);
    const effort = [months[0] + months[1], hours[0] + hours[1], fees, moves.length, moves.map((move) => move.id)];
    const realism = moves.reduce((share, { rating }) => (share * rating) / SURE, SURE ** CUTOFF);
    return { moves, effort, order: [-realism, effort], grades, approaches: [] };
  });
  const ranked = candidates.sort((one, other) => compare(one.order, other.order));
  const [realistic] = ranked;
  const quickest = least(ranked, ({ effort }) => [effort[0]]);
  const work = least(ranked, ({ effort }) => [effort[1]]);
  const noLonger = ranked.filter(({ moves }) => moves.length <= realistic.moves.length);
  const study = least(noLonger, ({ grades }) => [-grades.length]);
  const clerk = ranked.find(({ moves }) => moves.slice(0, -1).some((move) => isSpecialisedClerk(facts.roles[move.target])));
  realistic.approaches.push("most-realistic");
  quickest.approaches.push("quickest");
  if (work.effort[1] < realistic.effort[1]) work.approaches.push("work-first");
  if (study.grades.length > realistic.grades.length) study.approaches.push("certification-first");
  clerk?.approaches.push("specialised-clerk");
  return [...new Set([realistic, quickest, work, study, clerk])].filter((route) => route?.approaches.length);
}

const isSpecialisedClerk = (role) => role.family === "clerical" && role.line !== "o";

/** What one more skill or grade opens among `targets` for someone in a role, most worth first. */
export function openings(facts, source, held, owned, targets) {
  const open = targets
    .map((id) => ({ id, role: facts.roles[id] }))
    .filter(({ role }) => role.level[1] >= source.level[1] && !gates(source, role, owned).length);
  const before = new Map(open.map(({ id, role }) => [id, band(facts, held, role)]));
  const wanted = new Set(open.flatMap(({ role }) => role.essential.map(([skill]) => skill)));
  const skills = [...wanted]
    .filter((skill) => (held[skill] ?? 0) < LEARNT)
    .map((skill) => ({ skill, grade: "", ...opening(facts, held, { [skill]: LEARNT }, open, before) }));
  const grades = Object.entries(facts.grades)
    .filter(([id]) => !owned.includes(id))
    .map(([grade, { attests }]) => {
      const shown = Object.fromEntries(attests.filter(([, level]) => level > 1));
      const asking = open.filter(({ role }) => role.certifications.includes(grade.split("#")[0]));
      return { skill: "", grade, ...opening(facts, held, shown, asking, before) };
    });
  return [...skills, ...easiest(facts, grades)]
    .filter(({ reached, nearer }) => reached.length || nearer.length)
    .sort((one, other) => compare(rank(facts, one), rank(facts, other)))
    .filter(isDistinct());
}

/** Of the grades that open the same, the first stands for all. */
function isDistinct() {
  const seen = new Set();
  return ({ grade, reached, nearer }) => {
    const key = JSON.stringify([reached, nearer]);
    return !grade || (!seen.has(key) && seen.add(key));
  };
}

/** Of the grades of one certification that open the same, the easiest. */
function easiest(facts, grades) {
  const seen = new Set();
  const place = ({ grade }) => [facts.grades[grade].order];
  return grades
    .sort((one, other) => compare(place(one), place(other)))
    .filter(({ grade, reached, nearer, worth, importance }) => {
      const key = JSON.stringify([grade.split("#")[0], reached, nearer, worth, importance]);
      return !seen.has(key) && seen.add(key);
    });
}

function opening(facts, held, more, open, before) {
  const after = merged(held, more);
  const [reached, nearer] = [[], []];
  for (const target of open) {
    const now = band(facts, after, target.role);
    if (now > before.get(target.id) && now >= WITHIN_REACH && importanceOf(target.role, more)) {
      (before.get(target.id) < WITHIN_REACH ? reached : nearer).push(target);
    }
  }
  const add = (targets, value) => targets.reduce((sum, target) => sum + value(target.role), 0);
  const order = (targets) => targets.sort((one, other) => compare(bestFirst(one), bestFirst(other))).map(({ id }) => id);
  const worth = 2 * add(reached, weight) + add(nearer, weight);
  const importance = add([...reached, ...nearer], (role) => importanceOf(role, more));
  return { reached: order(reached), nearer: order(nearer), worth, importance };
}

const importanceOf = (role, skills) =>
  role.essential.reduce((sum, [skill, , importance]) => sum + (skill in skills ? importance : 0), 0);
const weight = (role) => (role.family === "clerical" ? 1 : 2);
const bestFirst = ({ id, role }) => [-weight(role), -role.level[1], id];

function rank(facts, { skill, grade, worth, importance }) {
  const hours = grade ? facts.grades[grade].hours : [0, 0];
  return [-worth, hours ? hours[0] + hours[1] : UNKNOWN_HOURS, -importance, skill, grade];
}
