import type { Ports } from '../ports'

/** Whether this piece has a page for the branch of that comment: readers see it, or the stub of it. */
export const findBranch = async (
  { threadReader, clock }: Pick<Ports, 'threadReader' | 'clock'>,
  { articleId, branch }: { readonly articleId: string; readonly branch: string },
): Promise<boolean> => (await threadReader.shown(articleId, branch, clock.now())) !== null
