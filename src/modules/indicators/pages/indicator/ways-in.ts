import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { Indicator } from '../../core/indicator.ts'
import { textsIn } from '../texts.ts'

/**
 * The ways in for figures that the network's own people have: none where a source is asked for them. A series of one's own
 * begins with the first table, so an indicator without a series takes one.
 */
export function waysIn(
  { id, series, retiredAt }: Pick<Indicator, 'id' | 'series' | 'retiredAt'>,
  may: { readonly enter: boolean; readonly send: boolean },
  locale: Locale,
): readonly { readonly href: string; readonly label: string }[] {
  const { enterFigure, sendTable } = textsIn(locale).page
  const isOwn = series.at(-1)?.startsWith('own:') ?? false
  if (retiredAt) return []
  const query = `?indikator=${id}`
  return [
    ...(may.enter && isOwn ? [{ href: addressOf('enterFigure', locale) + query, label: enterFigure }] : []),
    ...(may.send && (isOwn || series.length === 0)
      ? [{ href: addressOf('uploadTable', locale) + query, label: sendTable }]
      : []),
  ]
}
