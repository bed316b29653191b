import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { WordListStore } from './word-lists'

/** The word lists with the version a change must name. They are nobody's but the owner's: who knows them evades them. */
export const readWordLists = async (
  { wordListStore }: Pick<Ports, 'wordListStore'>,
  actor: Actor,
): Promise<Result<Awaited<ReturnType<WordListStore['read']>>>> =>
  can(actor, 'manage.settings')
    ? ok(await wordListStore.read())
    : fail('forbidden', 'Only the owner can read the word lists.')
