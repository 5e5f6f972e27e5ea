import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { RadioGroup, SelectField } from './choice-field.tsx'
import { ErrorSummary } from './form.tsx'
import { TextArea, TextField } from './text-field.tsx'

test('label, hint and error are tied to the control in the page itself', () => {
  const html = renderToString(
    <TextField name="email" label="E-mail" hint="Once" error="Write an @" value="eva" />,
  )
  expect(html).toContain('for="field-email"')
  expect(html).toContain('id="field-email"')
  expect(html).toContain('aria-describedby="field-email-hint field-email-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('value="eva"')
})

test('a field without hint and error is described by nothing', () => {
  const html = renderToString(<TextField name="a" label="A" />)
  expect(html).not.toContain('aria-describedby')
  expect(html).not.toContain('aria-invalid')
})

test('what was written is kept and cannot become markup', () => {
  expect(renderToString(<TextArea name="t" label="T" value={'<script>\n</textarea>'} />)).toContain(
    '&lt;script>\n&lt;/textarea>',
  )
})

test('the chosen one is chosen, within groups too', () => {
  const options = [
    { label: 'Group', options: [{ value: 'b', label: 'B' }] },
    { value: 'c', label: 'C' },
  ]
  const html = renderToString(<SelectField name="s" label="S" value="b" options={options} />)
  expect(html).toMatch(/<option[^>]*selected[^>]*value="b"|<option[^>]*value="b"[^>]*selected/)
  expect(html.match(/selected/g)).toHaveLength(1)
})

test('the error summary leads to the field, and to the first choice of a group', () => {
  const summary = renderToString(
    <ErrorSummary title="Mend" errors={[{ field: 'status', message: 'Choose' }]} />,
  )
  const group = renderToString(
    <RadioGroup name="status" label="Status" error="Choose" options={[{ value: 'a', label: 'A' }]} />,
  )
  expect(summary).toContain('href="#field-status"')
  expect(group).toContain('<input class="ds-input" type="radio" id="field-status"')
  expect(renderToString(<ErrorSummary title="Mend" errors={[]} />)).toBe('')
})
