import type { Reader } from '#modules/programme'
import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Adoption } from '../core/adoption.ts'
import { inForceOn, spanOf } from '../core/in-force.ts'
import type { MappedTree } from '../core/tree-diff.ts'
import type { Revision } from '../store.ts'
import { Answers } from './answers.tsx'
import { Example, ExampleNotice, Facts } from './facts.tsx'
import { Revisions } from './revisions.tsx'
import { textsIn, type Texts } from './texts.ts'
import { TreeView } from './tree-view.tsx'
import { decisionText, versionHref, type Interventions, type NamedMunicipality } from './words.ts'

export interface AdoptionPageProps {
  readonly municipality: NamedMunicipality
  readonly adoption: Adoption
  /** All of the municipality's versions, the first first. */
  readonly versions: readonly Adoption[]
  readonly revisions: readonly Revision[]
  readonly mapped: MappedTree
  readonly interventions: Interventions
  readonly reader: Reader
  readonly mayWrite: boolean
  readonly isSaved: boolean
}

/** One version of a municipality's programme: the decision, its own tree, and how that answers to the shared interventions. */
export function AdoptionPage(props: AdoptionPageProps) {
  const { municipality, adoption, mapped, interventions, reader, isSaved } = props
  const { locale } = reader
  const texts = textsIn(locale)
  return (
    <Page>
      <Trail municipality={municipality} adoption={adoption} locale={locale} />
      <PageTitle
        eyebrow={texts.version.eyebrow(municipality.name, adoption.version)}
        title={<span lang="sv">{adoption.name}</span>}
        lead={forceText(props, texts)}
        tags={adoption.isExample && <Example adoption={adoption} locale={locale} />}
        actions={props.mayWrite && <Deeds {...props} />}
      />
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.version.saved}</p>
        </Notice>
      )}
      <ExampleNotice adoption={adoption} locale={locale} />
      <Section id="beslut" title={texts.version.facts}>
        <Facts adoption={adoption} municipality={municipality} locale={locale} />
        <Revisions revisions={props.revisions} reader={reader} />
      </Section>
      <Answers mapped={mapped} interventions={interventions} locale={locale} />
      <Section
        id="delar"
        title={texts.tree.title}
        lead={
          mapped.tree.nodes.length === 0
            ? texts.tree.none
            : texts.tree.lead(mapped.tree.nodes.length, mappedCount(mapped))
        }
      >
        <TreeView {...mapped} interventions={interventions} locale={locale} />
      </Section>
      <Versions {...props} />
    </Page>
  )
}

export function Trail({
  municipality,
  adoption,
  locale,
}: Pick<AdoptionPageProps, 'municipality' | 'adoption'> & Pick<Reader, 'locale'>) {
  const { list, version } = textsIn(locale)
  return (
    <Breadcrumbs
      label={list.title}
      items={[
        { label: list.title, href: addressOf('adoptions', locale) },
        {
          label: municipality.name,
          href: addressOf('municipality', locale, { municipality: municipality.slug }),
        },
        {
          label: version.label(adoption.version),
          href: versionHref('adoption', municipality, adoption.version, locale),
        },
      ]}
    />
  )
}

function mappedCount({ tree, mappings }: MappedTree): number {
  return tree.nodes.filter(({ node }) => mappings.has(node)).length
}

function forceText({ adoption, versions, reader }: AdoptionPageProps, { version: texts }: Texts): string {
  const answer = inForceOn(versions, reader.today)
  const isIt = (one: Adoption) => one.version === adoption.version
  if (answer.kind === 'one' && isIt(answer.version)) return texts.inForce
  if (answer.kind === 'unsure' && answer.candidates.some(isIt)) return texts.unsure
  const later = versions.find(
    ({ version, decidedOn }) =>
      decidedOn !== null &&
      version !== adoption.version &&
      spanOf(decidedOn).first >= spanOf(adoption.decidedOn).last,
  )
  return later?.decidedOn ? texts.followed(formatDay(later.decidedOn, reader.locale)) : texts.comingNot
}

function Deeds({ municipality, adoption: { version }, mapped, reader: { locale } }: AdoptionPageProps) {
  const { version: texts } = textsIn(locale)
  const hasTree = mapped.tree.nodes.length > 0
  return (
    <>
      <LinkButton href={versionHref('adoptedTree', municipality, version, locale)} variant="secondary">
        {hasTree ? texts.draw : texts.drawFirst}
      </LinkButton>
      {hasTree && (
        <LinkButton href={versionHref('adoptedMapping', municipality, version, locale)} variant="secondary">
          {texts.map}
        </LinkButton>
      )}
      <LinkButton href={versionHref('correctAdoption', municipality, version, locale)} variant="secondary">
        {texts.correct}
      </LinkButton>
      <LinkButton
        href={addressOf('enterAdoption', locale, { municipality: municipality.slug })}
        variant="secondary"
      >
        {texts.enter}
      </LinkButton>
    </>
  )
}

function Versions({ municipality, adoption, versions, reader: { locale } }: AdoptionPageProps) {
  const { version: texts, facts } = textsIn(locale)
  return (
    <Section id="versioner" title={texts.versions} lead={texts.versionsLead}>
      <ul>
        {versions.toReversed().map((one) => (
          <li key={one.version}>
            {one.version === adoption.version ? (
              <strong>{texts.label(one.version)}</strong>
            ) : (
              <a href={versionHref('adoption', municipality, one.version, locale)}>
                {texts.label(one.version)}
              </a>
            )}
            : <span lang="sv">{one.name}</span>, {decisionText(one, locale) ?? facts.notKnown}
            <Example adoption={one} locale={locale} />
            {one.version !== adoption.version && (
              <p>
                <a href={differenceHref(municipality, [one.version, adoption.version], locale)}>
                  {texts.difference(...inOrder(one.version, adoption.version))}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function differenceHref(
  municipality: NamedMunicipality,
  [one, other]: readonly [number, number],
  locale: Reader['locale'],
): string {
  const [before, version] = inOrder(one, other)
  return addressOf('adoptionDifference', locale, {
    municipality: municipality.slug,
    version: String(version),
    before: String(before),
  })
}

function inOrder(one: number, other: number): [number, number] {
  return [Math.min(one, other), Math.max(one, other)]
}
