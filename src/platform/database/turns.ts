/** Does work when its turn has come. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Work after work, in the order in which it was asked for: a connection answers one question at a time. */
export function turns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const own = last.then(work, work)
    last = own
    return own
  }
}
