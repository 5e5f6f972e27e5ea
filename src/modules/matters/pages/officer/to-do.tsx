import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { inboxCounts } from '../../inbox-store.ts'
import { lookingIn } from './inbox-routes.tsx'
import { textsIn } from './texts.ts'

/** How many matters wait for somebody, for where they start their day; null where that is none. */
export async function mattersToDo(visit: Visit): Promise<VNode | null> {
  const looking = lookingIn(visit)
  if (!looking) return null
  const counts = await inTransaction(visit, (tx) => inboxCounts(tx, looking))
  const { toDo: texts } = textsIn(visit.locale)
  const views = (['risk', looking.municipalities.length > 0 ? 'mine' : 'all'] as const).filter(
    (view) => counts[view] > 0,
  )
  if (views.length === 0) return null
  return (
    <Section id="arenden" title={texts.title}>
      <ul class="plain-list">
        {views.map((view) => (
          <li key={view}>
            <a href={`${addressOf('matters', visit.locale)}?view=${view}`}>{texts[view](counts[view])}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
