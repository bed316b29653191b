// Writes rows until it is killed, or as many as it is told: every other one by Prisma, inside an interactive
// transaction; the rest by the raw road. Prints the key of each row after its commit was answered.
import { openDatabase } from '../../../lib/db/open-database'
import { sql } from '../../../lib/db/sql'

const [url = '', name = '', count = 'Infinity'] = process.argv.slice(2)
const db = await openDatabase(url)

for (let n = 0; n < Number(count); n += 1) {
  const key = `${name}-${n}`
  if (n % 2 === 0) {
    await db.transaction(async (tx) => {
      await tx.all(sql`SELECT count(*) AS "n" FROM "setting"`)
      await tx.run(
        sql`INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES (${key}, '', 1, ${n})`,
      )
    })
  } else {
    await db.prisma.$transaction(async (tx) => {
      await tx.setting.count()
      await tx.setting.create({ data: { key, value: '', updatedAt: BigInt(n) } })
    })
  }
  console.log(key)
}
await db.close()
