import { z } from 'zod'
import { EnvError } from './env-error'
import { switchOf } from './env-values'

/** A bucket of a store that speaks S3. */
export interface S3Settings {
  /** Scheme, host and port. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  /** Never printed. */
  readonly secretAccessKey: string
  /** The bucket is named in the path, not in the host. */
  readonly pathStyle: boolean
}

const S3_ENDPOINT_HELP =
  'MEDIA_S3_ENDPOINT must be the address of a store that speaks S3, for example https://s3.eu-central-1.amazonaws.com: http or https, without a path.'

const s3Endpoint = z.string().transform((text, ctx) => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin
  ctx.addIssue({ code: 'custom', message: S3_ENDPOINT_HELP })
  return z.NEVER
})

const noSpace = (name: string, what: string) =>
  z.string().regex(/^\S+$/, `${name} must be ${what}, without spaces.`)

/** What says where pictures are kept when not in the data folder. */
export const s3Variables = {
  MEDIA_S3_ENDPOINT: s3Endpoint.optional(),
  MEDIA_S3_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      'MEDIA_S3_BUCKET must be the name of a bucket: 3 to 63 small letters, digits, dots and dashes.',
    )
    .optional(),
  MEDIA_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'MEDIA_S3_REGION must be the name of a region, for example eu-central-1.')
    .default('us-east-1'),
  MEDIA_S3_KEY_ID: noSpace('MEDIA_S3_KEY_ID', 'the id of an access key').optional(),
  MEDIA_S3_SECRET: noSpace('MEDIA_S3_SECRET', 'the secret of that access key').optional(),
  MEDIA_S3_PATH_STYLE: switchOf('MEDIA_S3_PATH_STYLE').default(true),
}

type Given = z.infer<z.ZodObject<typeof s3Variables>>

/** Four that belong together: all of them or none. */
const S3_PARTS = ['MEDIA_S3_ENDPOINT', 'MEDIA_S3_BUCKET', 'MEDIA_S3_KEY_ID', 'MEDIA_S3_SECRET'] as const

/** The bucket that was named; null for none. Throws `EnvError` where a part of it is missing. */
export const s3Of = (v: Given): S3Settings | null => {
  const missing = S3_PARTS.filter((name) => v[name] === undefined)
  if (missing.length === S3_PARTS.length) return null
  const [endpoint, bucket, accessKeyId, secretAccessKey] = S3_PARTS.map((name) => v[name])
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey)
    throw new EnvError([
      `Pictures can be kept in a store that speaks S3 when ${S3_PARTS.join(', ')} are all set; missing: ${missing.join(', ')}. Without any of them they are kept in DATA_DIR.`,
    ])
  return {
    ...{ endpoint, bucket, accessKeyId, secretAccessKey },
    ...{ region: v.MEDIA_S3_REGION, pathStyle: v.MEDIA_S3_PATH_STYLE },
  }
}
