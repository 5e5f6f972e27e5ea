import type { Municipality } from '#modules/region'
import { SelectField } from '#ui/choice-field.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Hidden } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Typed } from '#platform/http/form.ts'
import { activeOf, partRoles } from '../../core/part.ts'
import type { Standing } from '../../part-reads.ts'
import { EffectNotice, PlaceForm, PlacePage, sharedBy, type PlaceFormProps } from './form-parts.tsx'
import { errorText, textsIn } from './texts.ts'
import { placesInWords, topicName } from './words.ts'

/** The form in which the coordinator says who leads, who contributes and at which desks. */
export function AssignPage(props: PlaceFormProps & { readonly isConflict: boolean }) {
  const { standing, typed, errors, isConflict, locale } = props
  const texts = textsIn(locale)
  const { assign } = texts
  const { matter, municipalities } = standing
  const isConcerned = ({ code }: Municipality) =>
    Boolean(typed[`role-${code}`]) || matter.places.includes(code)
  const concerned = municipalities.filter(isConcerned)
  const others = municipalities.filter((one) => !isConcerned(one))
  const leadError = errors['lead']
  return (
    <PlacePage {...props} title={assign.title} lead={assign.lead}>
      {isConflict && (
        <Notice tone="danger" live>
          <p>{assign.conflict}</p>
        </Notice>
      )}
      <AboutMatter {...props} />
      <EffectNotice {...props} />
      <PlaceForm {...props} page="assignMatter" texts={assign}>
        <Hidden name="seen" value={typed['seen'] ?? '0'} />
        <div id="field-lead" tabIndex={-1}>
          {leadError !== undefined && <p class="ds-validation-message">{errorText(texts, leadError)}</p>}
          {concerned.map((one) => (
            <MunicipalityRow key={one.code} {...props} municipality={one} />
          ))}
        </div>
        {others.length > 0 && (
          <Disclosure summary={assign.others} open={concerned.length === 0}>
            {others.map((one) => (
              <MunicipalityRow key={one.code} {...props} municipality={one} />
            ))}
          </Disclosure>
        )}
      </PlaceForm>
    </PlacePage>
  )
}

function AboutMatter({ standing, locale }: PlaceFormProps) {
  const { matter: words, why } = textsIn(locale)
  const { matter } = standing
  return (
    <DescriptionList
      items={[
        ...(matter.triage ? [{ term: words.why, details: why[matter.triage] }] : []),
        { term: words.topic, details: topicName(matter.topic, standing, locale) },
        { term: words.places, details: placesInWords(matter, standing, locale) },
        ...(matter.locality === '' ? [] : [{ term: words.locality, details: matter.locality }]),
      ]}
    />
  )
}

function MunicipalityRow(props: PlaceFormProps & { readonly municipality: Municipality }) {
  const { municipality, standing, locale } = props
  const { assign: texts, roles } = textsIn(locale)
  const { code, name } = municipality
  const desks = standing.desks.filter((desk) => desk.municipality === code && desk.closedAt === null)
  const shared = sharedBy(props)
  return (
    <fieldset class="ds-fieldset sheet-row">
      <legend class="ds-label">{name}</legend>
      <div class="pairs">
        <SelectField
          {...shared(`role-${code}`)}
          label={texts.role}
          empty={texts.notIn}
          options={partRoles.map((role) => ({ value: role, label: roles[role] }))}
        />
        <SelectField
          {...shared(`desk-${code}`)}
          label={texts.desk}
          empty={texts.byRules}
          options={desks.map(({ id, name: desk }) => ({ value: id, label: desk }))}
        />
      </div>
    </fieldset>
  )
}

/** The form as it stands before anybody has typed: as the matter stands, and as the sender has said. */
export function typedAssignment({ matter, parts, moves }: Standing): Typed {
  const active = activeOf(parts)
  const named = matter.places.filter((code) => !active.some(({ municipality }) => municipality === code))
  return {
    ...Object.fromEntries(
      active.flatMap(({ municipality, role, desk }) => [
        [`role-${municipality}`, role],
        [`desk-${municipality}`, desk ?? ''],
      ]),
    ),
    ...Object.fromEntries(
      named.map((code) => [
        `role-${code}`,
        active.length === 0 && named.length === 1 ? 'lead' : 'contributor',
      ]),
    ),
    seen: seenIn({ moves }),
  }
}

/** The last move that a form is filled in against. */
export function seenIn({ moves }: Pick<Standing, 'moves'>): string {
  return String(moves[0]?.id ?? 0)
}
