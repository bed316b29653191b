import { resolve } from 'node:path'

/** The folder that holds package.json; every path of the scripts starts here, whatever the working directory is. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** @param {...string} parts */
export const at = (...parts) => resolve(ROOT, ...parts)

/** The environment of everything the scripts start: nothing reports to anybody. */
export const quietEnvironment = () => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
})
