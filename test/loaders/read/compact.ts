/** Without what is absent, so that an expected file says only what there is. */
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, inside]) => key !== "source_id" && inside !== null && !(Array.isArray(inside) && inside.length === 0)
  );
  return Object.fromEntries(kept.map(([key, inside]) => [key, compact(inside)]));
}
