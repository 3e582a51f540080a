import { data } from 'react-router'
import { z } from 'zod'
import { findTemplate } from '#app/catalogue/find-template.server.ts'
import { bringBackTemplate, retireTemplate } from '#app/catalogue/retire-template.server.ts'
import { restoreTemplateVersion } from '#app/catalogue/save-template.server.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { templateDifference } from '#app/document/template-difference.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { Route } from './+types/template.ts'
import { AnswerLine } from './answer-line.tsx'
import { SettingsHeading } from './settings-heading.tsx'
import { templateActWords } from './template-act-words.ts'
import { TemplateActs } from './template-acts.tsx'
import { adminOr404 } from './template-form.server.ts'
import { TemplatePreview } from './template-preview.tsx'
import { TemplateVersions } from './template-versions.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.template.name} · Templates · Candor` : 'Candor' },
]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const found = await findTemplate(context.get(databaseContext), params.template)
  if (!found) throw data(null, { status: 404 })
  const viewer = context.get(viewerContext)!
  const { versions, ...template } = found
  const search = new URL(request.url).searchParams
  return {
    template,
    sections: versions[0]!.sections,
    versions: versions.map(({ number, madeAt, sections }, age) => {
      const earlier = versions[age + 1]
      return {
        number,
        madeAt: madeAt.toISOString(),
        sections,
        difference: earlier ? templateDifference(earlier.sections, sections) : null,
      }
    }),
    zone: viewer.timeZone,
    canEdit: viewer.role === 'admin',
    said: savedWords(search.get('saved'), search.has('noted')),
  }
}

function savedWords(saved: string | null, isNoted: boolean): string | null {
  if (saved === null) return null
  const noted = isNoted ? ' Some phrases carry a note; open the form to see them.' : ''
  if (saved === 'same') return 'The sections were as they are, so there is no new version.'
  return /^\d{1,6}$/.test(saved) ? `Version ${saved} is saved.${noted}` : null
}

const Posted = z.object({
  act: z.enum(['retire', 'bring-back', 'restore']),
  version: z.coerce.number().int().min(1).max(1_000_000).catch(0),
  revision: z.coerce.number().int().min(0).max(2_147_483_647).catch(-1),
})

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = adminOr404(context)
  const db = context.get(databaseContext)
  const posted = Posted.safeParse(Object.fromEntries(await request.formData()))
  if (!posted.success) throw data(null, { status: 400 })
  const { act, version, revision } = posted.data
  const key = params.template
  const outcome =
    act === 'retire'
      ? await retireTemplate(db, viewer, key)
      : act === 'bring-back'
        ? await bringBackTemplate(db, viewer, key)
        : await restoreTemplateVersion(db, viewer, key, { number: version, revision })
  if (outcome.ok) return { words: templateActWords.done[act], problem: null }
  if (outcome.reason === 'no-such-template') throw data(null, { status: 404 })
  return data({ words: null, problem: templateActWords.refused[outcome.reason] }, { status: 409 })
}

export const shouldRevalidate = () => true

export default function TemplatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { template, sections, versions, zone, canEdit, said } = loaderData
  const here = `/settings/templates/${template.key}`
  return (
    <>
      <SettingsHeading title={template.name}>
        {template.retired && <Chip>Retired</Chip>} {template.description}
      </SettingsHeading>
      <AnswerLine words={actionData ? actionData.words : said} problem={actionData?.problem} />
      <div className="flex flex-wrap gap-2">
        {canEdit && (
          <>
            <ButtonLink to={`${here}/edit`} variant="primary">
              Change it
            </ButtonLink>
            <ButtonLink to={`/settings/templates/new?from=${template.key}`}>Make a copy</ButtonLink>
          </>
        )}
        <ButtonLink to={`${here}/file`} reloadDocument download>
          Download as a file
        </ButtonLink>
      </div>
      <SectionHeading>As an author sees it at first</SectionHeading>
      <TemplatePreview sections={sections} />
      <TemplateVersions
        here={here}
        revision={template.revision}
        versions={versions}
        zone={zone}
        canEdit={canEdit}
        key={versions.length}
      />
      {canEdit && <TemplateActs here={here} retired={template.retired} />}
    </>
  )
}
