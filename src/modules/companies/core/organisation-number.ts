import Organisationsnummer from 'organisationsnummer'

/** Whose a number is: a legal person's own, or a sole trader's, which is a personal number. */
export interface OrganisationNumber {
  /** Ten digits. */
  readonly digits: string
  readonly isSoleTrader: boolean
}

const longest = 20

/**
 * The number as it was typed, with or without hyphen and century; null when its check digit or its form is wrong (lag
 * 1974:174 om identitetsbeteckning för juridiska personer m.fl.).
 */
export function organisationNumberIn(typed: string): OrganisationNumber | null {
  const written = typed.replace(/\s/g, '')
  if (written.length > longest || !Organisationsnummer.valid(written)) return null
  const number = Organisationsnummer.parse(written)
  return { digits: number.format(false).slice(-10), isSoleTrader: number.isPersonnummer() }
}
