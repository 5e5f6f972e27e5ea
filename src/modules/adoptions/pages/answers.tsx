import { numbered } from '#modules/programme'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { Status } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { isWhollyMapped, standingIn } from '../core/mapping.ts'
import type { MappedTree } from '../core/tree-diff.ts'
import { textsIn } from './texts.ts'
import { toneOf, type Interventions } from './words.ts'

interface AnswersProps {
  readonly mapped: MappedTree
  readonly interventions: Interventions
  readonly locale: Locale
}

/** How each shared intervention stands in a programme, with the municipality's own words for it. */
export function Answers({ mapped: { tree, mappings }, interventions, locale }: AnswersProps) {
  const { answers: texts, standings } = textsIn(locale)
  if (tree.nodes.length === 0) {
    return (
      <Section id="insatser" title={texts.title}>
        <p class="empty">{texts.noTree}</p>
      </Section>
    )
  }
  const left = tree.nodes.filter(({ node }) => !mappings.has(node)).length
  const rows = interventions
    .map((intervention) => ({ intervention, ...standingIn(tree.nodes, mappings, intervention.id) }))
    // A retired one is told of only where something answers to it.
    .filter(({ intervention, nodes }) => intervention.retiredAt === null || nodes.length > 0)
  return (
    <Section
      id="insatser"
      title={texts.title}
      lead={isWhollyMapped(tree.nodes, mappings) ? texts.lead : `${texts.lead} ${texts.notWhole(left)}`}
    >
      <Table
        caption={texts.caption}
        captionHidden
        rows={rows}
        rowKey={({ intervention }) => intervention.id}
        columns={[
          {
            label: texts.intervention,
            rowHeader: true,
            cell: ({ intervention }) => (
              <span id={`insats-${intervention.id}`}>
                <a href={addressOf('intervention', locale, { intervention: intervention.id })}>
                  {numbered(intervention, locale)}
                </a>
                {intervention.retiredAt !== null && ` (${textsIn(locale).tree.retired})`}
              </span>
            ),
          },
          {
            label: texts.standing,
            cell: ({ standing }) => <Status tone={toneOf[standing]} label={standings[standing]} />,
          },
          {
            label: texts.nodes,
            cell: ({ nodes }) =>
              nodes.length === 0
                ? texts.noNodes
                : nodes.map(({ node, mark, text }) => (
                    <p key={node}>
                      <a href={`#del-${node}`} lang="sv">
                        {mark ? `${mark} ${text}` : text}
                      </a>
                    </p>
                  )),
          },
        ]}
      />
    </Section>
  )
}
