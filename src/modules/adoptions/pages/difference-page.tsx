import type { Locale } from '#platform/values/locale.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Tag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Adoption } from '../core/adoption.ts'
import type { Mapping } from '../core/mapping.ts'
import { levelAt } from '../core/tree.ts'
import { isChanged, treeDiff, type MappedTree, type NodeDiff } from '../core/tree-diff.ts'
import { wordDiff, type WordPiece } from '../core/word-diff.ts'
import { Trail } from './adoption-page.tsx'
import { ExampleNotice, NotKnown } from './facts.tsx'
import { textsIn } from './texts.ts'
import { NodeWords } from './tree-view.tsx'
import { choiceText, factsInWords, type Interventions, type NamedMunicipality } from './words.ts'

interface Side {
  readonly adoption: Adoption
  readonly mapped: MappedTree
}

export interface DifferencePageProps {
  readonly municipality: NamedMunicipality
  readonly before: Side
  readonly after: Side
  readonly interventions: Interventions
  readonly locale: Locale
}

/** What differs between two versions of a municipality's programme, word by word. */
export function DifferencePage(props: DifferencePageProps) {
  const { municipality, before, after, locale } = props
  const { difference: texts } = textsIn(locale)
  const diffs = hasTrees(props) ? treeDiff(before.mapped, after.mapped) : null
  return (
    <Page>
      <Trail municipality={municipality} adoption={after.adoption} locale={locale} />
      <PageTitle
        eyebrow={municipality.name}
        title={texts.title(before.adoption.version, after.adoption.version)}
        lead={texts.lead(before.adoption.name, after.adoption.name)}
      />
      <ExampleNotice
        adoption={{ isExample: before.adoption.isExample || after.adoption.isExample }}
        locale={locale}
      />
      <FactsDifference {...props} />
      <Section id="delar" title={texts.tree} lead={diffs ? countsText(diffs, locale) : texts.noTree}>
        {diffs && <TreeDifference {...props} diffs={diffs} />}
      </Section>
    </Page>
  )
}

function FactsDifference({ before, after, locale }: DifferencePageProps) {
  const { difference: texts } = textsIn(locale)
  const was = factsInWords(before.adoption, locale)
  const rows = factsInWords(after.adoption, locale)
    .map(({ label, text, isProse = false }, at) => ({
      label,
      before: was[at]?.text ?? null,
      after: text,
      isProse,
    }))
    .filter((row) => row.before !== row.after)
  return (
    <Section id="uppgifter" title={texts.facts}>
      <Table
        caption={texts.factsCaption}
        captionHidden
        rows={rows}
        rowKey={({ label }) => label}
        empty={texts.sameFacts}
        columns={[
          { label: texts.field, rowHeader: true, cell: ({ label }) => label },
          {
            label: texts.before(before.adoption.version),
            cell: (row) => row.before ?? <NotKnown locale={locale} />,
          },
          {
            label: texts.before(after.adoption.version),
            cell: (row) =>
              row.after === null ? (
                <NotKnown locale={locale} />
              ) : row.before === null || !row.isProse ? (
                row.after
              ) : (
                <Words pieces={wordDiff(row.before, row.after)} locale={locale} />
              ),
          },
        ]}
      />
    </Section>
  )
}

function hasTrees({ before, after }: DifferencePageProps): boolean {
  return before.mapped.tree.nodes.length > 0 && after.mapped.tree.nodes.length > 0
}

function countsText(diffs: readonly NodeDiff[], locale: Locale): string {
  const kept = diffs.filter((one) => one.kind === 'kept')
  return textsIn(locale).difference.counts({
    added: diffs.filter(({ kind }) => kind === 'added').length,
    removed: diffs.filter(({ kind }) => kind === 'removed').length,
    moved: kept.filter(({ isMoved }) => isMoved).length,
    reworded: kept.filter(({ words }) => words !== null).length,
    mapped: kept.filter(({ mapping }) => mapping !== null).length,
    same: diffs.filter((one) => !isChanged(one)).length,
  })
}

function TreeDifference(props: DifferencePageProps & { readonly diffs: readonly NodeDiff[] }) {
  const { diffs, locale } = props
  const { difference: texts } = textsIn(locale)
  const list = (some: readonly NodeDiff[]) => (
    <ol class="differences">
      {some.map((diff) => (
        <Difference
          key={diff.kind === 'removed' ? `b${diff.before.node}` : `a${diff.after.node}`}
          diff={diff}
          {...props}
        />
      ))}
    </ol>
  )
  return (
    <>
      {list(diffs.filter(isChanged))}
      <Disclosure summary={texts.all}>{list(diffs)}</Disclosure>
    </>
  )
}

function Difference(props: DifferencePageProps & { readonly diff: NodeDiff }) {
  const { diff, before, after, locale } = props
  const { levels } = (diff.kind === 'removed' ? before : after).mapped.tree
  const node = diff.kind === 'removed' ? diff.before : diff.after
  const pieces = piecesIn(diff)
  return (
    <li>
      <p class="row">
        <Kinds diff={diff} locale={locale} />
      </p>
      <p>
        {pieces === null ? (
          <NodeWords node={node} level={levelAt(levels, node.depth)} />
        ) : (
          <>
            <NodeWords node={{ ...node, text: '' }} level={levelAt(levels, node.depth)} />
            <Words pieces={pieces} locale={locale} />
          </>
        )}
      </p>
      <MappingDifference {...props} />
    </li>
  )
}

/** What came is all new, and what went is all gone; what stayed in its words needs no marks. */
function piecesIn(diff: NodeDiff): readonly WordPiece[] | null {
  switch (diff.kind) {
    case 'added':
      return [{ kind: 'added', text: diff.after.text }]
    case 'removed':
      return [{ kind: 'removed', text: diff.before.text }]
    case 'kept':
      return diff.words
  }
}

function Kinds({ diff, locale }: { readonly diff: NodeDiff; readonly locale: Locale }) {
  const { kinds, same } = textsIn(locale).difference
  if (diff.kind === 'added') return <Tag tone="success">{kinds.added}</Tag>
  if (diff.kind === 'removed') return <Tag tone="danger">{kinds.removed}</Tag>
  return (
    <>
      {diff.words && <Tag tone="info">{kinds.reworded}</Tag>}
      {diff.isMoved && <Tag tone="info">{kinds.moved}</Tag>}
      {diff.mapping && <Tag tone="info">{kinds.mapped}</Tag>}
      {!isChanged(diff) && <Tag>{same}</Tag>}
    </>
  )
}

function Words({ pieces, locale }: { readonly pieces: readonly WordPiece[]; readonly locale: Locale }) {
  const { added, removed } = textsIn(locale).difference
  return (
    <span class="words" lang="sv">
      {pieces.map(({ kind, text }, at) => {
        if (kind === 'same') return text
        return kind === 'added' ? (
          <ins key={at}>
            <span class="ds-sr-only">{added} </span>
            {text}
          </ins>
        ) : (
          <del key={at}>
            <span class="ds-sr-only">{removed} </span>
            {text}
          </del>
        )
      })}
    </span>
  )
}

function MappingDifference({
  diff,
  interventions,
  locale,
}: DifferencePageProps & { readonly diff: NodeDiff }) {
  const { difference: texts, version } = textsIn(locale)
  const inWords = (mapping: Mapping | null) =>
    mapping ? choiceText(mapping, interventions, locale) : texts.notMapped
  if (diff.kind !== 'kept') {
    return diff.mapping && <p class="tree__mapping">{`${texts.mapping}: ${inWords(diff.mapping)}`}</p>
  }
  if (!diff.mapping) return null
  return (
    <p class="tree__mapping">
      {texts.mapping}: <span class="ds-sr-only">{version.from} </span>
      <del>{inWords(diff.mapping.before)}</del>
      <span aria-hidden="true"> → </span>
      <span class="ds-sr-only"> {version.to} </span>
      <ins>{inWords(diff.mapping.after)}</ins>
    </p>
  )
}
