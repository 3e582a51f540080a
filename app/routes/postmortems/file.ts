import { data } from 'react-router'
import { databaseContext, filesContext, viewerContext } from '#app/context.ts'
import { fileLimits } from '#app/document/file-limits.ts'
import { fileResponse } from '#app/files/file-response.server.ts'
import { findFile } from '#app/files/find-file.server.ts'
import { keepFile } from '#app/files/keep-file.server.ts'
import type { Route } from './+types/file.ts'
import { foundOr404 } from './found-or-404.server.ts'
import { uploadRefusals } from './upload-words.ts'

/** One file; `?download` asks for it to be saved, also where it is an image. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const file = await findFile(context.get(databaseContext), context.get(viewerContext), params.file)
  const download = new URL(request.url).searchParams.has('download')
  const response = file && (await fileResponse(context.get(filesContext), file, request, { download }))
  if (!response) throw data(null, { status: 404 })
  return response
}

/**
 * `PUT /files/ID?of=PM-17`: takes a file as it is, under an id that the sender made up, so that it can be sent again without
 * being kept twice. `X-File-Name` is its name, percent-encoded.
 */
export async function action({ request, params, context }: Route.ActionArgs) {
  const size = Number(request.headers.get('Content-Length') ?? Number.NaN)
  try {
    return await takeFile({ request, params, context }, size)
  } finally {
    // A browser hears an answer once all of its bytes have left; those of a file that is too large are not waited for.
    if (size <= fileLimits.bytes) await request.body?.pipeTo(new WritableStream()).catch(() => undefined)
  }
}

async function takeFile(
  { request, params, context }: Pick<Route.ActionArgs, 'request' | 'params' | 'context'>,
  size: number,
) {
  const of = new URL(request.url).searchParams.get('of') ?? ''
  const { id: postmortemId } = await foundOr404(context, of, 'edit')
  if (request.method !== 'PUT' || !/^[a-z0-9]{20,40}$/.test(params.file)) throw data(null, { status: 405 })
  if (Number.isNaN(size)) return refuse('no-length')
  const viewer = context.get(viewerContext)!
  const outcome = await keepFile(context.get(databaseContext), context.get(filesContext), viewer, postmortemId, {
    id: params.file,
    name: nameIn(request.headers),
    size,
    body: request.body ?? new ReadableStream({ start: (controller) => controller.close() }),
  })
  return outcome.ok ? Response.json(outcome.file, { status: 201 }) : refuse(outcome.reason)
}

function refuse(reason: keyof typeof uploadRefusals): Response {
  const { status, words } = uploadRefusals[reason]
  const headers: HeadersInit = status === 413 || status === 411 ? { Connection: 'close' } : {}
  return Response.json({ reason, problem: words }, { status, headers })
}

function nameIn(headers: Headers): string {
  const given = headers.get('X-File-Name') ?? ''
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}
