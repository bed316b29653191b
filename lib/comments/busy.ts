import type { Ports } from '../ports'

/**
 * Whether so many are posting at once that it looks like a flood: only then browsers are asked for a proof of work. The
 * count is the limiter's; nobody is turned away by it.
 */
export const isBusy = async ({ limits }: Pick<Ports, 'limits'>): Promise<boolean> =>
  !(await limits.check('site.calm', 'site')).ok

/** Counts one that was stored. */
export const countPosted = async ({ limits }: Pick<Ports, 'limits'>): Promise<void> => {
  await limits.take('site.calm', 'site')
}
