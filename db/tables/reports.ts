/** What reports are given out in. */
export interface ReportsTables {
  reportTemplate: ReportTemplateTable
}

interface ReportTemplateTable {
  networkId: string
  subject: string
  version: number
  name: string
  bytes: Buffer | null
  sentBy: string
  sentAt: Date
}
