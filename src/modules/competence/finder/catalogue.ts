import { municipalitiesOf, type Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import { stampOf, supportsOf } from '../store.ts'
import { catalogueOf, type Catalogue } from './find.ts'
import { settingFor } from './setting.ts'

/** A network's catalogue, and its municipalities without their boundaries. */
export interface NetworkCatalogue extends Catalogue {
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
}

/** The catalogues that have been made ready, by network: one each, of the last day and stamp that was asked for. */
export type ReadyCatalogues = Map<string, { readonly stamp: string; readonly catalogue: NetworkCatalogue }>

/** The network's catalogue, made ready for the day: once, until anything in it changes. */
export async function catalogueIn(
  tx: Tx,
  networkId: string,
  today: IsoDay,
  ready: ReadyCatalogues,
): Promise<NetworkCatalogue> {
  const stamp = `${today} ${await stampOf(tx)}`
  const known = ready.get(networkId)
  if (known?.stamp === stamp) return known.catalogue
  const municipalities = (await municipalitiesOf(tx)).map(({ code, name }) => ({ code, name }))
  const codes = municipalities.map(({ code }) => code)
  const catalogue = { ...catalogueOf(await supportsOf(tx), settingFor(codes, today)), municipalities }
  ready.set(networkId, { stamp, catalogue })
  return catalogue
}
