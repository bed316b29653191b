import type { ArticleNote, PreviewLink, ReviewStore } from '../../../lib/articles/review-store'
import type { AuditEntry } from '../../../lib/kernel/audit'
import { type MemoryTables, byTime } from './memory-tables'

export class MemoryReviewStore implements ReviewStore {
  readonly #tables: MemoryTables
  readonly #links = new Map<string, PreviewLink>()
  readonly #notes = new Map<string, ArticleNote>()

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async addLink(link: PreviewLink, audit: AuditEntry): Promise<void> {
    this.#links.set(link.id, link)
    this.#tables.audit.push(audit)
  }

  async findLink(hash: string): Promise<PreviewLink | null> {
    return [...this.#links.values()].find((link) => link.hash === hash) ?? null
  }

  async links(articleId: string): Promise<readonly PreviewLink[]> {
    return [...this.#links.values()]
      .filter((link) => link.articleId === articleId)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
  }

  async revokeLink(articleId: string, linkId: string, at: number, audit: AuditEntry): Promise<boolean> {
    const link = this.#links.get(linkId)
    if (link?.articleId !== articleId || link.revokedAt !== null) return false
    this.#links.set(linkId, { ...link, revokedAt: at })
    this.#tables.audit.push(audit)
    return true
  }

  async addNote(note: ArticleNote, audit: AuditEntry): Promise<void> {
    this.#notes.set(note.id, note)
    this.#tables.audit.push(audit)
  }

  async notes(articleId: string, limit: number): Promise<readonly ArticleNote[]> {
    const order = byTime<ArticleNote>(
      (note) => note.createdAt,
      (note) => note.id,
    )
    return [...this.#notes.values()]
      .filter((note) => note.articleId === articleId)
      .sort(order)
      .slice(-limit)
  }

  async settleNote(articleId: string, noteId: string, at: number, audit: AuditEntry): Promise<boolean> {
    const note = this.#notes.get(noteId)
    if (note?.articleId !== articleId || note.settledAt !== null) return false
    this.#notes.set(noteId, { ...note, settledAt: at })
    this.#tables.audit.push(audit)
    return true
  }
}
