import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { serviceFactors, type ServiceFigure } from '../../core/service-factors.ts'
import { textsIn } from './texts.ts'

interface FiguresPageProps {
  readonly figures: readonly ServiceFigure[]
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
}

/** How the service of the reader's own municipalities was found. */
export function FiguresPage({ figures, municipalities, locale }: FiguresPageProps) {
  const { figures: texts, factors, inbox, matter } = textsIn(locale)
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const own = municipalities.filter(({ code }) => figures.some(({ municipality }) => municipality === code))
  return (
    <Page width="narrow">
      <Breadcrumbs
        label={matter.back}
        items={[
          { label: inbox.title, href: addressOf('matters', locale) },
          { label: texts.title, href: addressOf('serviceFigures', locale) },
        ]}
      />
      <PageTitle title={texts.title} lead={texts.lead} />
      {own.length === 0 && <p class="empty">{texts.none}</p>}
      {own.map(({ code, name }) => (
        <Table
          key={code}
          caption={name}
          rows={serviceFactors.map((factor) => ({
            factor,
            // What too few have answered is as good as not there.
            figure: figures.find(
              ({ municipality, factor: of, mean }) => municipality === code && of === factor && mean !== null,
            ),
          }))}
          rowKey={({ factor }) => factor}
          columns={[
            { label: texts.factor, rowHeader: true, cell: ({ factor }) => factors[factor] },
            {
              label: texts.mean,
              numeric: true,
              cell: ({ figure }) => (figure ? one.format(figure.mean ?? 0) : texts.tooFew),
            },
            {
              label: texts.answers,
              numeric: true,
              cell: ({ figure }) => figure?.answers ?? '',
            },
          ]}
        />
      ))}
    </Page>
  )
}
