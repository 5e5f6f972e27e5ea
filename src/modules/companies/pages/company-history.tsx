import type { ComponentChildren } from 'preact'
import { dayOf, formatDay, type IsoDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import type { GivenPromise } from '../core/promise.ts'
import type { CompanyVisit, VisitWord } from '../core/visit.ts'
import type { MatterOfCompany } from '../history-store.ts'
import { textsIn } from './texts.ts'
import { municipalityIn, visitHref, type Reader } from './words.ts'

export interface HistoryProps {
  readonly visits: readonly CompanyVisit[]
  readonly words: ReadonlyMap<string, VisitWord>
  readonly promises: readonly GivenPromise[]
  readonly matters: readonly MatterOfCompany[]
  readonly reader: Reader
}

interface Happening {
  readonly id: string
  readonly on: IsoDay
  readonly what: ComponentChildren
  readonly more: ComponentChildren
}

/** What has happened between a company and the town halls, the latest first. */
export function CompanyHistory(props: HistoryProps) {
  const { reader } = props
  const { company: texts } = textsIn(reader.locale)
  const happenings = [
    ...props.visits.map((visit) => happeningOfVisit(visit, props)),
    ...props.matters.map((matter) => happeningOfMatter(matter, reader)),
  ].toSorted((one, other) => other.on.localeCompare(one.on))
  return (
    <Section id="historik" title={texts.history} lead={texts.historyLead}>
      {happenings.length === 0 && <p class="empty">{texts.nothing}</p>}
      <ol class="timeline" aria-label={texts.history}>
        {happenings.map(({ id, on, what, more }) => (
          <li key={id}>
            <p class="timeline__what">{what}</p>
            <p class="source">
              <time dateTime={on}>{formatDay(on, reader.locale)}</time>
            </p>
            {more}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function happeningOfVisit(visit: CompanyVisit, { words, promises, reader }: HistoryProps): Happening {
  const { locale } = reader
  const { company: texts, visit: states } = textsIn(locale)
  const word = words.get(visit.id)
  return {
    id: visit.id,
    on: visit.on,
    what: (
      <a href={visitHref(visit, locale)}>
        {texts.visited(municipalityIn(reader, visit.municipality))}
        {visit.state !== 'done' && ` (${states.states[visit.state].toLowerCase()})`}
      </a>
    ),
    more: (
      <>
        {word && <p class="as-written">{word.said}</p>}
        {!word && visit.state === 'done' && <p class="source">{texts.wordsElsewhere}</p>}
        <PromiseList promises={promises.filter((promise) => promise.visit === visit.id)} reader={reader} />
      </>
    ),
  }
}

function happeningOfMatter(matter: MatterOfCompany, reader: Reader): Happening {
  const { locale } = reader
  const { company: texts, matterStates, outcomes } = textsIn(locale)
  const { year, number, subject, state, outcome, readers, receivedAt } = matter
  const name = `${year}-${number}`
  return {
    id: matter.id,
    on: dayOf(receivedAt),
    what: <a href={addressOf('matter', locale, { matter: name })}>{texts.matter(name, subject)}</a>,
    more: (
      <p class="source">
        {[
          readers.map((code) => municipalityIn(reader, code)).join(', '),
          state === 'closed' ? (outcomes[outcome ?? ''] ?? matterStates.closed) : matterStates[state],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    ),
  }
}

const tones = { kept: 'done', 'not-kept': 'bad' } as const satisfies Record<string, StatusTone>

/** Promises with how they went. */
function PromiseList({
  promises,
  reader,
}: {
  readonly promises: readonly GivenPromise[]
  readonly reader: Pick<Reader, 'locale' | 'today'>
}) {
  if (promises.length === 0) return null
  return (
    <ul class="plain-list">
      {promises.map((promise) => (
        <li key={promise.id}>
          <span class="as-written">{promise.text}</span> <PromiseStanding promise={promise} reader={reader} />
        </li>
      ))}
    </ul>
  )
}

/** Whether a promise was kept, or by when it is to be. */
export function PromiseStanding({
  promise: { outcome, because, dueOn, settledAt },
  reader: { locale, today },
}: {
  readonly promise: GivenPromise
  readonly reader: Pick<Reader, 'locale' | 'today'>
}) {
  const { promises: texts } = textsIn(locale)
  if (outcome === null) {
    const isLate = dueOn < today
    return (
      <Status
        tone={isLate ? 'warning' : 'neutral'}
        label={(isLate ? texts.late : texts.due)(formatDay(dueOn, locale))}
      />
    )
  }
  return (
    <>
      <Status tone={tones[outcome]} label={texts.outcomes[outcome]} />
      {because && <span class="as-written"> {because}</span>}
      {settledAt && <span class="source"> {formatDay(dayOf(settledAt), locale)}</span>}
    </>
  )
}
