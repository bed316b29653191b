import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aDecision } from '../support/builders/a-decision'
import { alarmsOn } from '../support/alarms'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { POSTGRES_URL } from '../support/database'
import { expect, test } from '../support/fixtures'
import { packed } from '../support/packed'
import { persona } from '../support/persona'

const JSON_FORM = { accept: 'application/json', 'content-type': 'application/json' }
/** Large lists that others made, where they are; our own short one is always there. */
const TESTDATA = join(import.meta.dirname, '../../../shared/testdata/text')

const OWN_NAUGHTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE comment; --",
  'javascript:alert(1)',
  '</textarea><svg onload=alert(1)>',
  '</script><script>alert(1)</script>',
  ']]><b>&amp;&#0;&lt;',
  '{{7*7}} ${7*7} <%= 7 %> #{7}',
  '\u202egpj.exe \u2067\u2067abc',
  `a${'\u0316'.repeat(200)}`,
  'a\u0000b \ud800 c \udc00 d \uffff \ufeff',
  '👩‍👩‍👧‍👦 ﷽ ᠎ Ω≈ç√ 部落格 ด้้้้้็็็็็้้้้้',
  '../../../etc/passwd%00 %s%n ${jndi:ldap://x}',
  'http://a.example"onmouseover="alert(1) https://b.example/<script>',
]

const strings = (file: string): string[] => {
  const path = join(TESTDATA, file)
  if (!existsSync(path)) return []
  const listed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return Object.values(listed ?? {}).filter((each): each is string => typeof each === 'string')
}

/** The owner's session cookie, as a browser gets it. */
const sessionOf = async (url: string): Promise<string> => {
  const { cookies } = await persona(url).signIn('owner@pencil.example', 'the blue end and the red one')
  return cookies.get('stet-session') ?? ''
}

for (const provider of ['sqlite', 'postgresql'] as const) {
  test.describe(provider, () => {
    test.use({ provider })
    test.skip(provider === 'postgresql' && !POSTGRES_URL, 'TEST_POSTGRES_URL is not set')

    test('naughty texts stay texts, from the form to page, desk and feed', async ({ server, stet, page }) => {
      const { url } = server
      const naughty = [...OWN_NAUGHTY, ...strings('blns.json'), ...strings('unicode-hard.json')]
      const markdown = OWN_NAUGHTY.map((line) => `${line}\n\n[${line.replace(/\n/g, ' ')}](${line})`).join(
        '\n\n',
      )
      const by = await theOwner(stet)
      const title = `Ropes </title><script>alert(1)</script> ]]> & "knots"`
      const { path } = await aPiece(stet, {
        by,
        title,
        text: markdown,
        dek: OWN_NAUGHTY[0],
        kicker: OWN_NAUGHTY[6],
      })

      const bodies = packed(naughty)
      const sent: string[] = []
      for (const [i, body] of bodies.entries()) {
        const name = OWN_NAUGHTY[i % OWN_NAUGHTY.length] ?? ''
        const answer = await fetch(`${url}${path}/comments`, {
          method: 'POST',
          headers: { origin: url, ...JSON_FORM },
          body: JSON.stringify({ body, name: [...name].slice(0, 60).join(''), anyway: '1' }),
        })
        expect.soft(answer.status, body.slice(0, 60)).toBe(201)
        sent.push(((await answer.json()) as { commentId: string }).commentId)
      }
      const alarms = alarmsOn(page, server)
      await page.context().addCookies([{ name: 'stet-session', value: await sessionOf(url), url }])
      await page.goto(`${url}/desk`)
      await expect(page.getByRole('button', { name: 'Approve' }).first()).toBeVisible()
      // The desk lets go of its cards as somebody who may still hold them.
      await page.goto('about:blank')
      await page.context().clearCookies()
      for (const on of sent) await aDecision(stet, { on, move: 'approve', by })

      const shown = new Map<string, string>()
      for (let next: string | null = path; next !== null;) {
        await page.goto(url + next)
        const texts = await page
          .locator('.comment')
          .evaluateAll((all) =>
            all.map((one) => [
              one.id.replace('comment-', ''),
              one.querySelector('.comment-text')?.textContent ?? '',
            ]),
          )
        for (const [id = '', text = ''] of texts) shown.set(id, text)
        const more = page.locator('.thread-more a')
        next = (await more.count()) > 0 ? await more.getAttribute('href') : null
      }
      for (const [i, id] of sent.entries()) expect.soft(shown.get(id)).toBe(bodies[i])

      await page.goto(url + path)
      const odd = await page.locator('.prose *, .comment-text *, .comment-name *').evaluateAll((all) =>
        all.flatMap((one) => {
          const isOdd =
            /^(?:script|svg|img|iframe|object|style)$/i.test(one.tagName) ||
            [...one.attributes].some(({ name }) => name.startsWith('on')) ||
            (one instanceof HTMLAnchorElement && !/^(?:https?|mailto):$/.test(one.protocol))
          return isOdd ? [one.outerHTML] : []
        }),
      )
      expect(odd).toEqual([])
      expect(await page.title()).toContain(title)
      const feed = await (await fetch(`${url}/feed.xml`)).text()
      const seen = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'text/xml')
        return (
          parsed.querySelector('parsererror')?.textContent ??
          parsed.querySelector('item > title')?.textContent
        )
      }, feed)
      expect(seen).toBe(title)
      expect(alarms).toEqual([])
    })
  })
}
