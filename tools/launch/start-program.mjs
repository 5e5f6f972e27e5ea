import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { root, tellingWaysOut } from './checkout.mjs'
import { endAs, run } from './child.mjs'
import { ensureInstalled } from './installation.mjs'
import { pinnedNode, withNodeFirst } from './pinned-node.mjs'

/**
 * Installs and builds what is not there yet, and runs the program on the pinned Node.
 * @param {readonly string[]} words
 */
export function startProgram(words) {
  return tellingWaysOut(async () => {
    await ensureInstalled(root)
    const node = pinnedNode(root)
    await ensureBuilt(root, node)
    const program = ['--enable-source-maps', join(root, 'dist', 'server', 'main.js'), 'start', ...words]
    endAs(await run(node, program, { cwd: root, env: withNodeFirst(node, process.env), isShown: true }))
  })
}
