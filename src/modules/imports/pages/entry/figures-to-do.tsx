import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { mayEnterAny, whereSettling } from '../../core/entry-policy.ts'
import { mayImport } from '../../core/policy.ts'
import { countToConfirm } from '../../entry-store.ts'
import { entryTextsIn } from './entry-texts.ts'

/** What somebody has to do with figures, for the page where they start the day; null where that is nothing. */
export async function figuresToDo(visit: Visit): Promise<VNode | null> {
  const { actor, locale } = visit
  const where = actor ? whereSettling(actor) : []
  if (!actor || where.length === 0) return null
  const count = await inTransaction(visit, async (tx) => countToConfirm(tx, actor.personId, where))
  const texts = entryTextsIn(locale).toDo
  const toConfirm = count === 0 ? texts.noneToConfirm : texts.toConfirm(count)
  return (
    <Section id="siffror" title={texts.title}>
      <ul class="plain-list">
        <li>
          <a href={addressOf('toConfirm', locale)}>
            {count === 0 ? toConfirm : <strong>{toConfirm}</strong>}
          </a>
        </li>
        {mayEnterAny(actor) && (
          <li>
            <a href={addressOf('enterFigure', locale)}>{texts.enter}</a>
          </li>
        )}
        {mayImport(actor) && (
          <li>
            <a href={addressOf('imports', locale)}>{texts.imports}</a>
          </li>
        )}
      </ul>
    </Section>
  )
}
