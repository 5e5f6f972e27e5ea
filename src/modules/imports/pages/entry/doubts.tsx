import type { Locale } from '#platform/values/locale.ts'
import { Notice } from '#ui/notice.tsx'
import type { Doubt } from '../../core/doubts.ts'
import { entryTextsIn } from './entry-texts.ts'
import { saidText } from '../runs/run-words.ts'

/** What is strange about a value that was entered, for whoever enters it and for whoever confirms it. */
export function Doubts({
  doubts,
  titleLevel,
  locale,
}: {
  readonly doubts: readonly Doubt[]
  readonly titleLevel: 2 | 3
  readonly locale: Locale
}) {
  if (doubts.length === 0) return null
  const texts = entryTextsIn(locale)
  const inWords = (doubt: Doubt) =>
    doubt.kind === 'far-from-before'
      ? texts.farFromBefore(saidText({ value: doubt.value, missing: null }, locale, {}), doubt.year)
      : texts.doubts[doubt.kind]
  return (
    <Notice tone="warning" title={texts.waiting.doubt} titleLevel={titleLevel}>
      {doubts.map((doubt) => (
        <p key={doubt.kind}>{inWords(doubt)}</p>
      ))}
    </Notice>
  )
}
