/**
 * Says what is being done when it has taken a second, and again every fifteen seconds, so that nobody wonders.
 * @template Result
 * @param {string} step
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function whileSaying(step, work) {
  const start = performance.now()
  const seconds = () => Math.round((performance.now() - start) / 1000)
  let again
  const first = setTimeout(() => {
    console.log(`${step} …`)
    again = setInterval(() => console.log(`${step} … ${seconds()} s`), 15_000)
  }, 1000)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(again)
  }
}
