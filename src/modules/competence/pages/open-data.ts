import { z } from '@hono/zod-openapi'
import { amountOf, type Answers, type Setting } from '#modules/rules'
import { tracks } from '../core/facts.ts'
import {
  applicants,
  helps,
  isStale,
  languages,
  opensNext,
  stateOn,
  statuses,
  units,
} from '../core/support.ts'
import type { Finding } from '../finder/find.ts'
import type { Listed } from '../finder/support.ts'

const Words = z.object({ sv: z.string(), en: z.string() }).openapi('SupportWords')
const states = ['open', 'not-yet', 'passed', 'closed', 'paused', 'unverified'] as const

/** A support as other programs read it. */
export const OpenSupport = z
  .object({
    id: z.string().openapi({ example: 'omstallningsstudiestod', description: 'Never changes' }),
    name: Words,
    what: Words,
    giver: z.object({ id: z.string(), name: z.string() }),
    applicants: z.array(z.enum(applicants)),
    tracks: z.array(z.enum(tracks)),
    helps: z.array(z.enum(helps)),
    amount: Words,
    amounts: z.array(
      z.object({
        label: Words,
        unit: z.enum(units),
        least: z.number().nullable(),
        most: z.number().nullable(),
      }),
    ),
    steps: z.array(Words),
    contact: z.string(),
    source: z.string(),
    asOf: z
      .string()
      .nullable()
      .openapi({ description: 'How old the source’s facts are: a day, a month or a year' }),
    checkedOn: z
      .string()
      .nullable()
      .openapi({ description: 'When somebody in the network last looked it up' }),
    checkedBy: z
      .enum(['giver', 'coordinator'])
      .nullable()
      .openapi({ description: 'Who did: one of those who give it, or the network’s coordinator' }),
    isStale: z
      .boolean()
      .openapi({ description: 'Whether the facts are older than half a year, and nobody has looked since' }),
    opens: z.string().nullable(),
    closes: z.string().nullable(),
    yearly: z.array(z.object({ opens: z.string(), closes: z.string().nullable() })).openapi({
      description: 'When it opens each year, month and day; closes is null where it is not known',
    }),
    opensNext: z
      .string()
      .nullable()
      .openapi({ description: 'The next day on which it opens, if one is known' }),
    places: z
      .array(z.string())
      .openapi({ description: 'Beginnings of municipality codes; empty is everywhere' }),
    languages: z.array(z.enum(languages)),
    combinesWith: z.array(z.string()),
    conflictsWith: z.array(z.string()),
    status: z.enum(statuses),
    state: z.enum(states).openapi({ description: 'How it stands today; only `open` is ever recommended' }),
    rule: z
      .unknown()
      .openapi({ description: 'Who may have it, as data: see the README of the module `rules`' }),
  })
  .openapi('Support')

export function openSupport(
  { id, giver, content, checkedOn, isCheckedByGiver }: Listed,
  setting: Setting,
  answers: Answers = {},
) {
  const { examples: _tests, window: _words, amounts, yearly = [], ...rest } = content
  return {
    ...rest,
    id,
    giver,
    checkedOn,
    checkedBy: checkedOn === null ? null : isCheckedByGiver ? ('giver' as const) : ('coordinator' as const),
    isStale: isStale({ content, checkedOn }, setting.today),
    yearly,
    opensNext: opensNext(content, setting.today),
    amounts: amounts.map(({ label, unit, formula }) => {
      const span = amountOf(formula, answers, setting)
      return { label, unit, least: span?.least ?? null, most: span?.most ?? null }
    }),
    state: stateOn(content, setting.today),
  }
}

/** What the finder says of one support. */
export const OpenFinding = z
  .object({
    support: z.string(),
    answer: z.enum(['yes', 'no', 'unknown']),
    state: z.enum(states),
    because: z.array(z.object({ met: z.enum(['yes', 'no', 'unknown']), reason: Words })),
    missing: z.array(z.string()).openapi({ description: 'The questions whose answers would settle it' }),
  })
  .openapi('SupportFinding')

export function openFinding({ support, state, verdict }: Finding) {
  return {
    support: support.id,
    answer: verdict.answer,
    state,
    because: verdict.why.map(({ predicate, met }) => ({ met, reason: predicate.because })),
    missing: [...verdict.missing],
  }
}
