import { periodOf, partName, type YearPart } from './period.ts'
import { levelOf } from './places.ts'
import type { Table, Variable } from './table.ts'

/** Which variable of a table is what; null where none seems to be. */
export interface Roles {
  readonly region: string | null
  readonly time: string | null
  readonly gender: string | null
  readonly contents: string | null
}

const regionNames = /^(?:region|regions|kommun|municipality|l[aä]n|county|alue|omr[aå]de.*|sveitarf[eé]lag)$/i
const genderNames = /^(?:k[oö]n|kj[oø]nn|k[oø]n|sex|gender|sukupuoli|kyn)$/i
const contentsNames = /^(?:contents?code|contents|tabellinneh[aå]ll|tiedot|statistikkvariabel)$/i
const timeNames = /^(?:tid|time|[aå]r|year|vuosi|m[aå]nad|month|kvartal|quarter)$/i

/**
 * Proposes what each variable is: from what the office says, else from its name, else from its values. A person
 * confirms it; nothing is fetched on a guess.
 */
export function proposeRoles({ variables }: Table): Roles {
  const taken = new Set<string>()
  const pick = (...tests: readonly ((variable: Variable) => boolean)[]): string | null => {
    for (const test of tests) {
      const found = variables.find((variable) => !taken.has(variable.code) && test(variable))
      if (found) {
        taken.add(found.code)
        return found.code
      }
    }
    return null
  }
  const time = pick(({ role }) => role === 'time', isNamed(timeNames), mostly(isPeriod))
  const contents = pick(({ role }) => role === 'metric', isNamed(contentsNames))
  const region = pick(({ role }) => role === 'geo', isNamed(regionNames), holdsRegions)
  const gender = pick((variable) => isNamed(genderNames)(variable) && gendersIn(variable).length > 0)
  return { region, time, gender, contents }
}

function isNamed(names: RegExp): (variable: Variable) => boolean {
  return ({ code, label }) => names.test(code.trim()) || names.test(label.trim())
}

function mostly(test: (value: Variable['values'][number]) => boolean): (variable: Variable) => boolean {
  return ({ values }) => values.length > 0 && values.filter(test).length >= values.length * 0.9
}

function isPeriod(value: Variable['values'][number]): boolean {
  return periodOf(value) !== null
}

/** Ages and industries have two and four digits, too: a list of Swedish regions holds Sweden or a large city. */
function holdsRegions(variable: Variable): boolean {
  const isRegion = mostly(({ code }) => levelOf(code) !== null)
  return isRegion(variable) && variable.values.some(({ code }) => /^(?:00|0180|1280|1480)$/.test(code))
}

/** The code of each gender among a variable's values; one that is not there is null. */
export interface GenderCodes {
  readonly all: string | null
  readonly women: string | null
  readonly men: string | null
}

const genderLabels: readonly (readonly [keyof GenderCodes, RegExp])[] = [
  [
    'all',
    /^(?:b[aå]da k[oö]nen|totalt?\b.*|total|both sexes|begge kj[oø]nn|i alt|yhteens[aä]|alls|samtliga.*)$/i,
  ],
  ['women', /^(?:kvinnor|kvinna|women|females?|kvinner|naiset|konur|kvinder)$/i],
  ['men', /^(?:m[aä]n|men|males?|menn|miehet|karlar|m[aæ]nd)$/i],
]

/** Proposes which values are women, men and both. */
export function proposeGenders(variable: Variable): GenderCodes {
  const codeOf = (gender: keyof GenderCodes): string | null =>
    gendersIn(variable).find(([of]) => of === gender)?.[1] ?? null
  return { all: codeOf('all'), women: codeOf('women'), men: codeOf('men') }
}

function gendersIn({ values }: Variable): readonly (readonly [keyof GenderCodes, string])[] {
  return values.flatMap(({ code, label }) => {
    const found = genderLabels.find(([, names]) => names.test(label.trim()))
    return found ? [[found[0], code] as const] : []
  })
}

/** The parts of a year that a time variable counts in, and of how many years each is there; most first. */
export function partsOfYear(
  variable: Variable,
): readonly { readonly part: YearPart | null; readonly years: number }[] {
  const found = new Map<string, { part: YearPart | null; years: number }>()
  for (const value of variable.values) {
    const period = periodOf(value)
    if (!period) continue
    const name = partName(period.part)
    found.set(name, { part: period.part, years: (found.get(name)?.years ?? 0) + 1 })
  }
  return [...found.values()].toSorted((one, other) => other.years - one.years)
}
