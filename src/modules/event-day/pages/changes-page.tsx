import { participantInWords, type Event, type Participant, type SeatPlan } from '#modules/roundtable'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { SeatMove } from '../core/moves.ts'
import { MoveList } from './preview-page.tsx'
import { textsIn } from './texts.ts'
import { crumbsTo, momentInWords } from './words.ts'

interface ChangesPageProps {
  readonly event: Event
  readonly plan: SeatPlan
  readonly moves: readonly SeatMove[]
  readonly participants: readonly Participant[]
  /** How many letters were sent a moment ago; null when the page is only looked at. */
  readonly letters: number | null
  readonly now: Date
  readonly locale: Locale
}

/** Who has another seat since the version before: slips for the hosts to hand out. */
export function ChangesPage({ event, plan, moves, participants, letters, now, locale }: ChangesPageProps) {
  const { crumbs, changes: texts, replan } = textsIn(locale)
  // Nobody hands a slip to who is not there.
  const goes = new Set(moves.flatMap(({ participant, to }) => (to === null ? [] : [participant])))
  const staying = moves.filter(({ participant }) => goes.has(participant))
  const left = participants.filter(
    ({ id }) => !goes.has(id) && moves.some(({ participant }) => participant === id),
  )
  const here = addressOf('dayChanges', locale, { event: event.id, version: String(plan.version) })
  return (
    <Page>
      <Breadcrumbs label={crumbs} items={crumbsTo(event, locale, { label: texts.title, href: here })} />
      {letters !== null && (
        <Notice tone="success" live>
          <p>{replan.done(plan.version, letters)}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={event.title}
        title={texts.title}
        lead={[
          texts.lead(plan.version, momentInWords(plan.toldAt ?? plan.savedAt, now, locale)),
          ...(staying.length > 0 ? [texts.cut] : []),
        ].join(' ')}
      />
      {moves.length === 0 && <p class="empty">{texts.none}</p>}
      {staying.length > 0 && <MoveList moves={staying} participants={participants} locale={locale} />}
      {left.length > 0 && <p class="source">{texts.left(left.map(participantInWords))}</p>}
    </Page>
  )
}
