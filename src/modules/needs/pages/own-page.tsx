import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { isConfirmed, type Statement } from '../core/need.ts'
import { letterName } from './letters.ts'
import { NeedFields, type Filled } from './need-fields.tsx'
import { errorText, textsIn } from './texts.ts'
import { placesInWords, type Reader } from './words.ts'

interface OwnPageProps {
  readonly statement: Statement
  readonly needKey: string
  /** The whole private address. */
  readonly address: string
  readonly isStanding: boolean
  /** What a letter alone says, if that is where the reader comes from. */
  readonly code: string
  readonly filled: Filled
  readonly did: 'said' | 'changed' | 'renewed' | null
  readonly reader: Reader
}

/** A need at its private address: the receipt, and where it is changed, renewed and withdrawn. */
export function OwnPage(props: OwnPageProps) {
  const { statement, needKey, address, isStanding, code, filled, did, reader } = props
  const { locale } = reader
  const { own: texts, say, errorTitle } = textsIn(locale)
  if (statement.withdrawnAt !== null)
    return (
      <Page width="narrow">
        <PageTitle title={texts.withdrawnTitle} lead={texts.withdrawn} />
        <LinkButton href={addressOf('sayNeed', locale)}>{say.title}</LinkButton>
      </Page>
    )
  const action = addressOf('ownNeed', locale, { key: needKey })
  const isAsked = code !== '' && !isConfirmed(statement)
  const isWrong = Object.keys(filled.errors).length > 0
  return (
    <Page width="narrow">
      <ErrorSummary
        title={errorTitle}
        errors={errorsInWords(filled.errors, (name) => errorText(locale, name))}
      />
      {did && (
        <Notice tone="success" live>
          <p>{texts[did]}</p>
        </Notice>
      )}
      <PageTitle eyebrow={statement.companyName} title={texts.title} />
      <Facts statement={statement} reader={reader} />
      <Standing statement={statement} isStanding={isStanding} reader={reader} />
      <Form action={action} guard={false}>
        <Hidden name={letterName} value={code} />
        <FormActions>
          <Button name="do" value="renew" variant={isStanding && !isAsked ? 'secondary' : 'primary'}>
            {isAsked ? texts.confirm : texts.renew}
          </Button>
        </FormActions>
      </Form>
      <Address address={address} locale={locale} />
      <Disclosure summary={texts.change} open={isWrong || filled.meant.length > 0}>
        <Form action={action}>
          <NeedFields filled={filled} reader={reader} />
          <FormActions>
            <Button name="do" value="change">
              {texts.save}
            </Button>
          </FormActions>
        </Form>
      </Disclosure>
      <Disclosure summary={texts.withdraw}>
        <p>{texts.withdrawText}</p>
        <Form action={action} guard={false}>
          <FormActions>
            <Button name="do" value="withdraw" tone="danger">
              {texts.withdraw}
            </Button>
          </FormActions>
        </Form>
      </Disclosure>
    </Page>
  )
}

function Facts({ statement, reader }: { readonly statement: Statement; readonly reader: Reader }) {
  const { locale } = reader
  const { own, levels, holdings } = textsIn(locale)
  const { words, people, neededBy, level, places, holdsBack } = statement
  const { facts } = own
  return (
    <DescriptionList
      items={[
        { term: facts.skill, details: <span lang="sv">{words}</span> },
        { term: facts.people, details: people },
        { term: facts.when, details: formatDay(neededBy, locale) },
        { term: facts.level, details: levels[level] },
        { term: facts.places, details: placesInWords(places, reader) },
        { term: facts.holds, details: holdings[holdsBack] },
      ]}
    />
  )
}

/** Until when it counts; or that it counts no longer. */
function Standing({
  statement,
  isStanding,
  reader: { locale },
}: Pick<OwnPageProps, 'statement' | 'isStanding' | 'reader'>) {
  const { own: texts } = textsIn(locale)
  const { standsUntil, email } = statement
  const day = formatDay(standsUntil, locale)
  if (!isStanding)
    return (
      <Notice tone="warning">
        <p>{texts.lapsed(day)}</p>
      </Notice>
    )
  return (
    <>
      {!isConfirmed(statement) && (
        <Notice tone="info">
          <p>{email === '' ? texts.unconfirmedNoMail : texts.unconfirmed}</p>
        </Notice>
      )}
      <p>
        {texts.stands(day)} {email === '' ? texts.noMail : texts.asks}
      </p>
    </>
  )
}

function Address({ address, locale }: Pick<OwnPageProps, 'address'> & Pick<Reader, 'locale'>) {
  const { own: texts } = textsIn(locale)
  return (
    <Section id="adress" title={texts.address}>
      <p>{texts.addressText}</p>
      <p class="private-address">
        <a href={address}>{address}</a>
      </p>
      <p>
        <a href={addressOf('sayNeed', locale)}>{texts.another}</a>
      </p>
    </Section>
  )
}
