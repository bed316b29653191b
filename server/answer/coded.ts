import { etagOf } from '../../lib/press/etag'
import { type FinishedPage, isCompressible } from '../../lib/press/finished-page'
import { type Encoding, negotiateEncoding } from '../../lib/press/negotiate-encoding'

/** One coding of a page, ready to be sent. Headers are name, value, name, value: node takes them as they are. */
export interface Coded {
  readonly status: number
  /** Null for what cannot be asked for again by it: only the very page has one. */
  readonly etag: string | null
  readonly body: Buffer
  /** What every answer has, then what describes the body, its length last. One list, and no longer than it must be: it is kept with each page. */
  readonly headers: string[]
  /** Where in `headers` the description of the body begins. */
  readonly describes: number
}

/** Everything but what describes the body: of a 304, and the beginning of the others. */
export const commonOf = ({ headers, describes }: Coded): string[] => headers.slice(0, describes)

/** What describes the body, whole or in part; without a length. */
export const contentOf = ({ headers, describes }: Coded): readonly string[] => headers.slice(describes, -2)

/** The coding an answer is sent in, by what the visitor takes and what is worth it. */
export const codingOf = (
  { contentType, bytes }: Pick<FinishedPage, 'contentType' | 'bytes'>,
  acceptEncoding: string | undefined,
): Encoding => (isCompressible(contentType, bytes.length) ? negotiateEncoding(acceptEncoding) : 'identity')

/** Name, value, name, value, but for those names. */
const without = (headers: readonly string[], names: object): readonly string[] =>
  headers.filter((_, at) => !Object.hasOwn(names, headers[at - (at % 2)] ?? ''))

/**
 * @param headers of every coding alike
 * @param isShared whether everybody gets the same: then it can be asked for again by its ETag, and in parts
 */
export const encode = async (
  page: FinishedPage,
  encoding: Encoding,
  headers: readonly string[],
  isShared: boolean,
): Promise<Coded> => {
  const etag = isShared && page.status === 200 ? etagOf(page.hash, encoding) : null
  const own = Object.entries(page.headers ?? {}).flat()
  const common = [
    ...without(headers, page.headers ?? {}),
    ...own,
    'vary',
    'Accept-Encoding',
    ...(etag === null ? [] : ['etag', etag]),
  ]
  const content = [
    ...['content-type', page.contentType],
    ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
    ...(etag === null ? [] : ['accept-ranges', 'bytes']),
  ]
  const body = await page.encoded(encoding)
  // Not by spreading: that leaves room for more behind it.
  const whole = common.concat(content, 'content-length', String(body.length))
  return { status: page.status, etag, body, headers: whole, describes: common.length }
}

/** The same with one header that says something else; all have it. */
export const withHeader = (coded: Coded, name: string, value: string): Coded => {
  const { headers, describes } = coded
  const at = headers.indexOf(name)
  return at < 0
    ? { ...coded, headers: [name, value, ...headers], describes: describes + 2 }
    : { ...coded, headers: headers.with(at + 1, value) }
}
