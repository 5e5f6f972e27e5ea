import type { ComponentChildren } from 'preact'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { PageTitle } from '#ui/heading.tsx'
import { wordOf } from '../core/authority.ts'
import { textsIn } from './texts.ts'

/** An authority whose records somebody may see: a municipality, or the network (null). */
export interface Reader {
  readonly locale: Locale
  readonly municipalities: readonly { readonly code: string; readonly slug: string; readonly name: string }[]
  /** Whose records are shown. */
  readonly authority: string | null
  /** Whose may be chosen. */
  readonly authorities: readonly (string | null)[]
}

export function nameOf(authority: string | null, { locale, municipalities }: Reader): string {
  return municipalities.find(({ code }) => code === authority)?.name ?? textsIn(locale).network
}

const pages = { register: 'records', retention: 'retention', person: 'personalData' } as const

/** The top of a page about records, with the ways to the others. */
export function RecordsTitle({
  here,
  title,
  lead,
  locale,
}: {
  readonly here: keyof typeof pages | null
  readonly title: string
  readonly lead?: ComponentChildren
  readonly locale: Locale
}) {
  const { nav } = textsIn(locale)
  const others = (Object.keys(pages) as (keyof typeof pages)[]).filter((one) => one !== here)
  return (
    <PageTitle
      title={title}
      lead={lead}
      actions={others.map((one) => (
        <LinkButton key={one} href={addressOf(pages[one], locale)} variant="secondary">
          {nav[one]}
        </LinkButton>
      ))}
    />
  )
}

/** The choice of whose records are shown; nothing where there is only one. */
export function AuthorityField({ reader }: { readonly reader: Reader }) {
  const { authorities, municipalities, locale, authority } = reader
  return (
    <SelectField
      name="whose"
      label={textsIn(locale).whose}
      value={wordOf(authority, municipalities)}
      options={authorities.map((one) => ({ value: wordOf(one, municipalities), label: nameOf(one, reader) }))}
    />
  )
}

/** The same, as a form of its own. */
export function AuthorityChoice({
  reader,
  action,
  swap,
}: {
  readonly reader: Reader
  readonly action: string
  readonly swap: string
}) {
  if (reader.authorities.length < 2) return null
  return (
    <ChoiceForm action={action} swap={swap} submit={textsIn(reader.locale).show}>
      <AuthorityField reader={reader} />
    </ChoiceForm>
  )
}
