import { branchesInWords, sizesInWords } from '#modules/companies'
import type { WorkbookSheet } from '#platform/http/workbook.ts'
import { formatMoment } from '#platform/values/dates.ts'
import { shownState } from '../core/counts.ts'
import type { Criterion } from '../core/event.ts'
import type { Participant, ParticipantContact } from '../core/participant.ts'
import { inviteTextsIn, textsIn } from './texts.ts'
import { municipalityIn, type Reader } from './words.ts'

/** The list as a sheet. How people are reached stands in it only for who may know; what they need never does. */
export function participantsSheet(
  people: readonly Participant[],
  criteria: readonly Criterion[],
  contacts: ReadonlyMap<string, ParticipantContact> | null,
  { reader, now }: { readonly reader: Reader; readonly now: Date },
): WorkbookSheet {
  const { locale } = reader
  const { add, list, states, person } = inviteTextsIn(locale)
  const { kinds } = textsIn(locale)
  const sizes: Readonly<Record<string, string>> = sizesInWords(locale)
  return {
    name: list.people,
    headings: [
      add.name,
      add.personTitle,
      add.organisation,
      person.kind,
      list.criterion,
      list.municipality,
      list.branch,
      list.size,
      list.state,
      person.answered,
      ...(contacts ? [add.email, add.phone] : []),
    ],
    widths: [28, 24, 28, 14, 40, 14, 24, 14, 22, 24, ...(contacts ? [30, 18] : [])],
    rows: people.map((one) => [
      one.name,
      one.title,
      one.organisation,
      kinds[one.kind],
      criteria.find(({ id }) => id === one.criterionId)?.text ?? '',
      municipalityIn(reader, one.municipality),
      branchesInWords(locale)[one.branch ?? ''] ?? '',
      sizes[one.size ?? ''] ?? '',
      states[shownState(one, now)],
      one.answeredAt === null ? '' : formatMoment(one.answeredAt, locale),
      ...(contacts ? reachedBy(contacts.get(one.id)) : []),
    ]),
  }
}

function reachedBy(contact: ParticipantContact | undefined): readonly string[] {
  return [contact?.email ?? '', contact?.phone ?? '']
}
