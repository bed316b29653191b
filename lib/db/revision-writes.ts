import type { ArticleRevision } from '../articles/article'
import { revisionColumns } from './article-columns'
import type { Prisma } from './generated/sqlite/client'
import { usesBy } from './media-uses'

type Unnumbered = Omit<ArticleRevision, 'number'>

const writeUses = async (tx: Prisma.TransactionClient, revision: Unnumbered): Promise<void> => {
  const uses = usesBy(revision)
  if (uses.length > 0) await tx.mediaUse.createMany({ data: uses })
}

/** Stores a revision under this number, and which pictures it shows. */
export const writeRevision = async (
  tx: Prisma.TransactionClient,
  revision: Unnumbered,
  number: number,
): Promise<void> => {
  await tx.articleRevision.create({ data: revisionColumns(revision, number) })
  await writeUses(tx, revision)
}

/** Stores a revision as the newest of its piece; whoever calls keeps others from numbering one meanwhile. */
export const addRevision = async (tx: Prisma.TransactionClient, revision: Unnumbered): Promise<void> => {
  const { articleId } = revision
  const { _max } = await tx.articleRevision.aggregate({ where: { articleId }, _max: { number: true } })
  await writeRevision(tx, revision, (_max.number ?? 0) + 1)
}

/** Puts other words into a revision, which keeps its number. */
export const rewriteRevision = async (tx: Prisma.TransactionClient, revision: Unnumbered): Promise<void> => {
  const { number: _, ...columns } = revisionColumns(revision, 0)
  await tx.articleRevision.update({ where: { id: revision.id }, data: columns })
  await tx.mediaUse.deleteMany({ where: { revisionId: revision.id } })
  await writeUses(tx, revision)
}
