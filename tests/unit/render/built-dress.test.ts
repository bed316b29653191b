import { Readable } from 'node:stream'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer, Question } from '../../../server/next/ask-next'
import { builtDress } from '../../../server/render/built-dress'

vi.mock('../../../lib/http/island-address', () => ({
  islandAddress: (name: string) => `/islands/${name}-1.js`,
}))

/** As Next 16.4.5 renders it, shortened. */
const PAGE =
  '<!DOCTYPE html><html lang="en" class="a_variable b_variable"><head><meta charSet="utf-8"/>' +
  '<link rel="preload" href="/_next/static/media/literata.woff2" as="font" crossorigin="" type="font/woff2"/>' +
  '<link rel="stylesheet" href="/_next/static/chunks/3a.css?v=1&amp;w=2" data-precedence="next"/>' +
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/0j.js"/>' +
  '<script src="/_next/static/chunks/3j.js" async=""></script></head><body class="x"></body></html>'

let asked: Question[] = []
let says: { status: number; body: string }
const askNext = async (question: Question): Promise<Answer> => {
  asked.push(question)
  return { status: says.status, headers: {}, body: Readable.from([Buffer.from(says.body)]) }
}
beforeEach(() => {
  asked = []
  says = { status: 200, body: PAGE }
})

describe('what public pages wear', () => {
  it('is what the build named: style sheets and faces, and nothing of its scripts', async () => {
    expect(await builtDress(askNext, false)()).toEqual({
      classes: 'a_variable b_variable',
      styleSheets: ['/_next/static/chunks/3a.css?v=1&w=2'],
      island: '/islands/reader-1.js',
    })
  })

  it('is asked for once, and while developing for each page', async () => {
    const [built, changing] = [builtDress(askNext, false), builtDress(askNext, true)]
    await Promise.all([built(), built()])
    await built()
    expect(asked).toHaveLength(1)
    await changing()
    await changing()
    expect(asked).toHaveLength(3)
  })

  it('is asked for again after a failure: no page goes without', async () => {
    const dress = builtDress(askNext, false)
    for (const failure of [
      { status: 500, body: PAGE },
      { status: 200, body: '<html></html>' },
    ]) {
      says = failure
      await expect(dress()).rejects.toThrow('names no style sheet')
    }
    says = { status: 200, body: PAGE }
    expect((await dress()).styleSheets).toHaveLength(1)
  })
})
