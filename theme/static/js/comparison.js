// What is said of two roles, table by table: the rule of plugins/career_graph/pages/compared.py; a test compares the two.
// A remark is a list: label, note, address, language, date, source.

/**
 * `named` holds the remarks on each role by row; `shared` and `ratings` hold rows of their own, { row, heading, cells }, or the name
 * of a note on why there are none. A heading is a list: address, label, language. `word` gives the word for a level.
 */
export function compared(data, roles, word) {
  const [one, other] = roles;
  const named = [{ ...one.remarks, own: own(data, one, other, word) }, { ...other.remarks, own: own(data, other, one, word) }];
  return { named, shared: shared(data, one, other, word), ratings: ratings(data, one, other) };
}

const essentialTo = role => new Map(role.essential.map(([id, ...need]) => [id, need]));

function own(data, role, other, word) {
  const theirs = essentialTo(other);
  const needs = role.essential.filter(([id]) => !theirs.has(id));
  needs.sort((x, y) => y[2] - x[2] || y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  return needs.map(([id, level]) => {
    const [url, label, lang] = data.skills[id];
    return [label, word(level), url, lang];
  });
}

function shared(data, one, other, word) {
  const theirs = essentialTo(other);
  const pairs = one.essential.filter(([id]) => theirs.has(id)).map(([id, ...need]) => ({ id, needs: [need, theirs.get(id)] }));
  const weight = ({ needs }) => needs[0][1] + needs[1][1];
  pairs.sort((x, y) => weight(y) - weight(x) || (x.id < y.id ? -1 : 1));
  const rows = pairs.map(({ id, needs }) => ({ row: "skill", heading: data.skills[id], cells: needs.map(([level]) => [[word(level)]]) }));
  return rows.length ? rows : "no-shared-skill";
}

function ratings(data, one, other) {
  if (!one.ratings || !other.ratings) return "not-rated";
  if (String(one.occupations) === String(other.occupations)) return "one-occupation";
  return Object.entries(data.elements).flatMap(([row, labels]) => {
    const pairs = labels.map((label, place) => ({ label, points: [one, other].map(role => role.ratings[row][place]) }));
    const gap = ({ points: [mine, theirs] }) => Math.abs(mine - theirs);
    const most = pairs.filter(gap).sort((x, y) => gap(y) - gap(x)).slice(0, data.differences);
    return most.map(({ label, points }) => ({ row, heading: ["", label], cells: points.map(tenths => [[(tenths / 10).toFixed(1)]]) }));
  });
}
