/** An absolute http(s) address as a link may have it: judged by the parser that browsers use. */
export const isWebAddress = (raw: string): boolean =>
  raw.length <= 2_000 &&
  /^https?:\/\//i.test(raw) &&
  !/[\u0000-\u0020\u007f\\]/.test(raw) &&
  URL.canParse(raw)
