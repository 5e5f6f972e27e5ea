import type { Reader } from '#modules/programme'
import { formatMoment } from '#platform/values/dates.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { Adoption } from '../core/adoption.ts'
import type { Revision } from '../store.ts'
import { textsIn } from './texts.ts'
import { factsInWords } from './words.ts'

interface RevisionsProps {
  /** The latest first. */
  readonly revisions: readonly Revision[]
  readonly reader: Reader
}

/** What was written of a version before, where it has been corrected. */
export function Revisions({ revisions, reader }: RevisionsProps) {
  const { locale } = reader
  const { version: texts } = textsIn(locale)
  if (revisions.length < 2) return null
  return (
    <Disclosure summary={texts.revisions(revisions.length - 1)}>
      <p>{texts.revisionsLead}</p>
      <Timeline
        label={texts.revisionFields}
        texts={texts}
        events={revisions.map(({ adoption, writtenBy }, at) => ({
          id: String(adoption.revision),
          // Names of people are for those who work in the network.
          who: reader.isMember ? (writtenBy ?? texts.planted) : texts.somebody,
          when: formatMoment(adoption.writtenAt, locale),
          at: adoption.writtenAt.toISOString(),
          what: texts.revision(adoption.revision),
          changes: changesFrom(revisions[at + 1]?.adoption, adoption, reader),
        }))}
      />
    </Disclosure>
  )
}

function changesFrom(before: Adoption | undefined, after: Adoption, { locale }: Reader) {
  if (!before) return []
  const { facts } = textsIn(locale)
  const was = factsInWords(before, locale)
  const changes = factsInWords(after, locale).map(({ label, text }, at) => ({
    field: label,
    before: was[at]?.text ?? null,
    after: text,
  }))
  const files = { field: facts.file, before: before.file?.name ?? null, after: after.file?.name ?? null }
  return [...changes, files].filter((change) => change.before !== change.after)
}
