import { inTransaction } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import { municipalitiesOf } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Outcome } from '#platform/outcome.ts'
import { addressOf } from '#ui/addresses.ts'
import { seriesTitle } from '../../pxweb/chosen.ts'
import type { FigureProblem } from '../../pxweb/figures.ts'
import { selectionFrom, type Picked } from '../../pxweb/picking.ts'
import { previewOf, type Preview } from '../../pxweb/preview.ts'
import type { PxWebQuestion } from '../../pxweb/question.ts'
import { seriesKey, type Selection } from '../../pxweb/selection.ts'
import type { Table } from '../../pxweb/table.ts'
import { FollowErrors, FollowForms } from '../follow/follow-form.tsx'
import { followSeries, type OfferedSeries } from '../follow/follow-series.ts'
import { asked, previewAddress, previewStep, valuesAddress } from './pxweb-addresses.ts'
import { pickedTable } from './pxweb-picked.ts'
import { PreviewPage } from './pxweb-preview-page.tsx'
import { proposedIndicator } from './pxweb-proposal.ts'
import type { Asked } from './pxweb-steps.tsx'
import { pxWebTextsIn } from './pxweb-texts.ts'

/** A series that was picked, as the last step shows it. */
interface PickedSeries {
  readonly table: Table
  readonly picked: Picked
  readonly selection: Selection
  readonly licence: string | null
}

/** Shows a real piece of the series, and asks what it is the figures of. */
export async function showPreview(about: Asked): Promise<Response> {
  const series = await pickedSeries(about)
  return series instanceof Response ? series : previewPage(about, series, {})
}

/** Begins to follow the series that the address names. */
export async function follow(about: Asked): Promise<Response> {
  const { c, visit } = about
  const series = await pickedSeries(about)
  if (series instanceof Response) return series
  const followed = await followSeries(visit, c.req, offered(about, series))
  switch (followed.kind) {
    case 'not-allowed':
      return visit.refuse()
    case 'errors':
      return previewPage(about, series, followed.errors, followed.typed)
    case 'followed':
      return c.redirect(
        followed.run === null
          ? addressOf('imports', visit.locale)
          : addressOf('importRun', visit.locale, { run: followed.run }),
        303,
      )
  }
}

/** An address that was changed by hand, or a table that has changed, leads back to the choices: they say what is wrong. */
async function pickedSeries(about: Asked): Promise<PickedSeries | Response> {
  const { c, visit, office, signal } = about
  const { table, picked } = await pickedTable(about)
  const chosen = selectionFrom(table, picked, office.office.country)
  if (!chosen.ok) {
    const again = { ...picked, [asked.step]: previewStep }
    return c.redirect(valuesAddress(office.office.id, visit.locale, again), 303)
  }
  // What the office itself tells comes first.
  const licence = (await office.limits(signal)).licence ?? office.office.licence
  return { table, picked, selection: chosen.value, licence }
}

function offered({ office }: Asked, { table, selection, licence }: PickedSeries): OfferedSeries {
  const title = seriesTitle(table, selection)
  const question: PxWebQuestion = { office: office.office.id, selection, title, licence }
  return { seriesKey: seriesKey(office.office, selection), title, way: 'pxweb', question }
}

async function previewPage(
  about: Asked,
  series: PickedSeries,
  errors: FieldErrors,
  typed?: Typed,
): Promise<Response> {
  const { visit, office, signal } = about
  const { locale } = visit
  const { municipalities, choices } = await inTransaction(visit, async (tx) => ({
    municipalities: await municipalitiesOf(tx),
    choices: await choicesOf(tx),
  }))
  const network = municipalities.map(({ code }) => code)
  const preview = await previewOf(office, series.table, series.selection, network, signal)
  return visit.page(
    { title: pxWebTextsIn(locale).preview.title, noindex: true },
    <PreviewPage
      office={office.office}
      {...series}
      seriesKey={seriesKey(office.office, series.selection)}
      preview={preview}
      locale={locale}
      above={<FollowErrors errors={errors} locale={locale} />}
    >
      <FollowForms
        action={previewAddress(office.office.id, locale, series.picked)}
        seriesKey={seriesKey(office.office, series.selection)}
        typed={{ ...proposed(about, series, preview), ...typed }}
        errors={errors}
        choices={choices}
        locale={locale}
      />
    </PreviewPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function proposed(
  { office }: Asked,
  { table, selection }: PickedSeries,
  preview: Outcome<Preview, FigureProblem>,
): Typed {
  return preview.ok ? proposedIndicator(office.office, table, selection, preview.value) : {}
}
