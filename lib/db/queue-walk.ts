import type { Cursor } from '../kernel/paging'
import { type QueueFilter, type QueueQuestion, type QueueTab, isFiltered } from '../moderation/queue-question'
import type { TextQuery } from '../text/text-query'
import { integer, text } from './cells'
import { matchedComments } from './comment-matches'
import type { Database } from './database'
import { type Row, type Sql, empty, join, sql } from './sql'

/*
 * Which comments a page of the desk holds. Without a filter: one walk along an index from the cursor on. With one: the
 * same walk over at most a window of comments, of which the fitting ones are taken, so that a filter hardly anything
 * passes costs no more than the window; the next page goes on behind it. Of what waits the index itself holds
 * everything a filter asks for, so that its window is as good as all of it.
 */

/**
 * Looked through at most: entries of the index over what waits, rows of the table in the other tabs, and of what holds the
 * words that are looked for; the latter part by part, because each is a row somewhere else, and the first few hold a page
 * where most of them fit.
 */
const WINDOW = { waiting: 200_000, others: 8_000, matches: [100, 400, 1_500] } as const

/** The comment `c` stands, and nobody has answered what readers say about it. */
// `|| ''`: what is reported is few, what stands is most; it is found along the index of the former.
export const commentIsReported = sql`(
  (c."status" || '') = 'approved' AND c."hiddenAncestors" = 0 AND c."reportScore" IS NOT NULL)`

/** `|| ''`: the walk is along the index of something rarer. */
const hasStatus = (status: string, isRare: boolean): Sql =>
  isRare ? sql`(c."status" || '') = ${status}` : sql`c."status" = ${status}`

const inTab = ({ tab }: QueueQuestion, isRare: boolean): Sql => {
  if (tab === 'waiting') return sql`c."pendingRevisionId" IS NOT NULL AND c."folded" IS NULL`
  if (tab === 'reported') return commentIsReported
  return tab === 'all' ? sql`c."depth" >= 0` : hasStatus(tab, isRare)
}

const by = ({ author }: QueueFilter): Sql => {
  if (author === null) return empty
  return 'guestId' in author
    ? sql`AND c."guestId" = ${author.guestId}`
    : sql`AND c."userId" = ${author.userId}`
}

/**
 * The piece is in one of these languages: gathered once out of the index of the pieces, however many comments are looked at.
 * `IS TRUE`: PostgreSQL would make a join of it, which may bring the rows in another order than the window's.
 */
const isIn = (languages: readonly string[]): Sql =>
  languages.length === 0
    ? sql`1 = 0`
    : sql`(w."articleId" IN (
        SELECT a."id" FROM "article" a WHERE a."language" IN (${join([...languages])}))) IS TRUE`

/** What a row of the window, by the name of `w`, has to be. */
const conditions = ({
  articleIds,
  languages,
  check,
  from,
  until,
  script,
  links,
}: QueueFilter): readonly Sql[] => [
  ...(articleIds === null
    ? []
    : [articleIds.length === 0 ? sql`1 = 0` : sql`w."articleId" IN (${join([...articleIds])})`]),
  ...(check === null ? [] : [sql`w."heldBy" LIKE ${`%,${check},%`}`]),
  ...(from === null ? [] : [sql`w."createdAt" >= ${from}`]),
  ...(until === null ? [] : [sql`w."createdAt" < ${until}`]),
  ...(script === null ? [] : [sql`w."script" = ${script}`]),
  ...(links === null ? [] : [links ? sql`w."links" > 0` : sql`COALESCE(w."links", 0) = 0`]),
  ...(languages === null ? [] : [isIn(languages)]),
]

interface Walk {
  readonly base: Sql
  readonly order: Sql
  readonly key: Sql
}

/** What the tab is ordered by in the order of priority; time where it has none. */
const COLUMN: Readonly<Record<QueueTab, Sql>> = {
  waiting: sql`c."queueOrder"`,
  reported: sql`c."reportScore"`,
  spam: sql`c."createdAt"`,
  approved: sql`c."createdAt"`,
  rejected: sql`c."createdAt"`,
  all: sql`c."createdAt"`,
}

const walkOf = (question: QueueQuestion): Walk => {
  const { tab, order, filter, after } = question
  const { author, articleIds, from, until } = filter
  const onePiece =
    articleIds?.length === 1 && tab !== 'waiting' && author === null ? articleIds[0] : undefined
  const column = COLUMN[order === 'priority' ? tab : 'all']
  // An author's comments are few: gathered and put in order, not found along the index of everything.
  const key = author === null ? column : sql`(${column} + 0)`
  const isDown = order === 'newest' || (order === 'priority' && tab === 'reported')
  const isTimed = order !== 'priority' && author === null
  const parts = [
    inTab(question, author !== null || onePiece !== undefined),
    ...(onePiece === undefined ? [] : [sql`c."articleId" = ${onePiece} AND c."depth" >= 0`]),
    ...(isTimed && from !== null ? [sql`c."createdAt" >= ${from}`] : []),
    ...(isTimed && until !== null ? [sql`c."createdAt" < ${until}`] : []),
    ...(after === null
      ? []
      : [
          isDown
            ? sql`(${key}, c."id") < (${after.at}, ${after.id})`
            : sql`(${key}, c."id") > (${after.at}, ${after.id})`,
        ]),
  ]
  return {
    base: sql`${join(parts, ' AND ')} ${by(filter)}`,
    key,
    order: isDown ? sql`${key} DESC, c."id" DESC` : sql`${key}, c."id"`,
  }
}

/** Those of these that the tab and the filter let through, the newest first. */
const fittingAmong = async (
  db: Pick<Database, 'read' | 'dialect'>,
  question: QueueQuestion,
  matches: readonly Cursor[],
  limit: number,
): Promise<readonly Cursor[]> => {
  const { filter } = question
  const found = db.dialect.elements(JSON.stringify(matches.map(({ id, at }) => [id, at])))
  const rows = await db.read(sql`
    SELECT w."id", w."at" FROM (
      SELECT c."id", m."at", c."articleId", c."createdAt", c."script", c."links", c."heldBy"
      FROM (SELECT j.value ->> 0 AS "id", CAST(j.value ->> 1 AS BIGINT) AS "at" FROM ${found}) m
      JOIN "comment" c ON c."id" = m."id" WHERE ${inTab(question, true)} ${by(filter)}) w
    WHERE ${join([sql`1 = 1`, ...conditions(filter)], ' AND ')} ORDER BY w."at" DESC LIMIT ${limit}`)
  return rows.map(readPlace)
}

/** The same along the index of words: of those that hold what is looked for, the newest first. */
const walkMatches = async (
  db: Pick<Database, 'read' | 'dialect'>,
  question: QueueQuestion,
  words: TextQuery,
): ReturnType<typeof walkQueue> => {
  const { limit } = question
  const places: Cursor[] = []
  let end = question.after
  for (const looked of WINDOW.matches) {
    const matched = matchedComments(db, words, { below: end?.at ?? null, limit: looked })
    const rows = await db.read(sql`
      SELECT m."id", m."number" AS "at" FROM (${matched}) m ORDER BY m."number" DESC`)
    const matches = rows.map(readPlace)
    places.push(...(await fittingAmong(db, question, matches, limit + 1 - places.length)))
    if (places.length > limit) return { places: places.slice(0, limit), next: places[limit - 1] ?? null }
    if (matches.length < looked) return { places, next: null }
    end = matches.at(-1) ?? null
  }
  return { places, next: end }
}

const readPlace = (row: Row): Cursor => ({ at: integer(row, 'at'), id: text(row, 'id') })

const windowOf = ({ tab }: QueueQuestion): number => (tab === 'waiting' ? WINDOW.waiting : WINDOW.others)

/** The places of a page's comments, in order, and where the next page begins. */
export const walkQueue = async (
  db: Pick<Database, 'read' | 'dialect'>,
  question: QueueQuestion,
): Promise<{ readonly places: readonly Cursor[]; readonly next: Cursor | null }> => {
  const { limit, filter } = question
  if (filter.words !== null) return walkMatches(db, question, filter.words)
  const { base, order, key } = walkOf(question)
  const looked = windowOf(question)
  const fitting = conditions(filter)
  // The rows come in the order of the window, of which the outer query only leaves some out.
  const rows = await db.read(
    isFiltered(filter)
      ? sql`
        SELECT w."id", w."at" FROM (
          SELECT c."id", ${key} AS "at", c."articleId", c."createdAt", c."script", c."links", c."heldBy"
          FROM "comment" c WHERE ${base} ORDER BY ${order} LIMIT ${looked}) w
        WHERE ${join([sql`1 = 1`, ...fitting], ' AND ')} LIMIT ${limit + 1}`
      : sql`SELECT c."id", ${key} AS "at" FROM "comment" c WHERE ${base} ORDER BY ${order} LIMIT ${limit + 1}`,
  )
  const places = rows.slice(0, limit).map(readPlace)
  if (rows.length > limit) return { places, next: places.at(-1) ?? null }
  if (fitting.length === 0) return { places, next: null }
  const [end] = await db.read(sql`
    SELECT c."id", ${key} AS "at" FROM "comment" c WHERE ${base} ORDER BY ${order} LIMIT 1 OFFSET ${looked - 1}`)
  return { places, next: end ? readPlace(end) : null }
}
