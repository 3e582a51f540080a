import ChevronRight from 'lucide-react/icons/chevron-right'
import { listTemplates } from '#app/catalogue/list-templates.server.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { Route } from './+types/templates.ts'
import { SettingsHeading } from './settings-heading.tsx'
import { TemplateSections } from './template-sections.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Templates · Candor' }]

export async function loader({ context }: Route.LoaderArgs) {
  const templates = await listTemplates(context.get(databaseContext))
  return {
    zone: context.get(viewerContext)!.timeZone,
    templates: templates.map((template) => ({
      ...template,
      versions: template.versions.map((version) => ({ ...version, madeAt: version.madeAt.toISOString() })),
    })),
  }
}

export default function Templates({ loaderData }: Route.ComponentProps) {
  const { templates, zone } = loaderData
  return (
    <>
      <SettingsHeading title="Templates">
        Which sections a post-mortem has, in reading order, and what each of them asks. A post-mortem remembers the
        version it was started with, and can change to another template at any time without losing a word.
      </SettingsHeading>
      {templates.length === 0 && <EmptyState title="No templates yet">Setup brings the first three.</EmptyState>}
      <div className="space-y-4">
        {templates.map((template, place) => (
          <details key={template.id} open={place === 0} className="group rounded-xl border border-line bg-surface">
            <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-xl px-4 py-3 sm:px-5">
              <span>
                <h2 className="inline font-serif text-xl font-medium">{template.name}</h2>{' '}
                {template.retired && <Chip>Retired</Chip>}
                <span className="mt-0.5 block text-ink-2">{template.description}</span>
              </span>
              <ChevronRight
                aria-hidden="true"
                size={18}
                className="shrink-0 text-ink-3 transition-transform group-open:rotate-90 motion-reduce:transition-none"
              />
            </summary>
            <div className="border-t border-line px-4 pb-5 sm:px-5">
              {template.versions.map((version, age) => (
                <section key={version.id} aria-label={`${template.name}, version ${version.number}`}>
                  <p className="mt-4 mb-3 text-sm text-ink-3">
                    Version {version.number}, <DateTime at={version.madeAt} zone={zone} show="date" />
                    {age === 0 ? '. New post-mortems start with it.' : '. Older post-mortems keep it.'}
                  </p>
                  <TemplateSections sections={version.sections} />
                </section>
              ))}
            </div>
          </details>
        ))}
      </div>
    </>
  )
}
