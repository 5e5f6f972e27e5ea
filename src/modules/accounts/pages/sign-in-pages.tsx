import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Prose } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { errorText, textsIn } from './texts.ts'

interface SignInPageProps {
  readonly locale: Locale
  readonly typed?: Typed
  readonly errors?: FieldErrors
  /** Where to go once signed in. */
  readonly next: string
}

/** Asks for the address that a sign-in link is sent to. */
export function SignInPage({ locale, typed = {}, errors = {}, next }: SignInPageProps) {
  const texts = textsIn(locale)
  const messages = errorsInWords(errors, (name) => errorText(texts, name))
  return (
    <Page width="narrow">
      <ErrorSummary title={texts.errors.title} errors={messages} />
      <PageTitle title={texts.signIn.title} lead={texts.signIn.lead} />
      <Form action={addressOf('signIn', locale)} guard={false}>
        <Hidden name="next" value={next} />
        <TextField
          name="email"
          label={texts.signIn.email}
          type="email"
          autocomplete="email"
          required
          spellcheck={false}
          value={typed['email']}
          error={messages.find(({ field }) => field === 'email')?.message}
        />
        <FormActions>
          <Submit>{texts.signIn.send}</Submit>
        </FormActions>
      </Form>
      <Prose>
        <p>{texts.signIn.who}</p>
      </Prose>
    </Page>
  )
}

/** The same answer whether or not the address is anybody's. */
export function LinkSentPage({
  locale,
  hasLocalMailbox,
}: {
  readonly locale: Locale
  readonly hasLocalMailbox: boolean
}) {
  const texts = textsIn(locale).signIn
  return (
    <Page width="narrow">
      <PageTitle title={texts.sentTitle} lead={texts.sent} />
      <Prose>
        <p>{texts.notArrived}</p>
      </Prose>
      <FormActions>
        {hasLocalMailbox && <LinkButton href={addressOf('mailbox', locale)}>{texts.showMailbox}</LinkButton>}
        <LinkButton href={addressOf('signIn', locale)} variant="secondary">
          {texts.again}
        </LinkButton>
      </FormActions>
    </Page>
  )
}

/** Where the link leads: one press more, so that a mail program that opens links to check them does not use it up. */
export function UseLinkPage(props: {
  readonly locale: Locale
  readonly token: string
  readonly next: string
}) {
  const { locale, token, next } = props
  const texts = textsIn(locale).link
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={texts.lead} />
      <Form action={addressOf('signInLink', locale)} guard={false}>
        <Hidden name="token" value={token} />
        <Hidden name="next" value={next} />
        <FormActions>
          <Submit>{texts.go}</Submit>
        </FormActions>
      </Form>
    </Page>
  )
}

export function LinkFailedPage({ locale }: { readonly locale: Locale }) {
  const texts = textsIn(locale).link
  return (
    <Page width="narrow">
      <PageTitle title={texts.failedTitle} />
      <Notice tone="warning">
        <p>{texts.failed}</p>
      </Notice>
      <FormActions>
        <LinkButton href={addressOf('signIn', locale)}>{texts.again}</LinkButton>
      </FormActions>
    </Page>
  )
}
