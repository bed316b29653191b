import { exitCodeOf, startTrouble, whereabouts } from '../process/start-trouble'
import { type Command, type Terminal, USAGE, UsageError } from './command'
import { backupCommand } from './backup-command'
import { createUserCommand } from './create-user-command'
import { doctorCommand } from './doctor-command'
import { migrateCommand } from './migrate-command'
import { reindexCommand } from './reindex-command'
import { resetSecondStepCommand } from './reset-second-step-command'
import { restoreCommand } from './restore-command'

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['backup', backupCommand],
  ['create-user', createUserCommand],
  ['doctor', doctorCommand],
  ['migrate', migrateCommand],
  ['reindex', reindexCommand],
  ['reset-second-step', resetSecondStepCommand],
  ['restore', restoreCommand],
])

const overview = (): string =>
  [
    'Usage: npm run stet -- <command> [options]',
    '',
    'Commands:',
    ...[...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(19)}${summary}`),
    '',
    'All but "restore" work while the server runs. "<command> --help" says more.',
    'They read the same environment as the server: DATA_DIR, DATABASE_URL, PUBLIC_URL.',
  ].join('\n')

const isHelp = (word: string): boolean => word === '--help' || word === '-h' || word === 'help'

/** Node's own complaint about an argument (parseArgs), without its advice for programmers. */
const badArgument = (error: unknown): string | null =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    ? (error.message.split('. To specify')[0] ?? '')
    : null

const explain = (error: unknown, command: Command, { err }: Terminal): number => {
  const usage = error instanceof UsageError ? error.message : badArgument(error)
  if (usage !== null) {
    err(`${usage}\n\n${command.help}`)
    return USAGE
  }
  const trouble = startTrouble(error, whereabouts())
  if (!trouble) throw error
  err(trouble.message)
  return exitCodeOf(trouble)
}

/** `stet <command>`: 0 done, 1 not done, 64 wrong usage, 75 not now, 78 wrong environment. */
export const runCommand = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const [name, ...args] = argv
  if (name === undefined || isHelp(name)) {
    terminal.out(overview())
    return name === undefined ? USAGE : 0
  }
  const command = COMMANDS.get(name)
  if (!command) {
    terminal.err(`There is no command "${name}".\n\n${overview()}`)
    return USAGE
  }
  if (args.some(isHelp)) {
    terminal.out(command.help)
    return 0
  }
  try {
    return await command.run(args, terminal)
  } catch (error) {
    return explain(error, command, terminal)
  }
}
