import { askRecordKinds } from '#modules/asking'
import { commitmentRecordKinds } from '#modules/commitments'
import { visitRecordKinds } from '#modules/companies'
import { mailRecordKinds } from '#modules/mail'
import { matterRecordKinds } from '#modules/matters'
import { needRecordKinds } from '#modules/needs'
import { patternRecordKinds } from '#modules/patterns'
import { eventRecordKinds } from '#modules/roundtable'

/** Every kind of record that may be disposed of. A module that holds more of them joins with its own list. */
export const recordKinds = [
  ...matterRecordKinds,
  ...visitRecordKinds,
  ...askRecordKinds,
  ...patternRecordKinds,
  ...eventRecordKinds,
  ...commitmentRecordKinds,
  ...needRecordKinds,
  ...mailRecordKinds,
] as const
export type KindId = (typeof recordKinds)[number]['id']

/** The kind with that name, if an authority (null is the network) holds any of it. */
export function kindOf(id: string, municipality: string | null): KindId | undefined {
  return kindsOf(municipality).find((one) => one === id)
}

/** The kinds of records that an authority holds. */
export function kindsOf(municipality: string | null): readonly KindId[] {
  const whose = municipality === null ? 'network' : 'municipality'
  return recordKinds.filter(({ of }) => of === 'either' || of === whose).map(({ id }) => id)
}
