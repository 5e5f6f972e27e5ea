import type { Locale } from '#platform/values/locale.ts'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { standings } from '../core/status.ts'
import { frameworkTextsIn } from './framework-texts.ts'
import { toneOf } from './words.ts'

/** What the programme makes of a status, whatever it is called: who words it should know. */
export function StatusRule({ id, locale }: { readonly id: string; readonly locale: Locale }) {
  const texts = frameworkTextsIn(locale)
  const standing = standings.find((one) => one === id)
  if (!standing) return null
  return (
    <Notice title={texts.ruleTitle}>
      <p>
        <Status tone={toneOf[standing]} label={texts.rules[standing]} />
      </p>
      <p>{texts.ruleNote}</p>
    </Notice>
  )
}
