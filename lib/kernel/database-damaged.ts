/**
 * What is stored cannot be read any more: nothing is asked of the file until somebody has seen to it. What is finished
 * already can still be shown.
 */
export class DatabaseDamaged extends Error {
  override readonly name = 'DatabaseDamaged'

  constructor(cause: unknown) {
    super('The database is damaged, and is left alone until it is mended.', { cause })
  }
}
