import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { coordinatorChoice } from '../../core/part-forms.ts'
import { activeOf, leadOf } from '../../core/part.ts'
import { coordinatorReads } from '../../core/part-policy.ts'
import { EffectNotice, PlaceForm, PlacePage, sharedBy, type PlaceFormProps } from './form-parts.tsx'
import { textsIn } from './texts.ts'

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
      <PlaceForm {...props} page="passOnMatter" texts={texts}>
        <SelectField
          {...shared('to')}
          label={texts.to}
          empty={texts.choose}
          options={[
            ...others.map(({ code, name }) => ({ value: code, label: name })),
            ...(toCoordinator ? [{ value: coordinatorChoice, label: texts.coordinator }] : []),
          ]}
        />
        {lead && own.includes(lead.municipality) && (
          <CheckboxField name="stays" label={texts.stays} checked={Boolean(typed['stays'])} />
        )}
      </PlaceForm>
    </PlacePage>
  )
}

/** The form by which another municipality is let in. */
export function SharePage(props: PlaceFormProps) {
  const { standing, locale } = props
  const { share: texts, roles } = textsIn(locale)
  const { parts, municipalities } = standing
  const there = new Set(activeOf(parts).map(({ municipality }) => municipality))
  const others = municipalities.filter(({ code }) => !there.has(code))
  const shared = sharedBy(props)
  return (
    <PlacePage {...props} title={texts.title} lead={texts.lead}>
      <EffectNotice {...props} />
      {others.length === 0 ? (
        <p class="empty">{texts.all}</p>
      ) : (
        <PlaceForm {...props} page="shareMatter" texts={texts}>
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
        </PlaceForm>
      )}
    </PlacePage>
  )
}

/** The form in which an officer chooses one of their own desks. */
export function ChooseDeskPage(props: PlaceFormProps & { readonly municipality: string }) {
  const { standing, municipality, locale } = props
  const { desk: texts } = textsIn(locale)
  const { desks } = standing
  const open = desks.filter((desk) => desk.municipality === municipality && desk.closedAt === null)
  return (
    <PlacePage {...props} title={texts.title} lead={texts.lead}>
      {open.length === 0 ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <PlaceForm {...props} own={[municipality]} page="chooseDesk" texts={texts}>
          <SelectField
            {...sharedBy(props)('desk')}
            label={texts.desk}
            empty={texts.choose}
            options={open.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </PlaceForm>
      )}
    </PlacePage>
  )
}
