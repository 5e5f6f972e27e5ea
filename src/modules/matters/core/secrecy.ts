/**
 * Paragraphs of offentlighets- och sekretesslagen (2009:400) that may come up when companies speak with a town hall. A mark
 * reminds whoever hands out documents; each request is tried by itself (5 kap. 5 §).
 */
export const secrecyParagraphs = ['19:1', '19:3', '21:1', '21:7', '31:3', '31:16'] as const
