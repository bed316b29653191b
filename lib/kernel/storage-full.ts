/** The disk is full: nothing was stored. Reading goes on; lib/http answers 507 in plain words. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull'

  constructor(cause: unknown) {
    super('The disk is full: nothing was stored.', { cause })
  }
}
