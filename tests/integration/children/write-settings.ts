// Writes rows until it is killed, or as many as it is told: by the raw road, three at once, and by Prisma, inside an
// interactive transaction. Prints the key of each row after its commit was answered.
import { openDatabase } from '../../../lib/db/open-database'
import { sql } from '../../../lib/db/sql'

const [url = '', name = '', count = 'Infinity'] = process.argv.slice(2)
const db = await openDatabase(url)

const writeRaw = async (key: string): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.all(sql`SELECT count(*) AS "n" FROM "setting"`)
    await tx.run(
      sql`INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES (${key}, '', 1, 0)`,
    )
  })
  console.log(key)
}

const writeByPrisma = async (key: string): Promise<void> => {
  await db.prisma.$transaction(async (tx) => {
    await tx.setting.count()
    await tx.setting.create({ data: { key, value: '', updatedAt: 0n } })
  })
  console.log(key)
}

const keyOf = (n: number): string => `${name}-${n}`

for (let n = 0; n < Number(count); n += 4) {
  await Promise.all([n, n + 1, n + 2].map((each) => writeRaw(keyOf(each))))
  await writeByPrisma(keyOf(n + 3))
}
await db.close()
