import { inTransaction, type Context } from '#modules/accounts'
import { refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { AnswerForm, Seen } from '../core/forms.ts'
import { nextStep, type Step } from '../core/plan.ts'
import { holdToSpeak, type SpeakRefusal } from './hold-to-speak.ts'
import type { Entry } from '../entry-store.ts'
import { speak, type Saying, type ToCompany } from './speak.ts'

/** An answer, or what was said on the phone or at a visit. */
type Answer = AnswerForm & { readonly kind: 'message'; readonly seen: Seen }
type Plan = {
  readonly kind: 'plan'
  readonly text: string
  readonly steps: readonly Step[]
  readonly seen: Seen
}

/** Says something to the company: in the thread and, if it has an address, in a letter. Asking it makes the matter wait. */
export async function sendEntry(
  context: Context,
  id: string,
  sent: Answer | Plan,
  toCompany: ToCompany,
): Promise<Outcome<null, SpeakRefusal | 'names-company'>> {
  const { actor, now } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const held = await holdToSpeak(tx, actor, id, { kind: sent.kind, seen: sent.seen, isSent: true })
    if (!held.ok) return held
    const { matter, voice, draft, entries } = held.value
    const asks = sent.kind === 'message' && sent.asks && matter.state === 'open'
    const saying: Saying = {
      kind: sent.kind,
      text: sent.text,
      way: sent.kind === 'plan' ? 'page' : sent.way,
      steps: sent.kind === 'plan' ? sent.steps : null,
      // What was said on the phone is written down beside an answer that is begun.
      draft: sent.kind === 'plan' || sent.way === 'page' ? draft : undefined,
      voice,
      moves: asks ? { state: 'waiting', waitingSince: now } : stepTold(entries, now),
    }
    return speak(tx, { ...context, actor }, matter, saying, toCompany)
  })
}

/** With each word to the company the plan is told of as far as today, and its next day is waited for. */
function stepTold(entries: readonly Entry[], now: Date): Pick<Saying['moves'], 'stepBy'> {
  const plan = entries.findLast(({ kind, state }) => kind === 'plan' && state === 'sent')
  return plan?.steps ? { stepBy: nextStep(plan.steps, dayOf(now)) } : {}
}
