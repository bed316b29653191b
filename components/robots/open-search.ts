import { escapeText } from '../feed/escape-text'

/** OpenSearch 1.1: how a browser asks us. `name` is the publication's. */
export const openSearch = (name: string, origin: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    // The standard allows 16 signs, and 1,024.
    `<ShortName>${escapeText([...name].slice(0, 16).join('').trim())}</ShortName>`,
    `<Description>${escapeText(`Search ${name}`.slice(0, 1_024))}</Description>`,
    `<Url type="text/html" template="${origin}/search?q={searchTerms}"/>`,
    `<Image width="32" height="32" type="image/x-icon">${origin}/favicon.ico</Image>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '</OpenSearchDescription>',
    '',
  ].join('\n')
