// `npm run bench [-- --only speed,thread] [--line post] [--json FILE] [--csv FILE] [--compare URL]`: what Stet costs, each line beside a yardstick of the same run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { counters } from './parts/counters'
import { desk } from './parts/desk'
import { learnerPart } from './parts/learner'
import { live } from './parts/live'
import { screening } from './parts/screening'
import { media } from './parts/media'
import { memory } from './parts/memory'
import { page } from './parts/page'
import type { Part, PartResult } from './parts/part'
import { render } from './parts/render'
import { search } from './parts/search'
import { speed } from './parts/speed'
import { studio } from './parts/studio'
import { thread } from './parts/thread'

const ROOT = join(import.meta.dirname, '../..')
const PARTS: Readonly<Record<string, Part>> = {
  desk,
  speed,
  thread,
  live,
  counters,
  search,
  screening,
  learner: learnerPart,
  media,
  page,
  render,
  memory,
  studio,
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const runPart = async (part: Part, seconds: number): Promise<PartResult> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  try {
    const { csv, compare = null, line } = values
    return await part({ root: ROOT, dataDir, seconds, line, csv, compare, say })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const { values } = parseArgs({
  options: {
    csv: { type: 'string' },
    /** A page of another product. */
    compare: { type: 'string' },
    json: { type: 'string' },
    /** Only lines of the part "speed" whose name holds this. */
    line: { type: 'string', default: '' },
    only: { type: 'string', default: Object.keys(PARTS).join(',') },
    seconds: { type: 'string', default: '4' },
  },
})
const chosen = values.only.split(',').map((name) => {
  const part = PARTS[name]
  if (!part) throw new Error(`There is no part "${name}": ${Object.keys(PARTS).join(', ')}.`)
  return [name, part] as const
})

process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} processors, 16 connections\n`)
const results: Record<string, unknown> = {}
for (const [name, part] of chosen) {
  const { text, json, wrong } = await runPart(part, Number(values.seconds))
  process.stdout.write(`\n${name}\n\n${text}\n`)
  results[name] = json
  if (wrong) process.exitCode = 1
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
