import { data, type RouterContextProvider } from 'react-router'
import { z } from 'zod'
import { chosenId } from '#app/catalogue/entry-fields.ts'
import type { TemplateOutcome } from '#app/catalogue/template-outcome.ts'
import { listTemplateRules, removeTemplateRule, setTemplateRule } from '#app/catalogue/template-rules.server.ts'
import { databaseContext } from '#app/context.ts'
import { adminOr404 } from './template-form.server.ts'

export interface RuleAnswer {
  words: string | null
  /** The fields to post to take it back. */
  undo: Record<string, string> | null
  problem: string | null
}

const Rule = z.object({ kindId: chosenId, severityId: chosenId, template: z.string().max(64) })

/** Carries out a posted form about which template is offered. */
export async function answerRuleForm(form: FormData, context: Readonly<RouterContextProvider>) {
  const viewer = adminOr404(context)
  const db = context.get(databaseContext)
  const finish = (outcome: TemplateOutcome, words: string, undo: RuleAnswer['undo']) => {
    if (outcome.ok) return data<RuleAnswer>({ words, undo, problem: null })
    const problem = 'The list has changed meanwhile. Here it is as it stands; choose again.'
    return data<RuleAnswer>({ words: null, undo: null, problem }, { status: 409 })
  }
  switch (form.get('act')) {
    case 'set-rule': {
      const read = Rule.safeParse(Object.fromEntries(form))
      if (!read.success) throw data(null, { status: 400 })
      const { kindId, severityId, template } = read.data
      return finish(
        await setTemplateRule(db, viewer, { kindId, severityId, templateKey: template }),
        'It is offered from now on. Nobody’s post-mortem changes by itself.',
        null,
      )
    }
    case 'remove-rule': {
      const id = String(form.get('id'))
      const rule = (await listTemplateRules(db)).find((one) => one.id === id)
      const undo = rule && {
        act: 'set-rule',
        kindId: rule.kindId ?? '',
        severityId: rule.severityId ?? '',
        template: rule.templateKey,
      }
      return finish(await removeTemplateRule(db, viewer, id), 'It is not offered for that any more.', undo ?? null)
    }
    default:
      throw data(null, { status: 400 })
  }
}
