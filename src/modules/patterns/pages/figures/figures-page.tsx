import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Outcomes, Rows, SpeedFacts, type ShownProps } from './figures-tables.tsx'
import { periodNames, type ReadFigures } from './read-figures.ts'
import { figureTextsIn } from './texts.ts'

type FiguresPageProps = Omit<ShownProps, 'figures'>

/** What companies have sent to the town halls and how it went, for everybody. */
export function FiguresPage({ read, locale }: FiguresPageProps) {
  const texts = figureTextsIn(locale)
  return (
    <Page>
      <PageTitle title={texts.title} lead={texts.lead} />
      {read.isExample && (
        <Notice tone="warning">
          <p>{texts.example}</p>
        </Notice>
      )}
      {read.sentences.length > 0 && (
        <Section id="aterkommer" title={texts.patterns.title} lead={texts.patterns.lead}>
          <ul>
            {read.sentences.map((text) => (
              <li key={text} lang="sv">
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {read.years.length === 0 ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <>
          <PeriodForm read={read} locale={locale} />
          <div id="siffror" class="page__part">
            {read.figures ? (
              <Shown read={read} figures={read.figures} locale={locale} />
            ) : (
              <p class="empty">{texts.tooFew}</p>
            )}
          </div>
        </>
      )}
      <Section id="sa-raknas" title={texts.rules.title}>
        <ul>
          {texts.rules.items.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function PeriodForm({ read, locale }: FiguresPageProps) {
  const texts = figureTextsIn(locale)
  const names = periodNames[locale]
  return (
    <ChoiceForm action={addressOf('matterFigures', locale)} swap="siffror" submit={texts.show}>
      <SelectField
        name={names.year}
        label={texts.year}
        value={String(read.year)}
        options={read.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        name={names.quarter}
        label={texts.period}
        value={read.quarter === null ? '' : String(read.quarter)}
        options={[
          { value: '', label: texts.wholeYear },
          ...[1, 2, 3, 4].map((quarter) => ({ value: String(quarter), label: texts.quarter(quarter) })),
        ]}
      />
    </ChoiceForm>
  )
}

function Shown(props: ShownProps) {
  const { read, figures, locale } = props
  const texts = figureTextsIn(locale)
  const period = texts.periodName(read.year, read.quarter)
  const query = periodQuery(read, locale)
  return (
    <>
      <p class="lead">{texts.came(formatNumber(figures.came, locale), period)}</p>
      <Section id="hur-det-gick" title={texts.overall}>
        <SpeedFacts {...props} what="first-word" speed={figures.firstWord} />
        <SpeedFacts {...props} what="plan" speed={figures.plan} />
      </Section>
      <Outcomes {...props} />
      <Section id="amnen" title={texts.topics.title}>
        <p class="hint">{read.quarter === null ? texts.speed.columns.means : texts.quarterOnly}</p>
        <Rows {...props} rows={figures.byTopic} heading={texts.topics.topic} nameOf={read.topicName} />
      </Section>
      <Section id="kommuner" title={texts.municipalities.title} lead={texts.municipalities.lead}>
        <Rows
          {...props}
          rows={figures.byMunicipality}
          heading={texts.municipalities.municipality}
          nameOf={read.municipalityName}
        />
      </Section>
      <Section id="hamta" title={texts.files.title} lead={texts.files.lead}>
        <div class="row">
          <LinkButton href={addressOf('matterFiguresCsv', locale) + query} variant="secondary" download>
            {texts.files.csv}
          </LinkButton>
          <LinkButton href={addressOf('matterFiguresJson', locale) + query} variant="secondary" download>
            {texts.files.json}
          </LinkButton>
        </div>
      </Section>
    </>
  )
}

function periodQuery({ year, quarter }: ReadFigures, locale: Locale): string {
  const names = periodNames[locale]
  const asked = new URLSearchParams({ [names.year]: String(year) })
  if (quarter !== null) asked.set(names.quarter, String(quarter))
  return `?${asked.toString()}`
}
