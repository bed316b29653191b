import { parseArgs } from 'node:util'
import type { Command } from './command'
import { withHouse } from './with-house'

export const reindexCommand: Command = {
  summary: 'make the search indexes anew, also while the server runs',
  help: [
    'Usage: npm run stet -- reindex',
    '',
    'Empties the search indexes and fills them from pieces and comments. Nothing else is touched. Until it has ended,',
    'search finds less than there is. A thousand pieces take a few seconds.',
  ].join('\n'),
  run: async (args, { out, root }) => {
    parseArgs({ args: [...args], options: {} })
    return withHouse(root, async ({ stet }) => {
      await stet.search.clear()
      const steps = stet.search.fill()
      while (!(await steps.next()).done);
      out('The search indexes are made anew.')
      return 0
    })
  },
}
