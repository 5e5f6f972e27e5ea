import { z } from 'zod'
import { settleAnswer } from '../actions/settle-answer.ts'
import type { Sheet } from '../core/sheet.ts'
import { settleDeeds } from './answer-page.tsx'
import { addressIn, answerPage, foundIn, toRound, type Asking, type Found } from './answer-views.tsx'
import { letterSentBack } from './letters.ts'

const longestNote = 1000
const SettleForm = z.object({
  number: z.coerce.number().int().min(1).max(1_000_000).catch(0),
  note: z
    .string()
    .trim()
    .default('')
    .refine((text) => [...text].length <= longestNote, 'note-too-long'),
})

interface Settled {
  readonly deed: (typeof settleDeeds)[keyof typeof settleDeeds]
  readonly typed: Sheet
  readonly origin: string
}

/** A leader's form: the answer confirmed, or sent back with a note. */
export async function settled(c: Asking, found: Found, { deed, typed, origin }: Settled): Promise<Response> {
  const visit = c.get('visit')
  const form = SettleForm.safeParse(typed)
  if (!form.success)
    return answerPage(visit, found, { typed, errors: { note: 'note-too-long' }, isSettled: false }, 422)
  const { round, municipality } = found
  const outcome = await settleAnswer(visit, round.id, municipality.code, {
    settling: { ...form.data, verdict: deed === settleDeeds.confirm ? 'confirmed' : 'sent-back' },
    write: letterSentBack(origin, municipality.slug),
  })
  if (outcome.ok) return c.redirect(`${addressIn(found, visit)}?settled`, 303)
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  if (outcome.refusal === 'round-frozen') return toRound(c, found)
  const now = (await foundIn(c)) ?? found
  return answerPage(
    visit,
    now,
    { typed, errors: { note: outcome.refusal }, isSettled: false },
    outcome.refusal === 'note-missing' ? 422 : 409,
  )
}
