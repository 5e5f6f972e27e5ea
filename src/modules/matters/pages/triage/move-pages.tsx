import { addressOf } from '#ui/addresses.ts'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { Form, FormActions, Submit } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { matterNumber } from '../../core/matter.ts'
import { coordinatorChoice } from '../../core/part-forms.ts'
import { activeOf, leadOf } from '../../core/part.ts'
import { coordinatorReads } from '../../core/part-policy.ts'
import {
  EffectNotice,
  PlacePage,
  ReasonField,
  sharedBy,
  SpeakingFor,
  type PlaceFormProps,
} from './form-parts.tsx'
import { textsIn } from './texts.ts'
import { matterHref } from './words.ts'

/** The form by which a matter is passed on. */
export function PassOnPage(props: PlaceFormProps) {
  const { standing, own, typed, locale } = props
  const { passOn: texts, effect } = textsIn(locale)
  const { matter, parts, municipalities } = standing
  const toCoordinator = coordinatorReads(matter)
  const others = municipalities.filter(({ code }) => own.length > 1 || !own.includes(code))
  const lead = leadOf(parts)
  const shared = sharedBy(props)
  return (
    <PlacePage {...props} title={texts.title} lead={texts.lead}>
      <EffectNotice {...props} />
      {toCoordinator ? (
        <p>{effect.coordinator}</p>
      ) : (
        <Notice>
          <p>{texts.onlyMunicipalities}</p>
        </Notice>
      )}
      <Form action={addressOf('passOnMatter', locale, { matter: matterNumber(matter) })}>
        <SpeakingFor {...props} />
        <SelectField
          {...shared('to')}
          label={texts.to}
          empty={texts.choose}
          options={[
            ...others.map(({ code, name }) => ({ value: code, label: name })),
            ...(toCoordinator ? [{ value: coordinatorChoice, label: texts.coordinator }] : []),
          ]}
        />
        <ReasonField {...props} label={texts.reason} hint={texts.reasonHint} />
        {lead && own.includes(lead.municipality) && (
          <CheckboxField name="stays" label={texts.stays} checked={Boolean(typed['stays'])} />
        )}
        <FormActions>
          <Submit>{texts.submit}</Submit>
          <a href={matterHref(matter, locale)}>{texts.cancel}</a>
        </FormActions>
      </Form>
    </PlacePage>
  )
}

/** The form by which another municipality is let in. */
export function SharePage(props: PlaceFormProps) {
  const { standing, locale } = props
  const { share: texts, roles } = textsIn(locale)
  const { matter, parts, municipalities } = standing
  const there = new Set(activeOf(parts).map(({ municipality }) => municipality))
  const others = municipalities.filter(({ code }) => !there.has(code))
  const shared = sharedBy(props)
  return (
    <PlacePage {...props} title={texts.title} lead={texts.lead}>
      <EffectNotice {...props} />
      {others.length === 0 ? (
        <p class="empty">{texts.all}</p>
      ) : (
        <Form action={addressOf('shareMatter', locale, { matter: matterNumber(matter) })}>
          <SpeakingFor {...props} />
          <SelectField
            {...shared('to')}
            label={texts.to}
            empty={texts.choose}
            options={others.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <RadioGroup
            {...shared('role')}
            label={texts.role}
            options={(['contributor', 'informed'] as const).map((role) => ({
              value: role,
              label: roles[role],
            }))}
          />
          <ReasonField {...props} label={texts.reason} hint={texts.reasonHint} />
          <FormActions>
            <Submit>{texts.submit}</Submit>
            <a href={matterHref(matter, locale)}>{texts.cancel}</a>
          </FormActions>
        </Form>
      )}
    </PlacePage>
  )
}

/** The form in which an officer chooses one of their own desks. */
export function ChooseDeskPage(props: PlaceFormProps & { readonly municipality: string }) {
  const { standing, municipality, locale } = props
  const { desk: texts } = textsIn(locale)
  const { matter, desks } = standing
  const open = desks.filter((desk) => desk.municipality === municipality && desk.closedAt === null)
  return (
    <PlacePage {...props} title={texts.title} lead={texts.lead}>
      {open.length === 0 ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <Form action={addressOf('chooseDesk', locale, { matter: matterNumber(matter) })}>
          <SpeakingFor {...props} own={[municipality]} />
          <SelectField
            {...sharedBy(props)('desk')}
            label={texts.desk}
            empty={texts.choose}
            options={open.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ReasonField {...props} label={texts.reason} hint={texts.reasonHint} />
          <FormActions>
            <Submit>{texts.submit}</Submit>
            <a href={matterHref(matter, locale)}>{texts.cancel}</a>
          </FormActions>
        </Form>
      )}
    </PlacePage>
  )
}
