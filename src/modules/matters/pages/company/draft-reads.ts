import { inTransaction } from '#modules/accounts'
import { municipalitiesOf, type Municipality } from '#modules/region'
import { topicsOf, type Topic } from '#modules/routing'
import { addressOf } from '#ui/addresses.ts'
import { keyMatter } from '../../company-store.ts'
import { draftFilesOf, keyDraft, type Draft, type DraftFile } from '../../draft-store.ts'
import type { Choices } from '../../draft/steps.ts'
import type { Holder } from './setting.ts'
import type { DraftPlace } from './step-page.tsx'

/** A draft with all that its pages show. */
export interface DraftShown {
  readonly draft: Draft
  readonly files: readonly DraftFile[]
  readonly topics: readonly Topic[]
  readonly municipalities: readonly Municipality[]
  readonly choices: Choices
}

/** The draft behind a private address; `sent` when it is a matter already, null when there is neither. */
export async function draftBehind({ context }: Holder): Promise<DraftShown | 'sent' | null> {
  return inTransaction({ ...context, actor: null }, async (tx) => {
    const draft = await keyDraft(tx)
    if (!draft) return (await keyMatter(tx)) ? 'sent' : null
    const municipalities = await municipalitiesOf(tx)
    const topics = await topicsOf(tx)
    const choices = { topics, municipalities: municipalities.map(({ code }) => code) }
    return { draft, files: await draftFilesOf(tx, draft.id), topics, municipalities, choices }
  })
}

/** Where a draft is gone on with. */
export function draftPlace({ visit, key }: Holder, { draft }: DraftShown, origin: string): DraftPlace {
  return { key, address: `${origin}${addressOf('draft', visit.locale, { key })}`, changedAt: draft.changedAt }
}
