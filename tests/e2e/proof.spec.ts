import { test as base, expect } from '../support/fixtures'
import { aPiece } from '../support/builders/a-piece'
import { persona, snapshot } from '../support/persona'
import { startServer } from '../support/start-server'

const test = base.extend({
  server: async ({}, use) => {
    const server = await startServer({ env: { RATE_LIMITS: 'on', TRUSTED_PROXY_COUNT: '1' } })
    await use(server)
    await server.stop()
  },
})

test('while many post at once a browser proves some work by itself, from here alone, and others need not', async ({
  server,
  stet,
  page,
}) => {
  const { path } = await aPiece(stet, { title: 'A piece that everybody reads' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const post = (household: number) =>
    fetch(`${server.url}${path}/comments`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.url, 'x-forwarded-for': `198.51.100.${household}` },
      body: new URLSearchParams({ body: `Thought number ${household} of its own kind.` }),
    })

  await page.goto(path)
  await page.getByLabel('Your comment').focus()
  expect(asked.filter((url) => url.includes('proof'))).toEqual([])
  expect((await fetch(`${server.url}/proof`)).status).toBe(404)

  // Without a proof, as browsers without scripts post: nobody is turned away.
  for (let household = 1; household <= 31; household += 1) expect((await post(household)).status).toBe(303)

  await page.goto(path)
  const solved = page.locator('input[name=altcha]')
  await expect(page.locator('stet-form')).toBeVisible()
  await page.getByLabel('Your comment').focus()
  await expect(solved).not.toHaveValue('')
  await page.getByLabel('Your comment').fill('What this browser computed came with it.')
  await page.getByRole('button', { name: /Post/ }).click()
  await expect(page.getByText('Your submission has been received!')).toBeVisible()
  expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([])

  const owner = await persona(server.url).signIn('owner@pencil.example', 'the blue end and the red one')
  const desk = await snapshot(owner, '/desk')
  expect(desk.body).toContain('its browser did the work it was asked for')
})
