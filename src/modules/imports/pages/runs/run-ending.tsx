import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Form, Hidden } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Report } from '../../core/run.ts'
import { runTextsIn } from './run-texts.ts'

/** What was typed about a succession, and what is wrong with it. */
export interface Succession {
  readonly typed: Readonly<Record<string, string>>
  readonly error: string | null
}

interface EndingProps {
  readonly report: Report
  readonly run: { readonly id: string }
  readonly plan: { readonly endedAt: Date | null } | null
  readonly mayImport: boolean
  readonly succession: Succession
  readonly locale: Locale
}

/** That the source has ended the series, and the way to go on with what it proposes. */
export function Ending({ report, run, plan, mayImport, succession, locale }: EndingProps) {
  const { ending } = report
  if (!ending) return null
  const texts = runTextsIn(locale).ending
  const from = String((ending.lastYear ?? report.years?.[1] ?? 0) + 1)
  return (
    <Notice tone="warning" title={texts.title}>
      <p>{texts.lead(ending.words)}</p>
      {ending.successors.length === 0 && <p>{texts.noSuccessor}</p>}
      {ending.successors.map(({ key, title, isStated }) => (
        <div key={key}>
          <p>
            {texts.successor(`${title} (${idOf(key)})`)}. {isStated ? texts.stated : texts.guessed}
          </p>
          {mayImport && plan?.endedAt === null && (
            <Form action={addressOf('importRun', locale, { run: run.id })}>
              <Hidden name="key" value={key} />
              <TextField
                name="from"
                label={texts.fromYear}
                inputMode="numeric"
                size={6}
                value={succession.typed['key'] === key ? succession.typed['from'] : from}
                {...(succession.typed['key'] === key && succession.error !== null
                  ? { error: succession.error }
                  : {})}
              />
              <Button name="do" value="go-on">
                {texts.goOn(idOf(key))}
              </Button>
            </Form>
          )}
        </div>
      ))}
    </Notice>
  )
}

function idOf(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
