import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { ago, readerOf, type GridEntry, type Reader } from '#modules/programme'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Activity } from '../core/activity.ts'
import { lastHappenedIn, type Found } from '../core/contradictions.ts'
import { maySayActivity } from '../core/policy.ts'
import { lastHandover, type Handover } from '../handover-store.ts'
import { pictureOf, tracesIn } from '../reads.ts'
import { activitiesIn } from '../store.ts'
import { ActivityCards } from './activity-list.tsx'
import { listQuery, questionNames } from './list-query.ts'
import { textsIn } from './texts.ts'
import { toldTo } from './told-to.ts'
import { contradictionInWords } from './words.ts'

/** On a cell's page: when anything last happened, what does not fit together, and the activities. */
export async function activitiesOfCell(visit: Visit, entry: GridEntry): Promise<VNode> {
  const reader = await readerOf(visit)
  const place = { municipality: entry.municipality.code, intervention: entry.intervention.id }
  const shown = await inTransaction(visit, async (tx) => {
    const { activities, traces } = await tracesIn(tx, place)
    const found = reader.isMember ? (await pictureOf(tx, reader.today)).found : []
    return {
      activities,
      lastHappened: lastHappenedIn(place, traces),
      found: toldTo(visit.actor, found, reader.today).filter(
        (one) => one.municipality === place.municipality && one.intervention === place.intervention,
      ),
      handover: await lastHandover(tx, {
        kind: 'cell',
        thing: place.intervention,
        municipality: place.municipality,
      }),
    }
  })
  const { section } = textsIn(visit.locale)
  return (
    <Section
      id="aktiviteter"
      title={section.title}
      lead={happenedInWords(shown.lastHappened, visit, reader)}
      action={
        maySayActivity(visit.actor, entry.municipality.code) &&
        !entry.intervention.isRetired && (
          <LinkButton href={addHref(entry, visit)} variant="secondary">
            {section.add}
          </LinkButton>
        )
      }
    >
      <WithoutOwner entry={entry} handover={shown.handover} reader={reader} />
      <Contradictions found={shown.found} activities={shown.activities} reader={reader} />
      <ActivityCards activities={shown.activities} reader={reader} without="intervention" />
      <p>
        <a href={addressOf('activities', visit.locale)}>{section.all}</a>
      </p>
    </Section>
  )
}

/** On an intervention's page: what all do under it. */
export async function activitiesOfIntervention(visit: Visit, intervention: string): Promise<VNode> {
  const activities = await inTransaction(visit, (tx) => activitiesIn(tx, { intervention }))
  const { section } = textsIn(visit.locale)
  const query = listQuery({ municipality: '', intervention, status: '' }, visit.locale)
  return (
    <Section id="aktiviteter" title={section.title}>
      <ActivityCards activities={activities} reader={await readerOf(visit)} without="intervention" />
      <p>
        <a href={addressOf('activities', visit.locale) + query}>{section.all}</a>
      </p>
    </Section>
  )
}

interface MunicipalityActivitiesProps {
  readonly activities: readonly Activity[]
  readonly municipality: { readonly slug: string }
  readonly reader: Reader
}

/** On a municipality's page: what it does, by itself and with others. */
export function MunicipalityActivities({ activities, municipality, reader }: MunicipalityActivitiesProps) {
  const { section } = textsIn(reader.locale)
  const query = listQuery({ municipality: municipality.slug, intervention: '', status: '' }, reader.locale)
  return (
    <>
      <ActivityCards activities={activities} reader={reader} without="municipality" />
      <p>
        <a href={addressOf('activities', reader.locale) + query}>{section.all}</a>
      </p>
    </>
  )
}

function addHref({ municipality, intervention }: GridEntry, { locale }: Visit): string {
  const query = new URLSearchParams({ [questionNames[locale].intervention]: intervention.id })
  return `${addressOf('addActivity', locale, { municipality: municipality.slug })}?${query}`
}

function happenedInWords(lastHappened: string | null, { locale }: Visit, reader: Reader): string {
  const { cell } = textsIn(locale)
  if (lastHappened === null) return cell.neverHappened
  return cell.happened(formatDay(lastHappened, locale), ago(new Date(`${lastHappened}T12:00:00Z`), reader))
}

interface WithoutOwnerProps {
  readonly entry: GridEntry
  readonly handover: Handover | undefined
  readonly reader: Reader
}

function WithoutOwner({ entry, handover, reader: { locale } }: WithoutOwnerProps) {
  // Whatever was passed on long ago, since then somebody may have taken it.
  if (!entry.cell || entry.cell.owner !== null || !handover?.reason) return null
  return (
    <Notice tone="warning">
      <p>{textsIn(locale).cell.withoutOwner(handover.reason, formatDay(dayOf(handover.at), locale))}</p>
    </Notice>
  )
}

interface ContradictionsProps {
  readonly found: readonly Found[]
  readonly activities: readonly Activity[]
  readonly reader: Reader
}

function Contradictions({ found, activities, reader }: ContradictionsProps) {
  if (found.length === 0) return null
  const { cell } = textsIn(reader.locale)
  return (
    <Notice tone="warning" title={cell.contradictions} titleLevel={3}>
      <ul>
        {found.map((one, at) => {
          const about = activities.find(({ id }) => id === one.activity)
          return (
            <li key={at}>
              {about && `${about.title}: `}
              {contradictionInWords(one.contradiction, reader)}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
