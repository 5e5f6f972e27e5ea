import type { VNode } from 'preact'
import type { Visit } from '#modules/accounts'

/** A section that another slice shows beside a matter on the officer's page; null where it has nothing to show. */
export type MatterSection = (
  visit: Visit,
  matter: { readonly id: string; readonly year: number; readonly number: number },
) => Promise<VNode | null>
