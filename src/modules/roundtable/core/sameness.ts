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

/** Who of those before is like somebody, and how; null for nobody. Whoever is certainly the same goes before who may be. */
export function likeOf<Known extends Named>(
  one: Named,
  others: readonly Known[],
): { readonly other: Known; readonly likeness: Likeness } | null {
  const alike = others.flatMap((other) => {
    const likeness = likenessOf(one, other)
    return likeness === null ? [] : [{ other, likeness }]
  })
  return alike.find(({ likeness }) => likeness === 'listed') ?? alike[0] ?? null
}

function likenessOf(one: Named, other: Named): Likeness | null {
  const isAddress = one.email !== '' && one.email.toLowerCase() === other.email.toLowerCase()
  const isName = folded(one.name) === folded(other.name) && folded(one.name) !== ''
  if (!isAddress && !isName) return null
  if (folded(one.organisation) !== folded(other.organisation)) return 'two-organisations'
  // Colleagues may share an address.
  if (!isName) return null
  return isAddress || one.email === '' || other.email === '' ? 'listed' : 'same-name'
}
