import type { CatalogueEntry } from './catalogue.ts'
import { proposedUnit } from './unit.ts'
import { saysNothing, stem, wordsOf } from './words.ts'

/** That a KPI gets no more figures, and how the catalogue says so. */
export interface Ending {
  /** The last year with figures, where it is written. */
  readonly lastYear: number | null
  readonly why: 'end-year-in-title' | 'old-definition-in-title' | 'replaced-in-description'
  /** The words it was read from. */
  readonly words: string
}

/** A KPI that goes on where another ended, and why it is thought so. A proposal: a person decides. */
export interface Successor {
  readonly id: string
  readonly title: string
  readonly why:
    | { readonly reason: 'stated'; readonly by: 'the-old' | 'the-new'; readonly words: string }
    /** The titles name the same thing; only how it is defined differs, in these words. */
    | {
        readonly reason: 'same-name'
        readonly onlyInOld: readonly string[]
        readonly onlyInNew: readonly string[]
      }
  /** The catalogue says that the two cannot be compared. */
  readonly isStatedIncomparable: boolean
}

const endYear = /\(\s*[-–—]\s*(\d{4})\s*\)/
const oldDefinition = /gammal definition/i
const replacedBy = /(?:fr\.?o\.?m\.? (\d{4}) )?ersätts [^.]*?\b([NU]\d{5})\b/i
const replaces = /ersätter[^.]*?\b([NU]\d{5})\b/i
const incomparable = /(?:ej|inte) (?:helt )?jämförbar/i

/** Whether, and how, the catalogue says that a KPI has ended. */
export function endingOf(entry: Pick<CatalogueEntry, 'title' | 'description'>): Ending | null {
  const inTitle = endYear.exec(entry.title)
  if (inTitle) return { lastYear: Number(inTitle[1]), why: 'end-year-in-title', words: inTitle[0] }
  const old = oldDefinition.exec(entry.title)
  if (old) return { lastYear: null, why: 'old-definition-in-title', words: old[0] }
  const replaced = replacedBy.exec(entry.description)
  if (!replaced) return null
  const lastYear = replaced[1] === undefined ? null : Number(replaced[1]) - 1
  return { lastYear, why: 'replaced-in-description', words: replaced[0] }
}

/** What is known of a KPI that is no longer in the catalogue, too. */
export type Ended = Pick<CatalogueEntry, 'id' | 'title' | 'description' | 'municipalityType'>

/**
 * The KPIs that go on where one ended, or vanished from the catalogue: those the catalogue names, else those whose
 * titles name the same thing. Titles that are merely alike are not enough: the likest of an ended KPI is mostly a
 * sister ("never" beside "always", women beside men) that was there all along.
 */
export function successorsOf(old: Ended, catalogue: readonly CatalogueEntry[]): readonly Successor[] {
  const goesOn = endingOf(old) === null && catalogue.some((entry) => entry.id === old.id)
  if (goesOn) return []
  const stated = catalogue.flatMap((entry) => statedSuccessor(old, entry))
  if (stated.length > 0) return stated
  const name = nameIn(old.title)
  const called = catalogue.flatMap((entry) => calledTheSame(old, name, entry))
  const nearest = Math.max(...called.map(({ nearness }) => nearness))
  return called.filter(({ nearness }) => nearness === nearest).map(({ successor }) => successor)
}

function statedSuccessor(old: Ended, entry: CatalogueEntry): readonly Successor[] {
  const { id, title } = entry
  const byOld = replacedBy.exec(old.description)
  if (byOld?.[2] === id) {
    const isStatedIncomparable = incomparable.test(old.description)
    return [{ id, title, why: { reason: 'stated', by: 'the-old', words: byOld[0] }, isStatedIncomparable }]
  }
  const byNew = entry.description.includes(old.id) ? replaces.exec(entry.description) : null
  if (byNew?.[1] !== old.id) return []
  const isStatedIncomparable = incomparable.test(entry.description)
  return [{ id, title, why: { reason: 'stated', by: 'the-new', words: byNew[0] }, isStatedIncomparable }]
}

function calledTheSame(
  old: Ended,
  name: Name,
  entry: CatalogueEntry,
): readonly { readonly successor: Successor; readonly nearness: number }[] {
  if (entry.id === old.id || !isForTheSame(old, entry)) return []
  const theirs = nameIn(entry.title)
  const nearness = nearnessOf(name.ages, theirs.ages)
  if (theirs.of !== name.of || nearness === 0 || endingOf(entry) !== null || !countTheSame(old, entry))
    return []
  const onlyIn = (one: Name, other: Name) => {
    const known = new Set(other.words.map(stem))
    return one.words.filter((word) => !known.has(stem(word)))
  }
  const why = {
    reason: 'same-name',
    onlyInOld: onlyIn(name, theirs),
    onlyInNew: onlyIn(theirs, name),
  } as const
  return [{ successor: { id: entry.id, title: entry.title, why, isStatedIncomparable: false }, nearness }]
}

interface Name {
  /** The stems of what the title is about, sorted. */
  readonly of: string
  readonly ages: readonly Ages[]
  /** Every word, and every span of ages as one word. */
  readonly words: readonly string[]
}
interface Ages {
  readonly from: number
  readonly to: number
}

// How a thing is counted and by which register, folded; not what is counted.
const definitionWords = new Set(
  'ny nytt nya gammal gamla definition registerbaserad registerbaserade rams bas arsmedelvarde'.split(' '),
)
const ageSpan = /(\d{1,2})\s*[-–]\s*(\d{1,2})(?=\s*år)/g

function nameIn(title: string): Name {
  const bare = title.replace(endYear, '')
  const spans = [...bare.matchAll(ageSpan)]
  const words = wordsOf(bare.replaceAll(ageSpan, ' ')).filter((word) => !saysNothing(word))
  const stems = new Set(words.filter((word) => !definitionWords.has(word)).map(stem))
  return {
    of: [...stems].toSorted((one, other) => one.localeCompare(other)).join(' '),
    ages: spans.map(([, from, to]) => ({ from: Number(from), to: Number(to) })),
    words: [...words, ...spans.map(([, from = '', to = '']) => `${from}–${to}`)],
  }
}

const schoolLeaver = 15

/**
 * From 0 to 1: the part of the ages that both count. The working ages have moved by a year or two in many KPIs and are
 * near then; other ages are the same or they are not, as 13–15 and 16–18 are different children.
 */
function nearnessOf(old: readonly Ages[], other: readonly Ages[]): number {
  if (old.length !== other.length) return 0
  const parts = old.map((ages, index) => {
    const theirs = other[index] ?? ages
    const shared = Math.min(ages.to, theirs.to) - Math.max(ages.from, theirs.from) + 1
    const part = shared / (Math.max(ages.to, theirs.to) - Math.min(ages.from, theirs.from) + 1)
    const areWorking = Math.min(ages.from, theirs.from) >= schoolLeaver
    return part === 1 || (areWorking && part >= 0.75) ? part : 0
  })
  return Math.min(1, ...parts)
}

function isForTheSame(one: Ended, other: CatalogueEntry): boolean {
  const types = new Set([one.municipalityType, other.municipalityType])
  return types.size === 1 || types.has('A')
}

function countTheSame(one: Ended, other: CatalogueEntry): boolean {
  return proposedUnit(one.title)?.kind === proposedUnit(other.title)?.kind
}

/** What has become of an id since a series was begun with it. */
export type TitleChange = 'same' | 'ended' | 'reworded' | 'reused'

/**
 * Compares the title an id had when a series was begun with the title it has now. An id given to another KPI would
 * otherwise go on as if nothing had happened, with figures that look right and mean something else.
 */
export function titleChange(stored: string, current: string): TitleChange {
  if (stored.trim() === current.trim()) return 'same'
  const units = [stored, current].map((title) => proposedUnit(title)?.kind)
  const isOtherUnit = units[0] !== units[1] && !units.includes(undefined)
  if (sharedPart(stored, current) < (isOtherUnit ? 0.7 : 0.5)) return 'reused'
  const [before, now] = [stored, current].map((title) => endingOf({ title, description: '' }))
  return now && !before ? 'ended' : 'reworded'
}

/** From 0 to 1: the part of what two titles are about that both are about (Dice). */
function sharedPart(one: string, other: string): number {
  const words = new Set(nameIn(one).of.split(' '))
  const others = new Set(nameIn(other).of.split(' '))
  const shared = [...words].filter((word) => others.has(word)).length
  return (2 * shared) / (words.size + others.size)
}
