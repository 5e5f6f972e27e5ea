import { formatDay } from '#platform/values/dates.ts'
import { Notice } from '#ui/notice.tsx'
import { visitsAround, type CompanyVisit } from '../core/visit.ts'
import { textsIn } from './texts.ts'
import { agoInWords, municipalityIn, type Reader } from './words.ts'

/** That somebody was at a company lately, or is about to go: for whoever thinks of going there. */
export function AroundNotice({
  visits,
  reader,
}: {
  readonly visits: readonly CompanyVisit[]
  readonly reader: Reader
}) {
  const { around: texts } = textsIn(reader.locale)
  const { been, coming } = visitsAround(visits, reader.today)
  if (been.length + coming.length === 0) return null
  return (
    <Notice tone="warning" title={been.length > 0 ? texts.title : texts.comingTitle}>
      {been.map((visit) => (
        <p key={visit.id}>
          {texts.been(
            municipalityIn(reader, visit.municipality),
            agoInWords(visit.on, reader),
            formatDay(visit.on, reader.locale),
          )}
        </p>
      ))}
      {coming.map((visit) => (
        <p key={visit.id}>
          {texts.coming(municipalityIn(reader, visit.municipality), formatDay(visit.on, reader.locale))}
        </p>
      ))}
    </Notice>
  )
}
