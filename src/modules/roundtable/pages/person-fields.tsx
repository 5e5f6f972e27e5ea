import { branches, branchesInWords, companySizes, sizesInWords } from '#modules/companies'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Criterion } from '../core/event.ts'
import { longest } from '../core/fields.ts'
import { inviteTextsIn, textsIn } from './texts.ts'
import { fieldsOf, type Filled, type Reader } from './words.ts'

/** By which criterion somebody is invited, who they are and how they are reached. */
export function PersonFields({
  criteria,
  reader,
  ...filled
}: Filled & { readonly criteria: readonly Criterion[]; readonly reader: Reader }) {
  const { locale, municipalities } = reader
  const { add: texts, list } = inviteTextsIn(locale)
  const { optional } = textsIn(locale)
  const shared = fieldsOf(filled, locale)
  const line = { maxLength: longest.line } as const
  return (
    <>
      <SelectField
        {...shared('criterion')}
        label={texts.criterion}
        empty={texts.choose}
        options={criteria.map(({ id, text }) => ({ value: id, label: text }))}
      />
      <TextField {...shared('name')} {...line} label={texts.name} />
      <TextField {...shared('title')} {...line} label={texts.personTitle} optional={optional} />
      <TextField {...shared('organisation')} {...line} label={texts.organisation} />
      <SelectField
        {...shared('municipality')}
        label={list.municipality}
        optional={optional}
        empty={list.unknown}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        {...shared('branch')}
        label={list.branch}
        optional={optional}
        empty={list.unknown}
        options={branches.map((value) => ({ value, label: branchesInWords(locale)[value] ?? value }))}
      />
      <SelectField
        {...shared('size')}
        label={list.size}
        optional={optional}
        empty={list.unknown}
        options={companySizes.map((value) => ({ value, label: sizesInWords(locale)[value] }))}
      />
      <TextField
        {...shared('email')}
        label={texts.email}
        hint={texts.emailHint}
        type="email"
        maxLength={longest.address}
      />
      <TextField {...shared('phone')} {...line} label={texts.phone} optional={optional} type="tel" />
      <RadioGroup
        name="locale"
        label={texts.locale}
        value={filled.typed['locale'] ?? 'sv'}
        options={(['sv', 'en'] as const).map((value) => ({ value, label: texts.locales[value] }))}
      />
    </>
  )
}
