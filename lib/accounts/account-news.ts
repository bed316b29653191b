/** What the owner of an account is told by mail: somebody else may have done it. */
export const ACCOUNT_NEWS = ['add.passkey', 'remove.passkey'] as const
export type AccountNews = (typeof ACCOUNT_NEWS)[number]
