import type { Choice } from '#modules/indicators'

const own = 'own:'

/** The key of the series in which the network's own people keep an indicator's figures; null where they do not. */
export function ownSeriesOf({ series }: Pick<Choice, 'series'>): string | null {
  const key = series.at(-1)
  return key?.startsWith(own) ? key : null
}

/**
 * The same for an indicator that has no series yet, and may get one of its own. Null is then where a source is asked: what
 * is put beside its figures would be revised by the next fetching.
 */
export function ownSeriesFor({ id, series }: Pick<Choice, 'id' | 'series'>): string | null {
  return series.length === 0 ? `${own}${id}` : ownSeriesOf({ series })
}
