import type { Locale } from '#platform/values/locale.ts'
import type { ChartLink } from '#ui/charts/chart-figure.tsx'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm, Hidden } from '#ui/form.tsx'
import { Prose, Section } from '#ui/heading.tsx'
import { standards, type Standard } from '../../core/chart-rules.ts'
import type { Indicator } from '../../core/indicator.ts'
import { chartLinks, type Asked } from '../charts/chart-address.ts'
import type { ReadPlace } from './read-places.ts'
import { queryNames } from '../query.ts'
import { readingTextsIn } from './reading-texts.ts'
import { signalChart, signalsRead, type SignalRead } from '../charts/signal-chart.ts'
import { SignalFormula } from './signal-formula.tsx'
import { findingText, whyWord } from './signal-words.ts'

interface SignalSectionProps {
  readonly places: readonly ReadPlace[]
  readonly indicator: Indicator
  readonly standard: Standard
  /** What the page has been asked for; kept when the rules are chosen. */
  readonly asked: Asked
  readonly action: string
  readonly source: string
  readonly locale: Locale
}

/** Whether the latest values are more than chance: a process chart for each place, with its formula one click away. */
export function SignalSection(props: SignalSectionProps) {
  const { places, indicator, standard, asked, action, source, locale } = props
  const words = readingTextsIn(locale).signal
  const known = signalsRead(places)
  // Without limits there is nothing to draw, and why not has been said beside the value.
  if (!known.some(({ reading }) => reading.charted.at(-1)?.chart.kind === 'limits')) return null
  return (
    <Section id="ovanligt" title={words.title} lead={words.lead}>
      <div id="process-charts" class="section">
        {known.map(({ name, code, reading, signal }, index) => (
          <div class="section" key={name}>
            <OnePlace
              id={`styrdiagram-${index + 1}`}
              place={{ name, code, reading, signal }}
              indicator={indicator}
              source={source}
              links={chartLinks(
                indicator.id,
                code === null ? 'signal' : 'signalOfMunicipality',
                asked,
                locale,
              )}
              locale={locale}
            />
            <SignalFormula
              name={name}
              reading={reading}
              signal={signal}
              indicator={indicator}
              locale={locale}
            />
          </div>
        ))}
        <ChoiceForm action={`${action}#ovanligt`} swap="process-charts" submit={words.show}>
          {asked
            .filter(([field]) => field !== queryNames[locale].rules)
            .map(([field, value]) => (
              <Hidden key={field} name={field} value={value} />
            ))}
          <SelectField
            name={queryNames[locale].rules}
            label={words.choose}
            value={standard}
            options={Object.keys(standards).map((value) => ({
              value,
              label: words.standards[value as Standard],
            }))}
          />
        </ChoiceForm>
      </div>
    </Section>
  )
}

interface OnePlaceProps {
  readonly id: string
  readonly place: SignalRead
  readonly indicator: Indicator
  readonly source: string
  readonly links: readonly ChartLink[]
  readonly locale: Locale
}

/** The process chart of one place; without enough data the sentence that says so. */
function OnePlace({ id, place, indicator, source, links, locale }: OnePlaceProps) {
  const chart = signalChart(place, indicator, locale)
  const why = whyWord(place.signal, indicator, locale).join(' ')
  if (!chart) {
    return (
      <p>
        <strong>{findingText(place.name, place.signal, locale)}.</strong> {why}
      </p>
    )
  }
  return (
    <>
      <LineChart
        {...chart}
        id={id}
        source={source}
        links={links}
        empty={readingTextsIn(locale).signal.empty}
      />
      <Prose>
        <p>{why}</p>
      </Prose>
    </>
  )
}
