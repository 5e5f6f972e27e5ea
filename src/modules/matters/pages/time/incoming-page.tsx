import type { UnplacedMail } from '#modules/mail'
import { dayOf, formatDay, formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { textsIn, type Texts } from './texts.ts'

interface IncomingPageProps {
  readonly mails: readonly UnplacedMail[]
  readonly isSaved: boolean
  readonly locale: Locale
}

/** Mail that no matter could be given: read by the coordinator, and noted when it is seen to. */
export function IncomingPage({ mails, isSaved, locale }: IncomingPageProps) {
  const { incoming: texts, letters } = textsIn(locale)
  return (
    <Page width="narrow">
      {isSaved && <Notice tone="success" title={texts.saved} live />}
      <Breadcrumbs
        label={letters.title}
        items={[
          { label: letters.title, href: addressOf('letters', locale) },
          { label: texts.title, href: addressOf('incomingLetters', locale) },
        ]}
      />
      <PageTitle title={texts.title} lead={texts.lead} />
      {mails.length === 0 && <EmptyState title={texts.none} />}
      {mails.map((mail) => (
        <Unplaced key={mail.id} mail={mail} locale={locale} />
      ))}
    </Page>
  )
}

function Unplaced({ mail, locale }: { readonly mail: UnplacedMail; readonly locale: Locale }) {
  const { incoming: texts } = textsIn(locale)
  const subject = mail.subject || texts.noSubject
  return (
    <Card
      title={subject}
      titleLevel={2}
      tags={
        mail.handledAt && <Tag tone="success">{texts.seenToOn(formatDay(dayOf(mail.handledAt), locale))}</Tag>
      }
      footer={
        !mail.handledAt && (
          <Form action={addressOf('incomingLetters', locale)} guard={false}>
            <Hidden name="mail" value={mail.id} />
            <FormActions>
              <Button variant="secondary">
                {texts.seenTo}
                <span class="ds-sr-only">: {subject}</span>
              </Button>
            </FormActions>
          </Form>
        )
      }
    >
      <p class="source">
        {texts.from} {mail.fromAddress || texts.unknownSender} · {formatMoment(mail.cameAt, locale)}
      </p>
      <p>{reasonText(texts, mail.reason)}</p>
      {mail.text.trim() !== '' && (
        <Disclosure summary={texts.read}>
          <p class="letter__body">{mail.text}</p>
        </Disclosure>
      )}
    </Card>
  )
}

function reasonText({ reasons }: Texts['incoming'], reason: string | null): string {
  return reasons[
    reason !== null && Object.hasOwn(reasons, reason) ? (reason as keyof typeof reasons) : 'unknown'
  ]
}
