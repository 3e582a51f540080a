import { data, type RouterContextProvider, redirect } from 'react-router'
import { z } from 'zod'
import { findTemplate } from '#app/catalogue/find-template.server.ts'
import { languageContext } from '#app/catalogue/language-context.server.ts'
import { listTemplates } from '#app/catalogue/list-templates.server.ts'
import { createTemplate, saveTemplate } from '#app/catalogue/save-template.server.ts'
import type { TemplateRefusal } from '#app/catalogue/template-outcome.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { type SectionDifference, templateDifference } from '#app/document/template-difference.ts'
import { templateKey } from '#app/document/template-shape.ts'
import type { Template } from '#app/document/templates.ts'
import {
  checkTemplateDraft,
  type OtherTemplate,
  readTemplateDraft,
  rearrange,
  type TemplateDraft,
} from './template-draft.ts'
import { type TemplateNote, templateNotes } from './template-notes.server.ts'

/** What the form of a template shows after it was posted and not saved: everything typed, and why. */
export interface TemplateAnswer {
  act: string
  draft: TemplateDraft
  problems: Record<string, string[]>
  messages: string[]
  notes: Record<string, TemplateNote[]>
  /** The revision to save over, once whoever types has been shown what stands now. */
  revision?: number
  /** What someone else has saved meanwhile, and how it differs from what is typed. */
  stands?: { template: Template; difference: SectionDifference[] }
}

/** Only admins have the form; anybody else gets what an unknown address gets. */
export function adminOr404(context: Readonly<RouterContextProvider>) {
  const viewer = context.get(viewerContext)!
  if (viewer.role !== 'admin') throw data(null, { status: 404 })
  return viewer
}

/** The other templates whose sections can be taken over. */
export async function otherTemplates(context: Readonly<RouterContextProvider>, key = ''): Promise<OtherTemplate[]> {
  const listed = await listTemplates(context.get(databaseContext))
  return listed
    .filter((template) => template.key !== key && !template.retired)
    .map((template) => ({ key: template.key, name: template.name, sections: template.versions[0]!.sections }))
}

export async function notesOn(context: Readonly<RouterContextProvider>, draft: Omit<TemplateDraft, 'takenOut'>) {
  return templateNotes(draft, await languageContext(context.get(databaseContext)))
}

const Revision = z.coerce.number().int().min(0).max(2_147_483_647).catch(-1)

/** Carries out a posted form of a template: `key` of the one that is changed, or null for a new one. */
export async function answerTemplateForm(form: FormData, context: Readonly<RouterContextProvider>, key: string | null) {
  const db = context.get(databaseContext)
  const viewer = adminOr404(context)
  const act = String(form.get('act') ?? 'save')
  const typed = readTemplateDraft(form)
  const revision = Revision.parse(form.get('revision') ?? undefined)
  const notes = await notesOn(context, typed)
  const again = (answer: Partial<TemplateAnswer>, status: number) =>
    data<TemplateAnswer>({ act, draft: typed, problems: {}, messages: [], notes, revision, ...answer }, status)

  if (act !== 'save') {
    const what = String(form.get('what') ?? '')
    return again({ draft: rearrange(typed, act, { what, others: await otherTemplates(context, key ?? '') }) }, 200)
  }
  const checked = checkTemplateDraft(typed)
  if (!checked.ok) return again({ problems: checked.problems, messages: checked.messages }, 400)
  const { content } = checked
  const noted = Object.keys(notes).length > 0 ? '&noted' : ''
  if (key === null) {
    const wanted = templateKey.safeParse(typed.wantedKey).data
    const outcome = await createTemplate(db, viewer, content, wanted)
    if (outcome.ok) return redirect(`/settings/templates/${outcome.key}?saved=1${noted}`)
    return again(refusal(outcome.reason), 400)
  }
  const outcome = await saveTemplate(db, viewer, key, { content, revision })
  if (outcome.ok) return redirect(`/settings/templates/${key}?saved=${outcome.version ?? 'same'}${noted}`)
  if (outcome.reason !== 'changed-meanwhile') return again(refusal(outcome.reason), 400)
  const now = (await findTemplate(db, key))!
  const template = { key, name: now.name, description: now.description, sections: now.versions[0]!.sections }
  const stands = { template, difference: templateDifference(template.sections, content.sections) }
  return again({ messages: [changedMeanwhile], revision: now.revision, stands }, 409)
}

const changedMeanwhile =
  'Someone has saved this template meanwhile. What you typed is still here, and what stands now is below it. Save again to make yours the next version; theirs stays in the list.'

function refusal(reason: TemplateRefusal): Partial<TemplateAnswer> {
  switch (reason) {
    case 'name-taken':
      return {
        problems: { name: ['Another template has this name. Choose a different one, or retire that one first.'] },
      }
    case 'no-such-template':
      throw data(null, { status: 404 })
    default:
      return { messages: ['That is not possible just now. Open the list of templates again.'] }
  }
}
