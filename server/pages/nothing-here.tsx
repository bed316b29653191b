import type { HeadFacts } from '../../components/reader/head-facts'
import { MissingPiece } from '../../components/reader/missing-piece'
import type { PageView } from './page'

/** What a page says, with 404, when what it would show has gone between the question and the answer. */
export const nothingHere = (head: HeadFacts): PageView => ({ status: 404, head, body: <MissingPiece /> })
