import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  RelaxNGValidator,
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'

/** libxml2 judges; the schemas are those of the standards. Each gives what is wrong, nothing when all is well. */
type Problems = readonly string[]

const own = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/** The schema of sitemaps.org comes with a package of another author. */
const sitemapsOrg = (): string =>
  readFileSync(
    join(dirname(new URL(import.meta.resolve('sitemap')).pathname), '../../schema/sitemap.xsd'),
    'utf8',
  )

const IMPORTS = {
  'sitemap.xsd': sitemapsOrg,
  'sitemap-image.xsd': () => own('sitemap-image.xsd'),
  'sitemap-news.xsd': () => own('sitemap-news.xsd'),
} as const

const ALL_OF_A_SITEMAP = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <xsd:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="sitemap-image.xsd"/>
  <xsd:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="sitemap-news.xsd"/>
</xsd:schema>`

/** A file that names others among the given ones. */
const withImports = <T>(work: () => T): T => {
  const files = Object.entries(IMPORTS).map(([name, read]) => [name, Buffer.from(read())] as const)
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)))
  return work()
}

const problemsOf = (work: () => void): Problems => {
  try {
    work()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

const judge = (xml: string, validate: (document: XmlDocument) => void): Problems =>
  problemsOf(() => {
    const document = XmlDocument.fromString(xml)
    try {
      validate(document)
    } finally {
      document.dispose()
    }
  })

/** Every schema is read once. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

const atom = once(() => RelaxNGValidator.fromDoc(XmlDocument.fromString(own('atom.rng'))))
const sitemap = once(() => withImports(() => XsdValidator.fromDoc(XmlDocument.fromString(ALL_OF_A_SITEMAP))))

export const xmlProblems = (xml: string): Problems => judge(xml, () => {})
export const atomProblems = (xml: string): Problems => judge(xml, (document) => atom().validate(document))
export const sitemapProblems = (xml: string): Problems =>
  judge(xml, (document) => sitemap().validate(document))
