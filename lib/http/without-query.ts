/** An address as it may stand in the log: the query can hold a key (`/setup?token=…`) or what somebody typed. */
export const withoutQuery = (path: string): string => path.split('?', 1)[0] ?? ''
