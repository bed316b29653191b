import { must } from '../../support/builders/must'
import { aPiece } from '../../support/builders/a-piece'
import { aUser } from '../../support/builders/a-user'
import { theOwner } from '../../support/builders/the-owner'
import { POSTGRES_URL } from '../../support/database'
import { startServer } from '../../support/start-server'
import { longDocument } from '../long-piece'
import { openBenchHouse } from '../publication'
import { quantile } from '../quantile'
import { measureMoments } from '../scheduled'
import { measureTyping } from '../typing'
import type { Part } from './part'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }
const [SAVES, REVISIONS, READS, KEYS, MOMENTS] = [60, 1_000, 60, 300, 12]
/** No picture of the library: what a page shows of it is the same work, but for the picture. */
const SRC = '/media/none.jpg'

const timed = async (
  times: number,
  work: (n: number) => Promise<unknown>,
): Promise<{ p50: number; p95: number }> => {
  const spent: number[] = []
  for (let n = 0; n < times; n += 1) {
    const from = performance.now()
    await work(n)
    spent.push(performance.now() - from)
  }
  return { p50: quantile(spent, 0.5), p95: quantile(spent, 0.95) }
}

const ms = ({ p50, p95 }: { p50: number; p95: number }): string =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`

/** Writing: a piece of 10,000 words with 50 figures typed in and saved, and a list of 1,000 revisions. */
export const studio: Part = async ({ root, dataDir, say }) => {
  say('Writing a piece of 10,000 words with 50 figures…')
  const house = await openBenchHouse(dataDir, root)
  const { stet, database } = house
  const owner = await theOwner(stet)
  const other = await aUser(stet, { name: 'Edda Wren', role: 'editor', addedBy: owner })
  const long = await aPiece(stet, { title: 'Ropes', text: 'Hemp.', state: 'draft' })
  const document = longDocument(SRC)
  const save = async (articleId: string, json: unknown, n: number, by = owner): Promise<void> => {
    const { version } = await must('open', stet.articles.open(by, { articleId }))
    await must(
      'save',
      stet.articles.save(by, {
        articleId,
        version,
        title: `Ropes ${n}`,
        text: '',
        document: JSON.stringify(json),
      }),
    )
  }
  const twin = await aPiece(stet, { title: 'Ropes again', text: 'Hemp.', state: 'draft' })
  for (const { articleId } of [long, twin]) await save(articleId, document, 0)
  let { version } = await must('open', stet.articles.open(owner, { articleId: long.articleId }))
  const saving = await timed(SAVES, async (n) => {
    const changed = {
      ...document,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: `Change ${n}` }] }, ...document.content],
    }
    const input = {
      articleId: long.articleId,
      version,
      title: 'Ropes',
      text: '',
      document: JSON.stringify(changed),
    }
    ;({ version } = await must('save', stet.articles.save(owner, input)))
  })

  say(`Saving another piece ${REVISIONS} times…`)
  const kept = await aPiece(stet, { title: 'Knots', text: 'Hemp.', state: 'draft' })
  for (let n = 0; n < REVISIONS; n += 1) {
    const line = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: `Line ${n}` }] }],
    }
    await save(kept.articleId, line, n, n % 2 === 0 ? owner : other)
  }
  const listing = await timed(READS, () => stet.articles.revisions(owner, { articleId: kept.articleId }))
  const listed = await must('list', stet.articles.revisions(owner, { articleId: kept.articleId }))
  await database.close()

  say('Typing into it in a browser…')
  const server = await startServer({ dataDir })
  const typing = await measureTyping({
    ...{ url: server.url, who: OWNER, keys: KEYS },
    articleIds: [long.articleId, twin.articleId],
  }).finally(() => server.stop())
  say('Waiting for the moments of scheduled pieces…')
  const appearing = [await measureMoments('sqlite', MOMENTS)]
  if (POSTGRES_URL) appearing.push(await measureMoments('postgresql', MOMENTS))
  const kilobytes = typing.scriptBytes / 1_000
  return {
    text: [
      `a key in it, from keydown to the end of its frame's work (handlers, style, layout, paint): ${ms(typing.work)} (asked: p95 16 ms)`,
      `  of that the frame: ${ms(typing.frame)}`,
      `  with waiting for the screen, which takes a frame every 16.7 ms: ${ms(typing.shown)}`,
      `saving it: ${ms(saving)} (asked: p95 50 ms)`,
      `first page of ${REVISIONS} revisions: ${ms(listing)} (asked: 50 ms)`,
      `JavaScript of the editor as it was sent: ${kilobytes.toFixed(0)} KB (asked: 220 KB)`,
      ...appearing.map(
        ({ processes, address, front }) =>
          `a scheduled piece after its moment, asked for ${processes === 1 ? 'in one process' : `in ${processes} processes`}: ` +
          `at its address at most ${Math.max(...address)} ms, on the front page ${Math.max(...front)} ms (asked: 1000 ms)`,
      ),
    ].join('\n'),
    json: { typing, saving, listing, appearing },
    wrong: typing.keys < KEYS / 2 || listed.items.length === 0,
  }
}
