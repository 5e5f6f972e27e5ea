import type { Setting } from '#modules/rules'
import { Hidden } from '#ui/form.tsx'
import { skipName, type Given } from '../finder/answers.ts'
import type { Found } from '../finder/find.ts'
import type { Reader } from './words.ts'

export interface FinderPageProps {
  readonly found: Found
  readonly given: Given
  /** What is asked for beside the answers, by its name in an address. */
  readonly wish: Readonly<Record<string, string>>
  readonly setting: Setting
  readonly reader: Reader
  /** The address that remembers the answers. */
  readonly link: string
  readonly say: 'mailed' | 'followed' | null
  /** What went wrong with a letter that was asked for. */
  readonly letterError?: {
    readonly field: 'mailTo' | 'followTo'
    readonly reason: string
    readonly typed: string
  }
}

/** What is asked now: what cannot be right, else the question that settles most. */
export function askedNow({ errors }: Given, { next }: Found): readonly string[] {
  const wrong = Object.keys(errors)
  if (wrong.length > 0) return wrong
  return next === null ? [] : [next]
}

/** What the address says already, but for the questions that the form asks itself. */
export function Carried({
  given,
  wish,
  without = [],
}: Pick<FinderPageProps, 'given' | 'wish'> & { readonly without?: readonly string[] }) {
  const kept = Object.entries({ ...given.typed, ...wish }).filter(([name]) => !without.includes(name))
  return (
    <>
      {kept.map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      {given.skipped.map((fact) => (
        <Hidden key={fact} name={skipName} value={fact} />
      ))}
    </>
  )
}
