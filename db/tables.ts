import type { CompetenceTables } from './tables/competence.ts'
import type { FollowUpTables } from './tables/follow-up.ts'
import type { AdoptionsTables } from './tables/adoptions.ts'
import type { ActivitiesTables } from './tables/activities.ts'
import type { CommitmentsTables } from './tables/commitments.ts'
import type { EventDayTables } from './tables/event-day.ts'
import type { ImportsTables } from './tables/imports.ts'
import type { IndicatorsTables } from './tables/indicators.ts'
import type { MattersTables } from './tables/matters.ts'
import type { NetworkTables } from './tables/network.ts'
import type { NeedsTables } from './tables/needs.ts'
import type { NewsTables } from './tables/news.ts'
import type { PatternsTables } from './tables/patterns.ts'
import type { ProgrammeTables } from './tables/programme.ts'
import type { RecordsTables } from './tables/records.ts'
import type { ReportsTables } from './tables/reports.ts'
import type { RoundtableTables } from './tables/roundtable.ts'
import type { RoutingTables } from './tables/routing.ts'
import type { SeatPlanTables } from './tables/seat-plan.ts'
import type { StatisticsTables } from './tables/statistics.ts'
import type { VisitsTables } from './tables/visits.ts'

/**
 * The tables as the code sees them: columns in camelCase, one interface a table. `tables.test.ts` compares the files of
 * `tables/` with the migrated database, column by column.
 */
export interface Tables
  extends
    FollowUpTables,
    NetworkTables,
    StatisticsTables,
    IndicatorsTables,
    ImportsTables,
    NewsTables,
    ProgrammeTables,
    AdoptionsTables,
    ActivitiesTables,
    RoutingTables,
    MattersTables,
    VisitsTables,
    CompetenceTables,
    RoundtableTables,
    RecordsTables,
    PatternsTables,
    CommitmentsTables,
    EventDayTables,
    SeatPlanTables,
    NeedsTables,
    ReportsTables {}
