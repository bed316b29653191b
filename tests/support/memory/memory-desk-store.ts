import type {
  DeskNote,
  DeskPiece,
  DeskStore,
  DeskWriter,
  PieceQuestion,
  RepliesChange,
} from '../../../lib/moderation/desk-store'
import type { Article } from '../../../lib/articles/article'
import type { MemoryTables } from './memory-tables'

/** Of the text readers see, else of the draft. */
export const languageOf = (
  { articleRevisions }: MemoryTables,
  { liveRevisionId, draftRevisionId }: Article,
): string => articleRevisions.get(liveRevisionId ?? draftRevisionId)?.language ?? ''

export class MemoryDeskStore implements DeskStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async pieces(question: PieceQuestion): Promise<readonly DeskPiece[]> {
    return [...this.#tables.articles.values()]
      .filter((article) => this.#means(question, article))
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .map(({ id, slug, liveRevisionId, draftRevisionId }) => {
        const text = this.#tables.articleRevisions.get(liveRevisionId ?? draftRevisionId)
        return { id, slug, title: text?.title ?? '' }
      })
  }

  async writers(limit: number): Promise<readonly DeskWriter[]> {
    const named = new Set([...this.#tables.bylines.values()].flat())
    return [...this.#tables.users.values()]
      .filter(({ id }) => named.has(id))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ slug, name }) => ({ slug, name }))
  }

  async languages(): Promise<readonly string[]> {
    const { articles } = this.#tables
    return [...new Set([...articles.values()].map((piece) => languageOf(this.#tables, piece)))].sort()
  }

  async watch(userId: string, articleId: string, on: boolean): Promise<void> {
    const watched = this.#tables.watched.get(userId) ?? new Set()
    if (on) watched.add(articleId)
    else watched.delete(articleId)
    this.#tables.watched.set(userId, watched)
  }

  async addNote(note: Omit<DeskNote, 'userName'>): Promise<boolean> {
    if (!this.#tables.comments.has(note.commentId)) return false
    this.#tables.notes.push(note)
    return true
  }

  async notesOn(commentIds: readonly string[]): Promise<readonly DeskNote[]> {
    return this.#tables.notes
      .filter((note) => commentIds.includes(note.commentId))
      .map((note) => ({ ...note, userName: this.#tables.users.get(note.userId)?.name ?? '' }))
  }

  async setReplies({ commentId, closedAt, audit, effects }: RepliesChange): Promise<boolean> {
    const { comments, repliesClosed } = this.#tables
    if (!comments.has(commentId) || repliesClosed.has(commentId) === (closedAt !== null)) return false
    if (closedAt === null) repliesClosed.delete(commentId)
    else repliesClosed.add(commentId)
    this.#tables.audit.push(audit)
    this.#tables.queue(effects)
    return true
  }

  #means(question: PieceQuestion, { id, slug }: Article): boolean {
    if ('slug' in question)
      return slug === question.slug || this.#tables.slugHistory.get(question.slug) === id
    if ('watchedBy' in question) return this.#tables.watched.get(question.watchedBy)?.has(id) ?? false
    const writers = this.#tables.bylines.get(id) ?? []
    return writers.some((userId) => this.#tables.users.get(userId)?.slug === question.writer)
  }
}
