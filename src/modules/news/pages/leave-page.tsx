import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Form, Hidden } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { textsIn } from './texts.ts'

/** Whose letters are to stop, as the link in a letter says it. */
export interface LeaveLink {
  readonly reader: string
  readonly code: string
}

interface LeavePageProps {
  readonly step:
    | { readonly kind: 'asks'; readonly link: LeaveLink }
    | { readonly kind: 'left' | 'wrong-code' }
  readonly locale: Locale
}

/** What the link in a letter leads to. A button stops the letters, for mail programs open links by themselves. */
export function LeavePage({ step, locale }: LeavePageProps) {
  const texts = textsIn(locale).letters
  if (step.kind === 'asks') {
    return (
      <Page width="narrow">
        <PageTitle title={texts.leaveTitle} lead={texts.leaveLead} />
        <Form action={addressOf('leaveNews', locale)} guard={false}>
          <Hidden name="reader" value={step.link.reader} />
          <Hidden name="code" value={step.link.code} />
          <div>
            <Button>{texts.leave}</Button>
          </div>
        </Form>
      </Page>
    )
  }
  const isLeft = step.kind === 'left'
  return (
    <Page width="narrow">
      <PageTitle
        title={isLeft ? texts.leftTitle : texts.wrongCode}
        lead={isLeft ? texts.left : texts.wrongCodeLead}
        actions={<LinkButton href={addressOf('newFigures', locale)}>{texts.back}</LinkButton>}
      />
    </Page>
  )
}
