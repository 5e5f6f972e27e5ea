import { formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { DescriptionList } from '#ui/description-list.tsx'
import { Section } from '#ui/heading.tsx'
import type { IndicatorSeries, Source } from '../../core/indicator.ts'
import { textsIn } from '../texts.ts'

interface SourcesProps {
  readonly series: IndicatorSeries
  readonly locale: Locale
}

/** Every source that any value comes from, on what terms and when it was retrieved. */
export function Sources({ series, locale }: SourcesProps) {
  const texts = textsIn(locale).sources
  return (
    <Section id="kallor" title={texts.title}>
      {series.sources.length === 0 && <p class="empty">{texts.none}</p>}
      {series.sources.map((source) => (
        <OneSource key={source.id} source={source} years={yearsFrom(series, source)} locale={locale} />
      ))}
    </Section>
  )
}

function OneSource({
  source,
  years,
  locale,
}: {
  readonly source: Source
  readonly years: string
  readonly locale: Locale
}) {
  const texts = textsIn(locale).sources
  return (
    <div>
      <h3>
        <Linked href={source.url} text={source.title} />
      </h3>
      <DescriptionList
        items={[
          { term: texts.publisher, details: <span lang="sv">{source.publisher}</span> },
          { term: texts.licence, details: <Linked href={source.licenceUrl} text={source.licence} /> },
          { term: texts.years, details: years },
          { term: texts.vintage, details: <span lang="sv">{source.vintage}</span> },
          {
            term: texts.retrieved,
            details:
              source.retrievedOn === null ? texts.retrievedUnknown : formatDay(source.retrievedOn, locale),
          },
          { term: texts.note, details: inLocale(source.note, locale) },
        ]}
      />
    </div>
  )
}

/** Titles and licences are quoted as their publishers write them, in Swedish. */
export function Linked({ href, text }: { readonly href: string | null; readonly text: string }) {
  return href === null ? (
    <span lang="sv">{text}</span>
  ) : (
    <a href={href} lang="sv">
      {text}
    </a>
  )
}

function yearsFrom(series: IndicatorSeries, source: Source): string {
  const years = series.observations.filter((one) => one.source === source.id).map((one) => one.year)
  const [from, to] = [Math.min(...years), Math.max(...years)]
  return from === to ? String(from) : `${from}–${to}`
}
