import { Fragment, h, type VNode } from 'preact'
import type { Visit } from '#modules/accounts'

/** What one module has to show on another's page; null where that is nothing. */
type Slot = (visit: Visit) => Promise<VNode | null>

/** What several modules have to show in the same place, in that order. */
export function oneAfterAnother(...slots: readonly Slot[]): Slot {
  return async (visit) => {
    const shown: VNode[] = []
    for (const slot of slots) {
      const part = await slot(visit)
      if (part) shown.push(part)
    }
    return shown.length === 0 ? null : h(Fragment, null, ...shown)
  }
}
