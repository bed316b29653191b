import type { AuditEntry } from '../kernel/audit'
import type { Cursor } from '../kernel/paging'
import type { Media, MediaStore, MediaUse, MediaWords } from '../media/media-store'
import type { Picture } from '../media/picture'
import { text } from './cells'
import { mediaColumns, readMedia, readPicture } from './media-rows'
import { join, sql } from './sql'
import { type StoreTools, leaveTraces, runnerOf } from './store-tools'

export class PrismaMediaStore implements MediaStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async insert(media: Media, audit: AuditEntry): Promise<'stored' | 'known'> {
    const { db } = this.#tools
    try {
      return await db.prisma.$transaction(async (tx) => {
        if ((await tx.media.count({ where: { id: media.name } })) > 0) return 'known'
        await tx.media.create({ data: mediaColumns(media) })
        await leaveTraces(runnerOf(tx), this.#tools, { audit })
        return 'stored'
      })
    } catch (error) {
      if (db.dialect.isUniqueViolation(error)) return 'known'
      throw error
    }
  }

  async find(name: string): Promise<Media | null> {
    const row = await this.#tools.db.prisma.media.findUnique({ where: { id: name } })
    return row && readMedia({ ...row })
  }

  async pictures(names: readonly string[]): Promise<readonly Picture[]> {
    if (names.length === 0) return []
    const rows = await this.#tools.db.read(
      sql`SELECT "id", "width", "height", "colour", "variants" FROM "media" WHERE "id" IN (${join([...names])})`,
    )
    return rows.map(readPicture)
  }

  async list(after: Cursor | null, limit: number): Promise<readonly Media[]> {
    const at = after && BigInt(after.at)
    const rows = await this.#tools.db.prisma.media.findMany({
      where:
        at === null || after === null
          ? {}
          : { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: after.id } }] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    })
    return rows.map((row) => readMedia({ ...row }))
  }

  async describe(
    name: string,
    { alt, caption, credit, focus }: MediaWords,
    audit: AuditEntry,
  ): Promise<boolean> {
    return this.#tools.db.prisma.$transaction(async (tx) => {
      const data = { alt, caption, credit, focus }
      const { count } = await tx.media.updateMany({ where: { id: name }, data })
      if (count > 0) await leaveTraces(runnerOf(tx), this.#tools, { audit })
      return count > 0
    })
  }

  async usesOf(names: readonly string[]): Promise<ReadonlyMap<string, readonly MediaUse[]>> {
    if (names.length === 0) return new Map()
    const rows = await this.#tools.db.read(sql`
      SELECT DISTINCT u."mediaId", a."id", d."title" FROM "media_use" u
      JOIN "article" a ON a."id" = u."articleId" AND u."revisionId" IN (a."draftRevisionId", a."liveRevisionId")
      JOIN "article_revision" d ON d."id" = a."draftRevisionId"
      WHERE u."mediaId" IN (${join([...names])}) ORDER BY d."title", a."id"`)
    return new Map(
      names.map((name) => [
        name,
        rows
          .filter((row) => text(row, 'mediaId') === name)
          .map((row) => ({ articleId: text(row, 'id'), title: text(row, 'title') })),
      ]),
    )
  }

  async remove(name: string, audit: AuditEntry): Promise<'removed' | 'in-use' | 'missing'> {
    return this.#tools.db.prisma.$transaction(async (tx) => {
      const [used] = await runnerOf(tx).all(sql`
        SELECT 1 AS "used" FROM "media_use" u
        JOIN "article" a ON a."id" = u."articleId" AND u."revisionId" IN (a."draftRevisionId", a."liveRevisionId")
        WHERE u."mediaId" = ${name} LIMIT 1`)
      if (used) return 'in-use'
      const { count } = await tx.media.deleteMany({ where: { id: name } })
      if (count === 0) return 'missing'
      await leaveTraces(runnerOf(tx), this.#tools, { audit })
      return 'removed'
    })
  }
}
