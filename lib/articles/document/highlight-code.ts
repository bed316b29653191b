import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import css from 'highlight.js/lib/languages/css'
import diff from 'highlight.js/lib/languages/diff'
import go from 'highlight.js/lib/languages/go'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import kotlin from 'highlight.js/lib/languages/kotlin'
import php from 'highlight.js/lib/languages/php'
import python from 'highlight.js/lib/languages/python'
import r from 'highlight.js/lib/languages/r'
import ruby from 'highlight.js/lib/languages/ruby'
import rust from 'highlight.js/lib/languages/rust'
import sql from 'highlight.js/lib/languages/sql'
import swift from 'highlight.js/lib/languages/swift'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import { createLowlight } from 'lowlight'
import { escapeText } from './escape-html'

/** What writers quote. Other languages stay plain. */
const lowlight = createLowlight({
  ...{ bash, c, cpp, csharp, css, diff, go, ini, java, javascript, json, kotlin, php, python, r, ruby, rust },
  ...{ sql, swift, typescript, xml, yaml },
})

/** Characters of one block: a longer one is no quotation, and its colours are not worth the time. */
const MOST = 20_000

type Content = ReturnType<typeof lowlight.highlight>['children'][number]

const html = (node: Content): string => {
  if (node.type === 'text') return escapeText(node.value)
  if (node.type !== 'element') return ''
  const inside = node.children.map(html).join('')
  const names = Array.isArray(node.properties.className) ? node.properties.className : []
  const own = names.filter((name) => /^hl-[a-z-]+$/.test(String(name)))
  return own.length === 0 ? inside : `<span class="${own.join(' ')}">${inside}</span>`
}

/** Code as HTML: what its parts are, in classes (`hl-keyword`, `hl-string`, …); plain where the language is not known. */
export const highlightCode = (code: string, language: string): string => {
  const name = language.toLowerCase()
  if (language === '' || code.length > MOST || !lowlight.registered(name)) return escapeText(code)
  return lowlight.highlight(name, code, { prefix: 'hl-' }).children.map(html).join('')
}
