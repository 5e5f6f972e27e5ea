/** One field of a thing that was changed, as text; null for what was not there. */
export interface FieldChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** What differs between two states of a thing, field by field, in the order the fields stand. */
export function changesBetween(before: unknown, after: unknown): readonly FieldChange[] {
  const [from, to] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((field) => {
    const change = { field, before: from.get(field) ?? null, after: to.get(field) ?? null }
    return change.before === change.after ? [] : [change]
  })
}

/** The fields of a state by their path: a name in two languages becomes `name.sv` and `name.en`. */
function fieldsOf(state: unknown, path = ''): ReadonlyMap<string, string> {
  if (state === null || state === undefined || state === '') return new Map()
  if (typeof state !== 'object' || Array.isArray(state)) {
    return new Map([[path, Array.isArray(state) ? state.join(', ') : JSON.stringify(state).replace(/^"|"$/g, '')]])
  }
  return new Map(
    Object.entries(state).flatMap(([key, value]) => [...fieldsOf(value, path ? `${path}.${key}` : key)]),
  )
}
