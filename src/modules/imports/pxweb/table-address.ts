import { SourceFailure } from '../core/source-failure.ts'
import type { Office } from './offices.ts'

/** Where a table, or in PxWebApi 1 a folder, is described. */
export function tableAddress(office: Office, id: string): string {
  return office.api === 2 ? `${office.base}/tables/${encodeURIComponent(id)}` : pathAddress(office, id)
}

/** Names of folders and tables hold spaces and letters beyond ASCII; no path leads out of the database. */
export function pathAddress({ base, database }: Office, path: string): string {
  const steps = `${database ?? ''}/${path}`.split('/').filter((step) => step !== '')
  if (steps.some((step) => step === '.' || step === '..'))
    throw new SourceFailure('gone', base, `no such path: ${path}`)
  return [base, ...steps.map(encodeURIComponent)].join('/')
}
