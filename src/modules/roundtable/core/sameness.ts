import { folded } from '#platform/values/cleaned.ts'

/** As much of somebody as tells whether two are one. */
export interface Named {
  readonly name: string
  readonly organisation: string
  readonly email: string
}

/**
 * `listed`: certainly the same, who comes for the same organisation. `same-name`: two of one name in one organisation.
 * `two-organisations`: a person, or two of one name, in two organisations. The last two only a person can tell.
 */
export type Likeness = 'listed' | 'same-name' | 'two-organisations'

/** What a person said of somebody who is like another: two people; one, as they are listed; one, as they are said now. */
export const sameAnswers = ['two', 'keep', 'this'] as const
export type SameAnswer = (typeof sameAnswers)[number]

export function isSameAnswer(said: string | undefined): said is SameAnswer {
  return sameAnswers.some((one) => one === said)
}

/** Who of those before is like somebody, and how; null for nobody. */
export function likeOf<Known extends Named>(
  one: Named,
  others: readonly Known[],
): { readonly other: Known; readonly likeness: Likeness } | null {
  const email = one.email.toLowerCase()
  const organisation = folded(one.organisation)
  const name = folded(one.name)
  let like: { readonly other: Known; readonly likeness: Likeness } | null = null
  for (const other of others) {
    const isAddress = email !== '' && other.email.toLowerCase() === email
    const isName = name !== '' && folded(other.name) === name
    if (!isAddress && !isName) continue
    if (folded(other.organisation) !== organisation) like ??= { other, likeness: 'two-organisations' }
    else if (isName && (isAddress || email === '' || other.email === '')) return { other, likeness: 'listed' }
    else if (isName) like ??= { other, likeness: 'same-name' }
  }
  return like
}
