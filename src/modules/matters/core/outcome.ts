/** What a matter may come to. Partly is a word of its own; what was not possible names the law that stood in the way. */
export const outcomes = ['solved', 'partly', 'explained', 'not-possible', 'withdrawn'] as const
export type MatterOutcome = (typeof outcomes)[number]
