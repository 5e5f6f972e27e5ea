import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { numbered } from '#modules/programme'
import type { Adoption } from '../core/adoption.ts'
import type { Mapping, MappingChoice } from '../core/mapping.ts'
import { choiceValue } from '../core/mapping-form.ts'
import type { Proposal } from '../core/proposal.ts'
import { levelAt, parentsOf, type TreeNode } from '../core/tree.ts'
import type { MappedTree } from '../core/tree-diff.ts'
import { Trail } from './adoption-page.tsx'
import { ExampleNotice } from './facts.tsx'
import { errorText, formTextsIn } from './form-texts.ts'
import { mappingHref, nodesPerPage, type AskedMapping } from './mapping-query.ts'
import { versionHref, type Interventions, type NamedMunicipality } from './words.ts'

export interface MappingPageProps {
  readonly municipality: NamedMunicipality
  readonly adoption: Adoption
  readonly mapped: MappedTree
  readonly interventions: Interventions
  readonly proposals: ReadonlyMap<number, Proposal>
  readonly asked: AskedMapping
  readonly typed: Typed
  readonly errors: FieldErrors
  /** How many were just saved. */
  readonly saved: number | null
  readonly locale: Locale
}

/** The nodes of a tree, page by page, each with a choice of what it answers to. */
export function MappingPage(props: MappingPageProps) {
  const { municipality, adoption, mapped, asked, errors, saved, locale } = props
  const texts = formTextsIn(locale)
  const { mapping } = texts
  const { nodes } = mapped.tree
  const left = nodes.filter(({ node }) => !mapped.mappings.has(node)).length
  const listed = asked.onlyOpen ? nodes.filter(({ node }) => isOpen(node, props)) : nodes
  const first = (asked.page - 1) * nodesPerPage
  const shown = listed.slice(first, first + nodesPerPage)
  return (
    <Page width="narrow">
      <Trail municipality={municipality} adoption={adoption} locale={locale} />
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => mappingError(name, texts))}
      />
      <PageTitle eyebrow={adoption.name} title={mapping.title} lead={mapping.lead} />
      {saved !== null && (
        <Notice tone="success" live>
          <p>{saved === 0 ? mapping.savedNone : mapping.saved(saved)}</p>
        </Notice>
      )}
      <ExampleNotice adoption={adoption} locale={locale} />
      {nodes.length === 0 ? (
        <p class="empty">
          <a href={versionHref('adoptedTree', municipality, adoption.version, locale)}>{mapping.noTree}</a>
        </p>
      ) : (
        <>
          <p>
            {mapping.left(left, nodes.length)}{' '}
            <a
              href={mappingHref(
                municipality,
                adoption.version,
                { page: 1, onlyOpen: !asked.onlyOpen },
                locale,
              )}
            >
              {asked.onlyOpen ? mapping.showAll : mapping.onlyOpen}
            </a>
          </p>
          {shown.length === 0 ? <p class="empty">{mapping.empty}</p> : <Rows {...props} shown={shown} />}
          <Turning {...props} count={listed.length} first={first} shown={shown.length} />
        </>
      )}
    </Page>
  )
}

/** What nobody has mapped, and what is being mapped in a form that came back. */
function isOpen(node: number, { mapped, typed }: MappingPageProps): boolean {
  return !mapped.mappings.has(node) || typed[`seen-${node}`] !== undefined
}

function mappingError(name: string, texts: ReturnType<typeof formTextsIn>): string {
  return name === 'node-changed' ? texts.mapping.changedMeanwhile : errorText(texts, name)
}

function Rows(props: MappingPageProps & { readonly shown: readonly TreeNode[] }) {
  const { municipality, adoption, mapped, asked, shown, typed, locale } = props
  const texts = formTextsIn(locale)
  const groups = Map.groupBy(shown, ({ depth }) => depth)
  return (
    <Form action={mappingHref(municipality, adoption.version, asked, locale)}>
      {[...groups].map(([depth, nodes]) => (
        <fieldset key={depth} class="ds-fieldset">
          <legend class="ds-label">{levelAt(mapped.tree.levels, depth) ?? texts.mapping.noLevel}</legend>
          {nodes.map((node) => (
            <Row key={node.node} node={node} {...props} />
          ))}
        </fieldset>
      ))}
      <CheckboxField name="rest" value="none" label={texts.mapping.rest} checked={typed['rest'] === 'none'} />
      <FormActions>
        <Submit>{texts.save}</Submit>
        <a href={versionHref('adoption', municipality, adoption.version, locale)}>{texts.cancel}</a>
      </FormActions>
    </Form>
  )
}

type RowProps = MappingPageProps & { readonly node: TreeNode }

function Row(props: RowProps) {
  const { node, mapped, typed, errors, interventions, locale } = props
  const texts = formTextsIn(locale)
  const known = mapped.mappings.get(node.node)
  const field = (part: 'fit' | 'comment', stored: string) => {
    const name = `${part}-${node.node}`
    const error = errors[name]
    return {
      name,
      value: typed[name] ?? stored,
      error: error === undefined ? undefined : mappingError(error, texts),
    }
  }
  const words = node.mark ? `${node.mark} ${node.text}` : node.text
  const said = known ? known.said : 0
  return (
    <div class="mapping-row">
      <SelectField
        {...field('fit', known ? choiceValue(known) : '')}
        label={<span lang="sv">{words}</span>}
        hint={<RowHints {...props} />}
        {...(known ? {} : { empty: texts.mapping.unsaid })}
        options={optionsFor(known, proposalFor(props), interventions, locale)}
      />
      <TextField
        {...field('comment', known?.comment ?? '')}
        label={
          <>
            {texts.mapping.comment}
            <span class="ds-sr-only">: {words}</span>
          </>
        }
        optional={texts.optional}
      />
      <Hidden name={`seen-${node.node}`} value={typed[`seen-${node.node}`] ?? String(said)} />
    </div>
  )
}

function proposalFor({ node, mapped, proposals }: RowProps): Proposal | undefined {
  return mapped.mappings.has(node.node) ? undefined : proposals.get(node.node)
}

/** What one needs to know to choose: where the node stands, what is proposed, what somebody else just said. */
function RowHints(props: RowProps) {
  const { node, mapped, errors, interventions, locale } = props
  const { mapping } = formTextsIn(locale)
  const known = mapped.mappings.get(node.node)
  const proposal = proposalFor(props)
  const isChanged = errors[`fit-${node.node}`] === 'node-changed'
  const hints = [
    above(node, mapped, locale),
    proposal ? proposalText(proposal, interventions, locale) : null,
    isChanged && known ? mapping.now(choiceLabel(known, interventions, locale)) : null,
  ]
  return (
    <>
      {hints.map((hint, at) =>
        hint === null ? null : (
          <span key={at} class="mapping-row__hint">
            {hint}
          </span>
        ),
      )}
    </>
  )
}

/** The words that a node stands under, which it may not be understood without. */
function above(node: TreeNode, { tree: { nodes } }: MappedTree, locale: Locale): string | null {
  const parents = parentsOf(nodes)
  const path: string[] = []
  let at = parents[nodes.findIndex((one) => one.node === node.node)] ?? null
  while (at !== null) {
    path.unshift(nodes[at]?.text ?? '')
    at = parents[at] ?? null
  }
  return path.length === 0 ? null : formTextsIn(locale).mapping.under(path.join(' › '))
}

function proposalText({ choice, because }: Proposal, interventions: Interventions, locale: Locale): string {
  return formTextsIn(locale).mapping.proposals[because](choiceLabel(choice, interventions, locale))
}

function choiceLabel(
  { fit, intervention }: MappingChoice,
  interventions: Interventions,
  locale: Locale,
): string {
  const { mapping } = formTextsIn(locale)
  if (intervention === null) return mapping.none
  const one = interventions.find(({ id }) => id === intervention)
  const name = one ? inLocale(one.name, locale) : intervention
  return fit === 'exact' ? mapping.exactly(name) : mapping.partly(name)
}

function optionsFor(
  known: Mapping | undefined,
  proposal: Proposal | undefined,
  interventions: Interventions,
  locale: Locale,
) {
  const { mapping } = formTextsIn(locale)
  const kept = known?.intervention ?? null
  const choices = interventions.filter(({ id, retiredAt }) => retiredAt === null || id === kept)
  const optionsOf = (fit: 'exact' | 'partly') =>
    choices.map((one) => {
      const name = numbered(one, locale)
      const label = one.retiredAt === null ? name : mapping.retired(name)
      return {
        value: choiceValue({ fit, intervention: one.id }),
        label: mapping[fit === 'exact' ? 'exactly' : 'partly'](label),
      }
    })
  return [
    ...(proposal
      ? [
          {
            label: mapping.proposal,
            options: [
              {
                value: choiceValue(proposal.choice),
                label: choiceLabel(proposal.choice, interventions, locale),
              },
            ],
          },
        ]
      : []),
    { value: 'none', label: mapping.none },
    { label: mapping.groups.exact, options: optionsOf('exact') },
    { label: mapping.groups.partly, options: optionsOf('partly') },
  ]
}

interface TurningProps extends MappingPageProps {
  readonly count: number
  readonly first: number
  readonly shown: number
}

function Turning({ municipality, adoption, asked, locale, count, first, shown }: TurningProps) {
  const { mapping } = formTextsIn(locale)
  if (count <= nodesPerPage && first === 0) return null
  const to = (page: number) => mappingHref(municipality, adoption.version, { ...asked, page }, locale)
  return (
    <nav class="row" aria-label={mapping.pages}>
      {first > 0 && (
        <a href={to(asked.page - 1)} rel="prev">
          {mapping.previous}
        </a>
      )}
      <span>{mapping.page(Math.min(first + 1, count), first + shown, count)}</span>
      {first + shown < count && (
        <a href={to(asked.page + 1)} rel="next">
          {mapping.next}
        </a>
      )}
    </nav>
  )
}
