import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '../../lib/db/migrate'
import { openHouse } from '../../server/process/open-house'
import { aClient } from '../support/builders/a-client'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { POSTGRES_URL, testPlace } from '../support/database'
import { CONTESTED, type Contest, contest } from './contested'
import { differently } from './differently'

/** The same contest on PostgreSQL, where transactions run side by side; null when none is at hand (TEST_POSTGRES_URL). */
export const contestOnPostgresql = async (dataDir: string, root: string): Promise<Contest | null> => {
  if (!POSTGRES_URL) return null
  const place = await testPlace('postgresql')
  const folder = join(dataDir, 'postgresql')
  mkdirSync(folder)
  try {
    await migrate({ url: place.url, root })
    const house = await openHouse({ dataDir: folder, databaseUrl: place.url, rateLimits: false }, (error) => {
      throw error
    })
    try {
      const { slug } = await aPiece(house.stet, { title: 'Harbour notes' })
      for (let n = 0; n < CONTESTED; n += 1) {
        await aComment(house.stet, {
          under: slug,
          body: differently('Contested', n),
          client: aClient(n % 250),
        })
      }
      const one = await aUser(house.stet, { role: 'moderator' })
      return await contest(house, one, await aUser(house.stet, { role: 'moderator' }))
    } finally {
      await house.database.close()
    }
  } finally {
    await place.remove()
  }
}
