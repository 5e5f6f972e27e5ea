import type { Municipality } from '#modules/region'

/** Places that a source has found to be alike. */
export interface PeerGroup {
  readonly id: string
  /** As the source calls it. */
  readonly title: string
  /** The members' codes; whom they are like is not one of them. */
  readonly members: readonly string[]
}

/** What is known of municipalities outside the network. */
export interface Country {
  /** The groups of municipalities like this one, the overall one first. */
  readonly peersOf: (code: string) => readonly PeerGroup[]
  readonly placeName: (code: string) => string | undefined
}

/** Where nothing is known beyond the network. */
export const nowhereElse: Country = { peersOf: () => [], placeName: () => undefined }

/** Municipalities by code, in the network and outside it, with the word that an address names each by. */
export interface Places {
  readonly nameOf: (code: string) => string
  readonly wordOf: (code: string) => string
  /** The code of a place named by its word, its code or its name, however it is spelt in capitals; null for no place. */
  readonly named: (typed: string, known: Iterable<string>) => string | null
}

export function placesIn(municipalities: readonly Municipality[], { placeName }: Country): Places {
  const own = new Map(municipalities.map((municipality) => [municipality.code, municipality]))
  const nameOf = (code: string) => own.get(code)?.name ?? placeName(code) ?? code
  const wordOf = (code: string) => own.get(code)?.slug ?? code
  return {
    nameOf,
    wordOf,
    named: (typed, known) => {
      const wanted = typed.trim().toLocaleLowerCase('sv')
      const codes = [...new Set([...own.keys(), ...known])]
      return (
        codes.find((code) => [code, wordOf(code), nameOf(code).toLocaleLowerCase('sv')].includes(wanted)) ??
        null
      )
    },
  }
}
