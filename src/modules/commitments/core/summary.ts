import { saidIn, type Note } from './note.ts'

export const fates = ['open', 'taken', 'passed', 'not-now'] as const
export type Fate = (typeof fates)[number]

/** Something that was said, and what becomes of it. */
export interface Point {
  readonly id: string
  readonly question: string | null
  readonly text: string
  readonly fate: Fate
  /** What is done, to whom it was passed, or why not now. */
  readonly fateText: string
  readonly notes: readonly string[]
}

/** The summary of an event. */
export interface Summary {
  readonly version: number
  readonly intro: string
  readonly savedAt: Date
  readonly sentAt: Date | null
}

type Draft = Omit<Point, 'id' | 'fate' | 'fateText'>

/**
 * Points as the notes give them: question by question, what is there in several notes in the same words once, and what
 * stands in more notes before what stands in fewer.
 */
export function draftedFrom(notes: readonly Note[], questions: readonly string[]): readonly Draft[] {
  const said = notes.flatMap((note) => {
    const text = saidIn(note)?.text
    return text === undefined ? [] : [{ text, note }]
  })
  const groups = Map.groupBy(said, ({ text, note }) => `${note.question ?? ''} ${alike(text)}`)
  const place = (question: string | null) =>
    question !== null && questions.includes(question) ? questions.indexOf(question) : questions.length
  return [...groups.values()]
    .map((group) => ({
      question: group[0]?.note.question ?? null,
      text: group[0]?.text ?? '',
      notes: group.map(({ note }) => note.id),
    }))
    .toSorted((a, b) => place(a.question) - place(b.question) || b.notes.length - a.notes.length)
}

function alike(text: string): string {
  return text
    .toLocaleLowerCase('sv')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Points that cannot be told yet: without a fate, or with one that does not say to whom or why. */
export function unsaid(points: readonly Pick<Point, 'id' | 'fate' | 'fateText'>[]): readonly string[] {
  return points.flatMap(({ id, fate, fateText }) =>
    fate === 'open' || (fate !== 'taken' && fateText === '') ? [id] : [],
  )
}
