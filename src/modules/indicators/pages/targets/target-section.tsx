import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import type { Indicator } from '../../core/indicator.ts'
import type { Signal } from '../../core/signal.ts'
import type { TargetReading } from '../../core/target.ts'
import type { ReadPlace } from '../reading/read-places.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { TargetArithmetic } from './target-formula.tsx'
import { targetSentences, TargetTag } from './target-words.tsx'
import { valueText } from '../words.ts'

interface TargetSectionProps {
  readonly places: readonly ReadPlace[]
  readonly indicator: Indicator
  readonly mayAdd: boolean
  readonly locale: Locale
}

/** The targets of the places shown: who decided them, how it stands, and the arithmetic one click away. */
export function TargetSection({ places, indicator, mayAdd, locale }: TargetSectionProps) {
  const words = readingTextsIn(locale).target
  const found = places.flatMap((place) => place.reading.targets.map((reading) => ({ place, reading })))
  const chosen = places.find((place) => place.code !== null)
  const all = addressOf('targets', locale, { indicator: indicator.id })
  return (
    <Section id="mal" title={words.title}>
      {found.length === 0 && <p>{chosen ? words.noneOf(chosen.name) : words.none}</p>}
      {found.map(({ place, reading }) => (
        <OneTarget
          key={`${place.name} ${reading.target.year}`}
          name={place.name}
          reading={reading}
          signal={place.reading.signal}
          indicator={indicator}
          locale={locale}
        />
      ))}
      <p>
        <a href={all}>{mayAdd ? words.addAndAll : words.all}</a>
      </p>
    </Section>
  )
}

interface OneTargetProps {
  readonly name: string
  readonly reading: TargetReading
  readonly signal: Signal
  readonly indicator: Indicator
  readonly locale: Locale
}

function OneTarget({ name, reading, signal, indicator, locale }: OneTargetProps) {
  const words = readingTextsIn(locale).target
  const { year, value, decidedBy, decidedOn, url } = reading.target
  const label = words.labelOf(name, year, valueText(value, indicator, locale))
  return (
    <Disclosure
      summary={
        <>
          {label} <TargetTag kind={reading.kind} locale={locale} />
        </>
      }
    >
      <p>{targetSentences(reading, indicator, locale, signal).join(' ')}</p>
      {'formula' in reading && <TargetArithmetic reading={reading} indicator={indicator} locale={locale} />}
      <p>
        {words.decided(decidedBy, formatDay(decidedOn, locale))}{' '}
        {url && <a href={url}>{words.decision(label)}</a>}
      </p>
    </Disclosure>
  )
}
