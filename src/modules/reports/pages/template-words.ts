import type { Locale } from '#platform/values/locale.ts'
import { allPlaces } from '../core/template.ts'
import type { TemplateWrong } from './template-page.tsx'
import { textsIn } from './texts.ts'

/** Why a file cannot be the template, and what it may have. */
export function inWords(problem: TemplateWrong['problem'], locale: Locale): string {
  const { errors } = textsIn(locale).templates
  if (problem.kind !== 'places') return errors[problem.kind]
  const { missing, unknown } = problem
  return [
    ...(missing.length > 0 ? [errors.missing(listed(missing))] : []),
    ...(unknown.length > 0 ? [errors.unknown(listed(unknown))] : []),
    errors.allowed(listed(allPlaces)),
  ].join(' ')
}

function listed(places: readonly string[]): string {
  return places.map((place) => `{{${place.slice(0, 40)}}}`).join(', ')
}
