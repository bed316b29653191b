import { existsSync, statSync, statfsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { join } from 'node:path'
import { SECRET_FILE } from '../../lib/adapters/secret-file'
import { s3Trouble } from '../../lib/adapters/s3/s3-files'
import { smtpTrouble } from '../../lib/adapters/smtp-mailer'
import { systemClock } from '../../lib/adapters/system-clock'
import type { Database } from '../../lib/db/database'
import { makeStores } from '../../lib/db/make-stores'
import { countDeskNumbers, readDeskNumbers } from '../../lib/db/desk-numbers'
import { openDatabase } from '../../lib/db/open-database'
import { pendingMigrations } from '../../lib/db/pending-migrations'
import { recount } from '../../lib/db/recount'
import { type Env, readEnv } from '../../lib/env'
import { makeIds } from '../../lib/kernel/ids'
import { checkIndexes } from '../../lib/search/check-indexes'
import { proxyAdvice } from '../process/announce'
import { startTrouble } from '../process/start-trouble'
import type { Command } from './command'

/** What was looked at, and the sentence for what is wrong with it; null when nothing is. */
type Finding = readonly [what: string, problem: string | null]

const MEGABYTE = 1024 * 1024
const ROOM = 256 * MEGABYTE

const isPrivate = (path: string): boolean =>
  process.platform === 'win32' || (statSync(path).mode & 0o077) === 0

const dataFolder = ({ dataDir }: Env): Finding => {
  if (!existsSync(dataDir)) return ['Data folder', `${dataDir} does not exist yet: start the server once.`]
  return ['Data folder', isPrivate(dataDir) ? null : `Others can look into ${dataDir}: run chmod 700 on it.`]
}

const secret = ({ dataDir }: Env): Finding => {
  const path = join(dataDir, SECRET_FILE)
  if (!existsSync(path)) return ['Secret', `${path} does not exist yet: start the server once.`]
  return ['Secret', isPrivate(path) ? null : `Others can read ${path}: run chmod 600 on it.`]
}

const room = ({ dataDir }: Env): Finding => {
  if (!existsSync(dataDir)) return ['Disk space', null]
  const { bavail, bsize } = statfsSync(dataDir)
  const left = Math.floor((bavail * bsize) / MEGABYTE)
  return ['Disk space', bavail * bsize < ROOM ? `Only ${left} MB are left on the disk of ${dataDir}.` : null]
}

/** Rows told of at most; more of them say nothing more. */
const WRONG_MAX = 1_000

/** What the pages of a thread are read by, held against a count of everything. */
const numbers = async (open: Database): Promise<Finding> => {
  const wrong = await recount(open, WRONG_MAX)
  const [first] = wrong
  return [
    'Numbers of threads',
    first
      ? `${wrong.length} ${wrong.length === 1 ? 'row holds' : 'rows hold'} other numbers than counting gives, the first is ${first.of} ${first.id} (${JSON.stringify(first.stored)} instead of ${JSON.stringify(first.counted)}). No comment is lost, but a count or a page of a thread may be wrong. This is a fault in Stet: please report it.`
      : null,
  ]
}

/** What can be found, held against what should be: every piece and comment. */
const searchIndexes = async (open: Database): Promise<Finding> => {
  const ids = makeIds(systemClock)
  const wrong = await checkIndexes({ ...makeStores(open, systemClock, ids), clock: systemClock })
  const names = wrong.map(({ index, strays, missing }) => `${index}: ${missing} missing, ${strays} too many`)
  return [
    'Search',
    names.length > 0
      ? `The indexes differ from what should be found (${names.join('; ')}). Nothing hidden is shown by this. A running server catches up in a moment; otherwise run "npm run stet -- reindex".`
      : null,
  ]
}

/** What the tabs of the desk say, held against a count of everything. */
const deskNumbers = async (open: Database): Promise<Finding> => {
  const [stored, counted] = await Promise.all([readDeskNumbers(open), countDeskNumbers(open)])
  const isRight = JSON.stringify(stored) === JSON.stringify(counted)
  return [
    'Numbers of the desk',
    isRight
      ? null
      : `The desk says ${JSON.stringify(stored)}, counting gives ${JSON.stringify(counted)}. No comment is lost, but a tab says a wrong number. This is a fault in Stet: please report it.`,
  ]
}

const database = async (env: Env, root: string): Promise<readonly Finding[]> => {
  const { databaseUrl } = env
  const file = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null
  if (file !== null && !existsSync(file))
    return [['Database', `${file} does not exist yet: start the server once.`]]
  try {
    const open = await openDatabase(databaseUrl, { onFatal: () => undefined })
    try {
      const pending = await pendingMigrations(open, root)
      if (pending.length > 0) {
        return [['Database', `It is older than this version: run "npm run stet -- migrate".`]]
      }
      return [['Database', null], await numbers(open), await deskNumbers(open), await searchIndexes(open)]
    } finally {
      await open.close()
    }
  } catch (error) {
    return [['Database', startTrouble(error, env)?.message ?? String(error)]]
  }
}

const mail = async ({ mail }: Env): Promise<Finding> =>
  mail ? ['Mail', await smtpTrouble(mail)] : ['Mail: none is sent, SMTP_URL and MAIL_FROM are not set', null]

const pictures = async ({ s3 }: Env): Promise<Finding> =>
  s3
    ? [`Pictures: in bucket ${s3.bucket} at ${s3.endpoint}`, await s3Trouble(s3)]
    : ['Pictures: in the data folder', null]

const address = (env: Env): Finding => ['Address', proxyAdvice(env)]

export const doctorCommand: Command = {
  summary: 'look whether everything is as it should be; changes nothing',
  help: [
    'Usage: npm run stet -- doctor',
    '',
    'Looks at environment, data folder, secret, disk, database (counting every comment), search, mail server and where pictures are kept. Exit code 1',
    'when something is wrong.',
  ].join('\n'),
  run: async (args, { out, root }) => {
    parseArgs({ args: [...args], options: {} })
    const env = readEnv()
    const findings = [
      address(env),
      dataFolder(env),
      secret(env),
      room(env),
      ...(await database(env, root)),
      await mail(env),
      await pictures(env),
    ]
    for (const [what, problem] of findings)
      out(problem === null ? `ok       ${what}` : `problem  ${what}: ${problem}`)
    return findings.some(([, problem]) => problem !== null) ? 1 : 0
  },
}
