import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cookieName } from '../../../lib/auth/cookies'
import { printSessionToken } from '../../../lib/auth/session-token'
import type { SignedIn } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { refusal, somebodyHere } from '../../support/people'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

const PROOF = { name: 'The Evening Pencil', password: 'the blue end and the red one' }
const PATH = '/settings/export.tar.gz'

let site: ServedPipeline
let owner: SignedIn
const cookieOf = async ({ sessionId }: { readonly sessionId: string }): Promise<string> =>
  `${cookieName('session', false)}=${await printSessionToken(site.ports.secrets, sessionId)}`
const fetched = async () => site.get(PATH, { cookie: await cookieOf(owner) })

/** What tar would unpack. */
const unpack = (archive: Buffer): ReadonlyMap<string, string> => {
  const files = new Map<string, string>()
  for (let at = 0; archive[at] !== 0;) {
    const field = (from: number, length: number): string =>
      archive
        .subarray(at + from, at + from + length)
        .toString('utf8')
        .replace(/\0.*$/s, '')
    const size = Number.parseInt(field(124, 12), 8)
    files.set(field(0, 100), archive.subarray(at + 512, at + 512 + size).toString('utf8'))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}

beforeEach(async () => {
  site = await servePipeline()
  owner = await theOwner(site.stet)
  return () => site.close()
})

describe('the export of everything', () => {
  it('holds drafts, pieces, comments of every kind and people, and says at its end that it is whole', async () => {
    const draft = await aPiece(site.stet, {
      title: 'A "quoted" draft',
      text: '# Rope\n\nHemp.',
      state: 'draft',
    })
    const piece = await aPiece(site.stet, { title: 'Out in the open', tags: 'Rope, Hemp' })
    await aComment(site.stet, { under: piece.slug, body: 'Still waiting.', name: 'Ann' })
    await must('ask', site.stet.transfer.askForExport(owner, PROOF))
    const answer = await fetched()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/gzip'])
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="stet-export-[\d-]+\.tar\.gz"$/,
    )
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const files = unpack(gunzipSync(Buffer.from(await answer.arrayBuffer())))
    const text = files.get(`pieces/${draft.slug}.md`) ?? ''
    expect(text).toContain('title: "A \\"quoted\\" draft"')
    expect(text).toMatch(/\n---\n\n#+ Rope\n\nHemp\.\n$/)
    expect(files.get(`pieces/${piece.slug}.md`)).toContain('tags: ["Rope","Hemp"]')
    expect(JSON.parse(files.get(`pieces/${piece.slug}.json`) ?? '{}')).toMatchObject({
      article: { slug: piece.slug },
    })
    expect(files.get('comments/1.jsonl')).toContain('Still waiting.')
    expect(files.get('people/1.jsonl')).toContain('Olive Owner')
    expect(JSON.parse([...files].at(-1)?.[1] ?? '{}')).toMatchObject({
      ...{ format: 1, pieces: 2, comments: 1, people: 1, pictures: 0, missingPictures: [] },
    })
    const all = JSON.stringify([...files])
    for (const secret of ['passwordHash', 'keyHash', 'addressKey', 'plain:'])
      expect(all).not.toContain(secret)
  })

  it('is in the log each time it is sent, whatever the session was confirmed for, and before anything of it', async () => {
    const logged = () =>
      site.ports.tables.audit.filter(({ action }) => /export/.test(action)).map(({ action }) => action)
    await must('close', site.stet.accounts.closeConversation(owner, { ...PROOF, closed: 'yes' }))
    expect((await fetched()).status).toBe(200)
    expect(logged()).toEqual(['export.everything'])
    await must('ask', site.stet.transfer.askForExport(owner, PROOF))
    await (await fetched()).arrayBuffer()
    expect(logged()).toEqual(['export.everything', 'ask.export', 'export.everything'])
    expect(site.ports.tables.audit.at(-1)).toMatchObject({ actor: { userId: owner.userId } })
    site.ports.exportStore.note = async () => {
      throw new Error('The log is full.')
    }
    const unlogged = fetched().then(async (answer) => answer.arrayBuffer())
    await expect(unlogged).rejects.toThrow()
  })

  it('closes a picture whose turn is over before it was read', async () => {
    const name = 'a'.repeat(26)
    const audit = { actor: owner, action: 'add.media', subject: `media:${name}`, detail: {} }
    const words = { alt: 'A ferry', caption: '', credit: '', focus: '' }
    const facts = { width: 1600, height: 900, colour: '#336699', widths: [1600], fileName: 'a.jpg', bytes: 9 }
    const media = { name, ...words, ...facts, uploadedById: owner.userId, createdAt: 1 }
    await site.ports.mediaStore.insert(media, audit)
    const close = vi.fn(async () => {})
    const read = vi.fn(async () => Readable.from(['x']))
    site.ports.mediaFiles.open = async () => ({ size: 1, read, close })
    for (const isRead of [false, true]) {
      close.mockClear()
      for await (const file of site.stet.transfer.export(owner)) {
        if (file.path !== `media/${name}.jpg`) continue
        if (isRead) await file.read()
        break
      }
      expect(close).toHaveBeenCalledTimes(isRead ? 0 : 1)
    }
  })

  it('is nobody’s but the owner’s, who has just said who they are', async () => {
    expect((await site.get(PATH, { accept: 'text/html' })).headers.get('location')).toBe(
      '/login?next=%2Fsettings%2Fdanger',
    )
    for (const role of ['editor', 'member'] as const) {
      const cookie = await cookieOf(await somebodyHere(site.ports, role))
      expect((await site.get(PATH, { cookie })).status).toBe(403)
    }
    expect((await fetched()).status).toBe(409)
    expect(refusal(await site.stet.transfer.askForExport(owner, { ...PROOF, password: 'wrong' })).code).toBe(
      'invalid',
    )
    await must('ask', site.stet.transfer.askForExport(owner, PROOF))
    expect((await fetched()).status).toBe(200)
    site.ports.clock.advance(11 * MINUTE)
    expect((await fetched()).status).toBe(409)
  })

  it('breaks off where something fails, and is never taken for the whole', async () => {
    await aPiece(site.stet, { title: 'One' })
    await must('ask', site.stet.transfer.askForExport(owner, PROOF))
    site.ports.exportStore.comments = async () => {
      throw new Error('The disk is gone.')
    }
    const whole = fetched().then(async (answer) => gunzipSync(Buffer.from(await answer.arrayBuffer())))
    await expect(whole).rejects.toThrow()
    expect(site.reports).toHaveLength(1)
  })
})
