import { z } from 'zod'
import { isDay } from '#platform/values/dates.ts'
import { line, lines } from '#platform/values/typed-text.ts'
import { voices } from './note.ts'

export const longest = {
  note: 2000,
  what: 300,
  because: 500,
  theme: 300,
  intro: 3000,
  point: 600,
  name: 120,
} as const

const id = z.string().pipe(z.uuid('form-broken'))
const optionalId = z
  .string()
  .default('')
  .refine((text) => text === '' || z.uuid().safeParse(text).success, 'form-broken')
  .transform((text) => text || null)
const tick = z
  .string()
  .default('')
  .transform((text) => text !== '')
export const aDay = z
  .string()
  .trim()
  .default('')
  .refine((text) => text !== '', { error: 'day-missing', abort: true })
  .refine(isDay, 'day-invalid')

/** A new text of a note, new or old. Without text it is taken away, if it was there. */
const NoteForm = z.object({
  kind: z.literal('note'),
  id,
  note: id,
  turn: z.coerce.number('form-broken').int('form-broken').min(1, 'form-broken').max(100_000, 'form-broken'),
  round: z.coerce.number('form-broken').int('form-broken').min(0, 'form-broken').max(49, 'form-broken'),
  question: optionalId,
  voice: z.string().default('').pipe(z.enum(voices, 'voice-missing')),
  text: lines(longest.note),
  writtenAt: z
    .string()
    .default('')
    .transform((text) => new Date(text))
    .transform((at) => (Number.isNaN(at.getTime()) ? null : at)),
})

/** Somebody promises something. */
const PromiseForm = z.object({
  kind: z.literal('promise'),
  id,
  note: optionalId,
  promiser: z.string().default('').pipe(z.uuid('promiser-missing')),
  receiver: optionalId,
  what: line(longest.what).refine((text) => text !== '', 'what-missing'),
  byDay: aDay,
  intervention: z
    .string()
    .default('')
    .transform((text) => text || null),
  isPublic: tick,
})

/** A company lets what it has said be taken in as a matter. */
const MatterForm = z.object({
  kind: z.literal('matter'),
  id,
  note: id,
  company: z.string().default('').pipe(z.uuid('company-missing')),
  topic: z
    .string()
    .default('')
    .refine((text) => text !== '', 'topic-missing'),
  consent: z
    .string()
    .default('')
    .refine((text) => text !== '', 'consent-missing'),
})

/** Something to talk about the next time. */
const ThemeForm = z.object({
  kind: z.literal('theme'),
  id,
  note: optionalId,
  theme: line(longest.theme).refine((text) => text !== '', 'theme-missing'),
})

/** Whatever a table's device sends: one thing at a time, with the id that it has there. */
export const SentForm = z.discriminatedUnion(
  'kind',
  [NoteForm, PromiseForm, MatterForm, ThemeForm],
  'form-broken',
)
export type Sent = z.infer<typeof SentForm>
export type SentOf<Kind extends Sent['kind']> = Extract<Sent, { kind: Kind }>
