import { foldText } from '../kernel/fold-text'
import type { Secrets } from '../kernel/secrets'

/** Hash of the folded text: the same for texts that differ only in case, accents, blanks or look-alike letters. */
export const fingerprintOf = (secrets: Pick<Secrets, 'hash'>, body: string): string =>
  secrets.hash(foldText(body))
