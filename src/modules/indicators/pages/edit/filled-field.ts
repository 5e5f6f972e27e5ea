import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Choice } from '../../store.ts'
import { errorText, textsIn } from '../texts.ts'

export interface IndicatorFieldsProps {
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly choices: readonly Choice[]
  /** The indicator's own id, so that it is not offered to itself; null when one is added. */
  readonly own: string | null
  readonly locale: Locale
}

/** What every field shows of what was typed and of what is wrong with it. */
export function filled({ typed, errors, locale }: IndicatorFieldsProps, name: string) {
  const error = errors[name]
  return {
    name,
    value: typed[name],
    error: error === undefined ? undefined : errorText(textsIn(locale), error),
  }
}
