/** The places that a template may have for the parts of a report, as they are written in it: `{{titel}}`. */
const places = {
  title: 'titel',
  subtitle: 'undertitel',
  author: 'avsandare',
  footer: 'fot',
  content: 'innehall',
} as const

/** Without these a report would lose its name, or all it says. */
export const neededPlaces: readonly string[] = [places.title, places.content]

export const allPlaces: readonly string[] = Object.values(places)

/** In bytes. */
export const largestTemplate = 5 * 1024 * 1024

/** Why a file cannot be a template. */
export type TemplateProblem =
  | {
      readonly kind: 'file-missing' | 'too-large' | 'not-word' | 'has-macros' | 'reaches-out' | 'not-fillable'
    }
  | { readonly kind: 'places'; readonly missing: readonly string[]; readonly unknown: readonly string[] }

/** What a template has, compared with what it must and may have; null where it is right. */
export function placesProblem(found: readonly string[]): TemplateProblem | null {
  const missing = neededPlaces.filter((place) => !found.includes(place))
  const unknown = [...new Set(found)].filter((place) => !allPlaces.includes(place))
  return missing.length + unknown.length > 0 ? { kind: 'places', missing, unknown } : null
}
