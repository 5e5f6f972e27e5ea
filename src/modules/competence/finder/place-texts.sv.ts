/** What every support's rule says of its track and its place, in Swedish. */
export const placeTextsSv = {
  track: {
    employer: 'För det som bara den egna arbetsplatsen behöver',
    person: 'För det som stärker personen på arbetsmarknaden i stort',
  },
  place: (names: readonly string[]) => `Arbetsplatsen ligger i ${names.join(' eller ')}`,
  /** By the beginning of their municipalities' codes. */
  counties: { '13': 'Halland', '14': 'Västra Götaland' } as Readonly<Record<string, string>>,
}
