import { data, type RouterContextProvider } from 'react-router'
import { z } from 'zod'
import type { CatalogueList } from '#app/catalogue/catalogue-list.ts'
import { listWords } from '#app/catalogue/catalogue-list.ts'
import type { CatalogueRefusal } from '#app/catalogue/catalogue-outcome.ts'
import { bringBackEntry, changeEntry, moveTerm, retireEntry } from '#app/catalogue/change-entry.server.ts'
import { createEntry } from '#app/catalogue/create-entry.server.ts'
import { chosenId, entryHelp, entryName } from '#app/catalogue/entry-fields.ts'
import { mergeEntries } from '#app/catalogue/merge-entries.server.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { answerTo, type FormAnswer, readForm } from '#app/ui/read-form.ts'

/** What a page of the catalogue shows after a form was posted. */
export interface CatalogueAnswer {
  /** The form it answers: which act, on which entry ('' for the one that adds). */
  act: string
  id: string
  /** What was done, in one sentence, or null. */
  words: string | null
  /** The fields to post to take it back, where that is cheap. */
  undo: Record<string, string> | null
  /** The id of the entry that was added. */
  made?: string
  answer: FormAnswer | null
}

const Entry = z.object({ name: entryName, help: entryHelp, teamId: chosenId })
const Merge = z.object({ intoId: z.string({ error: 'Choose which one it becomes a part of.' }).max(64) })

/** Carries out a posted form of the catalogue. Someone who is not an admin gets what an unknown address gets. */
export async function answerCatalogueForm(
  form: FormData,
  context: Readonly<RouterContextProvider>,
  list: CatalogueList,
) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const act = String(form.get('act') ?? '')
  const id = String(form.get('id') ?? '')
  const one = listWords[list].one
  const done = (words: string, more: Partial<CatalogueAnswer> = {}): CatalogueAnswer => ({
    act,
    id,
    words,
    undo: null,
    answer: null,
    ...more,
  })
  const again = (answer: FormAnswer) => data<CatalogueAnswer>({ act, id, words: null, undo: null, answer }, 400)
  const refused = (reason: CatalogueRefusal) => again(refusal(form, reason, list))

  switch (act) {
    case 'add':
    case 'change': {
      const read = readForm(Entry, form)
      if (!read.ok) return again(read.answer)
      const { name } = read.value
      if (act === 'add') {
        const added = await createEntry(db, viewer, list, read.value)
        return added.ok ? done(`${name} is in the list.`, { made: added.id }) : refused(added.reason)
      }
      const changed = await changeEntry(db, viewer, list, id, read.value)
      return changed.ok ? done(`${name} is saved.`) : refused(changed.reason)
    }
    case 'retire': {
      const outcome = await retireEntry(db, viewer, list, id)
      if (!outcome.ok) return refused(outcome.reason)
      return done(`The ${one} is retired. What has it keeps it; it is not offered any more.`, {
        undo: { act: 'bring-back', id },
      })
    }
    case 'bring-back': {
      const outcome = await bringBackEntry(db, viewer, list, id)
      return outcome.ok ? done(`The ${one} can be chosen again.`) : refused(outcome.reason)
    }
    case 'merge': {
      const read = readForm(Merge, form)
      if (!read.ok) return again(read.answer)
      const outcome = await mergeEntries(db, viewer, list, { fromId: id, intoId: read.value.intoId })
      return outcome.ok ? done('The two are one now, everywhere.') : refused(outcome.reason)
    }
    case 'up':
    case 'down': {
      if (list === 'team' || list === 'service') break
      const outcome = await moveTerm(db, viewer, list, id, act)
      return outcome.ok ? done('The order is saved.') : refused(outcome.reason)
    }
  }
  throw data(null, { status: 400 })
}

/** A refusal as the form's answer. */
export function refusal(form: FormData, reason: CatalogueRefusal, list: CatalogueList): FormAnswer {
  const { one } = listWords[list]
  switch (reason) {
    case 'not-allowed':
      throw data(null, { status: 404 })
    case 'name-taken':
      return answerTo(form, {
        problems: { name: [`Another ${one} has this name. Choose a different one, or merge the two.`] },
        message:
          form.get('act') === 'bring-back'
            ? `Another ${one} has this name by now. Rename that one, or merge the two.`
            : undefined,
      })
    case 'no-such-entry':
    case 'not-now':
      return answerTo(form, {
        message: 'The list has changed meanwhile. Here it is as it stands; try again if need be.',
      })
  }
}
