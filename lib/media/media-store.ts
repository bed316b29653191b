import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import type { Picture } from './picture'

/** What a person says of a picture; the figure that shows it starts from there. */
export interface MediaWords {
  readonly alt: string
  readonly caption: string
  readonly credit: string
  /** Percent from the left and the top that must stay in sight (`40 60`); '' for the middle. */
  readonly focus: string
}

/** A picture of the library: its row is there only when every file of it is. */
export interface Media extends Picture, MediaWords {
  /** As it was called where it came from; for people, never for a path. */
  readonly fileName: string
  /** Of all its files. */
  readonly bytes: number
  readonly uploadedById: string
  readonly createdAt: Instant
}

/** A piece whose draft or public text shows a picture. */
export interface MediaUse {
  readonly articleId: string
  readonly title: string
}

/** The rows of the library; its files are `MediaFiles`. */
export interface MediaStore {
  /** `known`: the same picture is there already, and stays as it is. */
  insert(media: Media, audit: AuditEntry): Promise<'stored' | 'known'>
  /** By the picture's name. */
  find(name: string): Promise<Media | null>
  /** Those that there are, in no order. */
  pictures(names: readonly string[]): Promise<readonly Picture[]>
  /** Newest first, at most `limit` + 1: the last only tells that there are more. */
  list(after: Cursor | null, limit: number): Promise<readonly Media[]>
  /** False when there is no such picture. */
  describe(name: string, words: MediaWords, audit: AuditEntry): Promise<boolean>
  /** By the pieces' drafts and public texts; trash counts, for it can be restored. By name, each in the order of titles. */
  usesOf(names: readonly string[]): Promise<ReadonlyMap<string, readonly MediaUse[]>>
  /** Its row goes first: from then on nobody is sent its files. */
  remove(name: string, audit: AuditEntry): Promise<'removed' | 'in-use' | 'missing'>
}
