import type { Locale } from '#platform/values/locale.ts'
import { Card, CardGrid } from '#ui/card.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import type { Office } from '../../pxweb/offices.ts'
import { tablesAddress } from './pxweb-addresses.ts'
import { officeName } from './pxweb-words.ts'
import { pxWebTextsIn } from './pxweb-texts.ts'

/** The first step: whose figures. */
export function OfficesPage({
  offices,
  locale,
}: {
  readonly offices: readonly Office[]
  readonly locale: Locale
}) {
  const texts = pxWebTextsIn(locale)
  return (
    <Page>
      <PageTitle eyebrow={texts.step(1)} title={texts.offices.title} lead={texts.offices.lead} />
      <CardGrid columns={3}>
        {offices.map((office) => (
          <Card
            key={office.id}
            title={officeName(office, locale)}
            titleLevel={2}
            href={tablesAddress(office.id, locale)}
          >
            <p>{texts.offices.countries[office.country] ?? office.country}</p>
            <p class="hint">
              {office.hasSearch ? texts.offices.search : texts.offices.folders}
              {office.licence && `. ${texts.offices.licence(office.licence)}`}
            </p>
          </Card>
        ))}
      </CardGrid>
    </Page>
  )
}
