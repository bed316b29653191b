/** Gives a use-case its dependencies and leaves `(actor, input)` to the caller. */
export const bind =
  <D, R extends unknown[], V>(deps: D, useCase: (deps: D, ...rest: R) => V) =>
  (...rest: R): V =>
    useCase(deps, ...rest)
