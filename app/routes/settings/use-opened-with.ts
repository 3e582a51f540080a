import { useState } from 'react'

/**
 * The revision a form was opened with, also when another form of the page has since fetched a later one: whoever saves is
 * told of a change they have not seen. Once they were told, it is the one that stands beside what they typed.
 */
export function useOpenedWith(revision: number, isTold: boolean): number {
  const [opened] = useState(revision)
  return isTold ? revision : opened
}
