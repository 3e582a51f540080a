import { data, Form, redirect, useNavigation } from 'react-router'
import { databaseContext, filesContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { fileIdsIn } from '#app/document/file-ids-in.ts'
import { fileLimits, imagesLose, largestFile } from '#app/document/file-limits.ts'
import { isSafeImage } from '#app/document/safe-image.ts'
import { readDocument } from '#app/document/shared-document.ts'
import { keepFile } from '#app/files/keep-file.server.ts'
import { listFiles } from '#app/files/list-files.server.ts'
import { removeFile } from '#app/files/remove-file.server.ts'
import { may } from '#app/people/permissions.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { formatBytes } from '#app/ui/format-bytes.ts'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/files.ts'
import { FileRow } from './file-row.tsx'
import { foundOr404 } from './found-or-404.server.ts'
import { PostmortemHead } from './postmortem-head.tsx'
import { readUploadForm } from './read-upload-form.server.ts'
import { uploadRefusals } from './upload-words.ts'

const doneWords = new Map([
  ['added', 'The file is there.'],
  ['removed', 'The file is gone for good.'],
])

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { id, reference, title, standing } = await foundOr404(context, params.postmortem, 'read-draft')
  const listed = await listFiles(context.get(databaseContext), id)
  const shown = await context.get(liveEditingContext).read(id, (shared) => fileIdsIn(readDocument(shared)))
  return {
    reference,
    title,
    mayEdit: may(context.get(viewerContext), 'edit', standing),
    together: listed.reduce((sum, { bytes }) => sum + bytes, 0),
    files: listed.map((file) => ({
      id: file.id,
      name: file.name,
      bytes: file.bytes,
      isImage: isSafeImage(file.mediaType),
      uploadedAt: file.uploadedAt.toISOString(),
      isShown: shown.has(file.id),
    })),
    done: doneWords.get(new URL(request.url).searchParams.get('done') ?? ''),
  }
}

/** Adds a file without the editor, or takes one away for good. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { id, reference } = await foundOr404(context, params.postmortem, 'edit')
  const db = context.get(databaseContext)
  const storage = context.get(filesContext)
  const viewer = context.get(viewerContext)!
  const done = (what: 'added' | 'removed') => redirect(`/postmortems/${reference}/files?done=${what}`)
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data')) {
    const form = await request.formData()
    if (form.get('intent') !== 'remove') throw data(null, { status: 400 })
    await removeFile(db, storage, viewer, id, String(form.get('file')))
    return done('removed')
  }
  const read = await readUploadForm(request)
  const outcome = read.ok
    ? await keepFile(db, storage, viewer, id, {
        name: read.file.name,
        size: read.file.size,
        body: read.file.stream(),
      })
    : read
  if (outcome.ok) return done('added')
  const { status, words } = uploadRefusals[outcome.reason]
  return data({ problem: outcome.reason === 'empty' ? 'Choose a file that has something in it.' : words }, { status })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Files of ${(loaderData as { reference?: string } | undefined)?.reference ?? ''} · Candor` },
]

export default function Files({ loaderData, actionData }: Route.ComponentProps) {
  const { reference, title, files, mayEdit, together, done } = loaderData
  useFocusOnProblem(actionData)
  const isSending = useNavigation().formEncType === 'multipart/form-data'
  return (
    <div className="max-w-3xl">
      <PostmortemHead reference={reference} title={title} page="Files" />
      <p className="mb-5 max-w-prose text-ink-2">
        What stands here can be opened by those invited. Readers of a published version open what it shows, and nothing
        else.
      </p>
      <p role="status" className={done ? 'mb-5 rounded-md bg-accent-soft px-4 py-2.5 text-accent-ink' : undefined}>
        {done}
      </p>
      {mayEdit && (
        <Form
          // What arrived is not sent once more by a second press.
          key={files[0]?.id}
          method="post"
          encType="multipart/form-data"
          className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 rounded-xl border border-line bg-surface px-5 py-4"
        >
          <FileField
            name="file"
            label="Add a file or an image"
            hint={`Up to ${largestFile}; ${formatBytes(fileLimits.together)} in all. What it is, is told from its content. ${imagesLose}`}
            problems={actionData ? [actionData.problem] : []}
            className="min-w-0 flex-1 basis-72"
          />
          <Button type="submit" variant="primary" pending={isSending}>
            {isSending ? 'Uploading …' : 'Upload'}
          </Button>
        </Form>
      )}
      {files.length === 0 ? (
        <EmptyState title="No files yet">
          <p>Graphs, logs and screenshots that the text rests on. In the editor they can be pasted or dropped.</p>
        </EmptyState>
      ) : (
        <>
          <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
            {files.map((file) => (
              <FileRow key={file.id} file={file} mayEdit={mayEdit} />
            ))}
          </ul>
          <p className="meta mt-3">{formatBytes(together)} together</p>
        </>
      )}
    </div>
  )
}
