import { addDays, dayOf, formatDay } from '#platform/values/dates.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Release } from '../../figure-store.ts'
import { Outcomes, Rows, SpeedFacts } from './figures-tables.tsx'
import { periodName, type ReadFigures } from './read-figures.ts'
import { figureTextsIn } from './texts.ts'

interface FiguresPageProps {
  readonly read: ReadFigures
  readonly locale: Locale
}

/** What companies have sent to the town halls and how it went, for everybody. */
export function FiguresPage({ read, locale }: FiguresPageProps) {
  const texts = figureTextsIn(locale)
  return (
    <Page>
      <PageTitle title={texts.title} lead={texts.lead} />
      {read.release?.isExample === true && (
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
      {read.release ? (
        <>
          {read.releases.length > 1 && <PeriodForm read={read} locale={locale} />}
          <div id="siffror" class="page__part">
            <Shown read={read} release={read.release} locale={locale} />
          </div>
          {read.releases.length > 1 && <OverTime releases={read.releases} locale={locale} />}
        </>
      ) : (
        <p class="empty">{texts.none}</p>
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
  return (
    <ChoiceForm action={addressOf('matterFigures', locale)} swap="siffror" submit={texts.show}>
      <SelectField
        name={periodName[locale]}
        label={texts.period}
        value={read.release?.from ?? ''}
        options={read.releases.map((release) => ({
          value: release.from,
          label: periodInWords(release, locale),
        }))}
      />
    </ChoiceForm>
  )
}

function periodInWords({ from, before }: Release, locale: Locale): string {
  return `${formatDay(from, locale)} – ${formatDay(addDays(before, -1), locale)}`
}

interface ShownProps extends FiguresPageProps {
  readonly release: Release
}

function Shown({ read, release, locale }: ShownProps) {
  const texts = figureTextsIn(locale)
  const { figures } = release
  const props = { figures, locale }
  const query = `?${new URLSearchParams({ [periodName[locale]]: release.from }).toString()}`
  return (
    <>
      <p class="lead">{texts.came(formatNumber(figures.came, locale), periodInWords(release, locale))}</p>
      <p class="source">{texts.asOf(formatDay(dayOf(release.publishedAt), locale))}</p>
      <Section id="hur-det-gick" title={texts.overall}>
        <SpeedFacts {...props} what="first-word" speed={figures.firstWord} />
        <SpeedFacts {...props} what="plan" speed={figures.plan} />
      </Section>
      <Outcomes {...props} />
      <Section id="amnen" title={texts.topics.title}>
        <p class="hint">{texts.speed.columns.means}</p>
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

/** What has been told, a line for each period. */
function OverTime({ releases, locale }: { readonly releases: readonly Release[]; readonly locale: Locale }) {
  const texts = figureTextsIn(locale)
  return (
    <Section id="over-tid" title={texts.overTime}>
      <Table
        caption={texts.overTime}
        captionHidden
        rows={releases}
        rowKey={({ from }) => from}
        columns={[
          { label: texts.period, rowHeader: true, cell: (release) => periodInWords(release, locale) },
          {
            label: texts.topics.came,
            numeric: true,
            cell: ({ figures }) => formatNumber(figures.came, locale),
          },
        ]}
      />
    </Section>
  )
}
