import { inTransaction } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { topicsOf } from '#modules/routing'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import * as drafts from '../draft-store.ts'
import { errorsIn, keptOf, stepToDo, type Choices, type StepName } from '../draft/steps.ts'
import type { SentFile } from '../file-store.ts'
import type { KeyHolder } from './behind-key.ts'

/** How many files may be sent along at a time. */
export const mostFiles = 5

interface Step {
  readonly step: StepName
  readonly typed: Readonly<Record<string, string>>
  readonly files: readonly SentFile[]
  /** The ids of files that are not to be sent after all. */
  readonly removed: readonly string[]
}

interface WrittenStep {
  /** Where it is gone on with; null when all is in order. */
  readonly toDo: StepName | null
  /** What is wrong with it; null when nothing is. It is saved either way. */
  readonly errors: Readonly<Record<string, string>> | null
}

/** Saves a step of a draft as it was typed, right or wrong, and says what is wrong. */
export async function writeStep(
  context: KeyHolder,
  { step, typed, files, removed }: Step,
): Promise<Outcome<WrittenStep, 'no-draft'>> {
  return inTransaction({ ...context, actor: null }, async (tx) => {
    const draft = await drafts.lockedKeyDraft(tx)
    if (!draft) return refuse('no-draft')
    const choices = await choicesIn(tx)
    const kept = keptOf(step, typed, draft.written, choices)
    await drafts.writeDraft(tx, draft.id, { ...draft.written, [step]: kept }, context.now)
    await drafts.removeDraftFiles(tx, draft.id, removed)
    const have = (await drafts.draftFilesOf(tx, draft.id)).length
    const place = { networkId: context.networkId, matter: draft.id }
    await drafts.addDraftFiles(tx, place, files.slice(0, mostFiles - have), context.now)
    const written = { ...draft.written, [step]: typed }
    const errors = errorsIn(step, written, choices)
    const hasTooMany = have + files.length > mostFiles
    return done({
      toDo: stepToDo(written, choices),
      errors: hasTooMany ? { ...errors, files: 'files-too-many' } : errors,
    })
  })
}

/** What may be chosen from, now. */
export async function choicesIn(tx: Tx): Promise<Choices> {
  const municipalities = (await municipalitiesOf(tx)).map(({ code }) => code)
  return { topics: await topicsOf(tx), municipalities }
}
