import type { Typed } from '#platform/http/form.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import type { Choosing } from '../core/choosing.ts'
import { textsIn } from './texts.ts'
import type { Reader } from './words.ts'

interface PreviewPageProps {
  readonly choosing: Choosing
  readonly letter: { readonly subject: string; readonly body: string }
  readonly typed: Typed
  readonly reader: Reader
}

/** How many would be asked, how many would not and why, and the letter; nothing is sent yet. */
export function PreviewPage({ choosing, letter, typed, reader: { locale } }: PreviewPageProps) {
  const { preview: texts } = textsIn(locale)
  const { chosen, left } = choosing
  const agreed = chosen.filter(({ ground }) => ground === 'agreed').length
  const reasons = [
    left.askedEnough > 0 && texts.askedEnough(left.askedEnough),
    left.stopped > 0 && texts.stopped(left.stopped),
    left.noAddress > 0 && texts.noAddress(left.noAddress),
  ].filter((reason) => reason !== false)
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={texts.asked(chosen.length)} />
      {chosen.length > 0 && <p>{texts.grounds(agreed, chosen.length - agreed)}</p>}
      <Section id="utanfor" title={texts.left}>
        {reasons.length === 0 ? (
          <p>{texts.nobodyLeft}</p>
        ) : (
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="brevet" title={texts.letter}>
        <div class="letter" lang="sv">
          <p>
            <strong>
              {texts.subject}: {letter.subject}
            </strong>
          </p>
          <p class="letter__body">{letter.body}</p>
        </div>
      </Section>
      <Form action={addressOf('newAsk', locale)} guard={false}>
        {Object.entries(typed)
          .filter(([name]) => name !== 'do')
          .map(([name, value]) => (
            <Hidden key={name} name={name} value={value} />
          ))}
        <FormActions>
          {chosen.length > 0 && (
            <Button name="do" value="send">
              {texts.send(chosen.length)}
            </Button>
          )}
          <Button name="do" value="edit" variant="secondary">
            {texts.edit}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}
