import type { VNode } from 'preact'
import { departuresOf, holds, inTransaction, municipalitiesAs, namesOf, type Visit } from '#modules/accounts'
import { type GridMunicipality, langOfWord, numbered, type Reader, readerOf } from '#modules/programme'
import type { Tx } from '#platform/database/connection.ts'
import { addressOf } from '#ui/addresses.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { isUnderWay } from '../core/activity.ts'
import type { Found } from '../core/contradictions.ts'
import { heldBy } from '../core/hand-over.ts'
import { pictureOf, type Picture } from '../reads.ts'
import { textsIn } from './texts.ts'
import { toldTo } from './told-to.ts'
import { activityHref, contradictionInWords } from './words.ts'

/** What does not fit together, and what is left without the one who was responsible, for the page where one starts the day. */
export async function activitiesToDo(visit: Visit): Promise<VNode | null> {
  const { actor } = visit
  const own = municipalitiesAs(actor, 'officer')
  const isCoordinator = holds(actor, 'coordinator')
  if (!actor || (own.length === 0 && !isCoordinator)) return null
  const reader = await readerOf(visit)
  const { picture, leftBehind } = await inTransaction(visit, async (tx) => {
    const all = await pictureOf(tx, reader.today)
    return { picture: all, leftBehind: isCoordinator ? await leftIn(tx, all) : [] }
  })
  const told = toldTo(actor, picture.found, reader.today)
  const municipalities = picture.grid.municipalities.filter(({ code }) => own.includes(code))
  return (
    <>
      {leftBehind.length > 0 && <LeftBehind left={leftBehind} reader={reader} />}
      {municipalities.map((municipality) => (
        <OfMunicipality
          key={municipality.code}
          municipality={municipality}
          found={told.filter((one) => one.municipality === municipality.code)}
          picture={picture}
          reader={reader}
        />
      ))}
      {isCoordinator && <OfNetwork found={told} picture={picture} reader={reader} />}
    </>
  )
}

/** What somebody who has left is still responsible for in a municipality. */
interface Left {
  readonly person: string
  readonly name: string
  readonly municipality: GridMunicipality
  readonly count: number
}

async function leftIn(tx: Tx, { grid, activities }: Picture): Promise<readonly Left[]> {
  const departures = await departuresOf(tx)
  const names = await namesOf(
    tx,
    departures.map(({ personId }) => personId),
  )
  return departures.flatMap(({ personId, municipality: code }) => {
    const held = heldBy(personId, grid, activities).filter(
      ({ municipality, status }) => municipality.code === code && isUnderWay(status),
    )
    const [first] = held
    if (!first) return []
    return {
      person: personId,
      name: names.get(personId) ?? '',
      municipality: first.municipality,
      count: held.length,
    }
  })
}

function LeftBehind({
  left,
  reader: { locale },
}: {
  readonly left: readonly Left[]
  readonly reader: Reader
}) {
  const { left: texts } = textsIn(locale)
  return (
    <Section id="lamnat-kvar" title={texts.title} lead={texts.lead}>
      <ul>
        {left.map(({ person, name, municipality, count }) => (
          <li key={`${person} ${municipality.code}`}>
            {texts.things(name, municipality.name, count)}.{' '}
            <a href={addressOf('handOver', locale, { person })}>
              {texts.handOver}
              <span class="ds-sr-only">: {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface FoundProps {
  readonly found: readonly Found[]
  readonly picture: Picture
  readonly reader: Reader
}

function OfMunicipality({
  municipality,
  ...props
}: FoundProps & { readonly municipality: GridMunicipality }) {
  if (props.found.length === 0) return null
  const { contradictions: texts } = textsIn(props.reader.locale)
  return (
    <Section id={`hant-${municipality.slug}`} title={texts.title(municipality.name)} lead={texts.lead}>
      <FoundList {...props} />
    </Section>
  )
}

function OfNetwork({ found, picture, reader }: FoundProps) {
  const { contradictions: texts } = textsIn(reader.locale)
  // Who has left is told of above, and leads to where it is mended.
  const rest = found.filter(({ contradiction }) => contradiction.kind !== 'owner-left')
  const groups = picture.grid.municipalities
    .map((municipality) => ({
      municipality,
      own: rest.filter((one) => one.municipality === municipality.code),
    }))
    .filter(({ own }) => own.length > 0)
  return (
    <Section id="hant" title={texts.network} lead={texts.networkLead}>
      {groups.length === 0 && <p class="empty">{texts.none}</p>}
      <div>
        {groups.map(({ municipality, own }) => (
          <Disclosure key={municipality.code} summary={`${municipality.name} (${own.length})`}>
            <FoundList found={own} picture={picture} reader={reader} />
          </Disclosure>
        ))}
      </div>
    </Section>
  )
}

function FoundList({ found, picture, reader }: FoundProps) {
  return (
    <ul>
      {found.map((one, at) => (
        <li key={at}>
          <About one={one} picture={picture} reader={reader} />{' '}
          {contradictionInWords(one.contradiction, reader)}
        </li>
      ))}
    </ul>
  )
}

/** The cell or the activity that something is about, and the way to it. */
function About({
  one,
  picture: { grid, activities },
  reader: { locale },
}: {
  readonly one: Found
  readonly picture: Picture
  readonly reader: Reader
}) {
  const activity = activities.find(({ id }) => id === one.activity)
  if (activity)
    return (
      <a href={activityHref(activity.id, locale)} lang={langOfWord(locale)}>
        {activity.title}
      </a>
    )
  const entry = grid.entries.find(
    ({ municipality, intervention }) =>
      municipality.code === one.municipality && intervention.id === one.intervention,
  )
  if (!entry) return null
  const parts = { intervention: entry.intervention.id, municipality: entry.municipality.slug }
  return <a href={addressOf('cell', locale, parts)}>{numbered(entry.intervention, locale)}</a>
}

/** For officers: the way to hand over what is theirs, for the end of the page where one starts the day. */
export function handOverLink({ actor, locale }: Visit): VNode | null {
  if (!actor || municipalitiesAs(actor, 'officer').length === 0) return null
  const { mine } = textsIn(locale)
  return (
    <Section id="overlamning" title={mine.title} lead={mine.lead}>
      <p>
        <a href={addressOf('handOver', locale, { person: actor.personId })}>{mine.link}</a>
      </p>
    </Section>
  )
}
