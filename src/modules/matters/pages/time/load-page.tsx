import type { Municipality } from '#modules/region'
import { formatDay, formatShortDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Tag } from '#ui/notice.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Advice, Load } from '../../core/load.ts'
import { textsIn } from './texts.ts'

interface LoadPageProps {
  readonly loads: readonly Load[]
  readonly municipalities: readonly Municipality[]
  readonly names: ReadonlyMap<string, string>
  /** Whether the reader sees more town halls than their own. */
  readonly isOfAll: boolean
  readonly locale: Locale
}

/** What each officer has to answer and by when. */
export function LoadPage(props: LoadPageProps) {
  const { loads, isOfAll, locale } = props
  const { load: texts, times } = textsIn(locale)
  return (
    <Page>
      <PageTitle
        title={texts.title}
        lead={isOfAll ? `${texts.lead} ${texts.numbersOnly}` : texts.lead}
        actions={
          <LinkButton href={addressOf('matterTimes', locale)} variant="secondary">
            {times.title}
          </LinkButton>
        }
      />
      <Table
        caption={texts.title}
        captionHidden
        rows={loads}
        rowKey={({ municipality, personId }) => `${municipality} ${personId}`}
        empty={texts.empty}
        columns={columnsOf(props)}
      />
    </Page>
  )
}

function columnsOf({ loads, municipalities, names, locale }: LoadPageProps): readonly Column<Load>[] {
  const { load: texts } = textsIn(locale)
  const days = loads[0]?.days ?? []
  const nameOf = (code: string) => municipalities.find((one) => one.code === code)?.name ?? code
  return [
    {
      label: texts.officer,
      rowHeader: true,
      cell: (load) => <Who load={load} names={names} locale={locale} />,
    },
    { label: texts.municipality, cell: ({ municipality }) => nameOf(municipality) },
    { label: texts.open, numeric: true, cell: ({ open }) => open },
    {
      label: texts.atRisk,
      numeric: true,
      cell: ({ atRisk }) => (atRisk > 0 ? <strong>{atRisk}</strong> : 0),
    },
    { label: texts.waiting, numeric: true, cell: ({ waiting }) => waiting },
    ...days.map(({ day }, index) => ({
      label: formatShortDay(day, locale).replace(/.\d{4}$/, ''),
      numeric: true,
      cell: (load: Load) => {
        const on = load.days[index]
        if (!on) return null
        return on.isAway ? <Tag tone="warning">{`${on.due} · ${texts.away}`}</Tag> : on.due
      },
    })),
    { label: texts.advice, cell: ({ advice }) => advice && adviceInWords(advice, names, locale) },
  ]
}

function Who({
  load,
  names,
  locale,
}: {
  readonly load: Load
  readonly names: ReadonlyMap<string, string>
  readonly locale: Locale
}) {
  const { load: texts } = textsIn(locale)
  return (
    <>
      {load.personId === null ? texts.nobody : (names.get(load.personId) ?? load.personId)}
      {load.absence && <p class="source">{texts.awayUntil(formatDay(load.absence.untilDay, locale))}</p>}
    </>
  )
}

function adviceInWords(advice: Advice, names: ReadonlyMap<string, string>, locale: Locale): string {
  const { load: texts } = textsIn(locale)
  const name = advice.to === null ? undefined : names.get(advice.to)
  if (name === undefined) return texts.adviceNobody(advice.count)
  return advice.kind === 'away' ? texts.adviceAway(advice.count, name) : texts.adviceMove(advice.count, name)
}
