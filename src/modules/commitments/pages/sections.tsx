import { holds, inTransaction, municipalitiesAs, type Visit } from '#modules/accounts'
import { keyOf, type EventSection, type ParticipantSection } from '#modules/roundtable'
import { addDays, dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import type { VNode } from 'preact'
import { activityOf, lagsBehind } from '../actions/enter-programme.ts'
import { commitmentsIn } from '../commitment-store.ts'
import { mayStandInProgramme, standingOf } from '../core/commitment.ts'
import { summaryDays } from '../core/ladder.ts'
import { maySumUp } from '../core/policy.ts'
import { nextThemes } from '../note-store.ts'
import { eventsWaiting } from '../summary-store.ts'
import { textsIn } from './texts.ts'
import { commitmentHref } from './words.ts'

/** What an event's page says of its notes and of what was promised. */
export const commitmentsSection: EventSection = async (visit, event) => {
  const { locale, actor, now } = visit
  if (dayOf(now) < event.onDay || event.cancelledAt !== null) return null
  const { sections: texts } = textsIn(locale)
  const count = await inTransaction(
    visit,
    async (tx) => (await commitmentsIn(tx, { event: event.id })).length,
  )
  return (
    <Section id="anteckningar" title={texts.event}>
      <ul class="plain-list">
        {maySumUp(actor) && (
          <li>
            <a href={addressOf('eventNotes', locale, { event: event.id })}>{texts.notes}</a>
          </li>
        )}
        <li>
          <a href={`${addressOf('commitments', locale)}?samtal=${event.id}`}>{texts.commitments(count)}</a>
        </li>
        <li>
          <a href={addressOf('whatCameOfIt', locale, { event: event.id })}>{texts.came}</a>
        </li>
      </ul>
    </Section>
  )
}

/** What was put off until the next time, for whoever plans it. */
export const putOffSection: EventSection = async (visit, event) => {
  const { locale, actor, now } = visit
  if (!maySumUp(actor) || dayOf(now) > event.onDay) return null
  const { theme: texts } = textsIn(locale)
  const themes = (await inTransaction(visit, async (tx) => nextThemes(tx))).filter(
    (theme) => theme.event.id !== event.id,
  )
  if (themes.length === 0) return null
  return (
    <Section id="teman" title={texts.list}>
      <ul>
        {themes.map(({ id, text, event: earlier }) => (
          <li key={id}>
            {text}{' '}
            <a href={addressOf('event', locale, { event: earlier.id })}>
              {earlier.title}, {formatDay(earlier.onDay, locale)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What a participant's own page says of their promises; `secret` is the installation's, for the address. */
export function myCommitmentsSection(secret: string): ParticipantSection {
  return async (visit, _event, { id }) => {
    const { locale, networkId } = visit
    const { sections: texts, own } = textsIn(locale)
    const commitments = await inTransaction(visit, async (tx) => commitmentsIn(tx, { participant: id }))
    if (commitments.length === 0) return null
    const key = keyOf(secret, { networkId, participant: id })
    return (
      <Section id="ataganden" title={texts.own} lead={own.lead}>
        <p>
          <a href={addressOf('ownCommitments', locale, { key })}>{texts.commitments(commitments.length)}</a>
        </p>
      </Section>
    )
  }
}

const mostLines = 6

/** What commitments want of somebody, for where they start their day. */
export async function commitmentsToDo(visit: Visit): Promise<VNode | null> {
  const { locale, actor } = visit
  const own = municipalitiesAs(actor, 'officer')
  if (!actor || (own.length === 0 && !holds(actor, 'coordinator'))) return null
  const lines = await linesFor(visit, own)
  if (lines.length === 0) return null
  return (
    <Section id="ataganden" title={textsIn(locale).toDo.title}>
      <ul class="plain-list">
        {lines.slice(0, mostLines).map(({ text, href }) => (
          <li key={text}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function linesFor(
  visit: Visit,
  own: readonly string[],
): Promise<readonly { readonly text: string; readonly href: string }[]> {
  const { locale, actor, now } = visit
  const { toDo: texts } = textsIn(locale)
  const today = dayOf(now)
  return inTransaction(visit, async (tx) => {
    const commitments = await commitmentsIn(tx)
    const lines: { text: string; href: string }[] = []
    for (const one of commitments) {
      if (one.municipality === null || !own.includes(one.municipality)) continue
      const href = commitmentHref(one.id, locale)
      if (one.state === 'confirmed' && mayStandInProgramme(one))
        lines.push({ text: texts.enter(one.what), href })
      const activity = await activityOf(tx, one)
      if (activity && lagsBehind(one, activity)) lines.push({ text: texts.follow(one.what), href })
    }
    if (!holds(actor, 'coordinator')) return lines
    for (const { id, title, onDay } of await eventsWaiting(tx, today))
      lines.push({
        text: texts.summary(title, formatDay(addDays(onDay, summaryDays.within), locale)),
        href: addressOf('eventSummary', locale, { event: id }),
      })
    const late = commitments.filter((one) => standingOf(one, today) === 'late').length
    if (late > 0)
      lines.push({ text: texts.late(late), href: `${addressOf('commitments', locale)}?lage=late` })
    return lines
  })
}
