import { missingInWords } from '#modules/indicators'
import type { ReturnLetter } from '../../actions/return-figure.ts'
import { entryTextsIn } from './entry-texts.ts'
import { againAddress } from './settled-list.tsx'
import { saidText } from '../runs/run-words.ts'

/** The letter about a figure that was sent back, in the network's language. */
export function returnLetter(origin: string): ReturnLetter {
  return ({ entry, indicator, municipality, by, reason }) => {
    const { letter, waiting } = entryTextsIn('sv')
    const about = waiting.heading(indicator, municipality, entry.figure.year)
    const value = saidText(entry.figure, 'sv', missingInWords('sv'))
    return {
      subject: letter.subject(about),
      body: letter.body({ about, value, by, reason, link: `${origin}${againAddress(entry, 'sv')}` }),
    }
  }
}
