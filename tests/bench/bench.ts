// `npm run bench [-- --json FILE]`: what Stet does in a second, beside what this machine could do at best.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../support/start-server'
import { measureApproving } from './approve-by-use-case'
import { measureHttp } from './http-lines'
import type { Measured } from './load'
import { openBenchHouse, seedPublication } from './publication'
import { rawDecide, rawInsert } from './raw-sql'
import { type Line, printTable, toJson } from './table'

const ROOT = join(import.meta.dirname, '../..')
const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** Resident memory of a process in MB; Linux only. */
const memory = (pid: number): number | null => {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? Math.round(Number(kilobytes) / 1_024) : null
  } catch {
    return null
  }
}

const { values } = parseArgs({
  options: { json: { type: 'string' }, seconds: { type: 'string', default: '4' } },
})
const seconds = Number(values.seconds)
const dataDir = mkdtempSync(join(tmpdir(), 'stet-bench-'))
try {
  say('Writing twelve pieces and 5,000 waiting comments…')
  const first = await openBenchHouse(dataDir, ROOT)
  const publication = await seedPublication(first)
  await first.database.close()

  say('Measuring the server…')
  const inserting = rawInsert(dataDir, seconds / 2)
  const from = performance.now()
  const server = await startServer({ dataDir })
  const startMs = performance.now() - from
  const http = await measureHttp(server.url, publication, seconds).finally(() => {
    say(
      `Memory of the server under load: ${memory(server.pid()) ?? '?'} MB; ready after ${Math.round(startMs)} ms.`,
    )
    return server.stop()
  })

  say('Measuring decisions…')
  const deciding = rawDecide(dataDir, seconds / 2)
  const second = await openBenchHouse(dataDir, ROOT)
  const approving = await measureApproving(second, publication)
  await second.database.close()

  const stores: Readonly<Partial<Record<string, Measured>>> = {
    'post a comment': inserting,
    'approve (plain form)': deciding,
  }
  const lines: readonly Line[] = [
    ...http.map(({ name, measured, bare }) => ({
      name,
      measured,
      yardsticks: { 'node:http': bare, 'raw SQL': stores[name] },
    })),
    { name: 'approve (use-case, one by one)', measured: approving, yardsticks: { 'raw SQL': deciding } },
  ]
  process.stdout.write(
    `\nNode ${process.versions.node}, ${availableParallelism()} processors, 16 connections\n\n${printTable(lines)}\n`,
  )
  if (values.json) writeFileSync(values.json, `${JSON.stringify(toJson(lines), null, 2)}\n`)
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
