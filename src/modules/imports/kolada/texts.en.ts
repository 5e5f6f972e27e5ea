export const en = {
  note: 'Kolada publishes the values and may revise them without notice. Every change we have seen is listed among the revisions.',
}
