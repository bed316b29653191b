import { useRef, useState } from 'react'
import type { Answered, Ask, Question } from './questions'

interface Asking {
  readonly number: number
  readonly question: Question
  readonly answer: (answer: Answered) => void
}

/** Questions one after the other: a second one waits until the first is answered, and none is lost. */
export const useQuestions = () => {
  const [waiting, setWaiting] = useState<readonly Asking[]>([])
  const count = useRef(0)
  const ask: Ask = (question) =>
    new Promise((resolve) => {
      const number = (count.current += 1)
      const answer = (given: Answered): void => {
        setWaiting((all) => all.filter((one) => one.number !== number))
        resolve(given)
      }
      setWaiting((all) => [...all, { number, question, answer }])
    })
  return { asking: waiting[0] ?? null, ask }
}
