import { inTransaction, type Visit } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { authorityNamed } from '../core/authority.ts'
import { authoritiesOf } from '../core/policy.ts'
import type { Reader } from './frame.tsx'

/** Who reads whose records; null where that is nobody's they may see. `others` may be chosen too, where only rules are seen. */
export async function readerFor(
  visit: Visit,
  whose: string | undefined,
  others: readonly (string | null)[] = [],
): Promise<Reader | null> {
  const municipalities = await inTransaction(visit, municipalitiesOf)
  const authorities = [...new Set([...authoritiesOf(visit.actor), ...others])]
  const authority = authorityNamed(whose, municipalities, authorities)
  return authority === undefined ? null : { locale: visit.locale, municipalities, authority, authorities }
}
