// How far what someone holds covers what a role needs: the rule of plugins/career_graph/pathways.py, in whole numbers.

/** Skill id → level of what someone who works in a role is taken to hold. */
export const heldIn = role => new Map([...role.essential, ...role.optional]);

/** The band, 1 to 5, in which held skills cover essential ones ([id, level, importance]); `broader` gives a skill's broader one. */
export function band(held, essential, broader) {
  const near = new Set([...held.keys()].map(broader).filter(Boolean));
  const halfPoints = (id, level) => held.has(id) ? (held.get(id) >= level ? 2 : 1) : Number(near.has(broader(id)));
  const sum = points => essential.reduce((total, [id, level, importance]) => total + importance * points(id, level), 0);
  return Math.min(5, 1 + Math.floor(5 * sum(halfPoints) / sum(() => 2)));
}
