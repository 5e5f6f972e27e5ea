import { z } from 'zod'
import type { MappingChoice } from './mapping.ts'

const longestComment = 500

/** What is said of one node in a form. */
export interface SaidMapping {
  readonly node: number
  /** How much had been said of it when the form was shown. */
  readonly seen: number
  readonly choice: MappingChoice
  readonly comment: string | null
}

/** A choice as the form's field has it: `exact:fortbilda-anstallda`, `none`. */
export function choiceValue({ fit, intervention }: MappingChoice): string {
  return intervention === null ? fit : `${fit}:${intervention}`
}

/** The choice that a field's value is; null for an empty one, `unknown` for what is none. */
function choiceFrom(value: string): MappingChoice | 'unknown' | null {
  if (value === '') return null
  if (value === 'none') return { fit: 'none', intervention: null }
  const [, fit, intervention] = /^(exact|partly):([a-z0-9-]{1,80})$/.exec(value) ?? []
  if (fit !== 'exact' && fit !== 'partly') return 'unknown'
  return { fit, intervention: intervention ?? '' }
}

const field = /^seen-(\d{1,6})$/

/** What stands in a form of one node. */
interface Row {
  readonly node: string
  readonly seen: string
  readonly fit: string
  readonly comment: string
}

/**
 * The mappings of many nodes at once: for each node the fields `seen-7`, `fit-7` and `comment-7`. What is left empty is left
 * unsaid, unless `rest` says that what is left has no counterpart.
 */
export const MappingForm = z.record(z.string(), z.string()).transform((form, context) => {
  const rest: MappingChoice | null = form['rest'] === 'none' ? { fit: 'none', intervention: null } : null
  return rowsIn(form).flatMap((row) => {
    for (const { part, message } of problemsOf(row, rest !== null))
      context.addIssue({ code: 'custom', path: [`${part}-${row.node}`], message })
    return saidIn(row, rest)
  })
})

function rowsIn(form: Readonly<Record<string, string>>): readonly Row[] {
  return Object.entries(form).flatMap(([name, seen]) => {
    const node = field.exec(name)?.[1]
    if (node === undefined || !/^\d{1,9}$/.test(seen)) return []
    const of = (part: string) => (form[`${part}-${node}`] ?? '').trim()
    return [{ node, seen, fit: of('fit'), comment: of('comment') }]
  })
}

function problemsOf({ fit, comment }: Row, hasRest: boolean) {
  const said = choiceFrom(fit)
  return [
    ...(said === 'unknown' ? [{ part: 'fit', message: 'fit-unknown' }] : []),
    ...(said === null && !hasRest && comment !== '' ? [{ part: 'fit', message: 'fit-missing' }] : []),
    ...([...comment].length > longestComment ? [{ part: 'comment', message: 'comment-too-long' }] : []),
  ]
}

function saidIn({ node, seen, fit, comment }: Row, rest: MappingChoice | null): readonly SaidMapping[] {
  const said = choiceFrom(fit)
  const choice = said === 'unknown' ? null : (said ?? rest)
  return choice ? [{ node: Number(node), seen: Number(seen), choice, comment: comment || null }] : []
}
