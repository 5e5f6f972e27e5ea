import { ScrollRegion } from '#ui/table.tsx'
import { Notice } from '#ui/notice.tsx'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { Status } from '#ui/status.tsx'
import type { Block, PaperTable, Phrase } from '#platform/paper/paper.ts'
import type { ToldReport } from './paper-of-report.ts'

interface PaperViewProps {
  readonly blocks: readonly Block[]
  readonly digests: ToldReport['digests']
}

/** A paper as a part of a web page. Its pictures are drawn here for the screen they are seen on. */
export function PaperView({ blocks, digests }: PaperViewProps) {
  const pictures = blocks.filter((block) => block.kind === 'picture')
  const charts = digests.flatMap(({ chart }) => chart ?? [])
  return (
    <div class="paper">
      {blocks.map((block, index) => {
        if (block.kind !== 'picture') return <BlockView key={index} block={block} />
        const chart = charts[pictures.indexOf(block)]
        return chart && <LineChart key={index} {...chart} id={`diagram-${index}`} empty="" titleLevel={4} />
      })}
    </div>
  )
}

function BlockView({ block }: { readonly block: Exclude<Block, { kind: 'picture' }> }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${(block.level + 1) as 2 | 3 | 4}` as const
      return <Heading id={block.id}>{block.text}</Heading>
    }
    case 'paragraph':
      return (
        <p class={block.look === 'lead' ? 'lead' : block.look === 'small' ? 'source' : undefined}>
          <Phrases phrases={block.phrases} />
        </p>
      )
    case 'notice':
      return (
        <Notice tone="warning" title={block.title}>
          <p>{block.text}</p>
        </Notice>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>
              <Phrases phrases={item} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <TableView table={block} />
  }
}

function TableView({ table: { caption, columns, rows } }: { readonly table: PaperTable }) {
  const look = (index: number) => (columns[index]?.isNumeric ? 'numeric' : undefined)
  return (
    <ScrollRegion label={caption}>
      <table class={`table table--compact${columns.length > 3 ? ' table--wide' : ''}`}>
        <caption class="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label }, index) => (
              <th key={index} scope="col" class={look(index)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others], row) => (
            <tr key={row}>
              <th scope="row">{first && <PhraseView phrase={first} />}</th>
              {others.map((phrase, index) => (
                <td key={index} class={look(index + 1)}>
                  <PhraseView phrase={phrase} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Phrases({ phrases }: { readonly phrases: readonly Phrase[] }) {
  return (
    <>
      {phrases.map((phrase, index) => (
        <PhraseView key={index} phrase={phrase} />
      ))}
    </>
  )
}

function PhraseView({ phrase: { text, language, tone } }: { readonly phrase: Phrase }) {
  if (tone) return <Status tone={tone} label={text} />
  return <span lang={language}>{text}</span>
}
