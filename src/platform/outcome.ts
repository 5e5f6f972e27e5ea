/**
 * What is answered when a person may be told no: a value, or the refusal, by name or with its facts.
 * Broken things are thrown; expected refusals are returned.
 */
export type Outcome<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

/** The action did what was asked. */
export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

/** The action did nothing, for a reason that a person can be told. */
export function refuse<const Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}
