import { z } from 'zod'

const shared = {
  /** The name of the question's text, which is the caller's. */
  question: z.string().min(1),
  /** Which of the caller's tracks the question belongs to; null for all of them. */
  track: z.string().nullable(),
}

/** What may be known of whoever asks: of which kind it is, and what can be answered at all. */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({ ...shared, kind: z.literal('yes-no') }),
  z.strictObject({ ...shared, kind: z.literal('choice'), values: z.array(z.string()).min(1) }),
  z.strictObject({
    ...shared,
    kind: z.literal('number'),
    least: z.number(),
    most: z.number(),
    whole: z.boolean(),
    /** Answers as they are usually spread; they only weigh which question is worth asking. */
    typical: z.array(z.number()).min(1).optional(),
  }),
  z.strictObject({ ...shared, kind: z.literal('day') }),
])
export type Fact = z.infer<typeof Fact>

/** Every fact that rules may speak of, by its name, in the order in which one would ask. */
export type Facts = Readonly<Record<string, Fact>>

/** What is known: a fact that is not there is not known. A day is written `2026-11-24`. */
export type Answers = Readonly<Record<string, Known | undefined>>
export type Known = boolean | number | string

/** What the rules are read against: the facts there are, the year's numbers, and the day it is. */
export interface Setting {
  readonly facts: Facts
  /** By name; null for a number that is not known this year: nothing is said by it, and never last year's. */
  readonly parameters: Readonly<Record<string, number | null>>
  readonly today: string
}

/** Why something cannot be an answer to a question. */
type AnswerFault = 'wrong-kind' | 'no-choice' | 'too-low' | 'too-high' | 'not-whole' | 'no-day'

/** What is wrong with an answer to a question; null when it can be one. */
export function answerFault(fact: Fact, known: Known): AnswerFault | null {
  switch (fact.kind) {
    case 'yes-no':
      return typeof known === 'boolean' ? null : 'wrong-kind'
    case 'choice':
      return typeof known === 'string' && fact.values.includes(known) ? null : 'no-choice'
    case 'number':
      return numberFault(fact, known)
    case 'day':
      return typeof known === 'string' && isDay(known) ? null : 'no-day'
  }
}

function numberFault(
  { least, most, whole }: Extract<Fact, { kind: 'number' }>,
  known: Known,
): AnswerFault | null {
  if (typeof known !== 'number' || !Number.isFinite(known)) return 'wrong-kind'
  if (known < least) return 'too-low'
  if (known > most) return 'too-high'
  return whole && !Number.isInteger(known) ? 'not-whole' : null
}

/** Whether it is a day that is: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success
}
