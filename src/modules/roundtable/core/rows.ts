export type Filled = Readonly<Record<string, unknown>>

/** A row of a form: fields named `table-3-max`. */
export interface FormRow {
  readonly number: number
  readonly said: (field: string) => string
  /** The name of one of its fields, to say what is wrong there. */
  readonly field: (field: string) => string
}

/** The most rows that one form has room for. */
export const mostRows = 80

/** The rows of a form that hold something, in order; the fields in `quiet` say nothing by themselves. */
export function rowsIn(form: Filled, name: string, quiet: readonly string[] = []): readonly FormRow[] {
  const pattern = new RegExp(`^${name}-(\\d{1,2})-(\\w+)$`)
  const numbers = Object.entries(form).flatMap(([key, value]) => {
    const [, number = '', field = ''] = pattern.exec(key) ?? []
    return number === '' || quiet.includes(field) || textOf(value) === '' ? [] : [Number(number)]
  })
  return [...new Set(numbers)]
    .filter((number) => number <= mostRows)
    .toSorted((a, b) => a - b)
    .map((number) => ({
      number,
      said: (field) => textOf(form[`${name}-${number}-${field}`]),
      field: (field) => `${name}-${number}-${field}`,
    }))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
