type Asks<Value> = (signal?: AbortSignal) => Promise<Value>

/** Asks once and keeps the answer. A question that failed is asked again by the next who needs it. */
export function onceOnly<Value>(ask: Asks<Value>): Asks<Value> {
  let asked: Promise<Value> | null = null
  const askFor: Asks<Value> = async (signal) => {
    const others = asked
    const mine = others ?? ask(signal)
    asked = mine
    try {
      return await mine
    } catch (error) {
      if (asked === mine) asked = null
      // Another was in more of a hurry than this one is.
      if (others && signal?.aborted !== true) return askFor(signal)
      throw error
    }
  }
  return askFor
}
