import { missingInWords, type Choice } from '#modules/indicators'
import { formatMoment } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import type { Entry, SettledEntry } from '../../entry-store.ts'
import { entryTextsIn } from './entry-texts.ts'
import { saidText } from '../runs/run-words.ts'

/** A figure of one's own that a colleague has confirmed or sent back. */
export interface Settled {
  readonly entry: SettledEntry
  readonly indicator: Pick<Choice, 'id' | 'name'>
  readonly municipality: string
  readonly by: string
}

/** What colleagues have said of one's own figures of late. */
export function SettledList({
  settled,
  locale,
}: {
  readonly settled: readonly Settled[]
  readonly locale: Locale
}) {
  if (settled.length === 0) return null
  const texts = entryTextsIn(locale).settled
  return (
    <Section id="besked" title={texts.title} lead={texts.lead}>
      <ul class="plain-list">
        {settled.map((one) => (
          <li key={one.entry.id}>
            <OneSettled one={one} locale={locale} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OneSettled({ one, locale }: { readonly one: Settled; readonly locale: Locale }) {
  const { entry, indicator, municipality, by } = one
  const { settled: texts, waiting } = entryTextsIn(locale)
  const heading = waiting.heading(inLocale(indicator.name, locale), municipality, entry.figure.year)
  const value = saidText(entry.figure, locale, missingInWords(locale))
  const when = formatMoment(entry.settledAt, locale)
  return (
    <>
      <p>
        <strong>
          {heading}: {value}
        </strong>
      </p>
      {entry.verdict === 'confirmed' ? (
        <p>
          {texts.confirmed(by, when)}{' '}
          <a href={addressOf('indicator', locale, { indicator: indicator.id })}>{waiting.seeIt}</a>
        </p>
      ) : (
        <p>
          {texts.sentBack(by, when, entry.reason ?? '')}{' '}
          <a href={againAddress(entry, locale)}>{texts.again}</a>
        </p>
      )}
    </>
  )
}

/** Where the same figure is entered anew. */
export function againAddress({ indicator, municipality, figure }: Entry, locale: Locale): string {
  const query = new URLSearchParams({ indikator: indicator, kommun: municipality, ar: String(figure.year) })
  return `${addressOf('enterFigure', locale)}?${query.toString()}`
}
