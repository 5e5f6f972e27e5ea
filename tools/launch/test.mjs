// `npm test`. Read by every Node there is, so only syntax of ES2019 here; the rest is loaded when Node is new enough.
import { refusalOf } from './node-version.mjs'

const refusal = refusalOf(process.versions.node)
if (refusal) {
  console.error(refusal)
  process.exitCode = 1
} else {
  import('./run-tests.mjs')
    .then((launch) => launch.runTests(process.argv.slice(2)))
    .catch((error) => {
      console.error(error)
      process.exitCode = 1
    })
}
