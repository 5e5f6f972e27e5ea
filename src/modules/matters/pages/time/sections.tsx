import { inTransaction, namesOf, type Visit } from '#modules/accounts'
import { ledgerOf } from '#modules/mail'
import { dayOf, formatDay, type IsoDay } from '#platform/values/dates.ts'
import {
  addWorkingDays,
  workingDayOf,
  workingDaysBetween,
  type OwnDays,
} from '#platform/values/working-days.ts'
import { DescriptionList, type Description } from '#ui/description-list.tsx'
import { Section } from '#ui/heading.tsx'
import { staffOf } from '../../absence-store.ts'
import { duesOf, type Due } from '../../core/clock.ts'
import { matterNumber } from '../../core/matter.ts'
import { stepOn, toldOn, type Staff, type Step, type Watched } from '../../core/ladder.ts'
import { clockFor, warningsAbout, watchedMatter, type Warned } from '../../time-store.ts'
import type { MatterSection } from '../section.ts'
import { LettersOfMatter } from './letters-page.tsx'
import { textsIn } from './texts.ts'

/** How a matter stands with its days, and who is told next: beside the matter on the officer's page. */
export const clockSection: MatterSection = async (visit, { id }) => {
  const read = await inTransaction(visit, async (tx) => {
    const matter = await watchedMatter(tx, visit.networkId, id)
    if (!matter) return null
    const staff = await staffOf(tx, visit.networkId, dayOf(visit.now))
    const { own } = await clockFor(tx, visit.networkId, matter.municipality)
    const warned = await warningsAbout(tx, id)
    const next = nextWarning(matter, staff, { own, today: dayOf(visit.now) })
    const names = await namesOf(tx, [...warned.map(({ personId }) => personId), ...(next?.people ?? [])])
    return { matter, own, warned, next, names, staff }
  })
  if (!read) return null
  const { matter, own, warned, next, names, staff } = read
  const texts = textsIn(visit.locale).clock
  const nameOf = (personId: string) =>
    names.get(personId) ?? (staff.coordinators.includes(personId) ? texts.coordinator : personId)
  const items: Description[] = [
    ...daysInWords(visit, matter, own),
    ...waitingInWords(visit, matter, own),
    ...(next
      ? [
          {
            term: texts.next,
            details: texts.nextWho(next.people.map(nameOf).join(', '), texts.nextStep[next.step]),
          },
        ]
      : []),
    ...warnedInWords(visit, warned, nameOf),
  ]
  return (
    <Section id="tid" title={texts.title}>
      {matter.state === 'closed' ? <p>{texts.closed}</p> : <DescriptionList items={items} />}
    </Section>
  )
}

/** What became of the letters of a matter, for those who work on it. */
export const lettersSection: MatterSection = async (visit, { id, year, number }) => {
  const lines = await inTransaction(visit, async (tx) => ledgerOf(tx, { matter: id, limit: 50 }))
  if (lines.length === 0) return null
  return <LettersOfMatter lines={lines} locale={visit.locale} matter={matterNumber({ year, number })} />
}

function daysInWords({ now, locale }: Visit, matter: Watched, own: OwnDays): readonly Description[] {
  const texts = textsIn(locale).clock
  const dues = new Map(duesOf({ ...matter, state: 'open' }, own).map(({ due, on }) => [due, on]))
  const done: Readonly<Record<Due, Date | null>> = {
    'first-word': matter.firstWordAt,
    plan: matter.plannedAt,
  }
  return (['first-word', 'plan'] as const).flatMap((due) => {
    const on = dues.get(due)
    const at = done[due]
    if (at !== null) return [{ term: texts.due[due], details: texts.done(formatDay(dayOf(at), locale)) }]
    if (on === undefined) return []
    const how = matter.state === 'open' ? howFar(on, dayOf(now), own, texts) : texts.waiting.toLowerCase()
    return [{ term: texts.due[due], details: texts.by(formatDay(on, locale), how) }]
  })
}

type ClockTexts = ReturnType<typeof textsIn>['clock']

function howFar(on: IsoDay, today: IsoDay, own: OwnDays, texts: ClockTexts): string {
  const days = workingDaysBetween(today, on, own)
  if (today === on) return texts.today
  return today < on ? texts.left(days) : texts.late(Math.max(1, -days))
}

function waitingInWords({ now, locale }: Visit, matter: Watched, own: OwnDays): readonly Description[] {
  if (matter.state !== 'waiting' || matter.waitingSince === null) return []
  const texts = textsIn(locale).clock
  const since = dayOf(matter.waitingSince)
  const days = Math.max(0, workingDaysBetween(since, workingDayOf(now, own), own))
  return [{ term: texts.waiting, details: texts.waitingFor(formatDay(since, locale), days) }]
}

function warnedInWords(
  { locale }: Visit,
  warned: readonly Warned[],
  nameOf: (personId: string) => string,
): readonly Description[] {
  if (warned.length === 0) return []
  const texts = textsIn(locale).clock
  const details = warned
    .map(({ personId, at }) => texts.warnedOne(nameOf(personId), formatDay(dayOf(at), locale)))
    .join('; ')
  return [{ term: texts.warned, details }]
}

/** The next step of the ladder from tomorrow on, of what is due first. */
function nextWarning(
  matter: Watched,
  staff: Staff,
  { own, today }: { readonly own: OwnDays; readonly today: IsoDay },
): { readonly step: Step; readonly people: readonly string[] } | null {
  const [first] = duesOf(matter, own)
  if (!first) return null
  const day = addWorkingDays(today, 1, own)
  const before = addWorkingDays(first.on, -1, own)
  const on = day < before ? before : day
  const step = stepOn(on, first.on, own)
  return step === null ? null : { step, people: toldOn(step, matter, staff, on) }
}
