import { formatShortDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { ExampleTag } from '#ui/notice.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { branches, companySizes } from '../core/company.ts'
import type { CompanyQuestion, ListedCompany } from '../store.ts'
import { questionNames } from './list-query.ts'
import { branchesInWords, sizesInWords, textsIn } from './texts.ts'
import { companyHref, municipalityIn, type Reader } from './words.ts'

interface ListPageProps {
  readonly companies: readonly ListedCompany[]
  /** How many fit, shown or not. */
  readonly count: number
  readonly asked: CompanyQuestion
  readonly mayVisit: boolean
  readonly reader: Reader
}

/** The companies that the network has met, narrowed down. */
export function ListPage(props: ListPageProps) {
  const { companies, count, mayVisit, reader } = props
  const { locale } = reader
  const { list: texts, example } = textsIn(locale)
  return (
    <Page>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          <>
            {mayVisit && <LinkButton href={addressOf('newCompanyVisit', locale)}>{texts.visit}</LinkButton>}
            <LinkButton href={addressOf('companyVisits', locale)} variant="secondary">
              {texts.calendar}
            </LinkButton>
            <LinkButton href={addressOf('promises', locale)} variant="secondary">
              {texts.promises}
            </LinkButton>
          </>
        }
      />
      <ListQuestions {...props} />
      <div class="section" id="foretagen">
        {companies.some(({ isExample }) => isExample) && <p class="source">{example.lead}</p>}
        <p role="status">{texts.count(companies.length, count)}</p>
        <Table
          caption={texts.title}
          captionHidden
          rows={companies}
          rowKey={({ id }) => id}
          empty={texts.none}
          columns={columnsFor(reader)}
        />
      </div>
    </Page>
  )
}

function ListQuestions({ asked, reader: { locale, municipalities } }: ListPageProps) {
  const { list: texts } = textsIn(locale)
  const names = questionNames[locale]
  return (
    <ChoiceForm action={addressOf('companies', locale)} swap="foretagen" submit={texts.show}>
      <TextField name={names.text} label={texts.search} value={asked.text} type="search" maxLength={100} />
      <SelectField
        name={names.municipality}
        label={texts.municipality}
        value={asked.municipality}
        empty={texts.all}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        name={names.branch}
        label={texts.branch}
        value={asked.branch}
        empty={texts.all}
        options={branches.map((value) => ({ value, label: branchesInWords(locale)[value] ?? value }))}
      />
      <SelectField
        name={names.size}
        label={texts.size}
        value={asked.size}
        empty={texts.all}
        options={companySizes.map((value) => ({ value, label: sizesInWords(locale)[value] }))}
      />
    </ChoiceForm>
  )
}

function columnsFor(reader: Reader): readonly Column<ListedCompany>[] {
  const { locale } = reader
  const { list: texts, example } = textsIn(locale)
  return [
    {
      label: texts.name,
      rowHeader: true,
      cell: ({ id, name, isExample }) => (
        <>
          <a href={companyHref(id, locale)}>{name}</a>
          {isExample && !name.includes(`(${textsIn('sv').example.tag})`) && (
            <>
              {' '}
              <ExampleTag>{example.tag}</ExampleTag>
            </>
          )}
        </>
      ),
    },
    {
      label: texts.municipality,
      cell: ({ municipality }) => (municipality === null ? '' : municipalityIn(reader, municipality)),
    },
    { label: texts.branch, cell: ({ branch }) => branchesInWords(locale)[branch ?? ''] ?? '' },
    { label: texts.size, cell: ({ size }) => (size === null ? '' : sizesInWords(locale)[size]) },
    {
      label: texts.lastVisit,
      cell: ({ lastVisit }) =>
        lastVisit === null
          ? texts.never
          : `${formatShortDay(lastVisit.on, locale)}, ${municipalityIn(reader, lastVisit.municipality)}`,
    },
  ]
}
