// Migrates a database as a starting server does, and prints what it applied.
import { migrate } from '../../../lib/db/migrate'

const [url = '', root = ''] = process.argv.slice(2)
const { applied, backup } = await migrate({ url, root })
console.log(JSON.stringify({ applied, backup }))
