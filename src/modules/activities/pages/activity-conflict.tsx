import { conflictInWords } from '#modules/programme'
import { formatMoment } from '#platform/values/dates.ts'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { wordOf, type Activity } from '../core/activity.ts'
import { ActivityForm } from '../core/activity-form.ts'
import { wordFields, type WordField } from '../core/history.ts'
import type { ActivityFormProps } from './activity-form.tsx'
import { textsIn } from './texts.ts'
import { fieldInWords, type Names } from './words.ts'

/** Two people wrote at once: what stands there now beside what was typed, above the form that holds the latter. */
export function ActivityConflict(props: ActivityFormProps & { readonly activity: Activity }) {
  const { activity, typed, reader } = props
  const { locale } = reader
  const { form, history } = textsIn(locale)
  const conflict = conflictInWords(locale)
  const names = namesFor(props)
  const parsed = ActivityForm.safeParse(typed)
  const mine = parsed.success ? parsed.data.word : null
  const now = wordOf(activity)
  const inWords = (word: typeof now | null, field: WordField) =>
    (word && fieldInWords(word, field, names, reader)) ?? history.nothing
  return (
    <>
      <Notice tone="danger" title={conflict.title} live>
        <p>
          {conflict.lead(activity.saidBy?.name ?? conflict.someone, formatMoment(activity.saidAt, locale))}
        </p>
      </Notice>
      <Table
        caption={conflict.caption}
        rows={wordFields}
        rowKey={(field) => field}
        columns={[
          { label: conflict.field, rowHeader: true, cell: (field) => history.fields[field] },
          { label: conflict.now, cell: (field) => inWords(now, field) },
          {
            label: conflict.yours,
            cell: (field) => {
              const words = inWords(mine, field)
              return words === inWords(now, field) ? words : <strong>{words}</strong>
            },
          },
        ]}
      />
      <p>{form.afterConflict}</p>
    </>
  )
}

function namesFor({ activity, colleagues, municipalities, interventions }: ActivityFormProps): Names {
  const { owner = null, deputy = null } = activity?.inside ?? {}
  const people = [owner, deputy, ...colleagues].filter((person) => person !== null)
  return {
    people: new Map(people.flatMap(({ id, name }) => (name === null ? [] : [[id, name]]))),
    municipalities,
    interventions,
  }
}
