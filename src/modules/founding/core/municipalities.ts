import { bySwedishName } from '#platform/values/locale.ts'
import { freeSlug } from '#platform/values/slug.ts'
import { isReadable, tidy } from './tidy.ts'

export interface SwedishMunicipality {
  readonly code: string
  readonly name: string
  readonly county: string
}

/** A municipality of the network to be. */
export interface ChosenMunicipality {
  readonly code: string
  readonly slug: string
  readonly name: string
  /** Null for one that is not among Sweden's: then there is no boundary either. */
  readonly county: string | null
}

/** What is wrong with the choice; `line` counts from one in what was written. */
export type ChoiceProblem =
  | { readonly reason: 'none-chosen' | 'too-many' }
  | { readonly reason: RowReason; readonly line: number; readonly what: string }
  | { readonly reason: 'more-rows'; readonly count: number }

type RowReason =
  | 'row-code-missing'
  | 'row-name-missing'
  | 'row-too-long'
  | 'row-code-twice'
  | 'row-name-twice'

export type MunicipalityChoice =
  | { readonly ok: true; readonly municipalities: readonly ChosenMunicipality[] }
  | { readonly ok: false; readonly problems: readonly ChoiceProblem[] }

const mostMunicipalities = 500
const longestCode = 20
const longestName = 80
/** So many faulty lines are told one by one; a list of thousands helps nobody. */
const mostProblems = 10

const nothingReserved: ReadonlySet<string> = new Set()

type Unnamed = Omit<ChosenMunicipality, 'slug'>

interface WrittenLine {
  readonly line: number
  readonly code: string
  readonly name: string
}

/** Takes together what was ticked among the Swedish ones and what was written line by line. */
export function chooseMunicipalities(
  picked: ReadonlySet<string>,
  written: string,
  swedish: readonly SwedishMunicipality[],
): MunicipalityChoice {
  const ticked = swedish.filter(({ code }) => picked.has(code))
  const lines = linesOf(written)
  if (ticked.length + lines.length === 0) return { ok: false, problems: [{ reason: 'none-chosen' }] }
  if (ticked.length + lines.length > mostMunicipalities)
    return { ok: false, problems: [{ reason: 'too-many' }] }

  const chosen = new Chosen(ticked)
  const problems = lines.flatMap((line) => {
    const reason = problemIn(line) ?? chosen.add(asSwedish(line, swedish))
    return reason ? [{ reason, line: line.line, what: clip(line.name || line.code) }] : []
  })
  if (problems.length > mostProblems) {
    const rest = { reason: 'more-rows', count: problems.length - mostProblems } as const
    return { ok: false, problems: [...problems.slice(0, mostProblems), rest] }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, municipalities: chosen.withSlugs() }
}

/** The lines with something in them. Two columns copied out of a spreadsheet have a tab between them. */
function linesOf(written: string): readonly WrittenLine[] {
  return written.split('\n').flatMap((text, index) => {
    if (tidy(text) === '') return []
    const [, code = '', name = ''] = /^([^;\t]*)[;\t]?(.*)$/s.exec(text.trim()) ?? []
    return [{ line: index + 1, code: tidy(code), name: tidy(name) }]
  })
}

function problemIn({ code, name }: WrittenLine): RowReason | null {
  if (!isReadable(code)) return 'row-code-missing'
  if (!isReadable(name)) return 'row-name-missing'
  return code.length > longestCode || name.length > longestName ? 'row-too-long' : null
}

function asSwedish({ code, name }: WrittenLine, swedish: readonly SwedishMunicipality[]): Unnamed {
  const known = swedish.find((one) => one.code === code && sameName(one.name) === sameName(name))
  return known ?? { code, name, county: null }
}

/** The municipalities so far; a code or a name stands for one of them only. */
class Chosen {
  readonly #municipalities: Unnamed[] = []
  readonly #codes = new Set<string>()
  readonly #names = new Set<string>()

  constructor(ticked: readonly SwedishMunicipality[]) {
    for (const municipality of ticked) this.add(municipality)
  }

  /** Answers what stands in the way, or null when it was added. */
  add(municipality: Unnamed): 'row-code-twice' | 'row-name-twice' | null {
    const [code, name] = [municipality.code.toLowerCase(), sameName(municipality.name)]
    if (this.#codes.has(code)) return 'row-code-twice'
    if (this.#names.has(name)) return 'row-name-twice'
    this.#codes.add(code)
    this.#names.add(name)
    this.#municipalities.push(municipality)
    return null
  }

  withSlugs(): readonly ChosenMunicipality[] {
    const sorted = this.#municipalities.toSorted((a, b) => bySwedishName(a.name, b.name))
    const taken = new Set<string>()
    return sorted.map(({ code, name, county }) => {
      const slug = freeSlug(name, taken, 'kommun', nothingReserved)
      taken.add(slug)
      return { code, slug, name, county }
    })
  }
}

function sameName(name: string): string {
  return name.toLowerCase()
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text
}
