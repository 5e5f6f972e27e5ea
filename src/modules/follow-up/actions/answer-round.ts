import { colleaguesIn, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { cellGrid, sayWords, type CellForm, type WordRefusal } from '#modules/programme'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { isColleaguesSince } from '../core/draft.ts'
import { mayAnswer } from '../core/policy.ts'
import { unchangedForms } from '../core/sheet.ts'
import * as store from '../store.ts'
import { holdOpenRound } from './hold-open-round.ts'

/** What a municipality sends: its words and answers, or that nothing has changed. */
export type Sending =
  | {
      readonly kind: 'words'
      readonly forms: ReadonlyMap<string, CellForm>
      readonly answers: readonly string[]
    }
  | { readonly kind: 'unchanged' }

export type AnswerRefusal =
  | { readonly why: 'not-allowed' | 'round-unknown' | 'round-frozen' | 'draft-changed' | 'nothing-to-say' }
  /** Words that could not be said, by intervention. */
  | { readonly why: 'words'; readonly words: ReadonlyMap<string, WordRefusal> }

/**
 * An officer answers a round for the municipality: every word is said in the matrix, and that the municipality has answered
 * is noted, all at once or not at all. `seen` is the version of the draft that the sheet was opened with. May be done again until the round is frozen; the leader then confirms anew.
 */
export async function answerRound(
  context: Context,
  round: string,
  municipality: string,
  { sending, seen }: { readonly sending: Sending; readonly seen: number },
): Promise<Outcome<null, AnswerRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayAnswer(actor, municipality)) return refuse({ why: 'not-allowed' })
  const place = { networkId, round, municipality }
  const doing = { by: actor.personId, at: now }

  return inTransaction(context, async (tx) => {
    const known = await holdOpenRound(tx, place)
    if (!known.ok) return refuse({ why: known.refusal })
    const forms = sending.kind === 'words' ? sending.forms : await formsUnchanged(tx, municipality)
    // What a colleague has begun would be gone with the draft.
    if (isColleaguesSince(await store.draftOf(tx, place), seen, actor.personId))
      return refuse({ why: 'draft-changed' })
    // Who has said nothing at all, not even to a question, has not answered.
    const answers = sending.kind === 'words' ? sending.answers : known.value.questions.map(() => '')
    if (forms.size === 0 && answers.every((answer) => answer === '')) return refuse({ why: 'nothing-to-say' })
    const said = await sayWords(tx, { networkId, ...doing }, municipality, forms)
    if (!said.ok) return refuse({ why: 'words', words: said.refusal })

    const answer = { answers, isUnchanged: sending.kind === 'unchanged' }
    const number = await store.addAnswer(tx, place, answer, doing)
    await store.putDraft(tx, place, null, doing)
    await audit.record(tx, {
      networkId,
      ...doing,
      did: 'follow-up.answered',
      on: { kind: 'follow-up-answer', id: `${round}/${municipality}` },
      after: { number, isUnchanged: answer.isUnchanged, answers: answers.filter((text) => text !== '') },
    })
    return done(null)
  })
}

async function formsUnchanged(tx: Tx, municipality: string): Promise<ReadonlyMap<string, CellForm>> {
  const here = new Set((await colleaguesIn(tx, municipality)).map(({ id }) => id))
  return unchangedForms(await cellGrid(tx, { municipality }), here)
}
