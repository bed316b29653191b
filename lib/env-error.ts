/** What is wrong with the environment: one sentence per variable, naming it and the remedy. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}
