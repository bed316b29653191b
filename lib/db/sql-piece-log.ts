import type { LoggedChange, PieceLog } from '../articles/piece-log'
import { integer, text, textOrNull } from './cells'
import { type Row, join, sql } from './sql'
import type { StoreTools } from './store-tools'

export class SqlPieceLog implements PieceLog {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async of(articleId: string, actions: readonly string[], limit: number): Promise<readonly LoggedChange[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT a."action", a."detail", a."createdAt", u."name" FROM "audit" AS a
      LEFT JOIN "user" AS u ON a."actorKind" = 'user' AND u."id" = a."actorId"
      WHERE a."subject" = ${`article:${articleId}`} AND a."action" IN (${join([...actions])})
      ORDER BY a."id" DESC LIMIT ${limit}`)
    return rows.map(readChange)
  }
}

const readChange = (row: Row): LoggedChange => ({
  at: integer(row, 'createdAt'),
  by: textOrNull(row, 'name'),
  action: text(row, 'action'),
  detail: JSON.parse(text(row, 'detail')) as LoggedChange['detail'],
})
