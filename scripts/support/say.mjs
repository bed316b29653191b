/** Progress goes to standard error, so that the output of a command can be piped. */
export const say = (text) => process.stderr.write(`${text}\n`)

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/**
 * Says what is being done, repeats it while it takes long, and says how it ended (a `code` other than 0 is a failure).
 *
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const saying = async (text, work) => {
  const from = performance.now()
  say(`${text}…`)
  const still = setInterval(() => say(`  still working on it (${seconds(from)})`), 20_000)
  try {
    const result = await work()
    say(`  ${result?.code ? 'failed' : 'done'} after ${seconds(from)}`)
    return result
  } finally {
    clearInterval(still)
  }
}

/** A refusal in plain words: no stack, the output of what failed, the way out. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {{ output?: string, code?: number }} [facts]
   */
  constructor(message, { output = '', code = 1 } = {}) {
    super(message)
    this.output = output
    this.code = code
  }
}

const SHOWN_LINES = 30

/** Causes stand at the beginning of an output or at its end. */
const bothEnds = (output) => {
  const lines = output.trimEnd().split('\n')
  return lines.length <= 2 * SHOWN_LINES
    ? lines.join('\n')
    : [...lines.slice(0, SHOWN_LINES), '  […]', ...lines.slice(-SHOWN_LINES)].join('\n')
}

/** Runs a script's main function; a Refusal becomes its sentence and its exit code. */
export const main = async (work) => {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.output) say(bothEnds(error.output))
    say(error.message)
    process.exitCode = error.code
  }
}
