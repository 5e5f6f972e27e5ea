import { inTransaction, type Context } from '#modules/accounts'
import { municipalitiesOf, type Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import type { PageCache } from '#platform/http/page-cache.ts'
import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import { supportsOf } from '../store.ts'
import { catalogueOf, type Catalogue } from './find.ts'
import { settingFor } from './setting.ts'

/** A network's catalogue, and its municipalities without their boundaries. */
export interface NetworkCatalogue extends Catalogue {
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
}

/** The network's catalogue, made ready for the day. */
export async function catalogueIn(tx: Tx, today: IsoDay): Promise<NetworkCatalogue> {
  const municipalities = (await municipalitiesOf(tx)).map(({ code, name }) => ({ code, name }))
  const codes = municipalities.map(({ code }) => code)
  return { ...catalogueOf(await supportsOf(tx), settingFor(codes, today)), municipalities }
}

/** Today's catalogue for somebody's page: a visitor's is the same as the last one's, until anything changes. */
export async function catalogueFor(context: Context, cache: PageCache): Promise<NetworkCatalogue> {
  const today = dayOf(context.now)
  const read = async () => inTransaction(context, async (tx) => catalogueIn(tx, today))
  return context.actor ? read() : cache.ground(`supports ${context.networkId} ${today}`, read)
}
