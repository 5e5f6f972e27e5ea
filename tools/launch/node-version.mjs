// This file is read by every Node there is, to say that it is too old: only syntax of ES2019 here.

/** The oldest Node that can install and launch the program. The program itself runs on the one that is pinned. */
const oldestNode = 20

/**
 * What to tell somebody whose Node is too old.
 * @param {string} version such as `20.11.1`
 * @returns {string | undefined} nothing, when it is new enough
 */
export function refusalOf(version) {
  if (Number.parseInt(version, 10) >= oldestNode) return undefined
  return [
    `Samsyn needs Node ${oldestNode} or newer to start; this is Node ${version}.`,
    'Install a current one from https://nodejs.org (or with your package manager) and run the command again.',
  ].join('\n')
}
