import { useEffect, useState } from 'react'

/** Only the text: everything else of the page steps back, until the sheet is left. */
export const useOnlyText = (): readonly [isOn: boolean, set: (isOn: boolean) => void] => {
  const [isOn, set] = useState(false)
  useEffect(() => {
    document.documentElement.classList.toggle('is-focused', isOn)
    return () => document.documentElement.classList.remove('is-focused')
  }, [isOn])
  return [isOn, set]
}
