import { describe, expect, it } from 'vitest'
import { aComment } from '../../support/builders/a-comment'
import { theOwner } from '../../support/builders/the-owner'
import { servePosting, site, path, slug, HTML, postJson, guestOf, mine } from './posting-stage'

servePosting()

describe('the secret link of a comment', () => {
  const posted = async (body = 'A thought.') => {
    const answer = await postJson({ body })
    const receipt = (await answer.json()) as { commentId: string; statusPath: string }
    return { ...receipt, cookie: guestOf(answer) }
  }
  const NOTHING = { intent: 'withdraw', version: '1' }

  it('is its author’s page on any device: not kept, not told to other sites', async () => {
    const { statusPath } = await posted()
    const page = await site.get(statusPath)
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    expect(page.headers.getSetCookie()).toEqual([])
  })

  it('is the same 404 without its key, with another one, and for a comment that never was', async () => {
    const [one, other] = [await posted('One.'), await posted('Other.')]
    const key = one.statusPath.split('=')[1] ?? ''
    const unknown = site.ports.ids.random()
    const foreign = site.ports.secrets.mac('subscription', one.commentId)
    const addresses = [
      `/comments/${one.commentId}/status`,
      `/comments/${one.commentId}/status?key=`,
      `/comments/${one.commentId}/status?key=x`,
      `/comments/${one.commentId}/status?key=${foreign}`,
      `/comments/${one.commentId}/status?key=${key}&key=${key}`,
      `/comments/${other.commentId}/status?key=${key}`,
      `/comments/${unknown}/status?key=${key}`,
      `/comments/${unknown}/status?key=${site.ports.secrets.mac('comment-status', unknown)}`,
      `/comments/x/status?key=${key}`,
    ]
    const answers = await Promise.all(
      addresses.flatMap((address) => [site.get(address), site.post(address, NOTHING, HTML)]),
    )
    const told = await Promise.all(
      answers.map(async (answer) => [
        answer.status,
        answer.headers.get('cache-control'),
        answer.headers.get('referrer-policy'),
        await answer.text(),
      ]),
    )
    expect(told[0]?.[0]).toBe(404)
    expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('edits and withdraws without a cookie, and leads back to itself', async () => {
    const { commentId, statusPath, cookie } = await posted()
    const edited = await site.post(
      statusPath,
      { intent: 'edit', commentId, version: '1', body: 'Better.' },
      HTML,
    )
    expect([edited.status, edited.headers.get('location')]).toEqual([303, `${statusPath}&done=edit`])
    expect(await mine(cookie)).toMatchObject({ comments: [{ body: 'Better.', version: 2 }] })
    const gone = await site.post(statusPath, { intent: 'withdraw', commentId, version: '2' }, HTML)
    expect(gone.headers.get('location')).toBe(`${statusPath}&done=withdraw`)
    expect(await mine(cookie)).toMatchObject({ comments: [{ state: 'removed' }] })
  })

  it('brings a refused change back, with its status and its own key', async () => {
    const { commentId, statusPath } = await posted()
    const answer = await site.post(statusPath, { intent: 'edit', commentId, version: '1', body: ' ' }, HTML)
    expect(answer.status).toBe(422)
    expect(site.rendered.at(-1)?.path).toBe(statusPath)
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
  })

  it('opens no other comment of the same guest', async () => {
    const first = await posted('First.')
    const headers = { cookie: first.cookie }
    const second = (await (await postJson({ body: 'Second.' }, headers)).json()) as { commentId: string }
    const fields = { ...NOTHING, commentId: second.commentId }
    expect((await site.post(first.statusPath, fields, HTML)).status).toBe(403)
    expect(site.ports.tables.comments.get(second.commentId)?.status).toBe('pending')
  })

  it('changes nothing that was written with an account', async () => {
    const by = await theOwner(site.stet)
    const { commentId } = await aComment(site.stet, { under: slug, by })
    const statusPath = site.stet.comments.statusPath(commentId)
    expect((await site.get(statusPath)).status).toBe(200)
    expect((await site.post(statusPath, { ...NOTHING, commentId }, HTML)).status).toBe(403)
    expect(site.ports.tables.comments.get(commentId)?.status).toBe('approved')
  })

  it('takes no post from elsewhere', async () => {
    const { commentId, statusPath } = await posted()
    const headers = { origin: 'https://elsewhere.example' }
    expect((await site.post(statusPath, { ...NOTHING, commentId }, headers)).status).toBe(403)
  })
})

describe('changing one’s own comment', () => {
  const change = (cookie: string, fields: Record<string, string>): Promise<Response> =>
    site.post(`${path}/mine`, fields, { ...HTML, cookie })

  it('edits and withdraws for its author', async () => {
    const posted = await postJson({ body: 'First.' })
    const cookie = guestOf(posted)
    const { commentId } = (await posted.json()) as { commentId: string }
    const edited = await change(cookie, { intent: 'edit', commentId, version: '1', body: 'Second.' })
    expect(edited.status).toBe(303)
    expect(edited.headers.get('location')).toBe(`${path}/mine?done=edit#comment-${commentId}`)
    expect(await mine(cookie)).toMatchObject({ comments: [{ body: 'Second.', version: 2 }] })
    const withdrawn = await change(cookie, { intent: 'withdraw', commentId, version: '2', body: 'Second.' })
    expect(withdrawn.status).toBe(303)
    expect(await mine(cookie)).toMatchObject({ comments: [{ state: 'removed' }] })
  })

  it('comes back to the page of the list it was made on, and to no other address', async () => {
    const posted = await postJson({ body: 'First.' })
    const headers = { ...HTML, cookie: guestOf(posted) }
    const { commentId } = (await posted.json()) as { commentId: string }
    const cursor = `abc-${commentId}`
    const edit = (version: string, after: string) =>
      site.post(
        `${path}/mine?after=${encodeURIComponent(after)}`,
        { intent: 'edit', commentId, version, body: `${version} ${after}` },
        headers,
      )
    expect((await edit('1', cursor)).headers.get('location')).toBe(
      `${path}/mine?after=${cursor}&done=edit#comment-${commentId}`,
    )
    expect((await edit('2', '//evil.example')).headers.get('location')).toBe(
      `${path}/mine?done=edit#comment-${commentId}`,
    )
  })

  it('refuses everybody else, an old version, and what it does not know', async () => {
    const posted = await postJson({ body: 'Mine.' })
    const cookie = guestOf(posted)
    const stranger = guestOf(await postJson({ body: 'Yours.' }))
    const { commentId } = (await posted.json()) as { commentId: string }
    const fields = { intent: 'edit', commentId, version: '1', body: 'Changed.' }
    const statuses = [
      await change('', fields),
      await change(stranger, fields),
      await change(cookie, { ...fields, version: '7' }),
      await change(cookie, { ...fields, intent: 'approve' }),
      await change(cookie, { ...fields, version: 'x' }),
      await change(cookie, { ...fields, state: 'approved' }),
    ].map(({ status }) => status)
    expect(statuses.slice(0, 2).every((status) => status === 403 || status === 404)).toBe(true)
    expect(statuses.slice(2)).toEqual([409, 422, 422, 422])
    expect(await mine(cookie)).toMatchObject({ comments: [{ body: 'Mine.', version: 1 }] })
  })
})
