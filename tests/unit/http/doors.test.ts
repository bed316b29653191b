import { isValidElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { defineAction } from '../../../lib/http/define-action'
import { IDLE } from '../../../lib/http/form-state'
import { openPage } from '../../../lib/http/open-page'
import type { Role } from '../../../lib/kernel/actor'
import { fail, ok } from '../../../lib/kernel/result'
import { StorageFull } from '../../../lib/kernel/storage-full'
import { aUser } from '../../support/builders/a-user'
import { must } from '../../support/builders/must'
import { type DoorStage, ORIGIN, doorStage, signedInAs } from './door-stage'

/** Next's side of a request, as far as the doors look at it. */
const next = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => next.headers }))
vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.mock('next/server', () => ({ connection: async () => undefined }))
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirect to ${path}`)
  },
}))

let stage: DoorStage
beforeEach(() => {
  stage = doorStage()
  next.headers = new Headers({
    origin: ORIGIN,
    'x-stet-path': '/desk?tab=spam',
    'x-stet-address': '198.51.100.7',
  })
})

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

describe('defineAction', () => {
  const run = vi.fn(async ({ input }: { input: { title: string; version: number } }) =>
    input.title === 'taken' ? fail('conflict', 'Somebody was faster.') : ok(input.version + 1),
  )
  const input = z.strictObject({
    title: z.string().min(1, 'Give it a title.'),
    version: z.coerce.number().int(),
  })
  const action = defineAction({ input, run })
  const post = (fields: Record<string, string>) => stage.rendered(() => action(IDLE, form(fields)))
  afterEach(() => run.mockClear())

  it('parses, runs as whoever asks and gives the value back', async () => {
    next.headers.set('cookie', await signedInAs(stage, 'editor'))
    const state = await post({ $ACTION_KEY: 'k', '$ACTION_1:0': '{}', title: 'Ropes', version: '3' })
    expect(state).toEqual({ kind: 'done', value: 4 })
    expect(stage.status).toBe(200)
    expect(run.mock.calls[0]?.[0]).toMatchObject({
      actor: { kind: 'user', role: 'editor' },
      client: { addressBlock: '198.51.100.7' },
      input: { title: 'Ropes', version: 3 },
    })
  })

  it('says what is wrong with which field, with 422 and what was typed', async () => {
    const state = await post({ title: '', version: '3' })
    expect(stage.status).toBe(422)
    expect(state).toEqual({
      kind: 'refused',
      error: { code: 'invalid', message: expect.any(String), fields: { title: 'Give it a title.' } },
      values: { title: '', version: '3' },
    })
    expect(run).not.toHaveBeenCalled()
  })

  it('carries the use-case’s refusal with its status', async () => {
    expect(await post({ title: 'taken', version: '3' })).toMatchObject({ error: { code: 'conflict' } })
    expect(stage.status).toBe(409)
  })

  it.each([
    ['an unknown field', { title: 'a', version: '1', role: 'owner' }],
    ['a version that is none', { title: 'a', version: '1x' }],
    ['a missing field', { title: 'a' }],
  ])('refuses %s', async (_, fields) => {
    expect(await post(fields as Record<string, string>)).toMatchObject({ kind: 'refused' })
    expect(stage.status).toBe(422)
    expect(run).not.toHaveBeenCalled()
  })

  it('refuses a field sent twice, and a file', async () => {
    const twice = form({ title: 'a', version: '1' })
    twice.append('title', 'b')
    expect(await stage.rendered(() => action(IDLE, twice))).toMatchObject({ kind: 'refused' })
    const file = form({ version: '1' })
    file.append('title', new Blob(['x']), 'x.txt')
    expect(await stage.rendered(() => action(IDLE, file))).toMatchObject({ kind: 'refused' })
    expect(run).not.toHaveBeenCalled()
  })

  it('adds the text of a file to the field it belongs to, where that is said, and nothing of an empty one', async () => {
    const reading = defineAction({ input, run, textFiles: { upload: 'title' } })
    const sent = (text: string) => {
      const fields = form({ title: 'typed', version: '1' })
      fields.append('upload', new Blob([text]), 'words.txt')
      return stage.rendered(() => reading(IDLE, fields))
    }
    await sent('from a file\n')
    expect(run.mock.calls[0]?.[0]).toMatchObject({ input: { title: 'typed\nfrom a file\n' } })
    await sent('')
    expect(run.mock.calls[1]?.[0]).toMatchObject({ input: { title: 'typed' } })
    const other = form({ title: 'typed', version: '1' })
    other.append('another', new Blob(['x']), 'x.txt')
    expect(await stage.rendered(() => reading(IDLE, other))).toMatchObject({ kind: 'refused' })
  })

  it.each([null, 5, 'title', [['title', 'a']], new Map([['title', 'a']]), { title: 'a', version: '1' }])(
    'refuses a call forged with %j in place of a form',
    async (forged: unknown) => {
      const call = action as (previous: unknown, form: unknown) => Promise<unknown>
      expect(await stage.rendered(() => call(IDLE, forged))).toMatchObject({ error: { code: 'invalid' } })
      expect(stage.status).toBe(422)
      expect(run).not.toHaveBeenCalled()
    },
  )

  it.each<Record<string, string>>([{}, { origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }])(
    'does nothing for a form of another site (%j)',
    async (headers) => {
      next.headers = new Headers(headers)
      expect(await post({ title: 'a', version: '1' })).toMatchObject({ error: { code: 'forbidden' } })
      expect(stage.status).toBe(403)
      expect(run).not.toHaveBeenCalled()
    },
  )

  it('never gives a password back', async () => {
    const signIn = defineAction({
      input: z.strictObject({ email: z.string(), password: z.string() }),
      run: async () => fail('unauthenticated', 'No.'),
    })
    const state = await stage.rendered(() =>
      signIn(IDLE, form({ email: 'a@b.example', password: 'hunter2' })),
    )
    expect(state).toMatchObject({ values: { email: 'a@b.example' } })
    expect(JSON.stringify(state)).not.toContain('hunter2')
    expect(stage.status).toBe(401)
  })

  it('leads on after success where it is told to', async () => {
    const going = defineAction({ input, run, goTo: (version) => `/studio/x?saved=${version}` })
    await expect(stage.rendered(() => going(IDLE, form({ title: 'a', version: '1' })))).rejects.toThrow(
      'redirect to /studio/x?saved=2',
    )
  })

  it('says that the disk is full with 507, and lets every other error through', async () => {
    const full = defineAction({
      input,
      run: () => Promise.reject(new Error('x', { cause: new StorageFull('y') })),
    })
    expect(await stage.rendered(() => full(IDLE, form({ title: 'a', version: '1' })))).toMatchObject({
      error: { code: 'storage-full' },
      values: { title: 'a' },
    })
    expect(stage.status).toBe(507)
    const broken = defineAction({ input, run: () => Promise.reject(new TypeError('bug')) })
    await expect(stage.rendered(() => broken(IDLE, form({ title: 'a', version: '1' })))).rejects.toThrow(
      'bug',
    )
  })
})

describe('openPage', () => {
  const page = openPage(
    'open.desk',
    ({ actor, param, query }) => `${actor.role} ${param('id')} ${query('q')}`,
  )
  const open = (query: Record<string, string | string[]> = {}) =>
    stage.rendered(() =>
      page({ params: Promise.resolve({ id: 'caf%C3%A9' }), searchParams: Promise.resolve(query) }),
    )

  it('opens for who may, with decoded segments and single query fields', async () => {
    next.headers.set('cookie', await signedInAs(stage, 'moderator'))
    expect(await open({ q: 'x' })).toBe('moderator café x')
    expect(await open({ q: ['x', 'y'] })).toBe('moderator café null')
  })

  it('sends strangers to sign in, and back afterwards', async () => {
    await expect(open()).rejects.toThrow('redirect to /login?next=%2Fdesk%3Ftab%3Dspam')
    next.headers.set('cookie', 'stet-session=forged.a.b.c.d')
    await expect(open()).rejects.toThrow('redirect to /login')
  })

  it.each<Role>(['writer', 'member'])('shows a %s a plain page with 403', async (role) => {
    next.headers.set('cookie', await signedInAs(stage, role))
    const shown = await open()
    expect(stage.status).toBe(403)
    expect(isValidElement(shown) && renderToStaticMarkup(shown)).toContain(`signed in as ${role}`)
  })

  it('tells a suspended moderator why, and until when', async () => {
    next.headers.set('cookie', await signedInAs(stage, 'moderator'))
    const { ports } = stage.stet
    const [user] = (await ports.accountStore.listStaff()).filter(({ role }) => role === 'moderator')
    await must(
      'suspend',
      stage.stet.people.take(await aUser(stage.stet, { role: 'owner' }), {
        ...{ person: `user:${user?.id}`, kind: 'suspend', targets: [], days: 2 },
        ...{ reason: 'Too quick', note: '', rejectWaiting: false },
      }),
    )
    const shown = await open()
    expect(stage.status).toBe(403)
    expect(isValidElement(shown) && renderToStaticMarkup(shown)).toMatch(/after .*Too quick\./)
  })
})
