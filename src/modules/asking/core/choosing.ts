/** A company that fits the criteria, with all the addresses that might be written to. */
export interface Candidate {
  readonly company: string
  readonly name: string
  /** Whether it has been asked as often as it may be. */
  readonly isAskedEnough: boolean
  /** Those who have agreed first, then those who wrote last. */
  readonly addresses: readonly {
    readonly email: string
    readonly ground: 'agreed' | 'matter'
    /** Whether they have said that they want no more questions. */
    readonly isStopped: boolean
  }[]
}

/** A company that is asked, by which address and on which ground. */
export interface Chosen {
  readonly company: string
  readonly name: string
  readonly email: string
  readonly ground: 'agreed' | 'matter'
}

/** Who is asked, and how many are not and why. */
export interface Choosing {
  readonly chosen: readonly Chosen[]
  readonly left: { readonly askedEnough: number; readonly stopped: number; readonly noAddress: number }
}

/** Chooses one address for each company that may be asked. */
export function choose(candidates: readonly Candidate[]): Choosing {
  const chosen: Chosen[] = []
  const left = { askedEnough: 0, stopped: 0, noAddress: 0 }
  for (const { company, name, isAskedEnough, addresses } of candidates) {
    const address = addresses.find(({ isStopped }) => !isStopped)
    if (addresses.length === 0) left.noAddress += 1
    else if (!address) left.stopped += 1
    else if (isAskedEnough) left.askedEnough += 1
    else chosen.push({ company, name, email: address.email, ground: address.ground })
  }
  return { chosen, left }
}
