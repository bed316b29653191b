import type { Readable } from 'node:stream'

/** A file of the library, open. */
export interface MediaFile {
  /** Bytes. */
  readonly size: number
  /** Both ends included; null for all of it. Called once. */
  read(range: { readonly from: number; readonly to: number } | null): Promise<Readable>
  /** Not read after all. */
  close(): Promise<void>
}

/** Where the files of the library are: a folder, or a store elsewhere. Names are ours (media-address.ts), never a visitor's. What is elsewhere may fail with `Unavailable`. */
export interface MediaFiles {
  /** Takes over a finished file: what is there once it returns survives power loss. The same name again changes nothing. */
  put(file: string, from: string): Promise<void>
  /** One file, to be sent or not; null where there is none of that name. */
  open(file: string): Promise<MediaFile | null>
  /** Every file of a picture. */
  removeAll(name: string): Promise<void>
}
