/** One part of `npm run bench`, which has the machine for itself while it runs. */
export type Part = (options: PartOptions) => Promise<PartResult>

export interface PartOptions {
  /** Root folder of the project, where the build is. */
  readonly root: string
  /** An empty folder for the part's data; removed afterwards. */
  readonly dataDir: string
  /** How long each line under load is measured. */
  readonly seconds: number
  /** Only lines whose name holds this; '' for all. */
  readonly line: string
  /** A file of labelled comments, for the part that judges them. */
  readonly csv?: string
  /** A page of another product, measured in the same run; null for none. */
  readonly compare: string | null
  /** Tells the person who waits what is going on. */
  readonly say: (text: string) => void
}

export interface PartResult {
  /** For people. */
  readonly text: string
  /** For machines: plain numbers and names. */
  readonly json: unknown
  /** Whether something is not as it must be, whatever its speed. */
  readonly wrong?: boolean
}
