import { Fragment } from 'preact'
import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { CardGrid } from '#ui/card.tsx'
import { ChangeText, Figure } from '#ui/figure.tsx'
import { Tag } from '#ui/notice.tsx'
import type { Indicator } from '../../core/indicator.ts'
import type { SignalWord, SpanChange } from '../../core/signal.ts'
import type { TargetReading } from '../../core/target.ts'
import { firstTarget, type ReadPlace } from '../reading/read-places.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { spanShown, whyWord, type KnownSignal } from '../reading/signal-words.ts'
import { targetSentences, TargetTag } from '../targets/target-words.tsx'
import { textsIn } from '../texts.ts'
import { numberText, periodText } from '../words.ts'

interface PlaceCardsProps {
  readonly places: readonly ReadPlace[]
  readonly indicator: Indicator
  readonly locale: Locale
}

/** What the figures say, first of all: each place's latest value with what it is worth, and beside it its target. */
export function PlaceCards({ places, indicator, locale }: PlaceCardsProps) {
  const known = places.flatMap((place) =>
    place.reading.signal.kind === 'signal' ? [{ ...place, signal: place.reading.signal }] : [],
  )
  if (known.length === 0) return null
  return (
    <CardGrid columns={2}>
      {known.map(({ name, code, reading, signal }) => {
        const target = firstTarget(reading)
        return (
          <Fragment key={name}>
            <ValueCard
              name={name}
              signal={signal}
              isPreliminary={reading.values.findLast(({ value }) => value !== null)?.isPreliminary}
              indicator={indicator}
              locale={locale}
            />
            {target && (
              <TargetCard
                name={name}
                code={code}
                reading={target}
                signal={signal}
                indicator={indicator}
                locale={locale}
              />
            )}
          </Fragment>
        )
      })}
    </CardGrid>
  )
}

interface ValueCardProps {
  readonly name: string
  readonly signal: KnownSignal
  readonly isPreliminary: boolean | undefined
  readonly indicator: Indicator
  readonly locale: Locale
}

function ValueCard({ name, signal, isPreliminary, indicator, locale }: ValueCardProps) {
  const unit = textsIn(locale).unitAfter[indicator.unit]
  const why = whyWord(signal, indicator, locale)
  return (
    <Figure
      label={name}
      labelLevel={2}
      tags={<SignalTag word={signal.word} locale={locale} />}
      value={numberText(signal.latest.value, indicator, locale)}
      {...(unit === '' ? {} : { unit })}
      period={periodText(signal.latest.year, isPreliminary, locale)}
      words={
        <>
          <Span change={signal.overOneYear} years={1} indicator={indicator} locale={locale} />
          {!isSameSpan(signal) && (
            <Span change={signal.overFiveYears} years={5} indicator={indicator} locale={locale} />
          )}
          <p class="source">{signal.word === 'not-enough-data' ? why.join(' ') : why[0]}</p>
        </>
      }
    />
  )
}

/** With gaps in a series the change over one year and that over five can be the same, and are said once. */
function isSameSpan({ overOneYear, overFiveYears }: KnownSignal): boolean {
  return (
    overOneYear.kind === 'known' &&
    overFiveYears.kind === 'known' &&
    overOneYear.from.year === overFiveYears.from.year
  )
}

interface SpanProps {
  readonly change: SpanChange
  readonly years: 1 | 5
  readonly indicator: Indicator
  readonly locale: Locale
}

/** One span's change; one that cannot be counted has no arrow. */
function Span({ change, years, indicator, locale }: SpanProps) {
  const shown = spanShown(change, years, indicator, locale)
  if (change.kind === 'known') return <ChangeText {...shown} />
  return <p class="change change--neutral">{shown.text}</p>
}

const toneOf = {
  'better-than-usual': 'success',
  'worse-than-usual': 'danger',
  'unlike-usual': 'info',
  'rising-trend': 'info',
  'falling-trend': 'info',
  usual: 'neutral',
  'not-enough-data': 'neutral',
} as const satisfies Record<SignalWord, string>

/** What a signal comes to, in two or three words; only what is unusual has a colour. */
function SignalTag({ word, locale }: { readonly word: SignalWord; readonly locale: Locale }) {
  return <Tag tone={toneOf[word]}>{readingTextsIn(locale).signal.word[word]}</Tag>
}

interface TargetCardProps {
  readonly name: string
  readonly code: string | null
  readonly reading: TargetReading
  readonly signal: KnownSignal
  readonly indicator: Indicator
  readonly locale: Locale
}

function TargetCard({ name, code, reading, signal, indicator, locale }: TargetCardProps) {
  const words = readingTextsIn(locale).target
  const unit = textsIn(locale).unitAfter[indicator.unit]
  const { value, year, decidedBy, decidedOn } = reading.target
  return (
    <Figure
      label={code === null ? words.ofRegion : words.of(name)}
      labelLevel={2}
      tags={<TargetTag kind={reading.kind} locale={locale} />}
      value={numberText(value, indicator, locale)}
      {...(unit === '' ? {} : { unit })}
      period={String(year)}
      words={targetSentences(reading, indicator, locale, signal).map((sentence) => (
        <p class="change" key={sentence}>
          {sentence}
        </p>
      ))}
      source={words.decided(decidedBy, formatDay(decidedOn, locale))}
    />
  )
}
