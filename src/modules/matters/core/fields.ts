/** What a text may leave open for the program to fill in. */
export const textFields = ['företag', 'ärende', 'handläggare', 'dag'] as const
export type TextField = (typeof textFields)[number]

const open = /\{([^{}\n]{0,40})\}/g

/** The fields of a text that are none, as they were written: `{foretag}`. */
export function unknownFields(text: string): readonly string[] {
  return [...text.matchAll(open)].filter(([, name = '']) => !isField(name)).map(([whole]) => whole)
}

/** The text with its fields filled in; what is no field stands as it was written. */
export function filled(text: string, values: Readonly<Record<TextField, string>>): string {
  return text.replaceAll(open, (whole, name: string) => {
    const known = name.trim().toLowerCase()
    return isField(known) ? values[known] : whole
  })
}

function isField(name: string): name is TextField {
  return (textFields as readonly string[]).includes(name.trim().toLowerCase())
}
