import type { ComponentChildren } from 'preact'
import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { RunProblem } from '../../core/run.ts'
import { chosenIn } from '../../pxweb/chosen.ts'
import type { FigureProblem } from '../../pxweb/figures.ts'
import type { Office } from '../../pxweb/offices.ts'
import type { Picked } from '../../pxweb/picking.ts'
import { countryPlace, placeOf } from '../../pxweb/places.ts'
import type { Preview } from '../../pxweb/preview.ts'
import type { Selection } from '../../pxweb/selection.ts'
import type { Table } from '../../pxweb/table.ts'
import { runProblemOf } from '../../pxweb/run-problem.ts'
import { tablesAddress, valuesAddress } from './pxweb-addresses.ts'
import { PreviewTable } from './pxweb-preview-table.tsx'
import { pxWebTextsIn } from './pxweb-texts.ts'
import { Notes } from './pxweb-values-page.tsx'
import { dayIn, officeName } from './pxweb-words.ts'
import { problemText } from '../runs/run-words.ts'

export interface PreviewPageProps {
  readonly office: Office
  readonly licence: string | null
  readonly table: Table
  readonly picked: Picked
  readonly selection: Selection
  readonly seriesKey: string
  /** What came of asking for a piece of the series. */
  readonly preview:
    | { readonly ok: true; readonly value: Preview }
    | { readonly ok: false; readonly refusal: FigureProblem }
  readonly locale: Locale
  /** What stands above the title: errors of the form that adds the series. */
  readonly above?: ComponentChildren
  /** The form that adds the series. */
  readonly children?: ComponentChildren
}

/** The fourth step: real figures, so that a wrong choice is seen before anything is stored. */
export function PreviewPage(props: PreviewPageProps) {
  const { office, table, picked, preview, locale } = props
  const texts = pxWebTextsIn(locale)
  const change = valuesAddress(office.id, locale, picked)
  return (
    <Page>
      {props.above}
      <Breadcrumbs
        label={texts.crumbs}
        items={[
          { label: officeName(office, locale), href: tablesAddress(office.id, locale) },
          { label: table.label, href: change },
          { label: texts.preview.title, href: addressOf('pickPreview', locale, { office: office.id }) },
        ]}
      />
      <PageTitle eyebrow={texts.step(4)} title={texts.preview.title} lead={texts.preview.lead} />
      {preview.ok ? (
        <Figures {...props} preview={preview.value} />
      ) : (
        <NotRead problem={runProblemOf(preview.refusal)} locale={locale} />
      )}
      <div class="row">
        <LinkButton href={change} variant="secondary">
          {texts.preview.change}
        </LinkButton>
      </div>
      {preview.ok && props.children}
    </Page>
  )
}

function NotRead({ problem, locale }: { readonly problem: RunProblem; readonly locale: Locale }) {
  const { at, found } = problem
  return (
    <Notice tone="danger" title={pxWebTextsIn(locale).problemTitle}>
      <p>{problemText(problem, locale)}</p>
      <p>{found === '' ? at : `${at}: ${found}`}</p>
    </Notice>
  )
}

function Figures(props: Omit<PreviewPageProps, 'preview'> & { readonly preview: Preview }) {
  const { preview, locale } = props
  const texts = pxWebTextsIn(locale)
  return (
    <>
      <PreviewTable
        figures={preview.figures}
        decimals={preview.decimals}
        country={countryPlace(props.office.country)}
        nameOf={placeNames(props)}
        locale={locale}
      />
      {isAddedUp(props) && (
        <Notice tone="warning">
          <p>{texts.preview.addedUp}</p>
        </Notice>
      )}
      <Section id="serien" title={texts.preview.about}>
        <DescriptionList items={facts(props)} />
        <Notes notes={preview.notes} locale={locale} />
      </Section>
    </>
  )
}

/** What is counted can be added up. Of anything else a total by leaving out may be nonsense. */
function isAddedUp({ selection, preview }: Parameters<typeof Figures>[0]): boolean {
  const leavesOut = selection.leftOut.length > 0 || selection.gender?.allIsLeftOut === true
  return leavesOut && !/antal|number|count|person/i.test(preview.unit ?? '')
}

function facts({ office, table, preview, seriesKey, locale, ...props }: Parameters<typeof Figures>[0]) {
  const texts = pxWebTextsIn(locale)
  return [
    { term: texts.preview.table, details: table.label },
    ...chosenIn(table, props.selection).map(({ variable, value }) => ({
      term: variable.label,
      details: value.label,
    })),
    { term: texts.preview.unit, details: preview.unit ?? texts.unknown },
    { term: texts.preview.places, details: texts.preview.placesOf(formatNumber(preview.places, locale)) },
    { term: texts.preview.years, details: `${preview.firstYear}–${preview.lastYear}` },
    { term: texts.values.source, details: table.source ?? officeName(office, locale) },
    { term: texts.values.updated, details: dayIn(table.updated, locale) ?? texts.unknown },
    { term: texts.preview.licence, details: licenceIn(props.licence) ?? texts.unknown },
    { term: texts.preview.key, details: <code>{seriesKey}</code> },
  ]
}

/** Some offices tell their licence by its address. */
function licenceIn(licence: string | null) {
  return licence !== null && /^https?:/.test(licence) ? <a href={licence}>{licence}</a> : licence
}

function placeNames({
  table,
  selection,
  office,
  locale,
}: Parameters<typeof Figures>[0]): (place: string) => string {
  const region = table.variables.find(({ code }) => code === selection.region?.variable)
  const names = new Map(region?.values.map(({ code, label }) => [placeOf(code, office.country), label]))
  const country = pxWebTextsIn(locale).preview.country
  return (place) => names.get(place) ?? (place === countryPlace(office.country) ? country : place)
}
