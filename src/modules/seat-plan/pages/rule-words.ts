import type { Demand } from '../core/demand.ts'
import type { Called } from './people.ts'
import { textsIn } from './texts.ts'
import type { Locale } from '#platform/values/locale.ts'

/** A demand as a sentence. */
export function demandInWords(demand: Demand, called: Called, locale: Locale): string {
  const sentence = inWords(demand, called, locale)
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)
}

function inWords(demand: Demand, { names }: Called, locale: Locale): string {
  const { names: texts } = textsIn(locale).rules
  switch (demand.rule) {
    case 'meet':
      return texts.meet(names.person(demand.people[0]), names.person(demand.people[1]))
    case 'apart':
    case 'together':
      return texts[demand.rule](demand.people.map(names.person))
    case 'colleagues-apart':
      return texts['colleagues-apart']()
    case 'own':
      return texts.own(demand.times)
    case 'count':
      return texts.count(demand.kind, demand.times)
    case 'different':
      return texts.different(demand.by, demand.times)
    case 'wish':
      return texts.wish(names.person(demand.person), demand.theme)
  }
}
