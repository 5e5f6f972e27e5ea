import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Something the person at the terminal can put right: its message is all they need to see. */
export class WayOut extends Error {}

/**
 * Runs a command of ours and turns a way out into a sentence and an exit code.
 * @param {() => Promise<void>} work
 */
export async function tellingWaysOut(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof WayOut)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
