import { formatDay, formatShortDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { ExampleTag, Notice, Tag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Statement } from '../core/need.ts'
import type { Merged } from '../core/one-each.ts'
import { textsIn } from './texts.ts'
import { placesInWords, type Reader } from './words.ts'

interface InsidePageProps {
  readonly needs: readonly Merged<Statement>[]
  /** The units of which the company itself, or somebody who met it, has said so. */
  readonly confirmed: ReadonlySet<string>
  /** The companies under whose number several have said something. */
  readonly doubted: ReadonlySet<string>
  readonly mayPool: boolean
  readonly isSaved: boolean
  readonly reader: Reader
}

/** The needs themselves, for those who work with the companies. */
export function InsidePage({ needs, confirmed, doubted, mayPool, isSaved, reader }: InsidePageProps) {
  const { locale } = reader
  const { inside: texts, ways: wayWords, example } = textsIn(locale)
  return (
    <Page>
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      <PageTitle title={texts.title} lead={texts.lead} actions={<Ways mayPool={mayPool} locale={locale} />} />
      <Table
        caption={texts.caption(needs.length)}
        rows={needs}
        rowKey={({ unit }) => unit}
        empty={texts.none}
        columns={[
          {
            label: texts.company,
            rowHeader: true,
            cell: ({ unit, first }) => (
              <>
                <a href={addressOf('company', locale, { company: first.company })}>{first.companyName}</a>{' '}
                {first.isExample && <ExampleTag>{example}</ExampleTag>}{' '}
                {!confirmed.has(unit) && <Tag tone="warning">{texts.unconfirmed}</Tag>}{' '}
                {doubted.has(first.company) && <Tag tone="warning">{texts.severalSenders}</Tag>}
              </>
            ),
          },
          {
            label: texts.skill,
            cell: ({ first, holdsBack }) => (
              <>
                <span lang="sv">{first.words}</span> {first.concept === null && <Tag>{texts.ownWords}</Tag>}{' '}
                {holdsBack === 'yes' && <Tag tone="warning">{texts.held}</Tag>}
              </>
            ),
          },
          { label: texts.people, numeric: true, cell: ({ people }) => people },
          { label: texts.places, cell: ({ places }) => placesInWords(places, reader) },
          { label: texts.when, cell: ({ neededBy }) => formatDay(neededBy, locale) },
          {
            label: texts.ways,
            cell: ({ ways }) => ways.map((way) => wayWords[way]).join(', '),
          },
          { label: texts.stands, cell: ({ first }) => formatShortDay(first.standsUntil, locale) },
        ]}
      />
    </Page>
  )
}

function Ways({ mayPool, locale }: Pick<InsidePageProps, 'mayPool'> & Pick<Reader, 'locale'>) {
  const { inside: texts } = textsIn(locale)
  return (
    <>
      <LinkButton href={addressOf('writeDownNeed', locale)}>{texts.add}</LinkButton>
      {mayPool && <a href={addressOf('pools', locale)}>{texts.together}</a>}
      <a href={addressOf('courseGaps', locale)}>{texts.gaps}</a>
      {mayPool && <a href={addressOf('needsEvidence', locale)}>{texts.evidence}</a>}
      <a href={addressOf('needs', locale)}>{texts.public}</a>
    </>
  )
}
