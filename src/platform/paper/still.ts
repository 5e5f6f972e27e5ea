/** Packed files know no day before 1980. */
const earliest = Date.UTC(1980, 0, 2)

/**
 * Lets time and chance stand still in this thread. The libraries that write office files stamp them with the clock and
 * number their parts by dice; a report of the same day is to have the same bytes, on every machine and in every time zone.
 */
export function standStill(at: Date): void {
  const moment = Math.max(at.getTime(), earliest)
  class StillDate extends Date {
    constructor(...parts: unknown[]) {
      // Without parts it is asked what time it is.
      super(...((parts.length === 0 ? [moment] : parts) as [number]))
    }
    static override now(): number {
      return moment
    }
    override getFullYear(): number {
      return this.getUTCFullYear()
    }
    override getMonth(): number {
      return this.getUTCMonth()
    }
    override getDate(): number {
      return this.getUTCDate()
    }
    override getHours(): number {
      return this.getUTCHours()
    }
    override getMinutes(): number {
      return this.getUTCMinutes()
    }
    override getTimezoneOffset(): number {
      return 0
    }
  }
  Object.assign(globalThis, { Date: StillDate })
  Object.assign(Math, { random: sameEachTime() })
}

/** Numbers that look like chance and are the same in every run (mulberry32). */
function sameEachTime(): () => number {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
