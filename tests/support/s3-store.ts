import { createHash, createHmac } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { HttpRequest } from '@smithy/protocol-http'
import { SignatureV4 } from '@smithy/signature-v4'
import { freePort } from './free-port'

type Bytes = string | ArrayBuffer | ArrayBufferView

const bytesOf = (data: Bytes): Uint8Array =>
  typeof data === 'string'
    ? Buffer.from(data)
    : data instanceof ArrayBuffer
      ? new Uint8Array(data)
      : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)

/** SHA-256, keyed or not, as the judge of signatures asks for it. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHash | typeof createHmac>
  constructor(key?: Bytes) {
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(key))
  }
  update(data: Bytes): void {
    this.#hash.update(bytesOf(data))
  }
  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest())
  }
  reset(): void {
    throw new Error('Nobody asks for this.')
  }
}

export interface S3Store {
  readonly settings: {
    readonly endpoint: string
    readonly bucket: string
    readonly region: string
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly pathStyle: boolean
  }
  readonly objects: Map<string, Buffer>
  /** What it was asked: method and path. */
  readonly asked: string[]
  /** Answers so many of the next requests with 503. */
  stumble(times: number): void
  close(): Promise<void>
}

const [REGION, BUCKET, KEY_ID, SECRET] = ['eu-test-1', 'stet-pictures', 'AKIDTEST', 'a-secret/with+signs==']

const fault = (res: ServerResponse, status: number, code: string): void => {
  res.writeHead(status, { 'content-type': 'application/xml' })
  res.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
}

/** What a right signature of this request would be, by another author's library than the one that signed it. */
const rightSignature = async (req: IncomingMessage, region: string): Promise<string> => {
  const { pathname, searchParams, host } = new URL(`http://${req.headers.host}${req.url}`)
  const given = req.headers.authorization ?? ''
  const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? []
  const headers = Object.fromEntries(names.map((name) => [name, String(req.headers[name] ?? '')]))
  const date = String(req.headers['x-amz-date'])
  const at = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const judge = new SignatureV4({
    ...{ service: 's3', region, sha256: Sha256, uriEscapePath: false },
    credentials: { accessKeyId: KEY_ID, secretAccessKey: SECRET },
  })
  const signed = await judge.sign(
    new HttpRequest({
      ...{ method: req.method, protocol: 'http:', hostname: host, path: pathname, headers },
      query: Object.fromEntries(searchParams),
    }),
    { signingDate: new Date(at) },
  )
  return signed.headers.authorization ?? ''
}

/** Any minute but the present one is somebody else's recording. */
const isNow = (date: unknown): boolean =>
  typeof date === 'string' && date.startsWith(new Date().toISOString().slice(0, 13).replaceAll('-', ''))

/**
 * A store that speaks S3 on this machine, path style, and is strict: a signature, a hash or a region that is wrong is
 * refused, as the real ones do.
 */
export const s3Store = async (): Promise<S3Store> => {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  let stumbles = 0

  const list = (res: ServerResponse, prefix: string): void => {
    // Real ones list a thousand at once; fewer show that somebody goes on.
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).slice(0, 3)
    res.writeHead(200, { 'content-type': 'application/xml' })
    res.end(
      `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`,
    )
  }

  const send = (req: IncomingMessage, res: ServerResponse, object: Buffer): void => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? []
    const part = from === undefined ? object : object.subarray(Number(from), Number(to) + 1)
    res.writeHead(from === undefined ? 200 : 206, { 'content-length': String(part.length) })
    res.end(req.method === 'HEAD' ? undefined : part)
  }

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await buffer(req)
    asked.push(`${req.method} ${req.url}`)
    if (stumbles > 0) {
      stumbles -= 1
      return fault(res, 503, 'SlowDown')
    }
    const { authorization = '' } = req.headers
    const scope = /Credential=([^/]+)\/\d{8}\/([^/]+)\/s3\/aws4_request/.exec(authorization)
    if (scope?.[1] !== KEY_ID) return fault(res, 403, 'InvalidAccessKeyId')
    if (scope[2] !== REGION) return fault(res, 400, 'AuthorizationHeaderMalformed')
    if (!isNow(req.headers['x-amz-date'])) return fault(res, 403, 'RequestTimeTooSkewed')
    const hash = createHash('sha256').update(body).digest('hex')
    if (req.headers['x-amz-content-sha256'] !== hash) return fault(res, 400, 'XAmzContentSHA256Mismatch')
    if (authorization !== (await rightSignature(req, REGION))) return fault(res, 403, 'SignatureDoesNotMatch')

    const { pathname, searchParams } = new URL(`http://store${req.url}`)
    const [, bucket = '', ...rest] = pathname.split('/').map(decodeURIComponent)
    if (bucket !== BUCKET) return fault(res, 404, 'NoSuchBucket')
    const key = rest.join('/')
    if (key === '') return list(res, searchParams.get('prefix') ?? '')
    if (req.method === 'PUT') objects.set(key, body)
    if (req.method === 'DELETE') objects.delete(key)
    if (req.method === 'PUT' || req.method === 'DELETE') {
      res.writeHead(req.method === 'PUT' ? 200 : 204)
      return void res.end()
    }
    const object = objects.get(key)
    return object ? send(req, res, object) : fault(res, 404, 'NoSuchKey')
  }

  const port = await freePort()
  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    settings: {
      ...{ endpoint: `http://127.0.0.1:${port}`, bucket: BUCKET, region: REGION, pathStyle: true },
      ...{ accessKeyId: KEY_ID, secretAccessKey: SECRET },
    },
    objects,
    asked,
    stumble: (times) => {
      stumbles = times
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
