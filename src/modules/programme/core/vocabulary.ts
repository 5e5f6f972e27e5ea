import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import type { StatusWord } from './framework.ts'
import type { Standing, Status } from './status.ts'

/** Every standing as a network words it, in its order: those in use and those that are not. */
export type Vocabulary = readonly Omit<StatusWord, 'position'>[]

/** The network's words for how something stands, in one language. */
export interface StandingWords {
  readonly labels: Readonly<Record<Standing, string>>
  readonly meanings: Readonly<Record<Standing, string>>
  /** In the order in which the network tells them. */
  readonly order: readonly Standing[]
  /** What may be said anew. */
  readonly inUse: ReadonlySet<Standing>
}

/** A vocabulary as a reader of that language meets it. */
export function standingWords(vocabulary: Vocabulary, locale: Locale): StandingWords {
  const inWords = (textOf: (word: Vocabulary[number]) => Bilingual) =>
    Object.fromEntries(vocabulary.map((word) => [word.id, inLocale(textOf(word), locale)])) as Record<
      Standing,
      string
    >
  return {
    labels: inWords(({ name }) => name),
    meanings: inWords(({ text }) => text),
    order: vocabulary.map(({ id }) => id),
    inUse: new Set(
      vocabulary.flatMap(({ id, retiredAt }) => (retiredAt === null && id !== 'not-reported' ? [id] : [])),
    ),
  }
}

/** What the network calls a standing, in each language. */
export function nameOf(standing: Standing, vocabulary: Vocabulary): Bilingual {
  return vocabulary.find(({ id }) => id === standing)?.name ?? { sv: standing, en: standing }
}

/** Whether a status may be said: one in use, or the one that stands there already. */
export function maySay(vocabulary: Vocabulary, status: Status, before: Status | undefined): boolean {
  return status === before || vocabulary.some(({ id, retiredAt }) => id === status && retiredAt === null)
}

// Silence, claim against evidence, what is late and what is finished are told by these: without one of them a municipality
// could not say what the programme asks of it.
const needed: ReadonlySet<string> = new Set<Standing>(['on-plan', 'delayed', 'stuck', 'done', 'not-reported'])

/** Whether the programme's rules rest on a status, so that it cannot be taken out of use. */
export function isNeeded(id: string): boolean {
  return needed.has(id)
}

/** Whether another status is called the same in either language. */
export function isLabelTaken(name: Bilingual, self: string, vocabulary: Vocabulary): boolean {
  return vocabulary.some(
    (one) => one.id !== self && (['sv', 'en'] as const).some((locale) => isSame(one.name, name, locale)),
  )
}

function isSame(one: Bilingual, other: Bilingual, locale: Locale): boolean {
  return inLocale(one, locale).toLocaleLowerCase('sv') === inLocale(other, locale).toLocaleLowerCase('sv')
}
