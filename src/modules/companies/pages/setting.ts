/** What the program tells the companies of itself. */
export interface CompanySetting {
  /** The installation's, which keys what is known of sole traders and signs addresses. */
  readonly secret: string
  /** Where the program is reached, for letters and calendars. */
  readonly origin: string
}
