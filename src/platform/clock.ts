/** The only place that reads the time. Everything else takes `now` as an argument. */
export type Clock = () => Date

/** The machine's own clock. */
export const systemClock: Clock = () => new Date()
