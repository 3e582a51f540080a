import { Toast as Base } from '@base-ui/react/toast'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import { useEffect } from 'react'
import { Button } from './button.tsx'
import { onToast, type ToastMessage, takeToasts } from './toast.tsx'

const manager = Base.createToastManager()

/** The toasts themselves, apart from `toast.tsx` so that pages without one do not fetch them. */
export default function ToastList() {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport
          data-no-print
          data-toasts
          className="fixed right-4 bottom-4 left-4 z-50 flex flex-col gap-2 outline-offset-4 sm:right-auto sm:w-96"
        >
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function add({ title, detail, action, tone = 'plain' }: ToastMessage) {
  const id = manager.add({
    title,
    description: detail,
    type: tone,
    priority: tone === 'problem' ? 'high' : 'low',
    timeout: action || tone === 'problem' ? 0 : 6_000,
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.onSelect()
        manager.close(id)
      },
    },
  })
}

function Toasts() {
  const { toasts } = Base.useToastManager()
  // The viewport has to be there before the first toast, or nobody hears it.
  useEffect(() => {
    const pass = () => takeToasts().forEach(add)
    pass()
    return onToast(pass)
  }, [])
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className={`rounded-lg border bg-surface text-ink shadow-card transition duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0 ${toast.type === 'problem' ? 'border-danger' : 'border-line-strong'}`}
    >
      <Base.Content className="flex items-center gap-3 py-2 pr-2 pl-4">
        {toast.type === 'problem' && <TriangleAlert aria-hidden="true" size={18} className="shrink-0 text-danger" />}
        <div className="min-w-0 flex-1">
          <Base.Title className="font-[550]" />
          <Base.Description className="meta" />
        </div>
        <Base.Action render={<Button />} />
        <Base.Close render={<Button variant="quiet" iconOnly aria-label="Close" />}>
          <X aria-hidden="true" size={16} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ))
}
