import {
  cellHref,
  ExampleNotice,
  type GridEntry,
  numbered,
  type Reader,
  StandingStatus,
  standingOf,
} from '#modules/programme'
import { dayOf, daysBetween, formatShortDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import type { Led, Leading } from '../core/leading.ts'
import { textsIn } from './texts.ts'

interface LeaderPageProps {
  readonly municipality: { readonly slug: string; readonly name: string }
  readonly leading: Leading
  readonly day: IsoDay
  readonly reader: Reader
}

/** One page for the leaders of a municipality, on a phone and on one sheet of paper. */
export function LeaderPage({ municipality, leading, day, reader }: LeaderPageProps) {
  const { locale } = reader
  const texts = textsIn(locale).leader
  const { needsYou, onTrack, unknown, ended } = leading
  const shown = [...needsYou, ...unknown].flatMap(({ entry, neighbours }) => [entry, ...neighbours])
  return (
    <Page width="narrow">
      <div class="one-sheet">
        <PageTitle
          title={texts.title(municipality.name)}
          lead={texts.lead}
          actions={
            <a href={addressOf('latestReport', locale, { subject: municipality.slug })}>{texts.toReport}</a>
          }
        />
        <ExampleNotice entries={[...shown, ...onTrack]} locale={locale} />
        <Section id="behover-dig" title={texts.needsYou}>
          {needsYou.length === 0 && <p>{texts.nothingNeedsYou}</p>}
          {needsYou.map((led) => (
            <NeedsYou key={led.entry.intervention.id} led={led} day={day} reader={reader} />
          ))}
        </Section>
        <Section id="gar-bra" title={texts.onTrack}>
          {onTrack.length === 0 && <p>{texts.nothingOnTrack}</p>}
          <ShortList entries={[...onTrack, ...ended]} day={day} reader={reader} />
        </Section>
        {unknown.length > 0 && (
          <Section id="okant" title={texts.unknown}>
            {unknown.map((led) => (
              <div key={led.entry.intervention.id}>
                <p>
                  <a href={cellHref(led.entry, locale)}>{numbered(led.entry.intervention, locale)}</a>
                </p>
                <Neighbours led={led} reader={reader} />
              </div>
            ))}
          </Section>
        )}
      </div>
    </Page>
  )
}

interface EntryProps {
  readonly day: IsoDay
  readonly reader: Reader
}

function NeedsYou({ led, day, reader }: EntryProps & { readonly led: Led }) {
  const { locale } = reader
  const texts = textsIn(locale).leader
  const { cell } = led.entry
  if (!cell) return null
  return (
    <div>
      <h3>
        <a href={cellHref(led.entry, locale)}>{numbered(led.entry.intervention, locale)}</a>
      </h3>
      <p>
        <StandingStatus standing={standingOf(cell)} words={reader.words} />{' '}
        <Said text={cell.text} locale={locale} />
      </p>
      <p class="source">
        {cell.owner ? texts.owner(cell.owner.name ?? '') : texts.noOwner}.{' '}
        {texts.days(daysBetween(dayOf(cell.saidAt), day))}.{' '}
        {cell.milestone && (
          <>
            <Said text={cell.milestone.text} locale={locale} />, {formatShortDay(cell.milestone.on, locale)}.
          </>
        )}
      </p>
      <Neighbours led={led} reader={reader} />
    </div>
  )
}

/** What neighbours say of the same intervention. */
function Neighbours({ led: { neighbours }, reader }: { readonly led: Led; readonly reader: Reader }) {
  const { locale, words } = reader
  const texts = textsIn(locale).leader
  if (neighbours.length === 0) return <p class="source">{texts.noNeighbour}</p>
  return (
    <ul>
      {neighbours.map((entry) => (
        <li key={entry.municipality.code}>
          <a href={cellHref(entry, locale)}>
            {texts.neighbourSays(entry.municipality.name, words.labels[standingOf(entry.cell)].toLowerCase())}
          </a>{' '}
          <Said text={entry.cell?.text ?? ''} locale={locale} />
        </li>
      ))}
    </ul>
  )
}

function ShortList({ entries, day, reader }: EntryProps & { readonly entries: readonly GridEntry[] }) {
  const { locale } = reader
  const texts = textsIn(locale).leader
  return (
    <ul class="plain-list">
      {entries.map((entry) => (
        <li key={entry.intervention.id}>
          <StandingStatus standing={standingOf(entry.cell)} words={reader.words} />{' '}
          <a href={cellHref(entry, locale)}>{numbered(entry.intervention, locale)}</a>
          {entry.cell && (
            <span class="source"> {texts.days(daysBetween(dayOf(entry.cell.saidAt), day))}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Said({ text, locale }: { readonly text: string; readonly locale: Locale }) {
  return <span lang={locale === 'sv' ? undefined : 'sv'}>{text}</span>
}
