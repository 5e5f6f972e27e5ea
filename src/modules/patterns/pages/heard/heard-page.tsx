import { branchesInWords, sizesInWords, type CompanySize } from '#modules/companies'
import { formatDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { DateField } from '#ui/text-field.tsx'
import { fewestHeard, type Dimension, type HeardGroup } from '../../core/heard.ts'
import type { Register } from '../../figure-store.ts'
import { heardTextsIn } from './texts.ts'

export interface HeardPageProps {
  readonly groups: Readonly<Record<Dimension, readonly HeardGroup[]>>
  /** Of how many known companies anything was heard. */
  readonly heard: number
  readonly register: Register | null
  /** The municipalities whose companies are counted; null is all. */
  readonly own: readonly { readonly code: string; readonly name: string }[] | null
  readonly nameOf: (municipality: string) => string
  readonly until: IsoDay
  readonly mayEnter: boolean
  readonly isSaved: boolean
  readonly locale: Locale
}

export const untilName = { sv: 'till', en: 'to' } as const

/** Who is heard by matters and visits, beside how many there are: to see who is not. */
export function HeardPage(props: HeardPageProps) {
  const { groups, heard, register, own, mayEnter, isSaved, until, locale } = props
  const texts = heardTextsIn(locale)
  return (
    <Page>
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.register.saved}</p>
        </Notice>
      )}
      <PageTitle
        title={texts.title}
        lead={`${texts.lead} ${own === null ? texts.all : texts.own(own.map(({ name }) => name).join(', '))}`}
        actions={
          mayEnter && (
            <LinkButton href={addressOf('companyRegister', locale)} variant="secondary">
              {texts.enter}
            </LinkButton>
          )
        }
      />
      <ChoiceForm action={addressOf('heard', locale)} swap="vilka" submit={texts.show}>
        <DateField name={untilName[locale]} label={texts.until} value={until} />
      </ChoiceForm>
      <div id="vilka" class="page__part">
        <p class="source">
          {register ? texts.source(register.source, formatDay(register.asOf, locale)) : texts.noSource}
        </p>
        {register && heard < fewestHeard && (
          <Notice>
            <p>{texts.tooFew(fewestHeard)}</p>
          </Notice>
        )}
        {(['size', 'branch', 'municipality'] as const).map((dimension) => (
          <Section
            key={dimension}
            id={dimension}
            title={texts.dimensions[dimension]}
            lead={dimension === 'municipality' ? texts.notRanked : register ? texts.ordered : undefined}
          >
            <Table
              caption={texts.dimensions[dimension]}
              captionHidden
              rows={groups[dimension]}
              rowKey={({ id }) => id ?? ''}
              columns={columnsOf(dimension, props)}
            />
          </Section>
        ))}
        <p class="source">{texts.how}</p>
      </div>
    </Page>
  )
}

function columnsOf(dimension: Dimension, props: HeardPageProps): readonly Column<HeardGroup>[] {
  const { register, heard, locale } = props
  const texts = heardTextsIn(locale)
  const { columns } = texts
  const number = (count: number) => formatNumber(count, locale)
  return [
    { label: columns[dimension], rowHeader: true, cell: ({ id }) => nameOfGroup(dimension, id, props) },
    { label: columns.matters, numeric: true, cell: ({ matters }) => number(matters) },
    { label: columns.visits, numeric: true, cell: ({ visits }) => number(visits) },
    { label: columns.heard, numeric: true, cell: (group) => number(group.heard) },
    {
      label: columns.there,
      numeric: true,
      cell: ({ id, there }) => (there === null ? (id === null ? '' : texts.noRegister) : number(there)),
    },
    ...(register && heard >= fewestHeard
      ? [{ label: columns.share, cell: (group: HeardGroup) => shareInWords(group, locale) }]
      : []),
    {
      label: columns.list,
      cell: ({ id }) => id !== null && <VisitList dimension={dimension} id={id} {...props} />,
    },
  ]
}

function nameOfGroup(dimension: Dimension, id: string | null, { nameOf, locale }: HeardPageProps): string {
  if (id === null) return heardTextsIn(locale).notKnown
  if (dimension === 'size') return sizesInWords(locale)[id as CompanySize]
  return dimension === 'branch' ? (branchesInWords(locale)[id] ?? id) : nameOf(id)
}

function shareInWords({ comparison }: HeardGroup, locale: Locale): string {
  if (!comparison) return ''
  const texts = heardTextsIn(locale)
  const percent = (share: number) => `${formatNumber(share * 100, locale, 1)} %`
  const { ofAll, ofHeard, low, high, says } = comparison
  return `${texts.says[says]}: ${texts.share(percent(ofAll), percent(ofHeard), percent(low), percent(high))}`
}

interface VisitListProps extends HeardPageProps {
  readonly dimension: Dimension
  readonly id: string
}

/** The companies that the network has met of that kind, to choose from. */
function VisitList({ dimension, id, own, locale, ...props }: VisitListProps) {
  const texts = heardTextsIn(locale)
  const names = {
    sv: { size: 'storlek', branch: 'bransch', municipality: 'kommun' },
    en: { size: 'size', branch: 'branch', municipality: 'municipality' },
  }[locale]
  const [only, ...others] = own ?? []
  const query = new URLSearchParams({
    ...(only && others.length === 0 ? { [names.municipality]: only.code } : {}),
    [names[dimension]]: id,
  })
  return (
    <a href={`${addressOf('companies', locale)}?${query.toString()}`}>
      {texts.list}
      <span class="ds-sr-only">: {nameOfGroup(dimension, id, { ...props, own, locale })}</span>
    </a>
  )
}
