import { data } from 'react-router'
import { findTemplate } from '#app/catalogue/find-template.server.ts'
import { databaseContext } from '#app/context.ts'
import { writeTemplateFile } from '#app/document/template-file.ts'
import type { Route } from './+types/template-file.ts'

/** The newest version of a template as a file, to keep or to bring elsewhere. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const template = await findTemplate(context.get(databaseContext), params.template)
  if (!template) throw data(null, { status: 404 })
  const { key, name, description, versions } = template
  const version = versions[0]!
  return new Response(writeTemplateFile({ key, name, description, sections: version.sections }), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="template-${key}-${version.number}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
