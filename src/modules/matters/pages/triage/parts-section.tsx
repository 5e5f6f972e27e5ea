import { holds, inTransaction, type Actor } from '#modules/accounts'
import { dayOf, formatDay, formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { matterNumber } from '../../core/matter.ts'
import { activeOf, type Part } from '../../core/part.ts'
import { mayAssign, speaksFor } from '../../core/part-policy.ts'
import { standingOf, type Standing } from '../../part-reads.ts'
import type { MatterSection } from '../section.ts'
import { textsIn } from './texts.ts'
import { deskInWords, moveInWords, municipalityName, whyHere } from './words.ts'

/** On a matter's page: who leads and contributes, what each has said, why it came here, and what one can do about it. */
export const partsSection: MatterSection = async (visit, matter) => {
  const { actor, locale } = visit
  if (!actor || !(holds(actor, 'officer') || holds(actor, 'coordinator'))) return null
  const standing = await inTransaction(visit, (tx) => standingOf(tx, matter))
  return standing && <PartsSection standing={standing} actor={actor} locale={locale} />
}

interface PartsProps {
  readonly standing: Standing
  readonly actor: Actor
  readonly locale: Locale
}

function PartsSection(props: PartsProps) {
  const { standing, actor, locale } = props
  const { parts: texts, triage, why } = textsIn(locale)
  const { matter } = standing
  const active = activeOf(standing.parts)
  const isOpen = matter.state !== 'closed'
  return (
    <Section id="delar" title={texts.title} lead={texts.lead}>
      {matter.triage && (
        <Notice tone="warning" title={texts.waits} titleLevel={3}>
          <p>{why[matter.triage]}</p>
        </Notice>
      )}
      {active.length === 0 ? <p class="empty">{texts.none}</p> : <PartsList {...props} parts={active} />}
      <WhyHere {...props} />
      {isOpen &&
        speaksFor(actor, standing.parts).map((code) => (
          <OwnStance key={code} {...props} municipality={code} />
        ))}
      {isOpen && mayAssign(actor, matter) && (
        <p>
          <a href={addressOf('assignMatter', locale, { matter: matterNumber(matter) })}>
            {matter.triage ? triage.assign : texts.assign}
          </a>
        </p>
      )}
      {standing.moves.length > 0 && <Moves {...props} />}
    </Section>
  )
}

/** Beside a thread there is no room for a table: a line for each municipality. */
function PartsList({ standing, parts, locale }: PartsProps & { readonly parts: readonly Part[] }) {
  const { parts: texts, roles, stances } = textsIn(locale)
  return (
    <DescriptionList
      items={parts.map((part) => {
        const { municipality, role, owner, stance } = part
        const details = [
          roles[role],
          deskInWords(part, standing, locale),
          owner === null ? texts.nobody : (standing.people.get(owner) ?? texts.someone),
          stance === null ? texts.noStance : stances[stance],
        ]
        return { term: municipalityName(municipality, standing, locale), details: details.join(' · ') }
      })}
    />
  )
}

function WhyHere({ standing, locale }: PartsProps) {
  const { parts: texts } = textsIn(locale)
  if (standing.parts.length === 0) return null
  return (
    <>
      <h3>{texts.why}</h3>
      <ul>
        {standing.parts.map((part) => {
          const name = municipalityName(part.municipality, standing, locale)
          return (
            <li key={part.municipality}>
              <strong>{texts.whyIn(name)}</strong> {whyHere(part, standing, locale)}{' '}
              {part.leftAt !== null &&
                texts.left(name, formatDay(dayOf(part.leftAt), locale), part.leftBecause ?? '')}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What an officer can say for one of their municipalities. */
function OwnStance({ standing, municipality, locale }: PartsProps & { readonly municipality: string }) {
  const { parts: texts } = textsIn(locale)
  const part = activeOf(standing.parts).find((one) => one.municipality === municipality)
  if (!part) return null
  const number = matterNumber(standing.matter)
  const isLead = part.role === 'lead'
  const way = (page: 'passOnMatter' | 'shareMatter' | 'chooseDesk') =>
    `${addressOf(page, locale, { matter: number })}?municipality=${municipality}`
  return (
    <>
      <h3>{texts.actions(municipalityName(municipality, standing, locale))}</h3>
      <Form action={addressOf('takeStance', locale, { matter: number })} guard={false}>
        <Hidden name="municipality" value={municipality} />
        <FormActions>
          {part.stance !== 'takes' && (
            <Button name="stance" value="takes">
              {texts.take}
            </Button>
          )}
          {!isLead && part.stance !== 'noted' && (
            <Button variant="secondary" name="stance" value="noted">
              {texts.noted}
            </Button>
          )}
          <a href={way('passOnMatter')}>{part.stance === 'takes' ? texts.passOnLead : texts.passOn}</a>
          <a href={way('shareMatter')}>{texts.share}</a>
          <a href={way('chooseDesk')}>{part.desk === null ? texts.chooseDesk : texts.desks}</a>
        </FormActions>
      </Form>
    </>
  )
}

function Moves({ standing, locale }: PartsProps) {
  const { parts: texts } = textsIn(locale)
  return (
    <Disclosure summary={texts.history}>
      <p>{texts.historyLead}</p>
      <Timeline
        label={texts.history}
        events={standing.moves.map((move) => ({
          id: String(move.id),
          who: texts.byFor(
            standing.people.get(move.by) ?? texts.someone,
            municipalityName(move.municipality, standing, locale),
          ),
          when: formatMoment(move.at, locale),
          at: move.at.toISOString(),
          what: (
            <>
              {moveInWords(move, standing, locale)}
              {move.reason !== '' && <span lang="sv">: ”{move.reason}”</span>}
            </>
          ),
        }))}
        texts={{ from: '', to: '', nothing: '' }}
      />
    </Disclosure>
  )
}
