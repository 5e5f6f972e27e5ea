import words from './words.json' with { type: 'json' }

/** Words that stand in every text, and say nothing of what it is about. */
export const stopWords: ReadonlySet<string> = new Set(words.stopWords.split(' '))
