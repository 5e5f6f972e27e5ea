import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { filled, type FieldValues } from '../core/fields.ts'
import { matterNumber } from '../core/matter.ts'
import { nextStep, planText, type Step } from '../core/plan.ts'
import type { Voice } from '../core/speaking.ts'
import { keyOf } from '../key.ts'
import * as entries from '../entry-store.ts'
import * as store from '../thread-store.ts'
import type { Entry, Written } from '../entry-store.ts'
import type { Matter } from '../thread-store.ts'

/** What is written to a company, in its matter's language. */
export interface LetterToCompany {
  readonly matter: Pick<Matter, 'year' | 'number' | 'subject' | 'locale'>
  readonly kind: Written['kind']
  readonly text: string
  /** Who signs: a person, and at which desk of which municipality; nulls for the coordinator. */
  readonly from: {
    readonly person: string
    readonly desk: string | null
    readonly municipality: string | null
  }
  /** What opens the matter at its private address. */
  readonly key: string
}

/** How the program writes to companies. */
export interface ToCompany {
  /** The installation's, from which the private address is derived. */
  readonly secret: string
  readonly write: (letter: LetterToCompany) => { readonly subject: string; readonly body: string }
}

/** What is said for the town halls, and what of the matter moves with it. */
export interface Saying {
  readonly kind: Written['kind']
  readonly text: string
  readonly way: Written['way']
  readonly steps: readonly Step[] | null
  readonly draft: Entry | undefined
  readonly voice: Voice
  readonly moves: Parameters<typeof store.moveMatter>[2]
}

/**
 * Says it in the matter and, to each company by itself, in those that are answered together with it. A text that names
 * one of several companies is not sent: the others would read it.
 */
export async function speak(
  tx: Tx,
  context: Context & { readonly actor: NonNullable<Context['actor']> },
  matter: Matter,
  saying: Saying,
  toCompany: ToCompany,
): Promise<Outcome<null, 'names-company'>> {
  const joined = (await store.joinedTo(tx, matter.id)).filter(({ state }) => state !== 'closed')
  if (joined.length > 0 && [matter, ...joined].some((one) => isNamedIn(one, saying)))
    return refuse('names-company')
  await sayIn(tx, context, matter, saying, toCompany)
  for (const one of joined) await sayIn(tx, context, one, { ...saying, draft: undefined }, toCompany)
  return done(null)
}

function isNamedIn({ sender }: Matter, { text, steps }: Saying): boolean {
  const name = sender?.companyName?.toLowerCase()
  if (name === undefined) return false
  return [text, ...(steps ?? []).map((step) => step.text)].some((words) => words.toLowerCase().includes(name))
}

async function sayIn(
  tx: Tx,
  { networkId, actor, now }: Context & { readonly actor: NonNullable<Context['actor']> },
  matter: Matter,
  saying: Saying,
  { secret, write }: ToCompany,
): Promise<void> {
  const { kind, way, steps, draft, voice } = saying
  const place = { networkId, matter: matter.id }
  const words = steps === null ? saying.text : planText(saying.text, steps, matter.locale)
  const text = filled(words, fieldsOf(matter, actor.name, now))
  const entry = { kind, municipality: voice.municipality, text, way, steps, state: 'sent' } as const
  await entries.putEntry(tx, place, draft, entry, { by: actor.personId, at: now })
  await store.moveMatter(tx, place, movesOf(matter, saying, now))
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did: 'matters.said',
    on: { kind: 'matter', id: matter.id },
    after: { kind, way, ...saying.moves },
  })
  const email = matter.sender?.email ?? ''
  if (email === '') return
  const letter = write({
    matter,
    kind,
    text,
    from: await signatureOf(tx, matter, voice, actor.name),
    key: keyOf(secret, place),
  })
  await mail.send(tx, { networkId, to: email, ...letter, holdsSecret: true, matter: matter.id }, now)
}

/** The first word stays the first; a plan that is told of moves on to its next day. */
function movesOf(matter: Matter, { steps, moves }: Saying, now: Date): Saying['moves'] {
  const today = dayOf(now)
  return {
    ...(matter.firstWordAt === null ? { firstWordAt: now } : {}),
    ...(steps === null ? {} : { plannedAt: matter.plannedAt ?? now, stepBy: nextStep(steps, today) }),
    ...moves,
  }
}

/** What the fields of a text stand for. */
export function fieldsOf(matter: Matter, person: string, now: Date): FieldValues {
  const { sender, locale } = matter
  return {
    company: sender?.companyName ?? sender?.name ?? '',
    matter: matterNumber(matter),
    officer: person,
    day: formatDay(dayOf(now), locale),
  }
}

async function signatureOf(
  tx: Tx,
  { parts }: Matter,
  { municipality }: Voice,
  person: string,
): Promise<LetterToCompany['from']> {
  if (municipality === null) return { person, desk: null, municipality: null }
  const names = await municipalitiesOf(tx)
  return {
    person,
    desk: parts.find((part) => part.municipality === municipality)?.desk ?? null,
    municipality: names.find(({ code }) => code === municipality)?.name ?? null,
  }
}
