import type { Facts } from '#modules/rules'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { errorText, questionIn } from './texts.ts'
import { choicesFor, type Reader } from './words.ts'

interface QuestionFieldProps {
  readonly fact: string
  readonly facts: Facts
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly reader: Reader
}

/** One question of the finder. A few answers are all in sight, many are a list, a number is written. */
export function QuestionField({ fact, facts, typed, errors, reader }: QuestionFieldProps) {
  const { ask, hint, unit } = questionIn(reader.locale, fact)
  const error = errors[fact]
  const shared = {
    name: fact,
    label: ask,
    ...(hint === undefined ? {} : { hint }),
    value: typed[fact],
    error: error === undefined ? undefined : errorText(reader.locale, error),
  }
  const options = choicesFor(fact, facts, reader)
  if (options.length > 7) return <SelectField {...shared} options={options} empty="" />
  if (options.length > 0) return <RadioGroup {...shared} options={options} />
  return (
    <TextField
      {...shared}
      {...(unit === undefined ? {} : { label: `${ask} (${unit})` })}
      inputMode="decimal"
      size={10}
      maxLength={20}
      autocomplete="off"
    />
  )
}
