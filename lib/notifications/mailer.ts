/** A finished mail to one address. Every value is text of one line, but the two bodies. */
export interface Letter {
  /** Left part of the Message-ID: the same cause and recipient have the same one, however often it is tried. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Absolute address that ends such mails, by a page or by one click (RFC 8058); null for a question. */
  readonly unsubscribe: string | null
}

export type Delivery =
  | { readonly kind: 'sent' }
  /** For good (5xx): this address takes no mail. `reply` is what its server said. */
  | { readonly kind: 'refused'; readonly reply: string }
  /** Not now: the server is busy, away, or set up wrongly on our side. */
  | { readonly kind: 'later'; readonly reply: string }

/** Port: the post office. There is none unless the operator has set one up, and then nothing mentions mail. */
export interface Mailer {
  /** Scheme and host readers know, without a trailing slash: what links in a mail begin with. */
  readonly origin: string
  /** Never throws for what a mail server may say. */
  send(letter: Letter): Promise<Delivery>
}
