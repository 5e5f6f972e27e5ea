/** Does work when its turn has come. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/**
 * Work after work, in the order in which it was asked for: a connection answers one question at a time. What comes after
 * work that failed is not done and fails with it, so that nothing is asked of a transaction that is being undone.
 */
export function turns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const own = last.then(work)
    last = own
    return own
  }
}
