import type { AuditEntry } from '../../../lib/kernel/audit'
import type { Cursor } from '../../../lib/kernel/paging'
import { usesBy } from '../../../lib/db/media-uses'
import type { Media, MediaStore, MediaUse, MediaWords } from '../../../lib/media/media-store'
import type { Picture } from '../../../lib/media/picture'
import { type MemoryTables, byTime } from './memory-tables'

export class MemoryMediaStore implements MediaStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async insert(media: Media, audit: AuditEntry): Promise<'stored' | 'known'> {
    if (this.#tables.media.has(media.name)) return 'known'
    this.#tables.media.set(media.name, media)
    this.#tables.audit.push(audit)
    return 'stored'
  }

  async find(name: string): Promise<Media | null> {
    return this.#tables.media.get(name) ?? null
  }

  async pictures(names: readonly string[]): Promise<readonly Picture[]> {
    return names.flatMap((one) => {
      const found = this.#tables.media.get(one)
      if (!found) return []
      const { name, width, height, colour, widths } = found
      return [{ name, width, height, colour, widths }]
    })
  }

  async list(after: Cursor | null, limit: number): Promise<readonly Media[]> {
    const order = byTime<Media>(
      ({ createdAt }) => createdAt,
      ({ name }) => name,
    )
    return [...this.#tables.media.values()]
      .sort((a, b) => order(b, a))
      .filter(
        ({ createdAt, name }) =>
          after === null || createdAt < after.at || (createdAt === after.at && name < after.id),
      )
      .slice(0, limit + 1)
  }

  async describe(name: string, words: MediaWords, audit: AuditEntry): Promise<boolean> {
    const found = this.#tables.media.get(name)
    if (!found) return false
    this.#tables.media.set(name, { ...found, ...words })
    this.#tables.audit.push(audit)
    return true
  }

  async usesOf(names: readonly string[]): Promise<ReadonlyMap<string, readonly MediaUse[]>> {
    return new Map(names.map((name) => [name, this.#uses(name)]))
  }

  async remove(name: string, audit: AuditEntry): Promise<'removed' | 'in-use' | 'missing'> {
    if (this.#uses(name).length > 0) return 'in-use'
    if (!this.#tables.media.delete(name)) return 'missing'
    this.#tables.audit.push(audit)
    return 'removed'
  }

  #uses(name: string): readonly MediaUse[] {
    return [...this.#tables.articles.values()]
      .flatMap(({ id, draftRevisionId, liveRevisionId }) => {
        const shown = [draftRevisionId, liveRevisionId ?? ''].flatMap((revisionId) => {
          const revision = this.#tables.articleRevisions.get(revisionId)
          return revision ? usesBy(revision) : []
        })
        const title = this.#tables.articleRevisions.get(draftRevisionId)?.title ?? ''
        return shown.some(({ mediaId }) => mediaId === name) ? [{ articleId: id, title }] : []
      })
      .sort((a, b) => (a.title < b.title ? -1 : 1))
  }
}
