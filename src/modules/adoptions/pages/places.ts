import type { Context as Request } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import type { Adoption } from '../core/adoption.ts'
import { adoptionsOf } from '../store.ts'
import type { NamedMunicipality } from './words.ts'

export type Asking = Request<VisitEnv, string>

/** A version that an address is about, among its municipality's versions. */
export interface FoundAdoption {
  readonly municipality: NamedMunicipality
  readonly adoption: Adoption
  readonly versions: readonly Adoption[]
}

/** The municipality that an address is about; undefined where it names none. */
export async function municipalityAt(tx: Tx, c: Asking): Promise<NamedMunicipality | undefined> {
  const slug = c.req.param('municipality')
  return (await municipalitiesOf(tx)).find((one) => one.slug === slug)
}

/** The version that an address is about; undefined where there is none. */
export async function adoptionAt(tx: Tx, c: Asking): Promise<FoundAdoption | undefined> {
  const municipality = await municipalityAt(tx, c)
  if (!municipality) return undefined
  const versions = await adoptionsOf(tx, municipality.code)
  const adoption = versions.find(({ version }) => String(version) === c.req.param('version'))
  return adoption && { municipality, adoption, versions }
}

/** Where a version stands. */
export function placeOf({ municipality, version }: Adoption) {
  return { municipality, version }
}
