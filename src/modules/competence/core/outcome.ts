/** What may have come of a support. */
export const cameOfs = ['applied', 'granted', 'gave-up', 'not-tried'] as const
export type CameOf = (typeof cameOfs)[number]

/** Where somebody gave up. */
export const stucks = ['terms', 'form', 'time', 'no-answer', 'course', 'other'] as const
type Stuck = (typeof stucks)[number]

/** What was said of one support. */
export interface Said {
  readonly supportId: string
  readonly cameOf: CameOf
  readonly stuck: Stuck | null
}

export const cameOfField = (support: string) => `came-${support}`
export const stuckField = (support: string) => `stuck-${support}`

/** What was said of each support, as a form says it; of what is left empty nothing is said. */
export function saidIn(
  supports: readonly string[],
  typed: Readonly<Record<string, string>>,
): readonly Said[] {
  return supports.flatMap((supportId) => {
    const cameOf = cameOfs.find((one) => one === typed[cameOfField(supportId)])
    const stuck = stucks.find((one) => one === typed[stuckField(supportId)]) ?? null
    return cameOf === undefined ? [] : [{ supportId, cameOf, stuck: cameOf === 'gave-up' ? stuck : null }]
  })
}
