import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, errorsInWords, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Indicator } from '../../core/indicator.ts'
import type { TargetReading } from '../../core/target.ts'
import type { KeptTarget } from '../../target-store.ts'
import { AddTargetForm } from './target-form.tsx'
import { targetErrorText, targetTextsIn } from './target-texts.ts'
import { TargetTag } from './target-words.tsx'
import { textsIn } from '../texts.ts'
import { valueText } from '../words.ts'

export interface TargetsPageProps {
  readonly indicator: Indicator
  readonly municipalities: readonly Municipality[]
  readonly targets: readonly KeptTarget[]
  /** How it stands with each that is in force, by its id. */
  readonly standings: ReadonlyMap<string, TargetReading['kind']>
  /** The places that the reader may write down targets for; null is the region. */
  readonly mayDecide: readonly (string | null)[]
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly saved: boolean
  readonly locale: Locale
}

/** Every target of an indicator, in force or not, with who decided it; and the form for those who may. */
export function TargetsPage(props: TargetsPageProps) {
  const { indicator, targets, mayDecide, errors, saved, locale } = props
  const texts = targetTextsIn(locale)
  const name = inLocale(indicator.name, locale)
  const inForce = targets.filter((target) => target.withdrawnAt === null)
  const earlier = targets.filter((target) => target.withdrawnAt !== null)
  return (
    <Page>
      <Breadcrumbs
        label={textsIn(locale).page.crumbs}
        items={[
          { label: textsIn(locale).list.title, href: addressOf('indicators', locale) },
          { label: name, href: addressOf('indicator', locale, { indicator: indicator.id }) },
          { label: texts.crumb, href: addressOf('targets', locale, { indicator: indicator.id }) },
        ]}
      />
      {saved && <Notice tone="success" title={texts.saved} live />}
      <PageTitle title={texts.title(name)} lead={texts.lead} />
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (error) => targetErrorText(locale, error))}
      />
      <Section id="galler" title={texts.inForce}>
        <Targets {...props} shown={inForce} empty={texts.noneInForce} caption={texts.inForce} />
      </Section>
      {mayDecide.length > 0 && indicator.retiredAt === null && <AddTargetForm {...props} />}
      <Section id="tidigare" title={texts.earlier}>
        <Targets {...props} shown={earlier} empty={texts.noneEarlier} caption={texts.earlier} />
      </Section>
    </Page>
  )
}

interface ShownProps extends TargetsPageProps {
  readonly shown: readonly KeptTarget[]
  readonly empty: string
  readonly caption: string
}

function Targets(props: ShownProps) {
  const { indicator, municipalities, standings, mayDecide, shown, empty, caption, locale } = props
  const texts = targetTextsIn(locale)
  const nameOf = (place: string | null) =>
    place === null ? texts.region : (municipalities.find(({ code }) => code === place)?.name ?? place)
  const isEarlier = shown.some((target) => target.withdrawnAt !== null)
  const columns: Column<KeptTarget>[] = [
    { label: texts.place, rowHeader: true, cell: ({ place }) => nameOf(place) },
    { label: texts.year, cell: ({ year }) => year },
    { label: texts.value, numeric: true, cell: ({ value }) => valueText(value, indicator, locale) },
    {
      label: texts.decidedBy,
      cell: (target) => <DecidedBy target={target} place={nameOf(target.place)} locale={locale} />,
    },
    { label: texts.decidedOn, cell: ({ decidedOn }) => formatDay(decidedOn, locale) },
    isEarlier
      ? {
          label: texts.withdrawnOn,
          cell: ({ withdrawnAt }) => withdrawnAt && formatDay(dayOf(withdrawnAt), locale),
        }
      : {
          label: texts.standing,
          cell: ({ id }) => <TargetTag kind={standings.get(id) ?? 'no-value'} locale={locale} />,
        },
  ]
  if (!isEarlier && mayDecide.length > 0)
    columns.push({
      label: texts.withdrawTitle,
      cell: (target) =>
        mayDecide.includes(target.place) && (
          <Withdraw target={target} place={nameOf(target.place)} indicator={indicator} locale={locale} />
        ),
    })
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={shown}
      rowKey={({ id }) => id}
      empty={empty}
    />
  )
}

interface OneProps {
  readonly target: KeptTarget
  readonly place: string
  readonly locale: Locale
}

function DecidedBy({ target, place, locale }: OneProps) {
  const texts = targetTextsIn(locale)
  return (
    <>
      {target.decidedBy}{' '}
      {target.url && (
        <a href={target.url} aria-label={texts.decisionOf(place, target.year)}>
          {texts.decision}
        </a>
      )}
    </>
  )
}

function Withdraw({ target, place, indicator, locale }: OneProps & { readonly indicator: Indicator }) {
  const texts = targetTextsIn(locale)
  return (
    <form method="post" action={addressOf('targets', locale, { indicator: indicator.id })}>
      <Hidden name="do" value="withdraw" />
      <Hidden name="target" value={target.id} />
      <Button variant="tertiary" tone="danger">
        {texts.withdraw}
        <span class="ds-sr-only"> {texts.withdrawOf(place, target.year)}</span>
      </Button>
    </form>
  )
}
