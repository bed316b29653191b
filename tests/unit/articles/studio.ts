import type { STATUS_CHANGES } from '../../../lib/articles/change-article-status'
import { compose } from '../../../lib/compose'
import type { SignedIn } from '../../../lib/kernel/actor'
import { HOUR } from '../../../lib/kernel/clock'
import type { SaveArticleInput } from '../../../lib/articles/save-article-input'
import { memoryPorts } from '../../support/memory/memory-ports'
import { somebodyHere, value } from '../../support/people'

export const TEXT = 'Hemp, manila, and what came after.'

/** A house in memory with its people, and short words for what they do to a piece. */
export const studio = async () => {
  const ports = memoryPorts()
  const stet = compose(ports)
  const owner = await somebodyHere(ports, 'owner')
  const editor = await somebodyHere(ports, 'editor')
  const writer = await somebodyHere(ports, 'writer')

  const start = async (by: SignedIn = writer): Promise<string> =>
    value(await stet.articles.create(by, {})).articleId
  const open = async (articleId: string, by: SignedIn = owner) =>
    value(await stet.articles.open(by, { articleId }))
  const save = async (
    articleId: string,
    fields: Partial<Omit<SaveArticleInput, 'articleId' | 'version'>>,
    by: SignedIn = writer,
  ) => {
    const { version, title, text } = await open(articleId)
    return stet.articles.save(by, { articleId, version, title, text, ...fields })
  }
  const publish = async (articleId: string, by: SignedIn = editor) =>
    stet.articles.publish(by, { articleId, version: (await open(articleId)).version })
  const move = async (articleId: string, to: (typeof STATUS_CHANGES)[number], by: SignedIn = editor) =>
    stet.articles.changeStatus(by, { articleId, version: (await open(articleId)).version, move: to })
  /** Saved by the writer and published by the editor. */
  const publicPiece = async (title = 'Ropes', text = TEXT): Promise<string> => {
    const articleId = await start()
    value(await save(articleId, { title, text }))
    value(await publish(articleId))
    ports.clock.advance(HOUR)
    return articleId
  }
  const read = (slug: string) => stet.articles.read({ slug })
  const meaning = (slug: string) => stet.articles.resolve({ slug })
  const log = () =>
    ports.tables.audit.map(({ action }) => action).filter((action) => action.endsWith('.article'))
  return {
    ports,
    stet,
    owner,
    editor,
    writer,
    start,
    open,
    save,
    publish,
    move,
    publicPiece,
    read,
    meaning,
    log,
  }
}
