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

const personId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The ids of persons that a text holds: the log keeps ids, for a name may change. */
export function personIdsIn(text: string): readonly string[] {
  return text.match(personId) ?? []
}

/** The text with each person's name in place of the id, where the reader may know it. */
export function withNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(personId, (id) => names.get(id) ?? id)
}

function isEmptyList(state: unknown): boolean {
  return Array.isArray(state) && state.length === 0
}

/** The fields of a state by their path: a name in two languages becomes `name.sv` and `name.en`. */
function fieldsOf(state: unknown, path = ''): ReadonlyMap<string, string> {
  if (state === null || state === undefined || state === '' || isEmptyList(state)) return new Map()
  if (typeof state !== 'object' || Array.isArray(state)) {
    return new Map([
      [
        path,
        Array.isArray(state)
          ? state.map(inOneLine).join(', ')
          : typeof state === 'string'
            ? state
            : JSON.stringify(state),
      ],
    ])
  }
  return new Map(
    Object.entries(state).flatMap(([key, value]) => [...fieldsOf(value, path ? `${path}.${key}` : key)]),
  )
}

/** One of several: `2024: Räknas på nytt: Counted anew`. */
function inOneLine(one: unknown): string {
  return [...fieldsOf(one).values()].join(': ')
}
