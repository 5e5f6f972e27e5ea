import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf, type PageName } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { csvColumns } from './csv.ts'
import { queryOf } from '../charts/chart-address.ts'
import { downloadTextsIn } from './download-texts.ts'
import { askedAgain, queryNames } from '../query.ts'
import { textsIn } from '../texts.ts'

interface DownloadsProps {
  readonly indicator: string
  readonly locale: Locale
  readonly asOf?: Date | undefined
}

/** An indicator's values as files, what stands in them, and what was known before. */
export function Downloads({ indicator, locale, asOf }: DownloadsProps) {
  const texts = textsIn(locale).download
  const api = `/api/v1/indicators/${indicator}`
  return (
    <Section id="hamta" title={texts.title} lead={texts.lead}>
      <FileButtons
        files={[
          ['indicatorCsv', texts.csv],
          ['indicatorXlsx', downloadTextsIn(locale).xlsx],
          ['indicatorJson', texts.json],
          ['indicatorJsonStat', downloadTextsIn(locale).jsonStat],
        ]}
        parts={{ indicator }}
        locale={locale}
        asOf={asOf}
      />
      <WhatStandsInThem locale={locale} />
      <p>
        {texts.api} <a href={api}>{api}</a>
      </p>
      <AsKnownOn action={addressOf('indicator', locale, { indicator })} locale={locale} asOf={asOf} />
      <p>
        <a href={`${addressOf('revisions', locale)}${queryOf(askedAgain({ indicator }, locale))}`}>
          {downloadTextsIn(locale).revisions}
        </a>
      </p>
    </Section>
  )
}

/** All indicators' values as files, what is new among them, and what was known before. */
export function AllDownloads({ locale, asOf }: Omit<DownloadsProps, 'indicator'>) {
  const all = downloadTextsIn(locale)
  const texts = textsIn(locale).download
  return (
    <Section id="hamta" title={all.allTitle} lead={texts.lead}>
      <FileButtons
        files={[
          ['allCsv', texts.csv],
          ['allXlsx', all.xlsx],
          ['allJson', texts.json],
          ['allJsonStat', all.jsonStat],
        ]}
        parts={{}}
        locale={locale}
        asOf={asOf}
      />
      <WhatStandsInThem locale={locale} />
      <AsKnownOn action={addressOf('indicators', locale)} locale={locale} asOf={asOf} />
      <ul>
        <li>
          <a href={addressOf('newFigures', locale)}>{all.newFigures}</a>
        </li>
        <li>
          <a href={addressOf('revisions', locale)}>{all.revisions}</a>
        </li>
      </ul>
    </Section>
  )
}

interface FileButtonsProps {
  readonly files: readonly (readonly [page: PageName, label: string])[]
  readonly parts: Readonly<Record<string, string>>
  readonly locale: Locale
  readonly asOf: Date | undefined
}

function FileButtons({ files, parts, locale, asOf }: FileButtonsProps) {
  const query = queryOf(askedAgain({ asOf: dayIn(asOf) }, locale))
  return (
    <div class="row">
      {files.map(([page, label]) => (
        <LinkButton
          key={page}
          href={`${addressOf(page, locale, parts)}${query}`}
          variant="secondary"
          download
        >
          {label}
        </LinkButton>
      ))}
    </div>
  )
}

function WhatStandsInThem({ locale }: { readonly locale: Locale }) {
  const texts = textsIn(locale).download
  return (
    <Disclosure summary={texts.columns}>
      <DescriptionList
        items={csvColumns.map((column) => ({ term: <code>{column}</code>, details: texts.column[column] }))}
      />
      <p>{downloadTextsIn(locale).xlsxAbout}</p>
      <p>{texts.jsonAbout}</p>
      <p>{downloadTextsIn(locale).jsonStatAbout}</p>
    </Disclosure>
  )
}

interface AsKnownOnProps {
  readonly action: string
  readonly locale: Locale
  readonly asOf: Date | undefined
}

/** Asks for the same page as it would have been on an earlier day. */
function AsKnownOn({ action, locale, asOf }: AsKnownOnProps) {
  const texts = downloadTextsIn(locale)
  return (
    <form class="form" method="get" action={action}>
      <TextField
        name={queryNames[locale].asOf}
        label={texts.asOf}
        hint={texts.asOfHint}
        value={dayIn(asOf) ?? ''}
        size={10}
        autocomplete="off"
      />
      <div>
        <Button variant="secondary">{texts.asOfShow}</Button>
      </div>
    </form>
  )
}

function dayIn(asOf: Date | undefined): IsoDay | null {
  return asOf ? dayOf(asOf) : null
}
