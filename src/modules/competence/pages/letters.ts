import type { Answers, Facts } from '#modules/rules'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { LetterToKeeper } from '../actions/remind-keepers.ts'
import type { LetterToFollower } from '../actions/tell-followers.ts'
import { queryOf, typedOf } from '../finder/answers.ts'
import type { Found } from '../finder/find.ts'
import type { Listed } from '../finder/support.ts'
import { lettersIn, questionIn } from './texts.ts'
import { answerInWords, type Reader } from './words.ts'

interface Letter {
  readonly subject: string
  readonly body: string
}

/** The list that a visitor has mailed to themselves. */
export function letterOfList(
  { fits, open }: Pick<Found, 'fits' | 'open'>,
  link: string,
  origin: string,
  locale: Locale,
): Letter {
  const { hello, list: texts } = lettersIn(locale)
  const supports = (findings: Found['fits']) => findings.map(({ support }) => line(support, origin, locale))
  return {
    subject: texts.subject,
    body: bodyOf([
      hello,
      `${texts.lead}\n${link}`,
      fits.length === 0 ? texts.none : [texts.fits, ...supports(fits)].join('\n'),
      ...(open.length === 0 ? [] : [[texts.open, ...supports(open)].join('\n')]),
    ]),
  }
}

/** The letter that asks an address whether it wants to be told. */
export function letterOfBeginning(origin: string, locale: Locale): (key: string) => Letter {
  const { hello, begin: texts } = lettersIn(locale)
  return (key) => ({
    subject: texts.subject,
    body: bodyOf([
      hello,
      `${texts.lead}\n${origin}${addressOf('following', locale, { key })}`,
      texts.otherwise,
    ]),
  })
}

/** What fits that did not; or, after a month, the question of what came of it. */
export function letterToFollower(origin: string): (letter: LetterToFollower) => Letter {
  return ({ occasion, supports, follower, key }) => {
    const { locale, answers } = follower
    const texts = lettersIn(locale)
    const stop = `${texts.stop}\n${origin}${addressOf('following', locale, { key })}`
    const said = supports.map((support) => line(support, origin, locale))
    const whole = `${origin}${addressOf('findSupport', locale)}?${queryOf(typedOf(answers), [])}`
    if (occasion === 'how-it-went') {
      const page = `${origin}${addressOf('supportFeedback', locale, { key })}`
      return {
        subject: texts.how.subject,
        body: bodyOf([texts.hello, `${texts.how.lead}\n${page}`, said.join('\n'), stop]),
      }
    }
    return {
      subject: texts.new.subject,
      body: bodyOf([texts.hello, [texts.new.lead, ...said].join('\n'), `${texts.new.list}\n${whole}`, stop]),
    }
  }
}

/** What a partner is told of the supports that they keep right. */
export function letterToKeeper(origin: string): (letter: LetterToKeeper) => Letter {
  const { keeper: texts } = lettersIn('sv')
  return ({ name, wants }) => ({
    subject: texts.subject,
    body: bodyOf([
      texts.hello(name),
      [texts.lead, ...wants.map(({ support, want }) => `– ${texts[want](support.content.name.sv)}`)].join(
        '\n',
      ),
      `${texts.here}\n${origin}${addressOf('keepSupports', 'sv')}`,
    ]),
  })
}

/** What a town hall reads of whoever wants help: the answers, and what the finder said. Nobody types them again. */
export function matterWords(
  answers: Answers,
  facts: Facts,
  { fits, open }: Pick<Found, 'fits' | 'open'>,
  reader: Reader,
): { readonly subject: string; readonly text: string } {
  const { locale } = reader
  const { matter: texts } = lettersIn(locale)
  const said = Object.entries(answers).flatMap(([fact, known]) =>
    known === undefined
      ? []
      : [`– ${questionIn(locale, fact).ask} ${answerInWords(fact, known, facts, reader)}`],
  )
  const names = (findings: Found['fits']) =>
    findings.map(({ support }) => `– ${inLocale(support.content.name, locale)}`)
  const parts = [
    texts.lead,
    ...(said.length === 0 ? [] : [[texts.answers, ...said].join('\n')]),
    ...(fits.length === 0 ? [] : [[texts.fits, ...names(fits)].join('\n')]),
    ...(open.length === 0 ? [] : [[texts.open, ...names(open)].join('\n')]),
  ]
  return { subject: texts.subject, text: parts.join('\n\n') }
}

function line({ id, content }: Listed, origin: string, locale: Locale): string {
  return `– ${inLocale(content.name, locale)}\n  ${origin}${addressOf('support', locale, { support: id })}`
}

function bodyOf(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}
