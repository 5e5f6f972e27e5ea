import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Company } from '../core/company.ts'
import type { Contact } from '../core/contact.ts'
import { AroundNotice } from './around.tsx'
import type { Found } from './asking.ts'
import { CompanyHistory, type HistoryProps } from './company-history.tsx'
import { branchesInWords, sizesInWords, textsIn } from './texts.ts'
import { municipalityIn, type Reader } from './words.ts'

export interface CompanyPageProps extends Found, Omit<HistoryProps, 'reader'> {
  readonly contacts: readonly Contact[]
  readonly isSaved: boolean
}

/** What the network knows of a company, as far as the reader may. */
export function CompanyPage(props: CompanyPageProps) {
  const { company, visits, own, isSaved, reader } = props
  const { locale } = reader
  const { company: texts } = textsIn(locale)
  return (
    <Page>
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={texts.eyebrow}
        title={company.name}
        actions={
          <>
            {own.length > 0 && (
              <LinkButton href={addressOf('visitCompany', locale, { company: company.id })}>
                {texts.visit}
              </LinkButton>
            )}
            <LinkButton href={addressOf('editCompany', locale, { company: company.id })} variant="secondary">
              {texts.edit}
            </LinkButton>
          </>
        }
      />
      {company.isExample && (
        <Notice>
          <p>{texts.example}</p>
        </Notice>
      )}
      <AroundNotice visits={visits} reader={reader} />
      <CompanyHistory {...props} />
      <Section id="uppgifter" title={texts.facts}>
        <DescriptionList items={factsOf(company, reader)} />
      </Section>
      <Contacts {...props} />
    </Page>
  )
}

function factsOf(company: Company, reader: Reader) {
  const { locale } = reader
  const { company: texts, list, unknown } = textsIn(locale)
  const { organisationNumber: number, isSoleTrader, municipality, size, branch } = company
  return [
    {
      term: texts.number,
      details:
        number === null
          ? isSoleTrader
            ? texts.soleTrader
            : unknown
          : `${number.slice(0, 6)}-${number.slice(6)}`,
    },
    {
      term: texts.seat,
      details: municipality === null ? texts.elsewhere : municipalityIn(reader, municipality),
    },
    { term: list.branch, details: branchesInWords(locale)[branch ?? ''] ?? unknown },
    { term: list.size, details: size === null ? unknown : sizesInWords(locale)[size] },
  ]
}

function Contacts({ company, contacts, own, reader }: CompanyPageProps) {
  const { locale } = reader
  const { contacts: texts } = textsIn(locale)
  const contactHref = (contact: string) =>
    addressOf('companyContact', locale, { company: company.id, contact })
  return (
    <Section
      id="kontakter"
      title={texts.title}
      lead={texts.lead}
      action={
        own.length > 0 && (
          <a href={addressOf('newCompanyContact', locale, { company: company.id })}>{texts.add}</a>
        )
      }
    >
      {contacts.length === 0 && <p class="empty">{texts.none}</p>}
      <ul class="plain-list">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <strong>{contact.name}</strong>
            {contact.title && `, ${contact.title}`}
            <p>
              {contact.phone && <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>}
              {contact.phone && contact.email && ' · '}
              {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            </p>
            <p class="source">
              {standingOf(contact, reader).join(' · ')}{' '}
              {own.some(({ code }) => code === contact.municipality) && (
                <a href={contactHref(contact.id)}>
                  {texts.edit}
                  <span class="ds-sr-only">: {contact.name}</span>
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function standingOf({ municipality, isShared, agreedAt }: Contact, reader: Reader): readonly string[] {
  const { contacts: texts } = textsIn(reader.locale)
  return [
    texts.of(municipalityIn(reader, municipality)),
    ...(isShared ? [texts.isShared] : []),
    ...(agreedAt ? [texts.agreed(formatDay(dayOf(agreedAt), reader.locale))] : []),
  ]
}
