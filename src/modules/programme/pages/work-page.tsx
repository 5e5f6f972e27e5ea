import type { VNode } from 'preact'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import type { CellGrid, GridMunicipality } from '../core/cell-grid.ts'
import type { Due } from '../core/due.ts'
import type { Gaps } from '../core/gaps.ts'
import type { Looking } from '../core/matrix-view.ts'
import { MunicipalityInterventions } from './cell-cards.tsx'
import { DueList } from './due-list.tsx'
import { MembersMatrix, type MatrixAsked } from './members-matrix.tsx'
import { NetworkWork } from './network-work.tsx'
import { textsIn } from './texts.ts'
import type { Reader } from './words.ts'

/** One municipality as somebody of it sees it. */
export interface MunicipalityWork {
  readonly municipality: GridMunicipality
  /** Officers change what leaders read. */
  readonly as: 'officer' | 'leader'
  readonly column: CellGrid
  /** For officers everything that is due, for leaders what is stuck. */
  readonly due: readonly Due[]
}

interface WorkPageProps {
  readonly name: string
  readonly municipalities: readonly MunicipalityWork[]
  /** Only for the coordinator. */
  readonly gaps: Gaps | null
  /** What other modules have for them. */
  readonly elsewhere: readonly (VNode | null)[]
  readonly afterwards: VNode | null
  readonly grid: CellGrid
  /** The whole picture, with what is looked for in it. */
  readonly asked: MatrixAsked
  readonly looking: Looking
  readonly reader: Reader
}

/** Where somebody of the network starts the day: what needs them. */
export function WorkPage(props: WorkPageProps) {
  const { name, municipalities, gaps, elsewhere, afterwards, grid, reader } = props
  const { work: texts } = textsIn(reader.locale)
  return (
    <Page>
      <PageTitle title={texts.title} lead={texts.lead(name)} />
      {municipalities.length === 0 && gaps === null && (
        <EmptyState title={texts.none}>
          <p>{texts.noneLead}</p>
        </EmptyState>
      )}
      {elsewhere}
      <MembersMatrix {...props} />
      {municipalities.map((work) => (
        <OneMunicipality key={`${work.as} ${work.municipality.code}`} work={work} reader={reader} />
      ))}
      {gaps && <NetworkWork gaps={gaps} grid={grid} reader={reader} />}
      {afterwards}
    </Page>
  )
}

function OneMunicipality({ work, reader }: { readonly work: MunicipalityWork; readonly reader: Reader }) {
  const { work: texts } = textsIn(reader.locale)
  const { municipality, column, due } = work
  const isOfficer = work.as === 'officer'
  const { stuck } = reader.words.labels
  const nothing = isOfficer ? texts.nothingDue : texts.nothingStuck(stuck)
  return (
    <>
      <Section
        id={`${work.as}-${municipality.slug}`}
        title={isOfficer ? texts.officer(municipality.name) : texts.stuck(stuck, municipality.name)}
        lead={due.length === 0 ? nothing : isOfficer ? texts.dueLead(due.length) : undefined}
      >
        {due.length > 0 && <DueList due={due} reader={reader} mayChange={isOfficer} />}
      </Section>
      <Section
        id={`alla-${work.as}-${municipality.slug}`}
        title={isOfficer ? texts.column(municipality.name) : texts.leader(municipality.name)}
      >
        <MunicipalityInterventions column={column} reader={reader} />
      </Section>
    </>
  )
}
