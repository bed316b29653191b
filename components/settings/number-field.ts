/** <Field {...given('speed')} {...NUMBER_FIELD} max={100} /> */
export const NUMBER_FIELD = {
  type: 'number',
  inputMode: 'numeric',
  className: 'max-w-28',
  required: true,
  min: 0,
} as const
