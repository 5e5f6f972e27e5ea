import {
  cellHref,
  ExampleNotice,
  type GridEntry,
  numbered,
  standingsInWords,
  toneOf,
} from '#modules/programme'
import { dayOf, daysBetween, formatShortDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Status } from '#ui/status.tsx'
import type { Led, Leading } from '../core/leading.ts'
import { textsIn } from './texts.ts'

interface LeaderPageProps {
  readonly municipality: { readonly slug: string; readonly name: string }
  readonly leading: Leading
  readonly day: IsoDay
  readonly locale: Locale
}

/** One page for the leaders of a municipality, on a phone and on one sheet of paper. */
export function LeaderPage({ municipality, leading, day, locale }: LeaderPageProps) {
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
            <NeedsYou key={led.entry.intervention.id} led={led} day={day} locale={locale} />
          ))}
        </Section>
        <Section id="gar-bra" title={texts.onTrack}>
          {onTrack.length === 0 && <p>{texts.nothingOnTrack}</p>}
          <ShortList entries={[...onTrack, ...ended]} day={day} locale={locale} />
        </Section>
        {unknown.length > 0 && (
          <Section id="okant" title={texts.unknown}>
            {unknown.map((led) => (
              <div key={led.entry.intervention.id}>
                <p>
                  <a href={cellHref(led.entry, locale)}>{numbered(led.entry.intervention, locale)}</a>
                </p>
                <Neighbours led={led} locale={locale} />
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
  readonly locale: Locale
}

function NeedsYou({ led, day, locale }: EntryProps & { readonly led: Led }) {
  const texts = textsIn(locale).leader
  const { cell } = led.entry
  if (!cell) return null
  return (
    <div>
      <h3>
        <a href={cellHref(led.entry, locale)}>{numbered(led.entry.intervention, locale)}</a>
      </h3>
      <p>
        <Standing entry={led.entry} locale={locale} /> <Said text={cell.text} locale={locale} />
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
      <Neighbours led={led} locale={locale} />
    </div>
  )
}

/** What neighbours say of the same intervention. */
function Neighbours({ led: { neighbours }, locale }: { readonly led: Led; readonly locale: Locale }) {
  const texts = textsIn(locale).leader
  if (neighbours.length === 0) return <p class="source">{texts.noNeighbour}</p>
  return (
    <ul>
      {neighbours.map((entry) => (
        <li key={entry.municipality.code}>
          <a href={cellHref(entry, locale)}>
            {texts.neighbourSays(entry.municipality.name, standingWord(entry, locale).toLowerCase())}
          </a>{' '}
          <Said text={entry.cell?.text ?? ''} locale={locale} />
        </li>
      ))}
    </ul>
  )
}

function ShortList({ entries, day, locale }: EntryProps & { readonly entries: readonly GridEntry[] }) {
  const texts = textsIn(locale).leader
  return (
    <ul class="plain-list">
      {entries.map((entry) => (
        <li key={entry.intervention.id}>
          <Standing entry={entry} locale={locale} />{' '}
          <a href={cellHref(entry, locale)}>{numbered(entry.intervention, locale)}</a>
          {entry.cell && (
            <span class="source"> {texts.days(daysBetween(dayOf(entry.cell.saidAt), day))}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Standing({ entry, locale }: { readonly entry: GridEntry; readonly locale: Locale }) {
  return <Status tone={toneOf[entry.cell?.status ?? 'not-reported']} label={standingWord(entry, locale)} />
}

function standingWord({ cell }: GridEntry, locale: Locale): string {
  return standingsInWords(locale)[cell?.status ?? 'not-reported']
}

function Said({ text, locale }: { readonly text: string; readonly locale: Locale }) {
  return <span lang={locale === 'sv' ? undefined : 'sv'}>{text}</span>
}
