import type { Browser } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { HOUR, MINUTE } from '../../lib/kernel/clock'
import { barriers } from '../support/barriers'
import { aDecision } from '../support/builders/a-decision'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { composeBeside } from '../support/compose-beside'
import { expect, test as base } from '../support/fixtures'
import { type MailSink, mailSink } from '../support/mail-sink'
import { questionOf } from '../support/queue-page'
import { startServer } from '../support/start-server'

const ADDRESS = 'rita@post.test'

/** A server that sends its mail into a sink. */
const test = base.extend<{ sink: MailSink }>({
  sink: async ({}, use) => {
    const sink = await mailSink()
    await use(sink)
    await sink.close()
  },
  server: async ({ sink }, use) => {
    const server = await startServer({
      env: { SMTP_URL: sink.url, MAIL_FROM: 'The Paper <paper@post.test>' },
    })
    await use(server)
    await server.stop()
  },
})

/** Looked at with JavaScript, which the checks need. */
const accessible = async (browser: Browser, address: string): Promise<void> => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address)
  expect(await barriers(page)).toEqual([])
  await page.context().close()
}

/** The undo window of everything that waits for this address passes at once. */
const letUndoPass = async ({ ports }: Stet): Promise<void> => {
  const { noticeStore: store, clock } = ports
  await expect
    .poll(async () => {
      const rows = await store.leaseNews(ADDRESS, clock.now() + 2 * HOUR, 10, MINUTE)
      await store.postpone(
        rows.map(({ noticeId }) => noticeId),
        clock.now(),
      )
      return rows.length
    })
    .toBeGreaterThan(0)
}

const mailWith = async (sink: MailSink, subject: RegExp) => {
  const find = () => sink.mails.find(({ headers }) => subject.test(headers.get('subject')?.[0] ?? ''))
  await expect.poll(() => find() !== undefined).toBe(true)
  return find()
}

const linkIn = (mail: Awaited<ReturnType<typeof mailWith>>, begin: string): string =>
  (mail?.text ?? '')
    .split('\n')
    .find((line) => line.startsWith(begin))
    ?.trim() ?? ''

test('without JavaScript: asks for mail, confirms, hears of the approval and of a reply, and stops it', async ({
  server,
  sink,
  stet,
  browser,
}) => {
  const piece = await aPiece(stet, { title: 'The ferry stops at six' })
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })).newPage()

  await page.goto(piece.path)
  const form = page.locator('form.comment-form')
  await form.getByLabel('Your comment').fill('I rowed across that evening.')
  await form.getByLabel('Tell me by email when it is approved').check()
  await form.getByLabel('Tell me by email about replies').check()
  await form.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.locator('#email-error')).toHaveText(
    'Enter the address that we may write to, or untick the boxes below.',
  )
  await expect(form.getByLabel('Your comment')).toHaveValue('I rowed across that evening.')
  await expect(form.getByLabel('Tell me by email about replies')).toBeChecked()
  await expect(form.getByLabel('Email (optional)')).toHaveAttribute('aria-invalid', 'true')
  await accessible(browser, server.url + piece.path)
  await form.getByLabel('Email (optional)').fill(ADDRESS)
  await form.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Thank you! Your submission has been received!')).toBeVisible()

  const question = await mailWith(sink, /confirm your address/)
  expect(question?.text).not.toContain('rowed')
  const confirm = linkIn(question, `${server.url}/confirm`)
  const answer = await page.goto(confirm)
  expect(answer?.headers()).toMatchObject({
    ...{ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' },
  })
  await accessible(browser, confirm)
  await expect(page.getByText('under The ferry stops at six')).toBeVisible()
  await page.getByRole('button', { name: 'Confirm my address' }).click()
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
  expect((await page.goto(confirm.slice(0, -1)))?.status()).toBe(404)

  const [waiting] = (await stet.ports.queueReader.list(questionOf('waiting', null, 1))).rows
  const commentId = waiting?.comment.id ?? ''
  // Every check was carried out, the one that reads a list of mail domains from disk as well: it waits by the rule alone.
  const objections = waiting?.opinions.filter(({ level }) => level !== 'pass')
  expect(objections?.map(({ check }) => check)).toEqual(['mode'])
  await aDecision(stet, { on: commentId, move: 'approve' })
  await letUndoPass(stet)
  const approved = await mailWith(sink, /was approved/)
  await page.goto(linkIn(approved, `${server.url}/comments/`))
  await expect(page.getByText('I rowed across that evening.')).toBeVisible()

  const stop = linkIn(approved, `${server.url}/unsubscribe`)
  await accessible(browser, stop)
  await page.goto(stop)
  await page.getByRole('button', { name: 'Stop everything to this address' }).click()
  await expect(page.getByRole('heading', { name: 'These mails are stopped' })).toBeVisible()
  expect(await stet.ports.wishStore.countActive(ADDRESS)).toBe(0)
})

test('an account is asked nothing, and stops its mails on its own page', async ({
  server,
  sink,
  stet,
  browser,
}) => {
  const piece = await aPiece(stet, { title: 'Night shift pie' })
  const password = 'the stet mark in the margin'
  await aUser(stet, { role: 'member', email: ADDRESS, password })
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await page.goto(`/login?next=${piece.path}`)
  await page.getByLabel('Email').fill(ADDRESS)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === piece.path)
  const form = page.locator('form.comment-form')
  await form.getByLabel('Your comment').fill('With onions.')
  await form.getByLabel('Tell me by email about replies').check()
  await form.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Thank you! Your submission has been received!')).toBeVisible()

  await page.goto('/account')
  await expect(page.getByText('Replies to your comment under Night shift pie')).toBeVisible()
  await page.getByRole('button', { name: 'Stop these mails' }).click()
  await expect(page.getByText('You have asked for no mail.')).toBeVisible()
  expect(await stet.ports.wishStore.countActive(ADDRESS)).toBe(0)
  expect(sink.mails).toEqual([])
})

test('where no mail is set up, no page mentions it', async ({ browser }) => {
  const server = await startServer()
  const beside = await composeBeside(server)
  const piece = await aPiece(beside.stet)
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  for (const path of ['/', piece.path, `${piece.path}/mine`, `${piece.path}/respond`]) {
    await page.goto(path)
    expect(await page.locator('body').innerText()).not.toMatch(/e-?mail/i)
  }
  await beside.close()
  await server.stop()
})
