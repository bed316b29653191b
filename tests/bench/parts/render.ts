import { startServer } from '../../support/start-server'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { startEmptyNext } from '../empty-next'
import { type Measured, load } from '../load'
import { openBenchHouse } from '../publication'
import type { Part } from './part'

const SENTENCE =
  'The harbour keeps its own time, and the clock on the customs house keeps another; people here set their watches by the ferry. '
const COMMENTS = 20
/** Of what Next does with an empty page. */
const LEAST = 0.8
/** In turn, so that a machine that slows down does so for both. */
const ROUNDS = 5

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length
const rates = (rounds: readonly Measured[]): string =>
  `${mean(rounds.map(({ perSecond }) => perSecond)).toFixed(0)}/s, p99 ${mean(rounds.map(({ p99 }) => p99 ?? 0)).toFixed(0)} ms`

/** A page nobody has asked for before: without the press, beside an empty page of Next's own server. */
export const render: Part = async ({ root, dataDir, seconds, say }) => {
  say('Building an empty Next app…')
  const empty = await startEmptyNext(root)
  try {
    const { stet, database } = await openBenchHouse(dataDir, root)
    const text = Array.from({ length: 9 }, () => SENTENCE.repeat(5)).join('\n\n')
    const piece = await aPiece(stet, { title: 'Four minutes across', text })
    for (let n = 0; n < COMMENTS; n += 1) {
      await aComment(stet, { under: piece.slug, body: `${n}. ${SENTENCE}`, then: 'approve' })
    }
    await database.close()
    const server = await startServer({ dataDir, env: { PRESS: 'off' } })
    try {
      const ask = (url: string) => load({ url, status: 200, seconds, request: { method: 'GET' } })
      say('Rendering…')
      const rounds: { readonly nothing: Measured; readonly article: Measured }[] = []
      for (let round = 0; round < ROUNDS; round += 1)
        rounds.push({ nothing: await ask(empty.url), article: await ask(server.url + piece.path) })
      const nothing = rounds.map((round) => round.nothing)
      const article = rounds.map((round) => round.article)
      const ratios = rounds.map((round) => round.article.perSecond / round.nothing.perSecond)
      const ratio =
        mean(article.map(({ perSecond }) => perSecond)) / mean(nothing.map(({ perSecond }) => perSecond))
      return {
        text: [
          `empty dynamic page of Next          ${rates(nothing)}`,
          `article with 20 comments, unpressed ${rates(article)}`,
          `${ratio.toFixed(2)} of the empty page; asked is ${LEAST}${ratio < LEAST ? ': TOO SLOW' : ''} (round by round ${ratios.map((one) => one.toFixed(2)).join(' ')})`,
        ].join('\n'),
        json: { rounds, ratio },
      }
    } finally {
      await server.stop()
    }
  } finally {
    await empty.stop()
  }
}
