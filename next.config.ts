import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // Compression, ETags and slashes are the server's (server/answer, server/pipeline.ts).
  compress: false,
  generateEtags: false,
  skipTrailingSlashRedirect: true,
  // Metadata is awaited and stands in <head> for everybody: streamed in, only scripts could put it there.
  htmlLimitedBots: /.*/,
  // Preloads of fonts stand in <head>, too (1: too short for any; React warns of 0): the server passes no `Link` on (server/routes/staff-page.ts).
  reactMaxHeadersLength: 1,
  // Variants are made at upload; the optimiser has had remote code execution.
  images: { unoptimized: true },
  // Packages with native code or their own idea of the file system stay outside the bundle.
  serverExternalPackages: ['@node-rs/argon2', 'better-sqlite3', 'pino'],
  // Checked by `npm test` (check:types, check:lint), once and not again at every start.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  turbopack: { root: import.meta.dirname },
  experimental: {
    // Larger than the server lets through (server/routes/route-table.ts): the limit is enforced there.
    serverActions: { bodySizeLimit: '3mb' },
  },
}

export default config
