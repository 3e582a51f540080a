import { data } from 'react-router'
import { findTemplate } from '#app/catalogue/find-template.server.ts'
import { databaseContext } from '#app/context.ts'
import { writeTemplateFile } from '#app/document/template-file.ts'
import type { Route } from './+types/template-file.ts'

/** A template as a file to keep or to bring elsewhere; `?version=2` for an older one. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const template = await findTemplate(context.get(databaseContext), params.template)
  const asked = new URL(request.url).searchParams.get('version')
  const version = asked ? template?.versions.find(({ number }) => String(number) === asked) : template?.versions[0]
  if (!template || !version) throw data(null, { status: 404 })
  const { key, name, description } = template
  return new Response(writeTemplateFile({ key, name, description, sections: version.sections }), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="template-${key}-${version.number}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
