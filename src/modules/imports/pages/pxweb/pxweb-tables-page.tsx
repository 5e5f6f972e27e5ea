import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { TableEntry, TableList } from '../../pxweb/office.ts'
import type { Office } from '../../pxweb/offices.ts'
import { asked, entryAddress, tablesAddress } from './pxweb-addresses.ts'
import { pxWebTextsIn } from './pxweb-texts.ts'
import { dayIn, officeName } from './pxweb-words.ts'

interface TablesPageProps {
  readonly office: Office
  readonly list: TableList
  readonly words: string
  readonly folder: string
  readonly locale: Locale
}

/** The second step: which table. Searched where the office searches, else walked through folder by folder. */
export function TablesPage(props: TablesPageProps) {
  const { office, list, locale, folder } = props
  const texts = pxWebTextsIn(locale)
  const name = officeName(office, locale)
  return (
    <Page>
      <PageTitle eyebrow={texts.step(2)} title={texts.tables.title} lead={texts.tables.lead(name)} />
      {folder !== '' && <FolderCrumbs {...props} />}
      <Search {...props} />
      <p role="status">{foundInWords(list, locale)}</p>
      <Table
        caption={texts.tables.caption}
        captionHidden
        columns={[
          {
            label: texts.tables.name,
            rowHeader: true,
            cell: (entry: TableEntry) => (
              <>
                <a href={entryAddress(office.id, entry, locale)}>{entry.label}</a>
                {entry.kind === 'folder' && ` (${texts.tables.folder})`}
              </>
            ),
          },
          { label: texts.tables.period, cell: periodOf },
          { label: texts.tables.updated, cell: ({ updated }) => dayIn(updated, locale) ?? '' },
        ]}
        rows={list.entries}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        empty={texts.tables.none}
      />
      <Paging {...props} />
      <p>
        <a href={addressOf('pickOffice', locale)}>{texts.offices.title}</a>
      </p>
    </Page>
  )
}

function foundInWords({ total, page, pages }: TableList, locale: Locale): string {
  return pxWebTextsIn(locale).tables.found(formatNumber(total, locale), page, pages)
}

function periodOf({ firstPeriod, lastPeriod }: TableEntry): string {
  return [...new Set([firstPeriod, lastPeriod].filter((period) => period !== null))].join('–')
}

function Search({ office, words, folder, locale }: TablesPageProps) {
  const texts = pxWebTextsIn(locale).tables
  return (
    <form class="form" method="get" action={tablesAddress(office.id, locale)} role="search">
      {folder !== '' && <Hidden name={asked.folder} value={folder} />}
      <TextField
        name={asked.words}
        label={office.hasSearch ? texts.words : texts.filter}
        {...(office.hasSearch ? { hint: texts.wordsHint } : {})}
        type="search"
        value={words}
        maxLength={200}
      />
      <div class="row form__actions">
        <Button variant="secondary">{texts.find}</Button>
      </div>
    </form>
  )
}

function FolderCrumbs({ office, folder, locale }: TablesPageProps) {
  const texts = pxWebTextsIn(locale)
  const steps = folder.split('/')
  const items = steps.map((label, step) => ({
    label,
    href: tablesAddress(office.id, locale, { [asked.folder]: steps.slice(0, step + 1).join('/') }),
  }))
  const top = { label: texts.tables.top, href: tablesAddress(office.id, locale) }
  return <Breadcrumbs label={texts.crumbs} items={[top, ...items]} />
}

function Paging({ office, list, words, folder, locale }: TablesPageProps) {
  const texts = pxWebTextsIn(locale).tables
  if (list.pages < 2) return null
  const to = (page: number) =>
    tablesAddress(office.id, locale, {
      ...(words === '' ? {} : { [asked.words]: words }),
      ...(folder === '' ? {} : { [asked.folder]: folder }),
      [asked.page]: String(page),
    })
  return (
    <nav class="row" aria-label={texts.pages}>
      {list.page > 1 && (
        <a href={to(list.page - 1)} rel="prev">
          {texts.previous}
        </a>
      )}
      {list.page < list.pages && (
        <a href={to(list.page + 1)} rel="next">
          {texts.next}
        </a>
      )}
    </nav>
  )
}
