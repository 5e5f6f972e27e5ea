import type { Outcome } from '../outcome.ts'

/** Why the embedded server was not started, with the facts for a sentence. Nothing was lost in any of the cases. */
export type Refusal =
  | { readonly kind: 'data-folder-not-writable'; readonly path: string; readonly reason: string }
  | {
      readonly kind: 'data-folder-in-use'
      readonly path: string
      readonly pid: number | undefined
      readonly address: string | undefined
    }
  | {
      readonly kind: 'disk-full'
      readonly path: string
      readonly freeMegabytes: number
      readonly neededMegabytes: number
    }
  | { readonly kind: 'no-binaries-for-platform'; readonly platform: string; readonly reason: string }
  | { readonly kind: 'cannot-read-binaries'; readonly path: string; readonly reason: string }
  | { readonly kind: 'cannot-leave-root'; readonly reason: string }
  | {
      readonly kind: 'other-major-version'
      readonly path: string
      readonly found: number
      readonly needed: number
    }
  | { readonly kind: 'database-folder-missing'; readonly path: string; readonly namedIn: string }
  | { readonly kind: 'not-a-database'; readonly path: string }
  | { readonly kind: 'start-failed'; readonly logFile: string; readonly lastLogLines: readonly string[] }

/** A value, or the refusal that a person is told. */
export type Attempt<Value> = Outcome<Value, Refusal>

/** Nothing was done, for a reason of the kinds above. */
export function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}
