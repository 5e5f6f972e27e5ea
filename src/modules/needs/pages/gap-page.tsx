import { addressOf } from '#ui/addresses.ts'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import type { Gap } from '../core/gap.ts'
import { textsIn } from './texts.ts'
import { placesInWords, type Reader } from './words.ts'

interface GapPageProps {
  readonly gaps: readonly Gap[]
  readonly reach: number
  readonly reader: Reader
}

/** Which skills companies need and cannot learn near enough. */
export function GapPage({ gaps, reach, reader }: GapPageProps) {
  const { locale } = reader
  const { gaps: texts, inside } = textsIn(locale)
  return (
    <Page>
      <PageTitle
        eyebrow={<a href={addressOf('needsInside', locale)}>{inside.title}</a>}
        title={texts.title}
        lead={texts.lead(reach)}
        actions={<a href={addressOf('courses', locale)}>{texts.courses}</a>}
      />
      <Table
        caption={texts.caption(gaps.length)}
        rows={gaps}
        rowKey={({ skill }) => skill}
        empty={texts.none}
        columns={[
          {
            label: inside.skill,
            rowHeader: true,
            cell: ({ without: [need] }) => <span lang="sv">{need?.first.words}</span>,
          },
          { label: texts.companies, numeric: true, cell: ({ without }) => without.length },
          { label: inside.people, numeric: true, cell: ({ people }) => people },
          {
            label: inside.places,
            cell: ({ without }) =>
              placesInWords([...new Set(without.flatMap(({ places }) => places))].toSorted(), reader),
          },
          {
            label: texts.nearest,
            cell: ({ nearest }) =>
              nearest === null ? texts.nowhere : texts.far(nearest.course.title, nearest.minutes),
          },
          { label: texts.served, numeric: true, cell: ({ served }) => served },
        ]}
      />
    </Page>
  )
}
