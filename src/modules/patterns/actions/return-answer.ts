import type { Context } from '#modules/accounts'
import * as jobs from '#modules/jobs'
import { reachCompany, type ReachedCompany } from '#modules/matters'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Locale } from '#platform/values/locale.ts'
import { rewrite } from '../store.ts'
import { answerDue, giveAnswer, mattersToTell, noteDue, noteReturned } from '../return-store.ts'
import type { WordsRefusal } from './decide.ts'
import { log, namesSomebody, onPattern, type Deciding } from './on-pattern.ts'

export type ReturnRefusal = WordsRefusal | 'returned' | 'not-returned' | 'nobody-to-tell'

/** How many companies would be told what came of it; nothing is stored. */
export async function previewAnswer(
  context: Context,
  id: string,
  cameOf: string,
): Promise<Outcome<number, ReturnRefusal>> {
  return onPattern(context, { id, state: 'confirmed' }, async ({ tx, place, pattern }) => {
    if (pattern.returnedAt !== null) return refuse('returned')
    if (await namesSomebody(tx, place, [cameOf])) return refuse('names-somebody')
    return done((await mattersToTell(tx, id)).length)
  })
}

/** Writes what came of it, once, and has it told to every company that raised it: each once, in one of its matters. */
export async function returnAnswer(
  context: Context,
  id: string,
  cameOf: string,
): Promise<Outcome<number, ReturnRefusal>> {
  return onPattern(context, { id, state: 'confirmed' }, async (deciding) => {
    const { tx, place, pattern } = deciding
    if (pattern.returnedAt !== null) return refuse('returned')
    if (await namesSomebody(tx, place, [cameOf])) return refuse('names-somebody')
    await rewrite(tx, place, { cameOf })
    await noteReturned(tx, place, deciding)
    return tellTheRest(deciding)
  })
}

/** The same answer, to the companies whose matters were counted in after it was written. */
export async function returnToRest(context: Context, id: string): Promise<Outcome<number, ReturnRefusal>> {
  return onPattern(context, { id, state: 'confirmed' }, async (deciding) =>
    deciding.pattern.returnedAt === null ? refuse('not-returned') : tellTheRest(deciding),
  )
}

async function tellTheRest({ tx, place, by, at }: Deciding): Promise<Outcome<number, ReturnRefusal>> {
  const matters = await mattersToTell(tx, place.pattern)
  if (matters.length === 0) return refuse('nobody-to-tell')
  await noteDue(tx, place, matters, at)
  for (const matter of matters) await jobs.enqueue(tx, 'patterns.tell-company', { ...place, matter })
  await log(tx, place, 'patterns.returned', { by, at }, { companies: matters.length })
  return done(matters.length)
}

/** What a company is told, in its thread and in its letter. */
export interface AnswerWords {
  readonly entry: (answer: {
    readonly title: string
    readonly cameOf: string
    readonly locale: Locale
  }) => string
  readonly letter: (
    entry: string,
    company: ReachedCompany,
  ) => { readonly subject: string; readonly body: string }
}

/** Tells one company, for the worker: done twice, it is told once. */
export async function tellCompany(
  { db, clock, secret, words }: TellParts,
  {
    networkId,
    pattern,
    matter,
  }: { readonly networkId: string; readonly pattern: string; readonly matter: string },
): Promise<void> {
  const now = clock()
  await reachCompany({ db, secret, now }, { networkId, matter }, async (tx, company) => {
    const due = await answerDue(tx, pattern)
    if (!due) return null
    const entry = words.entry({ ...due, locale: company.locale })
    return (await giveAnswer(tx, pattern, entry, now)) ? words.letter(entry, company) : null
  })
}

export interface TellParts {
  readonly db: Database
  readonly clock: Clock
  readonly secret: string
  readonly words: AnswerWords
}
