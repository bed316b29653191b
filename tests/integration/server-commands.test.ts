import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aPiece } from '../support/builders/a-piece'
import { runCommand } from '../../server/commands/run-command'
import { mailSink } from '../support/mail-sink'
import { s3Store } from '../support/s3-store'
import { openHouse } from '../../server/process/open-house'

const ROOT = join(import.meta.dirname, '../..')

let dataDir = ''
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'stet-cli-')), 'data')
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubEnv('DATABASE_URL', '')
  vi.stubEnv('NODE_ENV', 'test')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(join(dataDir, '..'), { recursive: true })
})

const call = async (
  args: readonly string[],
  input = '',
): Promise<{ code: number; out: string; err: string }> => {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCommand(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    readInput: async () => input,
    root: ROOT,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const WRITER = ['create-user', '--email', 'w@pencil.example', '--name', 'Wanda Writer', '--role', 'writer']

/** Whether these words open the account. */
const opens = async (email: string, password: string): Promise<boolean> => {
  const env = { dataDir, databaseUrl: `file:${join(dataDir, 'stet.db')}`, rateLimits: false }
  const { stet, database } = await openHouse(env, (error) => {
    throw error
  })
  const client = { addressBlock: '198.51.100.1', userAgent: '', requestId: '' }
  const signedIn = await stet.accounts.signIn({ email, password }, client)
  await database.close()
  return signedIn.ok
}

describe('the command line', () => {
  it('says what it can do', async () => {
    const help = await call(['--help'])
    expect(help.code).toBe(0)
    for (const name of ['backup', 'create-user', 'doctor', 'migrate', 'reset-second-step']) {
      expect(help.out).toContain(name)
      const own = await call([name, '--help'])
      expect(own).toMatchObject({ code: 0, err: '' })
      expect(own.out).toContain(`Usage: npm run stet -- ${name}`)
    }
    expect(await call([])).toMatchObject({ code: 64 })
  })

  it.each([
    [['frobnicate'], /no command "frobnicate"/],
    [['create-user'], /Missing: --email, --name, --role/],
    [['create-user', '--colour', 'blue'], /--colour/],
    [['create-user', '--email'], /--email/],
    [['reset-second-step'], /--email/],
    [['migrate', 'now'], /now/],
    [[...WRITER.slice(0, -1), 'king'], /--role must be one of: owner, editor/],
    [[...WRITER, '--password-stdin'], /no password/],
  ])('answers %j with words and exit code 64, and touches nothing', async (args, words) => {
    const { code, err } = await call(args)
    expect(code).toBe(64)
    expect(err).toMatch(words)
    expect(() => statSync(dataDir)).toThrow()
  })

  it('names the variable that is wrong', async () => {
    vi.stubEnv('DATABASE_URL', 'mysql://x')
    const { code, err } = await call(['migrate'])
    expect(code).toBe(78)
    expect(err).toContain('DATABASE_URL')
  })

  it('makes the database, once', async () => {
    const first = await call(['migrate'])
    expect(first.code).toBe(0)
    expect(first.out).toMatch(/^Applied: /m)
    expect((await call(['migrate'])).out).toBe('The database is up to date.')
  })

  it('adds an account with a given password, which is neither printed nor logged', async () => {
    const { code, out, err } = await call([...WRITER, '--password-stdin'], 'a password of many words\n')
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'Created writer Wanda Writer <w@pencil.example>.',
      err: '',
    })
    expect(await opens('w@pencil.example', 'a password of many words')).toBe(true)
  })

  it('lets in who has lost the app and the recovery codes, and tells who never had any', async () => {
    await call([...WRITER, '--password-stdin'], 'a password of many words\n')
    const database = new Database(join(dataDir, 'stet.db'))
    database.exec(`INSERT INTO "second_step" ("userId", "sealed", "createdAt", "confirmedAt")
      SELECT "id", 'x', 1, 1 FROM "user"`)
    database.close()
    expect(await opens('w@pencil.example', 'a password of many words')).toBe(false)
    const reset = (email: string) => call(['reset-second-step', '--email', email])
    expect(await reset('W@pencil.example')).toEqual({
      ...{ code: 0, err: '', out: 'Wanda Writer signs in with the password alone.' },
    })
    expect(await opens('w@pencil.example', 'a password of many words')).toBe(true)
    expect(await reset('w@pencil.example')).toMatchObject({ code: 1, err: 'They sign in without codes.' })
    expect(await reset('nobody@pencil.example')).toMatchObject({ code: 1 })
  })

  it('makes a password when none is given, and shows it once', async () => {
    const { out } = await call(WRITER)
    const password = /Password \(shown once\): (\S{20})$/.exec(out)?.[1] ?? ''
    expect(await opens('w@pencil.example', password)).toBe(true)
  })

  it('prints no control character of what it was given, and says what is too long', async () => {
    const odd = WRITER.map((word) => word.replace('Wanda', 'Wan\u001b[31mda\nCreated owner'))
    expect((await call(odd)).out.split('\n')[0]).toBe(
      'Created writer Wan[31mda Created owner Writer <w@pencil.example>.',
    )
    const long = await call(WRITER.map((word) => word.replace('Wanda', 'W'.repeat(2_001))))
    expect(long.code).toBe(64)
    expect(long.err).toContain('too long')
  })

  it('says why an account was not added', async () => {
    await call(WRITER)
    const twice = await call(WRITER.map((word) => word.replace('Wanda', 'Walter')))
    expect(twice.code).toBe(1)
    expect(twice.err).toMatch(/already an account/)
    const short = await call(
      [...WRITER.map((word) => word.replace('w@', 'v@').replace('Wanda', 'Vera')), '--password-stdin'],
      'abc\n',
    )
    expect(short.code).toBe(1)
    expect(short.err).toMatch(/password/i)
  })

  it('looks after the health of an installation without changing it', async () => {
    const before = await call(['doctor'])
    expect(before.code).toBe(1)
    expect(before.out).toMatch(/problem {2}Data folder: .*does not exist yet/)
    expect(() => statSync(dataDir)).toThrow()

    await call(WRITER)
    expect(await call(['doctor'])).toMatchObject({ code: 0 })
    const files = readdirSync(dataDir).sort()

    chmodSync(join(dataDir, 'secret.key'), 0o644)
    const open = await call(['doctor'])
    expect(open.code).toBe(1)
    expect(open.out).toMatch(/problem {2}Secret: .*chmod 600/)
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o644)
    expect(readdirSync(dataDir).sort()).toEqual(files)
  })

  it('says which stored number is not what counting gives', async () => {
    await call(['migrate'])
    expect((await call(['doctor'])).out).toMatch(/ok {7}Numbers of threads/)
    const env = { dataDir, databaseUrl: `file:${join(dataDir, 'stet.db')}`, rateLimits: false }
    const { stet, database } = await openHouse(env, (error) => {
      throw error
    })
    const { articleId } = await aPiece(stet)
    await database.prisma.thread.create({ data: { articleId, comments: 3 } })
    await database.close()
    const { code, out } = await call(['doctor'])
    expect(code).toBe(1)
    expect(out).toMatch(
      new RegExp(`problem {2}Numbers of threads: 1 row .*thread ${articleId} .*"comments":3.*"comments":0`),
    )
  })

  it('sees what the search indexes lack, and makes them anew', async () => {
    await call(['migrate'])
    const env = { dataDir, databaseUrl: `file:${join(dataDir, 'stet.db')}`, rateLimits: false }
    const house = () =>
      openHouse(env, (error) => {
        throw error
      })
    const written = await house()
    await aPiece(written.stet, { title: 'A lantern on the quay' })
    await written.database.close()
    const found = async (): Promise<number> => {
      const { stet, database } = await house()
      const asked = { typed: 'lanterns', kind: 'articles', page: 1 } as const
      const answer = await stet.search.public('192.0.2.1', asked)
      await database.close()
      return answer.ok ? (answer.value.totals?.articles ?? 0) : -1
    }
    const before = await call(['doctor'])
    expect(before.code).toBe(1)
    expect(before.out).toMatch(/problem {2}Search: .*pieces: 1 missing, 0 too many.*reindex/)
    expect(await found()).toBe(0)
    expect(await call(['reindex'])).toMatchObject({ code: 0 })
    expect(await found()).toBe(1)
    expect((await call(['doctor'])).out).toMatch(/ok {7}Search/)
    expect(await call(['reindex', 'now'])).toMatchObject({ code: 64 })
  })

  it('backs up what a publication needs, and overwrites nothing', async () => {
    const early = await call(['backup'])
    expect(early).toMatchObject({ code: 78, out: '' })
    expect(early.err).toMatch(/does not exist yet/)

    await call([...WRITER, '--password-stdin'], 'a password of many words\n')
    const [kept, pictures] = [join(dataDir, '..', 'kept'), join(dataDir, 'media', 'ab')]
    mkdirSync(pictures, { recursive: true })
    writeFileSync(join(pictures, 'ab12-320.jpg'), 'a picture')
    writeFileSync(join(pictures, 'ab34-320.jpg.part'), 'half of one')
    const words = `Backup: ${kept}\nFiles of pictures: 1`
    expect(await call(['backup', '--to', kept])).toMatchObject({ code: 0, out: words })
    expect(readdirSync(join(kept, 'media', 'ab'))).toEqual(['ab12-320.jpg'])
    for (const file of ['stet.db', 'secret.key']) {
      expect(statSync(join(kept, file)).mode & 0o777, file).toBe(0o600)
    }
    expect((await call(['backup', '--to', kept])).err).toMatch(/exists already/)
    expect((await call(['backup'])).out).toContain(join(dataDir, 'backups'))

    // Never over a publication, and not from what is no backup.
    const over = await call(['restore', kept])
    expect(over).toMatchObject({ code: 78, err: expect.stringContaining('exists already') })
    dataDir = join(dataDir, '..', 'elsewhere')
    vi.stubEnv('DATA_DIR', dataDir)
    expect(await call(['restore'])).toMatchObject({ code: 64 })
    const none = await call(['restore', join(kept, 'media')])
    expect(none).toMatchObject({ code: 78, err: expect.stringContaining('this is no backup') })
    expect(existsSync(dataDir)).toBe(false)

    // Nor beside what a crashed server left: SQLite would write the old rows over the restored ones.
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'stet.db-wal'), 'rows of another publication')
    const beside = await call(['restore', kept])
    expect(beside).toMatchObject({ code: 78, err: expect.stringContaining('stet.db-wal exists already') })
    expect(existsSync(join(dataDir, 'secret.key'))).toBe(false)
    rmSync(dataDir, { recursive: true })

    // Restored: a publication that knows its people and has its pictures.
    const restored = `Restored: ${dataDir}\nFiles of pictures: 1`
    expect(await call(['restore', kept])).toMatchObject({ code: 0, out: restored })
    expect(readFileSync(join(dataDir, 'media', 'ab', 'ab12-320.jpg'), 'utf8')).toBe('a picture')
    expect(await opens('w@pencil.example', 'a password of many words')).toBe(true)
  })

  it('leaves PostgreSQL to its own tools', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
    expect(await call(['backup'])).toMatchObject({ code: 78, err: expect.stringContaining('pg_dump') })
  })

  it('notices a proxy that nobody told it of', async () => {
    await call(['migrate'])
    vi.stubEnv('PUBLIC_URL', 'https://news.example.org')
    expect((await call(['doctor'])).out).toMatch(/problem {2}Address: .*TRUSTED_PROXY_COUNT/)
  })

  it('asks the store of pictures, and says what it answers, without the secret', async () => {
    await call(['migrate'])
    expect((await call(['doctor'])).out).toMatch(/ok {7}Pictures: in the data folder/)
    const store = await s3Store()
    const { endpoint, bucket, region, accessKeyId, secretAccessKey } = store.settings
    vi.stubEnv('MEDIA_S3_ENDPOINT', endpoint)
    vi.stubEnv('MEDIA_S3_BUCKET', bucket)
    vi.stubEnv('MEDIA_S3_REGION', region)
    vi.stubEnv('MEDIA_S3_KEY_ID', accessKeyId)
    vi.stubEnv('MEDIA_S3_SECRET', secretAccessKey)
    expect((await call(['doctor'])).out).toMatch(/ok {7}Pictures: in bucket stet-pictures/)
    vi.stubEnv('MEDIA_S3_SECRET', 'hush-hush')
    const refused = await call(['doctor'])
    expect(refused).toMatchObject({ code: 1, out: expect.stringMatching(/problem {2}Pictures: .*keys/) })
    expect(refused.out).not.toContain('hush')
    await store.close()
  })

  it('says whether mail is sent, and what the mail server says, without its password', async () => {
    await call(['migrate'])
    expect((await call(['doctor'])).out).toMatch(/ok {7}Mail: none is sent/)
    const sink = await mailSink()
    vi.stubEnv('MAIL_FROM', 'news@example.org')
    vi.stubEnv('SMTP_URL', sink.url)
    expect((await call(['doctor'])).out).toMatch(/ok {7}Mail$/m)
    vi.stubEnv('SMTP_URL', `smtp://me:hush-hush@127.0.0.1:${sink.port}`)
    const refused = await call(['doctor'])
    expect(refused).toMatchObject({ code: 1, out: expect.stringMatching(/problem {2}Mail: .*127\.0\.0\.1/) })
    expect(refused.out).not.toContain('hush')
    await sink.close()
    expect((await call(['doctor'])).out).toMatch(/problem {2}Mail: /)
    vi.stubEnv('MAIL_FROM', '')
    expect(await call(['doctor'])).toMatchObject({ code: 78, err: expect.stringContaining('MAIL_FROM') })
  })
})
