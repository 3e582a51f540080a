import { data, type RouterContextProvider } from 'react-router'
import { z } from 'zod'
import {
  type HouseLanguageRefusal,
  writeHouseWords,
  writeRuleLevels,
} from '#app/catalogue/change-house-language.server.ts'
import { readHouseLanguage } from '#app/catalogue/house-language.server.ts'
import { chosenLevels, type HouseWords, type RuleLevels } from '#app/catalogue/house-words.ts'
import { HouseWordsForm } from '#app/catalogue/house-words-form.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { ruleset } from '#app/linter/index.ts'
import { recountNotes } from '#app/postmortems/recount-notes.server.ts'
import { answerTo, type FormAnswer, readForm } from '#app/ui/read-form.ts'

/** What the page shows after a form of it was posted. */
export interface LanguageAnswer {
  act: string
  words: string | null
  /** The fields to post to take it back. */
  undo: Record<string, string> | null
  answer: FormAnswer | null
  /** Whether it was refused because someone else was there first: what was typed stands beside what stands now. */
  isChangedMeanwhile?: boolean
}

const Revision = z.coerce.number().int().min(0).max(2_147_483_647).catch(-1)
const RuleLevelsForm = z
  .object(Object.fromEntries(ruleset.map(({ id }) => [id, z.enum(chosenLevels, 'Choose one of these.').optional()])))
  .transform((chosen) => Object.fromEntries(Object.entries(chosen).filter(([, level]) => level)) as RuleLevels)

/** Carries out a posted form of the page. Someone who is not an admin gets what an unknown address gets. */
export async function answerLanguageForm(form: FormData, context: Readonly<RouterContextProvider>) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  if (viewer.role !== 'admin') throw data(null, { status: 404 })
  const act = String(form.get('act') ?? '')
  const revision = Revision.parse(form.get('revision') ?? undefined)
  const before = await readHouseLanguage(db)
  const again = (answer: FormAnswer, isChangedMeanwhile?: boolean) =>
    data<LanguageAnswer>({ act, words: null, undo: null, answer, isChangedMeanwhile }, 400)
  const finish = async (
    outcome: { ok: true } | { ok: false; reason: HouseLanguageRefusal },
    words: string,
    undo: Record<string, string>,
  ) => {
    if (!outcome.ok) return again(refusal(form, outcome.reason), outcome.reason === 'changed-meanwhile')
    const unread = await recountNotes(db)
    const left = unread.length > 0 ? ` ${unread.join(', ')} could not be read and will be counted later.` : ''
    const said = `${words} An open editor follows when it is loaded again.${left}`
    return { act, words: said, undo: { ...undo, revision: String(revision + 1) }, answer: null } as LanguageAnswer
  }

  switch (act) {
    case 'words': {
      const read = readForm(HouseWordsForm, form)
      if (!read.ok) return again(read.answer)
      const outcome = await writeHouseWords(db, viewer, { words: read.value, revision })
      return finish(outcome, 'The words are saved.', { act, ...asTyped(before.words) })
    }
    case 'levels': {
      const read = readForm(RuleLevelsForm, form)
      if (!read.ok) return again(read.answer)
      const outcome = await writeRuleLevels(db, viewer, { levels: read.value, revision })
      return finish(outcome, 'The levels are saved.', { act, ...before.levels })
    }
    case 'usual-levels': {
      const outcome = await writeRuleLevels(db, viewer, { levels: {}, revision })
      return finish(outcome, 'Every rule has its usual levels.', { act: 'levels', ...before.levels })
    }
  }
  throw data(null, { status: 400 })
}

/** The lists as they stand in the form. */
function asTyped(words: HouseWords): Record<keyof HouseWords, string> {
  const lines = (list: keyof HouseWords) => words[list].join('\n')
  return { roles: lines('roles'), systems: lines('systems'), twoFaced: lines('twoFaced'), allowed: lines('allowed') }
}

function refusal(form: FormData, reason: HouseLanguageRefusal): FormAnswer {
  switch (reason) {
    case 'not-allowed':
      throw data(null, { status: 404 })
    case 'changed-meanwhile':
      return answerTo(form, {
        message:
          'Someone has changed this meanwhile. What you entered is still here, beside what stands now; save again to replace that.',
      })
    case 'stands-twice':
      return answerTo(form, { message: 'A word stands in two lists, or twice in one. Leave it in one place.' })
  }
}
