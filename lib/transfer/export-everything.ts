import type { Readable } from 'node:stream'
import type { ArticleRecord } from '../articles/article'
import type { Actor } from '../kernel/actor'
import type { Cursor } from '../kernel/paging'
import { variantFile } from '../media/media-address'
import type { MediaFile } from '../media/media-files'
import type { Media } from '../media/media-store'
import type { Ports } from '../ports'
import { printPiece } from './print-piece'

/** One file of the archive. Its size (bytes) is known before its content is read. */
export interface ArchiveFile {
  readonly path: string
  readonly size: number
  readonly read: () => Promise<Uint8Array | Readable>
}

type Deps = Pick<
  Ports,
  'exportStore' | 'articleStore' | 'mediaStore' | 'mediaFiles' | 'settingsStore' | 'wordListStore' | 'clock'
>

/** Of the archive, for whoever reads it later. */
const FORMAT = 1
/** Rows read, and lines written into one file, in one go: what is in memory at a time. */
const STRETCH = 500
/** Bytes of a path in a plain tar header. */
const PATH_MAX = 100

const file = (path: string, text: string): ArchiveFile => {
  const bytes = new TextEncoder().encode(text)
  return { path, size: bytes.length, read: async () => bytes }
}
const json = (path: string, value: unknown): ArchiveFile => file(path, `${JSON.stringify(value, null, 2)}\n`)
const lines = (path: string, rows: readonly unknown[]): ArchiveFile =>
  file(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))

/** Every row, a stretch at a time. */
async function* stretches<T extends { readonly id: string }>(
  read: (after: string, limit: number) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let after = ''; ;) {
    const rows = await read(after, STRETCH)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < STRETCH) return
    after = last.id
  }
}

const pathOf = ({ article }: ArticleRecord, ending: string): string => {
  const named = `pieces/${article.slug}.${ending}`
  return new TextEncoder().encode(named).length <= PATH_MAX ? named : `pieces/${article.id}.${ending}`
}

async function* pieces({ exportStore, articleStore }: Deps, count: Counts): AsyncGenerator<ArchiveFile> {
  const ids = async (after: string, limit: number) =>
    (await exportStore.pieceIds(after, limit)).map((id) => ({ id }))
  for await (const stretch of stretches(ids))
    for (const { id } of stretch) {
      const record = await articleStore.find(id)
      if (!record) continue
      count.pieces += 1
      yield file(pathOf(record, 'md'), printPiece(record))
      yield json(pathOf(record, 'json'), record)
    }
}

/** Open until its turn is over: whoever stops at its name has not read it, and it must not stay open. */
async function* picture(path: string, open: MediaFile): AsyncGenerator<ArchiveFile> {
  let isRead = false
  const read = (): Promise<Readable> => {
    isRead = true
    return open.read(null)
  }
  try {
    yield { path, size: open.size, read }
  } finally {
    // What was read closes itself at its end.
    if (!isRead) await open.close()
  }
}

async function* pictures({ mediaStore, mediaFiles }: Deps, count: Counts): AsyncGenerator<ArchiveFile> {
  for (let after: Cursor | null = null, part = 1; ; part += 1) {
    const found: readonly Media[] = await mediaStore.list(after, STRETCH)
    const page = found.slice(0, STRETCH)
    const last = page.at(-1)
    if (!last) return
    yield lines(`media/${part}.jsonl`, page)
    for (const { name, widths, width } of page) {
      const open = await mediaFiles.open(variantFile(name, widths.at(-1) ?? width, 'jpg'))
      if (open) {
        count.pictures += 1
        yield* picture(`media/${name}.jpg`, open)
      } else count.missingPictures.push(name)
    }
    if (found.length <= STRETCH) return
    after = { at: last.createdAt, id: last.name }
  }
}

interface Counts {
  pieces: number
  comments: number
  people: number
  pictures: number
  /** Named in the library, and not where its files are. */
  readonly missingPictures: string[]
}

/**
 * Everything that is not a secret and not made of something else, file by file, each made when it is its turn: pieces
 * as Markdown and as they are stored, comments with their texts and decisions, people, pictures, choices. The last file
 * says that the archive is whole, and what is in it: one that broke off does not have it. Nothing of it is made before
 * the log says who fetched it.
 */
export async function* exportEverything(deps: Deps, actor: Actor): AsyncGenerator<ArchiveFile> {
  const { exportStore, settingsStore, wordListStore, clock } = deps
  await exportStore.note({ actor, action: 'export.everything', subject: 'setting:site', detail: {} })
  const begun = clock.now()
  const count: Counts = { pieces: 0, comments: 0, people: 0, pictures: 0, missingPictures: [] }
  const { settings } = await settingsStore.read()
  yield json('settings.json', settings)
  yield json('words.json', (await wordListStore.read()).lists)
  let part = 0
  for await (const rows of stretches((after, limit) => exportStore.people(after, limit))) {
    count.people += rows.length
    yield lines(`people/${(part += 1)}.jsonl`, rows)
  }
  yield* pieces(deps, count)
  part = 0
  for await (const rows of stretches((after, limit) => exportStore.comments(after, limit))) {
    count.comments += rows.length
    yield lines(`comments/${(part += 1)}.jsonl`, rows)
  }
  yield* pictures(deps, count)
  const at = (moment: number): string => new Date(moment).toISOString()
  yield json('complete.json', { format: FORMAT, begun: at(begun), ended: at(clock.now()), ...count })
}
