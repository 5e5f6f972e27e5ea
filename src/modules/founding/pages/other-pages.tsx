import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, FormActions } from '#ui/form.tsx'
import { Page, PageTitle, Prose, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from './texts.ts'

/** The name of the founding code in the address. */
export const codeParameter = 'kod'

/** Says where the founding code is found, and takes it. */
export function CodePage({ locale, given }: { readonly locale: Locale; readonly given: string }) {
  const texts = textsIn(locale)
  const error = given === '' ? undefined : texts.code.wrong
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errors.title}
        errors={error ? [{ field: codeParameter, message: error }] : []}
      />
      <PageTitle title={texts.code.title} lead={texts.code.lead} />
      <form class="form" method="get" action={addressOf('founding', locale)}>
        <p>{texts.code.where}</p>
        <TextField
          name={codeParameter}
          label={texts.code.label}
          autocomplete="off"
          spellcheck={false}
          size={14}
          value={given}
          error={error}
        />
        <FormActions>
          <Button>{texts.code.go}</Button>
        </FormActions>
      </form>
    </Page>
  )
}

/** What has happened, and what comes next. */
export function DonePage({
  locale,
  hasLocalMailbox,
}: {
  readonly locale: Locale
  readonly hasLocalMailbox: boolean
}) {
  const texts = textsIn(locale).done
  const { steps } = texts
  return (
    <Page width="narrow">
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          hasLocalMailbox && <LinkButton href={addressOf('mailbox', locale)}>{texts.showMailbox}</LinkButton>
        }
      />
      <Notice live>
        {hasLocalMailbox && <p>{texts.mailbox}</p>}
        <p>
          {texts.notArrived} <a href={addressOf('signIn', locale)}>{texts.signIn}</a>
        </p>
      </Notice>
      <Section id="next" title={texts.nextTitle}>
        <Prose>
          <ol>
            <li>
              <strong>{steps.signIn.title}.</strong> {steps.signIn.text}
            </li>
            <li>
              <a href={addressOf('framework', locale)}>{steps.framework.title}</a>. {steps.framework.text}
            </li>
            <li>
              <a href={addressOf('framework', locale)}>{steps.indicators.title}</a>. {steps.indicators.text}
            </li>
            <li>
              <a href={addressOf('invite', locale)}>{steps.invite.title}</a>. {steps.invite.text}
            </li>
          </ol>
        </Prose>
      </Section>
    </Page>
  )
}

/** The network is there already: nothing to do here. */
export function AlreadyFoundedPage({
  locale,
  justNow,
}: {
  readonly locale: Locale
  readonly justNow: boolean
}) {
  const texts = textsIn(locale).already
  return (
    <Page width="narrow">
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={<LinkButton href={addressOf('overview', locale)}>{texts.home}</LinkButton>}
      />
      {justNow && <p>{texts.justNow}</p>}
    </Page>
  )
}
