import { z } from 'zod'
import { type HouseWordList, houseWordLists, listNames } from './house-words.ts'
import { readWordLines } from './read-word-lines.ts'

const lines = (list: HouseWordList) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const { words, problem } = readWordLines(list, typed)
      if (problem) context.addIssue({ code: 'custom', message: problem })
      return words
    })

/** Four lists as they are typed, one entry a line. A word has one meaning, so it stands in one list; phrases are free. */
export const HouseWordsForm = z
  .object({
    roles: lines('roles'),
    systems: lines('systems'),
    twoFaced: lines('twoFaced'),
    allowed: lines('allowed'),
  })
  .superRefine((words, context) => {
    const listOf = new Map<string, HouseWordList>()
    for (const list of houseWordLists) {
      if (list === 'allowed') continue
      for (const word of words[list]) {
        const other = listOf.get(word.toLowerCase())
        if (other) {
          const message = `“${word}” stands under ${listNames[other]} as well. Leave it in one of the two.`
          context.addIssue({ code: 'custom', path: [list], message })
          break
        }
        listOf.set(word.toLowerCase(), list)
      }
    }
  })
