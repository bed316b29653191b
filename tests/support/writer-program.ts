import { join } from 'node:path'
import { bundled } from './bundled'
import { PROJECT } from './database'

/** What server/comment-writer.ts is bundled to, for `DatabaseOptions.writerProgram`. */
export const writerProgram = (): string => bundled(join(PROJECT, 'server/comment-writer.ts'))
