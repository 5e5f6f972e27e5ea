import { askRecordKinds } from '#modules/asking'
import { visitRecordKinds } from '#modules/companies'
import { mailRecordKinds } from '#modules/mail'
import { matterRecordKinds } from '#modules/matters'

/** Every kind of record that may be disposed of. A module that holds more of them joins with its own list. */
export const recordKinds = [
  ...matterRecordKinds,
  ...visitRecordKinds,
  ...askRecordKinds,
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
