import { inLocale, type Locale } from '#platform/values/locale.ts'
import { Prose, Section } from '#ui/heading.tsx'
import type { IndicatorReading } from '../../reads.ts'
import { HeadlineCards } from '../headline-cards.tsx'
import { textsIn } from '../texts.ts'

interface StandInProps {
  readonly reading: IndicatorReading
  readonly locale: Locale
}

/** The nearest kin of an indicator that has no values itself, under its own name. */
export function StandIn({ reading, locale }: StandInProps) {
  const { shown, indicator } = reading.headline
  if (shown.id === indicator.id) return null
  const texts = textsIn(locale).page
  const name = inLocale(shown.name, locale)
  const itself = { ...reading.headline, indicator: shown }
  return (
    <Section id="i-stallet" title={texts.standIn} lead={texts.standInLead(name)}>
      <HeadlineCards readings={[itself]} locale={locale} columns={2} />
    </Section>
  )
}

/** Which indicators this one is shown for. */
export function StandsInFor({ reading, locale }: StandInProps) {
  if (reading.standsInFor.length === 0) return null
  const texts = textsIn(locale)
  const names = reading.standsInFor.map((one) => texts.quoted(inLocale(one.name, locale)))
  return (
    <Prose>
      <p>{texts.page.standsInFor(names.join(', '))}</p>
    </Prose>
  )
}
