// Posts comments 0, 1, 2… as sixteen people at once until it is killed, each under a key of its own; a thread writes
// them, as in the server. Prints "<number> <comment id>" once a post was answered.
import { openHouse } from '../../../server/process/open-house'

const POSTERS = 16
const [dataDir = '', slug = '', writerProgram] = process.argv.slice(2)
const { stet } = await openHouse(
  { dataDir, databaseUrl: `file:${dataDir}/stet.db`, rateLimits: false, writerProgram },
  (error) => {
    throw error
  },
)

const post = async (n: number): Promise<void> => {
  const input = { slug, body: `Thought ${n}.`, key: `thought-${String(n).padStart(12, '0')}` }
  const client = { addressBlock: '192.0.2.1', userAgent: `poster ${n % POSTERS}`, requestId: '' }
  const posted = await stet.comments.submit({ kind: 'anonymous' }, input, client)
  if (!posted.ok) throw new Error(posted.error.message)
  console.log(`${n} ${posted.value.receipt.commentId}`)
}

await Promise.all(
  Array.from({ length: POSTERS }, async (_, poster) => {
    for (let n = poster; ; n += POSTERS) await post(n)
  }),
)
