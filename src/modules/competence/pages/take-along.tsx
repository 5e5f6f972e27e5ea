import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CardGrid, Card } from '#ui/card.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Carried, type FinderPageProps } from './carried.tsx'
import { errorText, textsIn } from './texts.ts'

/** What one can do with a list: keep its address, have it mailed, be told of more, or ask a person. */
export function TakeAlong(props: FinderPageProps) {
  const { reader, link, letterError } = props
  const { locale } = reader
  const { find: texts } = textsIn(locale)
  const field = (name: 'mailTo' | 'followTo') => ({
    name,
    type: 'email' as const,
    label: texts.mailTo,
    autocomplete: 'email' as const,
    spellcheck: false,
    value: letterError?.field === name ? letterError.typed : '',
    error: letterError?.field === name ? errorText(locale, letterError.reason) : undefined,
  })
  return (
    <Section id="ta-med" title={texts.take} lead={texts.takeLead}>
      <p class="as-written">
        <a href={link}>{texts.link}</a>
      </p>
      <CardGrid columns={3}>
        <Card title={texts.person}>
          <p>{texts.personLead}</p>
          <Form action={addressOf('askAboutSupport', locale)} guard={false}>
            <Carried {...props} />
            <FormActions>
              <Button>{texts.personSend}</Button>
            </FormActions>
          </Form>
        </Card>
        <Card title={texts.mail}>
          <Form action={addressOf('mailSupports', locale)} guard={false}>
            <Carried {...props} />
            <TextField {...field('mailTo')} hint={texts.mailHint} />
            <FormActions>
              <Button variant="secondary">{texts.mailSend}</Button>
            </FormActions>
          </Form>
        </Card>
        <Card title={texts.follow}>
          <p>{texts.followLead}</p>
          <Form action={addressOf('followSupports', locale)} guard={false}>
            <Carried {...props} />
            <TextField {...field('followTo')} />
            <FormActions>
              <Button variant="secondary">{texts.followSend}</Button>
            </FormActions>
          </Form>
        </Card>
      </CardGrid>
    </Section>
  )
}
