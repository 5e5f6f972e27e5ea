import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import type { Office } from '../../pxweb/offices.ts'
import { otherVariables, type PickError, type PickErrors, type Picked } from '../../pxweb/picking.ts'
import type { Table } from '../../pxweb/table.ts'
import { asked, previewStep, tablesAddress, valuesAddress } from './pxweb-addresses.ts'
import { RoleFields } from './pxweb-role-fields.tsx'
import { pxWebTextsIn } from './pxweb-texts.ts'
import { ValueFields } from './pxweb-value-fields.tsx'
import { dayIn, officeName } from './pxweb-words.ts'

export interface ValuesPageProps {
  readonly office: Office
  /** With the divisions that were picked. */
  readonly table: Table
  /** With proposals where nothing was said. */
  readonly picked: Picked
  /** The words searched for among a variable's values, by the variable. */
  readonly searched: Readonly<Record<string, string>>
  readonly errors: PickErrors
  readonly locale: Locale
}

/** The third step: what each variable is, and at which value it stands. One form, and all of it in the address. */
export function ValuesPage(props: ValuesPageProps) {
  const { office, table, picked, errors, locale } = props
  const texts = pxWebTextsIn(locale)
  const messages = errorsInWords(errors, (name) => texts.errors[name as PickError])
  return (
    <Page width="narrow">
      <ErrorSummary title={texts.values.errorTitle} errors={messages} />
      <Breadcrumbs
        label={texts.crumbs}
        items={[
          { label: texts.offices.title, href: addressOf('pickOffice', locale) },
          { label: officeName(office, locale), href: tablesAddress(office.id, locale) },
          { label: table.label, href: valuesAddress(office.id, locale, picked) },
        ]}
      />
      <PageTitle eyebrow={texts.step(3)} title={table.label} lead={texts.values.lead} />
      <AboutTable table={table} locale={locale} />
      <form
        class="form"
        method="get"
        action={addressOf('pickValues', locale, { office: office.id })}
        noValidate
      >
        <Hidden name="table" value={table.id} />
        <Section id="variabler" title={texts.values.roles} lead={texts.values.rolesLead}>
          <RoleFields {...props} />
          <div class="row">
            <Button variant="secondary">{texts.values.again}</Button>
          </div>
        </Section>
        <Section id="varden" title={texts.values.counted} lead={texts.values.countedLead}>
          {otherVariables(table, picked).length === 0 && <p>{texts.values.nothingElse}</p>}
          {otherVariables(table, picked).map((variable) => (
            <ValueFields key={variable.code} {...props} variable={variable} />
          ))}
        </Section>
        <div class="row form__actions">
          <Button name={asked.step} value={previewStep}>
            {texts.values.preview}
          </Button>
        </div>
      </form>
    </Page>
  )
}

function AboutTable({ table, locale }: Pick<ValuesPageProps, 'table' | 'locale'>) {
  const texts = pxWebTextsIn(locale)
  return (
    <>
      <DescriptionList
        items={[
          { term: texts.values.source, details: table.source ?? texts.unknown },
          { term: texts.values.updated, details: dayIn(table.updated, locale) ?? texts.unknown },
          { term: texts.values.cells, details: formatNumber(table.cells, locale) },
        ]}
      />
      <Notes notes={table.notes} locale={locale} />
    </>
  )
}

/** What the source says beside its figures, in its own words. */
export function Notes({ notes, locale }: { readonly notes: readonly string[]; readonly locale: Locale }) {
  if (notes.length === 0) return null
  return (
    <Disclosure summary={pxWebTextsIn(locale).values.notes}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Disclosure>
  )
}
