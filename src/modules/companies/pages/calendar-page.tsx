import { formatShortDay } from '#platform/values/dates.ts'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { visitsAround, type CompanyVisit } from '../core/visit.ts'
import { textsIn } from './texts.ts'
import { agoInWords, companyHref, municipalityIn, visitHref, type Reader } from './words.ts'

interface CalendarPageProps {
  readonly visits: readonly CompanyVisit[]
  /** Where a calendar program follows it. */
  readonly feed: string
  readonly reader: Reader
}

/** Who has been where, and who is going: the region's calendar, without words. */
export function CalendarPage({ visits, feed, reader }: CalendarPageProps) {
  const { calendar: texts } = textsIn(reader.locale)
  const { been, coming } = visitsAround(visits, reader.today)
  return (
    <Page>
      <PageTitle title={texts.title} lead={texts.lead} />
      <Section id="planerade" title={texts.coming}>
        <Table
          caption={texts.coming}
          captionHidden
          rows={coming}
          rowKey={({ id }) => id}
          empty={texts.none}
          columns={columnsFor(reader)}
        />
      </Section>
      <Section id="varit" title={texts.been}>
        <Table
          caption={texts.been}
          captionHidden
          rows={been}
          rowKey={({ id }) => id}
          empty={texts.noneBeen}
          columns={columnsFor(reader)}
        />
      </Section>
      <Section id="folj" title={texts.follow} lead={texts.followLead}>
        <p>
          <a href={feed}>{texts.file}</a>
        </p>
      </Section>
    </Page>
  )
}

function columnsFor(reader: Reader): readonly Column<CompanyVisit>[] {
  const { calendar: texts } = textsIn(reader.locale)
  return [
    {
      label: texts.day,
      rowHeader: true,
      cell: (visit) => (
        <>
          <a href={visitHref(visit, reader.locale)}>
            {formatShortDay(visit.on, reader.locale)}
            <span class="ds-sr-only">, {visit.company.name}</span>
          </a>
          {visit.on <= reader.today && <p class="source">{agoInWords(visit.on, reader)}</p>}
        </>
      ),
    },
    { label: texts.municipality, cell: ({ municipality }) => municipalityIn(reader, municipality) },
    {
      label: texts.company,
      cell: ({ company }) => <a href={companyHref(company.id, reader.locale)}>{company.name}</a>,
    },
  ]
}
