import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArticleStatus } from '../../../lib/articles/article-status'
import { MINUTE } from '../../../lib/kernel/clock'
import type { Result } from '../../../lib/kernel/result'
import { studio } from './studio'

/** A piece as a sentence each: what a person would say about it. */
interface Model {
  status: ArticleStatus
  version: number
  draft: string
  live: string | null
  everPublic: boolean
  /** Texts that came too late, and the last of them as long as nobody has settled which one goes on. */
  lost: Set<string>
  open: boolean
  saved: Set<string>
}

const NAMES = ['publish', 'submit', 'return', 'unpublish', 'trash', 'restore'] as const
type Move = (typeof NAMES)[number]
const MOVES: Record<Move, Partial<Record<ArticleStatus, ArticleStatus>>> = {
  publish: { draft: 'published', review: 'published', unpublished: 'published', published: 'published' },
  submit: { draft: 'review', unpublished: 'review' },
  return: { review: 'draft' },
  unpublish: { published: 'unpublished' },
  trash: { draft: 'trashed', review: 'trashed', published: 'trashed', unpublished: 'trashed' },
  restore: { trashed: 'draft' },
}

/** Two browser tabs, each with the version it last saw; most of the time somebody reloads before they act. */
const tab = fc.constantFrom(0, 1)
const reload = fc.integer({ min: 0, max: 3 }).map((n) => n > 0)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('save' as const), tab, reload }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('save at once' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('save and publish at once' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(...NAMES),
      tab,
      reload,
    }),
  },
)

const code = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)

test('a piece goes through its life as the reference says, two tabs and concurrent saves included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { ports, stet, start, editor, open, read, meaning } = await studio()
      const articleId = await start(editor)
      const model: Model = {
        ...{ status: 'draft', version: 1, draft: '', live: null, everPublic: false },
        ...{ lost: new Set(), open: false, saved: new Set() },
      }
      const seen = [1, 1]
      /** The draft as it was at each version. */
      const drafts = new Map([[1, '']])
      let words = 0

      const save = (version: number, text: string) =>
        stet.articles.save(editor, { articleId, version, title: 'Ropes', slug: 'ropes', text })
      const move = (name: Move, version: number) =>
        name === 'publish'
          ? stet.articles.publish(editor, { articleId, version })
          : stet.articles.changeStatus(editor, { articleId, version, move: name })
      const expectSave = (version: number, text: string): string => {
        // A version that only the state has left behind is as good as the newest: the text is what it was.
        const wins = model.status !== 'trashed' && drafts.get(version) === model.draft
        if (wins) {
          model.draft = text
          model.version += 1
          model.saved.add(text)
        } else {
          model.lost.add(text)
          if (model.status !== 'trashed') {
            // Two texts side by side are a new state of the piece.
            model.open = true
            model.version += 1
          }
        }
        return wins ? 'ok' : 'conflict'
      }
      const expectMove = (name: Move, version: number): string => {
        const to = MOVES[name][model.status]
        if (!to || version !== model.version) return 'conflict'
        if (name === 'publish' && model.status === 'published' && model.live === model.draft) return 'ok'
        if (name === 'publish' && model.open) return 'conflict'
        if (name === 'publish' && model.draft === '') return 'invalid'
        if (name === 'publish') {
          model.live = model.draft
          model.everPublic = true
        }
        model.status = to
        model.version += 1
        return 'ok'
      }

      for (const next of steps) {
        // Saves of one author within ten minutes are one revision; here each is one of its own.
        ports.clock.advance(11 * MINUTE)
        if ('tab' in next && next.reload) seen[next.tab] = model.version
        if (next.do === 'save at once') {
          // Both saw the same version; one of them wins, whichever it is.
          const [a, b] = [`words ${(words += 1)}`, `words ${(words += 1)}`]
          const { version, status } = model
          const codes = (await Promise.all([save(version, a), save(version, b)])).map(code)
          if (status === 'trashed') expect(codes).toEqual(['conflict', 'conflict'])
          else expect([...codes].sort()).toEqual(['conflict', 'ok'])
          const winner = codes[0] === 'ok' ? a : b
          expectSave(version, winner)
          expectSave(version, winner === a ? b : a)
        } else if (next.do === 'save and publish at once') {
          // What is published is what somebody saw, even if both succeed.
          const { version, status } = model
          const text = `words ${(words += 1)}`
          const [saved, published] = (await Promise.all([save(version, text), move('publish', version)])).map(
            code,
          )
          if (status === 'trashed') expect([saved, published]).toEqual(['conflict', 'conflict'])
          if (published === 'ok') expect(expectMove('publish', version)).toBe('ok')
          expect(expectSave(version, text)).toBe(saved)
        } else if (next.do === 'settle') {
          const { conflictRevisionId } = await open(articleId, editor)
          expect(conflictRevisionId !== null).toBe(model.open)
          if (conflictRevisionId === null) continue
          expect(
            code(await stet.articles.settle(editor, { articleId, revisionId: conflictRevisionId })),
          ).toBe('ok')
          model.open = false
          model.version += 1
        } else if (next.do === 'save') {
          const text = `words ${(words += 1)}`
          expect(code(await save(seen[next.tab] ?? 0, text))).toBe(expectSave(seen[next.tab] ?? 0, text))
        } else {
          const version = seen[next.tab] ?? 0
          expect(code(await move(next.do, version)), next.do).toBe(expectMove(next.do, version))
        }

        drafts.set(model.version, model.draft)
        const view = await open(articleId, editor)
        expect(view).toMatchObject({ status: model.status, version: model.version, text: model.draft })
        const isPublic = model.status === 'published'
        const slug = model.draft === '' ? view.slug : 'ropes'
        expect((await read(slug))?.plainText ?? null).toBe(isPublic ? model.live : null)
        expect((await meaning(slug)).kind).toBe(isPublic ? 'public' : model.everPublic ? 'gone' : 'missing')
        const kept = [...ports.tables.articleRevisions.values()]
        expect(new Set(kept.filter(({ kind }) => kind === 'conflict').map((one) => one.plainText))).toEqual(
          model.lost,
        )
        const texts = new Set(kept.map((one) => one.plainText))
        expect([...model.saved].every((text) => texts.has(text))).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})
