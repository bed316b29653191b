import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from '../../../lib/env'
import { EnvError } from '../../../lib/env-error'

const problems = (source: Record<string, string>): readonly string[] => {
  try {
    readEnv(source)
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.problems
    throw error
  }
}

describe('environment', () => {
  it('needs nothing', () => {
    expect(readEnv({})).toEqual({
      mode: 'production',
      port: 3000,
      host: '127.0.0.1',
      publicOrigin: 'http://localhost:3000',
      https: false,
      dataDir: resolve('data'),
      databaseUrl: `file:${resolve('data/stet.db')}`,
      trustedProxyCount: 0,
      pressBytes: 64 * 1024 * 1024,
      sharedCacheSeconds: 5,
      rateLimits: true,
      mail: null,
      outboundAllow: [],
      s3: null,
    })
  })

  it('takes an empty variable for an absent one', () => {
    expect(readEnv({ PORT: '', PUBLIC_URL: ' ' })).toMatchObject({
      port: 3000,
      publicOrigin: 'http://localhost:3000',
    })
  })

  it('follows the port in the default address and the data folder in the default database', () => {
    expect(readEnv({ PORT: '4000', DATA_DIR: '/srv/stet' })).toMatchObject({
      publicOrigin: 'http://localhost:4000',
      databaseUrl: 'file:/srv/stet/stet.db',
    })
  })

  it('reads a public address without its trailing slash', () => {
    expect(readEnv({ PUBLIC_URL: 'https://news.example.org/' })).toMatchObject({
      publicOrigin: 'https://news.example.org',
      https: true,
    })
  })

  it('switches to PostgreSQL by its address', () => {
    const url = 'postgresql://stet@db.example.org/stet'
    expect(readEnv({ DATABASE_URL: url }).databaseUrl).toBe(url)
    expect(readEnv({ DATABASE_URL: 'file:other.db' }).databaseUrl).toBe(`file:${resolve('other.db')}`)
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['HOST', 'here there'],
    ['PUBLIC_URL', 'news.example.org'],
    ['PUBLIC_URL', 'ftp://news.example.org'],
    ['PUBLIC_URL', 'https://news.example.org/blog'],
    ['PUBLIC_URL', 'https://news.example.org/?a=1'],
    ['PUBLIC_URL', 'https://me:secret@news.example.org'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'stet.db'],
    ['DATABASE_URL', 'postgresql://nora:pa#ss@db.example/news'],
    ['TRUSTED_PROXY_COUNT', '11'],
    ['TRUSTED_PROXY_COUNT', 'one'],
    ['PRESS', 'yes'],
    ['RATE_LIMITS', 'false'],
    ['NODE_ENV', 'staging'],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['SMTP_URL', 'smtp://mail.example.org/path'],
    ['SMTP_URL', 'smtp://mail.example.org?proxy=http://evil.example'],
    ['SMTP_URL', 'smtp://alone@mail.example.org'],
    ['SMTP_URL', 'smtp://me:100%@mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'a@b.test, c@evil.test'],
    ['MAIL_FROM', 'News <a@b.test>c@evil.test'],
    ['MAIL_FROM', 'Ne"ws <a@b.test>'],
    ['MAIL_FROM', 'News\nBcc: x@evil.test <a@b.test>'],
    ['OUTBOUND_ALLOW', 'checker.internal'],
    ['AKISMET_URL', 'checker.internal'],
    ['AKISMET_URL', 'file:///etc/passwd'],
    ['INDEXNOW_URL', 'www.bing.com/indexnow'],
    ['OUTBOUND_ALLOW', 'http://127.0.0.1:8080'],
    ['OUTBOUND_ALLOW', '127.0.0.1:8080,*'],
  ])('names %s and the remedy for %j', (name, value) => {
    const found = problems({ [name]: value })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(name)
  })

  it('takes private places as addresses spell them', () => {
    expect(readEnv({ OUTBOUND_ALLOW: 'Checker.internal:443, [::1]:8080' }).outboundAllow).toEqual([
      'checker.internal:443',
      '[::1]:8080',
    ])
  })

  it('tells all problems at once', () => {
    expect(problems({ PORT: 'x', PRESS: 'maybe', PUBLIC_URL: '/' })).toHaveLength(3)
  })

  it('lets limits be switched off on loopback only', () => {
    expect(readEnv({ RATE_LIMITS: 'off' }).rateLimits).toBe(false)
    expect(readEnv({ RATE_LIMITS: 'off', HOST: '::1' }).rateLimits).toBe(false)
    expect(problems({ RATE_LIMITS: 'off', HOST: '0.0.0.0' })[0]).toMatch(/RATE_LIMITS.*HOST is 0\.0\.0\.0/)
  })

  const SMTP_URL = 'smtps://me:p%40ss@mail.example.org'

  it('sends mail when both the server and the sender are named', () => {
    expect(readEnv({ SMTP_URL, MAIL_FROM: 'The News <news@example.org>' }).mail).toEqual({
      smtpUrl: SMTP_URL,
      from: { name: 'The News', address: 'news@example.org' },
    })
    expect(readEnv({ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'news@example.org' }).mail).toMatchObject({
      from: { name: '', address: 'news@example.org' },
    })
  })

  it('says which of the two is missing', () => {
    expect(problems({ SMTP_URL })).toEqual([expect.stringContaining('MAIL_FROM is not')])
    expect(problems({ MAIL_FROM: 'news@example.org' })).toEqual([expect.stringContaining('SMTP_URL is not')])
  })

  it('never repeats the address of the mail server, which may hold a password', () => {
    const all = [problems({ SMTP_URL }), problems({ SMTP_URL: `${SMTP_URL}/x`, MAIL_FROM: 'x' })].flat()
    expect(all).toHaveLength(3)
    expect(all.join()).not.toMatch(/p%40ss|p@ss|mail\.example\.org/)
  })

  it('keeps pictures in a store elsewhere when all four facts of it are given', () => {
    const four = {
      MEDIA_S3_ENDPOINT: 'https://s3.example.org',
      MEDIA_S3_BUCKET: 'pictures',
      MEDIA_S3_KEY_ID: 'AKID',
      MEDIA_S3_SECRET: 'hush',
    }
    expect(readEnv(four).s3).toEqual({
      ...{ endpoint: 'https://s3.example.org', bucket: 'pictures', region: 'us-east-1', pathStyle: true },
      ...{ accessKeyId: 'AKID', secretAccessKey: 'hush' },
    })
    const others = { MEDIA_S3_REGION: 'auto', MEDIA_S3_PATH_STYLE: 'off' }
    expect(readEnv({ ...four, ...others }).s3).toMatchObject({ region: 'auto', pathStyle: false })
    expect(problems({ ...four, MEDIA_S3_SECRET: '' })).toEqual([expect.stringContaining('MEDIA_S3_SECRET')])
    expect(problems({ ...four, MEDIA_S3_SECRET: 'two words' }).join()).not.toContain('two words')
    for (const wrong of ['s3.example.org', 'ftp://s3.example.org', 'https://s3.example.org/bucket'])
      expect(problems({ ...four, MEDIA_S3_ENDPOINT: wrong })).toHaveLength(1)
    expect(problems({ ...four, MEDIA_S3_BUCKET: 'Pictures!' })).toHaveLength(1)
  })
})
