import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { Telling } from '../../actions/tell-company.ts'
import { textsIn } from './texts.ts'

// Nobody has said which language they want letters in; the people of the network work in Swedish.
const locale: Locale = 'sv'

/** The letter to who receives a matter: that it has come, and nothing of what it says. */
export function letterToReceiver(origin: string) {
  return ({ number, municipality }: { readonly number: string; readonly municipality: string | null }) => {
    const { letter } = textsIn(locale)
    const page = municipality === null ? 'assignMatter' : 'matter'
    const address = `${origin}${addressOf(page, locale, { matter: number })}`
    return {
      subject: letter.subject(number, municipality),
      body: `${letter.body(number, municipality, address).join('\n\n')}\n`,
    }
  }
}

/** What the company is told when a municipality has taken its matter over, in its own language. */
export function sayTaken(origin: string): Telling['say'] {
  return ({ locale: theirs, municipality, isFirst, number, key }) => {
    const { company } = textsIn(theirs)
    const entry = isFirst ? company.first(municipality) : company.taken(municipality)
    const address = `${origin}${addressOf('thread', theirs, { key })}`
    return {
      entry,
      subject: company.subject(number, municipality, isFirst),
      body: `${company.body(entry, address).join('\n\n')}\n`,
    }
  }
}
