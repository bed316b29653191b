import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { S3Settings } from '../../env-s3'
import { Unavailable } from '../../kernel/unavailable'

/** Until the first byte of an answer, with tries (ms). */
const PATIENCE_MS = 20_000
const TRIES_AGAIN = 2

/** What a bucket is asked. */
export interface Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  /** Of an object; '' for the bucket. */
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
}

/** One bucket of a store that speaks S3 (https://docs.aws.amazon.com/AmazonS3/latest/API). */
export interface S3Bucket {
  /**
   * Answers that mean something to who asks: 2xx, 404 and 416. Throws `Unavailable` with a sentence for everything
   * else, that nobody answered included. A 404 comes without its body; whoever gets another reads or cancels it.
   */
  ask(request: Request): Promise<Response>
}

const addressOf = ({ endpoint, bucket, pathStyle }: S3Settings, { key, query = {} }: Request): URL => {
  const url = new URL(endpoint)
  const path = key.split('/').map(encodeURIComponent).join('/')
  if (pathStyle) url.pathname = `/${bucket}/${path}`
  else {
    url.hostname = `${bucket}.${url.hostname}`
    url.pathname = `/${path}`
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

/** What the store says of itself (`<Code>NoSuchBucket</Code>`), for the operator. */
const codeIn = (body: string): string => /<Code>([A-Za-z0-9.]{1,60})<\/Code>/.exec(body)?.[1] ?? ''

const explained = (status: number, code: string, { bucket, region }: S3Settings): string => {
  const said = code === '' ? `with ${status}` : `with ${status}, ${code}`
  if (code === 'NoSuchBucket') return `There is no bucket ${bucket} in the store of pictures (${said}).`
  if (status === 403)
    return `The store of pictures refuses the keys, or what they ask of bucket ${bucket} (${said}).`
  if (status === 301 || status === 307 || code === 'AuthorizationHeaderMalformed')
    return `The store of pictures has bucket ${bucket} elsewhere than in region ${region} (${said}).`
  return `The store of pictures answers ${said}.`
}

const NOBODY = 'The store of pictures does not answer.'

/** Signed with signature version 4; what the store cannot do now is tried again twice. Never follows a redirect. */
export const s3Bucket = (settings: S3Settings): S3Bucket => {
  const { accessKeyId, secretAccessKey, region } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: TRIES_AGAIN })

  const send = async (request: Request): Promise<Response> => {
    const { method, headers, body } = request
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS)
    try {
      const hash = createHash('sha256').update(body ?? '')
      return await client.fetch(addressOf(settings, request), {
        ...{ method, body, redirect: 'manual', signal: giveUp.signal },
        headers: { ...headers, 'x-amz-content-sha256': hash.digest('hex') },
      })
    } catch (error) {
      throw new Unavailable(NOBODY, { cause: error })
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    ask: async (request) => {
      const answer = await send(request)
      if (answer.ok || answer.status === 416) return answer
      const code = codeIn(await answer.text())
      if (answer.status === 404 && code !== 'NoSuchBucket') return answer
      throw new Unavailable(explained(answer.status, code, settings))
    },
  }
}
