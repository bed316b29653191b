import type { Stet } from '../../lib/compose'
import { must } from './builders/must'
import { theOwner } from './builders/the-owner'

/** A piece as the owner's studio opens it now. */
export const storedPiece = async (stet: Stet, articleId: string) =>
  must('open a piece', stet.articles.open(await theOwner(stet), { articleId }))
