import names from './fields.json' with { type: 'json' }

/** What a text may leave open for the program to fill in; it is written in Swedish, `{företag}`. */
export type TextField = keyof typeof names
export type FieldValues = Readonly<Record<TextField, string>>

const byName: ReadonlyMap<string, TextField> = new Map(
  Object.entries(names).map(([field, name]) => [name, field as TextField]),
)
const open = /\{([^{}\n]{0,40})\}/g

/** The fields of a text that are none, as they were written: `{foretag}`. */
export function unknownFields(text: string): readonly string[] {
  return [...text.matchAll(open)].filter(([, name = '']) => !fieldNamed(name)).map(([whole]) => whole)
}

/** The text with its fields filled in; what has no value, or is no field, stands as it was written. */
export function filled(text: string, values: Partial<FieldValues>): string {
  return text.replaceAll(open, (whole, name: string) => {
    const field = fieldNamed(name)
    return (field && values[field]) ?? whole
  })
}

function fieldNamed(name: string): TextField | undefined {
  return byName.get(name.trim().toLowerCase())
}
