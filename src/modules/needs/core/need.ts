import { addDays, type IsoDay } from '#platform/values/dates.ts'

/** Within how many months it is needed. */
export const horizons = [3, 6, 12, 24] as const
export const levels = ['basic', 'working', 'expert'] as const
export type Level = (typeof levels)[number]
/** Whether the lack holds the company back, the worst first. */
export const holdings = ['yes', 'partly', 'no'] as const
export type Holding = (typeof holdings)[number]
/** How a statement came in; what the company says itself comes first. */
export const ways = ['door', 'visit', 'round-table'] as const
export type Way = (typeof ways)[number]

/** A skill as it is told: a concept of the taxonomy, or a company's own words. */
export interface Skill {
  readonly concept: string | null
  readonly words: string
  /** The field of work, by its id. */
  readonly field: string
}

/** What a company lacks. */
export interface Need extends Skill {
  readonly people: number
  readonly neededBy: IsoDay
  readonly level: Level
  /** Municipalities by code. */
  readonly places: readonly string[]
  readonly holdsBack: Holding
}

/** A need as it was said once. */
export interface Statement extends Need {
  readonly id: string
  readonly company: string
  readonly companyName: string
  readonly way: Way
  readonly email: string
  readonly saidAt: Date
  readonly standsUntil: IsoDay
  readonly askedOn: IsoDay | null
  readonly withdrawnAt: Date | null
  /** When whoever reads the company's letters said that it is so; only what was said at the door needs it. */
  readonly confirmedAt: Date | null
  readonly isExample: boolean
}

/** How long a statement stands before it must be renewed, and how long before its end it is asked. */
export const daysStanding = 183
export const daysOfNotice = 14

/** The day by which it is needed, said so many months before. */
export function dayWithin(today: IsoDay, months: number): IsoDay {
  return addDays(today, Math.round(months * 30.44))
}

/** The shortest horizon that a day lies within. */
export function horizonTo(today: IsoDay, day: IsoDay): number {
  return horizons.find((months) => day <= dayWithin(today, months)) ?? 24
}

/** What two who need the same have in common, however they wrote it. */
export function skillKey({ concept, words }: Pick<Skill, 'concept' | 'words'>): string {
  return concept ?? `own:${words.toLowerCase()}`
}

/** Whether a statement is counted that day. */
export function stands(
  { withdrawnAt, standsUntil }: Pick<Statement, 'withdrawnAt' | 'standsUntil'>,
  today: IsoDay,
): boolean {
  return withdrawnAt === null && standsUntil >= today
}

/** Whether it is known to be the company's: written down by somebody who met it, or confirmed by its own letter. */
export function isConfirmed({ way, confirmedAt }: Pick<Statement, 'way' | 'confirmedAt'>): boolean {
  return way !== 'door' || confirmedAt !== null
}

/** The companies under whose number more than one address has said something at the door: somebody should ask them. */
export function withSeveralSenders(
  statements: readonly Pick<Statement, 'company' | 'way' | 'email'>[],
): ReadonlySet<string> {
  const said = statements.filter(({ way, email }) => way === 'door' && email !== '')
  return new Set(
    [...Map.groupBy(said, ({ company }) => company)]
      .filter(([, own]) => new Set(own.map(({ email }) => email.toLowerCase())).size > 1)
      .map(([company]) => company),
  )
}
