import { langOfWord, type Reader } from '#modules/programme'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Activity, Evidence } from '../core/activity.ts'
import { longest } from '../core/activity-form.ts'
import { errorText, textsIn } from './texts.ts'

interface EvidenceSectionProps {
  readonly activity: Activity
  readonly evidence: readonly Evidence[]
  readonly mayShowProgress: boolean
  readonly reader: Reader
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** What shows that something happens. What was withdrawn is seen by members, as such. */
export function EvidenceSection(props: EvidenceSectionProps) {
  const { evidence, mayShowProgress, reader } = props
  const { evidence: texts } = textsIn(reader.locale)
  const shown = evidence.filter(({ withdrawn }) => withdrawn === null || reader.isMember)
  return (
    <Section id="underlag" title={texts.title} lead={texts.lead}>
      {shown.length === 0 && <p class="empty">{texts.none}</p>}
      <ul>
        {shown.map((one) => (
          <EvidenceItem key={one.id} {...props} one={one} />
        ))}
      </ul>
      {mayShowProgress && <AddEvidence {...props} />}
    </Section>
  )
}

function EvidenceItem({
  one,
  activity,
  mayShowProgress,
  reader: { locale },
}: EvidenceSectionProps & { readonly one: Evidence }) {
  const { evidence: texts } = textsIn(locale)
  const added = formatDay(dayOf(one.addedAt), locale)
  const link = (
    <a href={one.address} rel="noopener nofollow" lang={langOfWord(locale)}>
      {one.title}
    </a>
  )
  return (
    <li>
      {one.withdrawn ? <del>{link}</del> : link}{' '}
      <span class="source">
        {one.addedBy?.name ? texts.addedBy(added, one.addedBy.name) : texts.added(added)}
        {one.withdrawn && <>, {withdrawnInWords(one.withdrawn, locale)}</>}
      </span>
      {mayShowProgress && !one.withdrawn && (
        <form method="post" action={addressOf('activityEvidence', locale, { activity: activity.id })}>
          <Hidden name="withdraw" value={one.id} />
          <Button variant="tertiary" tone="danger">
            {texts.withdraw}
            <span class="ds-sr-only">: {one.title}</span>
          </Button>
        </form>
      )}
    </li>
  )
}

function withdrawnInWords({ at, by }: NonNullable<Evidence['withdrawn']>, locale: Reader['locale']): string {
  const { evidence: texts } = textsIn(locale)
  const day = formatDay(dayOf(at), locale)
  return by?.name ? texts.withdrawnBy(day, by.name) : texts.withdrawn(day)
}

function AddEvidence({ activity, reader: { locale }, typed, errors }: EvidenceSectionProps) {
  const all = textsIn(locale)
  const { evidence: texts } = all
  const shared = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(all, errors[name]),
  })
  return (
    <Disclosure summary={texts.add} open={'title' in errors || 'address' in errors}>
      <Form action={addressOf('activityEvidence', locale, { activity: activity.id })}>
        <TextField {...shared('title')} label={texts.name} hint={texts.nameHint} maxLength={longest.title} />
        <TextField {...shared('address')} label={texts.address} hint={texts.addressHint} spellcheck={false} />
        <FormActions>
          <Submit>{texts.save}</Submit>
        </FormActions>
      </Form>
    </Disclosure>
  )
}
