/** A skill or an occupation of the taxonomy. */
export interface Concept {
  readonly id: string
  readonly kind: 'skill' | 'occupation'
  readonly label: string
}

/** One of the fields of work that the taxonomy knows. */
export interface Field {
  readonly id: string
  readonly label: string
}
