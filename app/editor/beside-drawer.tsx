import PanelRight from 'lucide-react/icons/panel-right'
import { type ReactNode, Suspense } from 'react'
import { Button } from '#app/ui/button.tsx'
import { laterPart } from './later-part.ts'

const Drawer = laterPart(() => import('#app/ui/drawer.tsx').then((drawer) => ({ default: drawer.Drawer })))

/** What stands beside the text where there is no room for it: a button that opens it as a drawer. */
export function BesideDrawer({
  open,
  onOpenChange,
  children,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
}) {
  return (
    <>
      <Button aria-haspopup="dialog" aria-expanded={open} onClick={() => onOpenChange(true)}>
        <PanelRight aria-hidden="true" size={16} /> Facts<span className="max-sm:sr-only"> and notes</span>
      </Button>
      <Suspense fallback={null}>
        {open && (
          <Drawer open onOpenChange={onOpenChange} title="Beside the text">
            {children}
          </Drawer>
        )}
      </Suspense>
    </>
  )
}
