import { z } from 'zod'
import type { Visit } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isId } from '#platform/values/ids.ts'
import { answerPromise, settlePromise, type AnswerRefusal } from '../actions/answer-promise.ts'
import { AnswerForm, EndingForm } from '../core/forms.ts'
import type { Asking } from './words.ts'

const AnyFields = z.record(z.string(), z.string())

/** What came of an answer: done, nobody's, or what was wrong with it, as it was typed. */
export type Answered =
  | { readonly ok: true }
  | { readonly ok: false; readonly nobodys: true }
  | {
      readonly ok: false
      readonly nobodys: false
      readonly id: string
      readonly typed: Typed
      readonly errors: FieldErrors
    }

/** Takes what somebody on either side of a commitment says, from the page that has a form for each. */
export async function answeredBy(c: Asking, visit: Visit): Promise<Answered> {
  const { typed: sent } = await readForm(c.req, AnyFields)
  const id = sent['commitment'] ?? ''
  if (!isId(id)) return { ok: false, nobodys: true }
  const typed = fieldsOf(sent, id)
  const isEnding = typed['do'] === 'settle'
  const form = (isEnding ? EndingForm : AnswerForm).safeParse(typed)
  if (!form.success) {
    const errors = Object.fromEntries(
      form.error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? 'do'), message]),
    )
    return { ok: false, nobodys: false, id, typed, errors }
  }
  const outcome = isEnding
    ? await settlePromise(visit, id, EndingForm.parse(typed))
    : await answerPromise(visit, id, AnswerForm.parse(typed))
  if (outcome.ok) return outcome
  const { refusal } = outcome
  if (refusal === 'commitment-unknown' || refusal === 'not-allowed') return { ok: false, nobodys: true }
  return { ok: false, nobodys: false, id, typed, errors: { [fieldOf(refusal, typed['do'] ?? '')]: refusal } }
}

/** The fields of one commitment among others, by their plain names. */
function fieldsOf(sent: Typed, id: string): Typed {
  const own = Object.entries(sent).map(([name, typed]) => [
    name.replace(`-${id}-deny`, '').replace(`-${id}`, ''),
    typed,
  ])
  return Object.fromEntries(own) as Typed
}

function fieldOf(refusal: AnswerRefusal, doing: string): string {
  if (refusal === 'day-passed' || refusal === 'same-day') return doing === 'confirm' ? 'byDay' : 'newDay'
  return doing === 'settle' ? 'ending' : doing === 'move' ? 'newDay' : 'what'
}
