import type { Figure, Gender } from '#modules/statistics'
import { addressOf, isBlank } from '#platform/office/cell.ts'
import type { Entry, PlacedCell } from './entries.ts'
import type { Findings } from './findings.ts'
import { genderIn } from './genders.ts'
import type { PlaceFinder } from './places.ts'
import { readContent, type ValueRules } from './read-value.ts'
import { folded, shortened } from '#platform/values/cleaned.ts'
import { readYear } from './years.ts'

/** A figure with where its value stood, as the person sees it: row 7, cell `C7`. */
export interface ReadFigure {
  readonly figure: Figure
  /** What the table calls the measure, where it has a column for it. */
  readonly indicator: string | null
  readonly row: number
  readonly cell: string
}

export interface EntryRules extends ValueRules {
  readonly places: PlaceFinder
  /** For a table without a column for it. */
  readonly year: number | null
  readonly gender: Gender
}

const longestNote = 500
const yes = new Set([
  'ja',
  'j',
  'yes',
  'y',
  'true',
  'sant',
  '1',
  'x',
  'p',
  'prel',
  'preliminar',
  'preliminart',
  'preliminary',
])
const no = new Set([
  '',
  'nej',
  'n',
  'no',
  'false',
  'falskt',
  '0',
  'slutlig',
  'slutligt',
  'definitiv',
  'definitivt',
  'final',
])

/** The figure of an entry; null when it has none, or one that is wrong and has been told. */
export function readEntry(entry: Entry, rules: EntryRules, findings: Findings): ReadFigure | null {
  const { others, value: at } = entry
  const missing = others.get('missing') ?? null
  const content = readContent(at, missing, rules, findings)
  // An empty cell says nothing, whatever is wrong with its row: only a figure needs a place and a year.
  if (!content && [at, missing].every((one) => !one || isBlank(one.cell))) return null
  const place = readPlace(entry, rules.places, findings)
  const year = yearOf(entry.year, rules.year, findings)
  const gender = entry.gender ?? genderOf(others.get('gender'), rules.gender, findings)
  const isPreliminary = preliminaryOf(others.get('preliminary'), findings)
  if (!content || place === null || !year || !gender || isPreliminary === null) return null

  const { note, ...said } = content
  return {
    figure: {
      place,
      gender,
      year: year.year,
      ...said,
      isPreliminary: [isPreliminary, year.isPreliminary, said.isPreliminary].includes(true),
      note: joined([textOf(others.get('note')), note, year.marks]),
    },
    indicator: textOf(others.get('indicator')),
    row: at.row,
    cell: addressOf(at.row, at.column),
  }
}

function joined(notes: readonly (string | null)[]): string | null {
  const said = notes.filter((note) => note !== null && note !== '')
  return said.length === 0 ? null : shortened(said.join('; '), longestNote)
}

function textOf(at: PlacedCell | undefined): string | null {
  return at && at.text !== '' ? at.text : null
}

/** The code decides. A name beside it may be written in any way, but may not be another place's. */
function readPlace({ code, name }: Entry, places: PlaceFinder, findings: Findings): string | null {
  if (!code || code.text === '') return name && placeAt(name, [], places, findings)
  const named = name ? places.find(name.cell) : null
  const codeOfName = named?.kind === 'place' ? [named.code] : []
  const place = placeAt(code, codeOfName, places, findings)
  if (place === null || !name || codeOfName.every((one) => one === place)) return place
  findings.wrong(
    name,
    'place',
    'code-and-name-disagree',
    [place, ...codeOfName].map((one) => places.label(one)),
  )
  return null
}

function placeAt(
  at: PlacedCell,
  likely: readonly string[],
  places: PlaceFinder,
  findings: Findings,
): string | null {
  const place = places.find(at.cell)
  if (place.kind === 'place') {
    if (place.isZeroRestored) findings.worthKnowingAt('zeros-restored', at)
    return place.code
  }
  const proposals = likely.length > 0 ? likely.map((one) => places.label(one)) : place.proposals
  findings.wrong(at, 'place', place.problem, proposals)
  return null
}

function yearOf(
  at: PlacedCell | null,
  told: number | null,
  findings: Findings,
): { readonly year: number; readonly isPreliminary: boolean; readonly marks: string } | null {
  if (!at) return told === null ? null : { year: told, isPreliminary: false, marks: '' }
  const reading = readYear(at.cell)
  if (reading.kind === 'wrong') {
    findings.wrong(at, 'year', reading.problem, reading.proposals)
    return null
  }
  if (reading.isFromDate) findings.worthKnowingAt('year-from-date', at)
  return reading
}

function genderOf(at: PlacedCell | undefined, told: Gender, findings: Findings): Gender | null {
  if (!at) return told
  const gender = genderIn(at.text)
  if (!gender) findings.wrong(at, 'gender', 'gender-unknown')
  return gender
}

function preliminaryOf(at: PlacedCell | undefined, findings: Findings): boolean | null {
  if (!at) return false
  if (at.cell.value.kind === 'truth') return at.cell.value.truth
  const word = folded(at.text)
  if (yes.has(word)) return true
  if (no.has(word)) return false
  findings.wrong(at, 'preliminary', 'preliminary-unknown')
  return null
}
