import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fittedSheet, furnitureIn, isFurniture, takenApart } from '../../../server/styles/fitted-sheet'

const ROOT = join(import.meta.dirname, '../../..')
const fitted = (css: string, html: string): string => fittedSheet(takenApart(css), furnitureIn(html))

/** Classes that a file of ours may give an element: words in quotation marks that are no address of a module. */
const namedIn = (path: string): readonly string[] =>
  [
    ...readFileSync(path, 'utf8')
      .replace(/^.* from '.*$|import\(.*\)/gm, '')
      .matchAll(/(['"`])((?:(?!\1).)*)\1/g),
  ].flatMap(([, , words = '']) => words.split(/[^\w-]+/))

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(ROOT, folder, file))

describe('the styles of one page', () => {
  it('are without those of furniture that it does not have', () => {
    const css = '.lead{a:b}.row-title>a{c:d}.related{e:f}.prose .callout{g:h}'
    expect(fitted(css, '<div class="lead x"><p class="row">')).toBe('.lead{a:b}.related{e:f}')
    expect(fitted(css, '<p class="prose"><i class="callout">')).toBe('.related{e:f}.prose .callout{g:h}')
    expect(fitted(css, '<p class="leader">lead</p>')).toBe('.related{e:f}')
  })

  it('keep a rule whole when one of its selectors can be met', () => {
    const css = '.lead>.meta,.piece>.meta{a:b}.lead .meta,.row .meta{c:d}'
    expect(fitted(css, '<p class="piece">')).toBe('.lead>.meta,.piece>.meta{a:b}')
  })

  it('keep what may be met without the furniture named in it', () => {
    const css =
      'p:not(.lead,:has(>.row)){a:b}.piece :is(.notes,h2){c:d}[data-x=".lead"]{e:f}.list~:is(.tabs){g:h}'
    expect(fitted(css, '')).toBe(
      'p:not(.lead,:has(>.row)){a:b}.piece :is(.notes,h2){c:d}[data-x=".lead"]{e:f}',
    )
    const told = `[a='],)("(.row'],[b~=".list i"].x{a:b}`
    expect(fitted(`${told}[c=")"] .lead{d:e}`, '')).toBe(told)
  })

  it('are what was written, in its order, where everything is there', () => {
    const css =
      '@layer a,b;@font-face{font-family:x;src:url(/a.woff2)}:root{--a:1}' +
      '@layer b{@media (min-width:1px){.lead{a:b}@supports (c:d){.row{e:f}}}@keyframes turn{to{rotate:1turn}}}' +
      'i:after{content:"}{;"}@media print{@page{margin:2cm}}'
    expect(fitted(css, '<i class="lead row">')).toBe(css)
  })

  it('leave out a group of rules of which none is left', () => {
    expect(fitted('@layer a{@media print{.lead{a:b}}.x{c:d}}@media print{.row{e:f}}', '')).toBe(
      '@layer a{.x{c:d}}',
    )
  })

  it('are not made of half a sheet', () => {
    expect(() => takenApart('.a{b:c')).toThrow('ends within a rule')
  })
})

/** What server/render/thread-html.tsx prints is made of these. */
const PARTS =
  /\/(?:thread-(?:page|sort|picks|trail)|comment(?:-head|-text|-actions|-link)?|report-form)\.tsx$/

describe('furniture', () => {
  it('is nothing that an island makes or a part of a thread holds', () => {
    const parts = filesIn('components/reader').filter((path) => PARTS.test(path))
    const late = [...filesIn('components/islands'), ...parts]
    expect(late.length).toBeGreaterThan(40)
    for (const path of late) expect(namedIn(path).filter(isFurniture), path).toEqual([])
  })

  it('is what lists, covers and notes are made of, and no part of every page', () => {
    for (const name of ['lead-title', 'row', 'entries-tall', 'piece-cover', 'hl-keyword', 'plain-text'])
      expect(isFurniture(name), name).toBe(true)
    for (const name of ['piece', 'prose', 'comment', 'leader', 'sheet', 'embed', 'button', 'related-list'])
      expect(isFurniture(name), name).toBe(false)
  })
})
