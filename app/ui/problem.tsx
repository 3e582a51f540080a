import TriangleAlert from 'lucide-react/icons/triangle-alert'

/** What went wrong with a whole form or page, in the words a person can act on. Shows nothing where there is nothing. */
export function Problem({ messages }: { messages?: readonly (string | undefined)[] | string | null | false }) {
  const said = (typeof messages === 'string' ? [messages] : messages || []).filter((message) => message)
  if (said.length === 0) return null
  return (
    <div
      role="alert"
      tabIndex={-1}
      className="my-4 flex gap-3 rounded-md border border-danger bg-danger-soft px-4 py-3 text-ink first:mt-0"
    >
      <TriangleAlert aria-hidden="true" size={18} className="mt-0.5 shrink-0 text-danger" />
      {said.length === 1 ? (
        <p>{said[0]}</p>
      ) : (
        <ul className="list-disc space-y-1 pl-4">
          {said.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
