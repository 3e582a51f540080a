import type { EditorView } from '@tiptap/pm/view'
import { Avatar } from '#app/ui/avatar.tsx'
import { DisclosureMenu, disclosureItemLook } from '#app/ui/disclosure-menu.tsx'
import type { EditorHost } from './editor-host.ts'
import { goToSection } from './go-to-section.ts'
import type { LiveDocument } from './live-document.ts'
import type { Present } from './presence.ts'
import { useStore } from './use-store.ts'

/** Who else has the draft open at this moment, and in which section; choosing somebody leads to their caret. Kept nowhere. */
export function AlsoHere({ live, host, view }: { live: LiveDocument; host: EditorHost; view: () => EditorView }) {
  const others = useStore(live.others)
  const { sections } = useStore(host.outline)
  if (others.length === 0) return null
  const titleOf = (id: string | null) => sections.find((section) => section.id === id)?.title
  return (
    <DisclosureMenu
      label={`Also here: ${others.map(({ name }) => name).join(', ')}`}
      button={
        <span className="flex items-center -space-x-2">
          {others.slice(0, 5).map(({ id, name }) => (
            <Avatar key={id} name={name} alone />
          ))}
          {others.length > 5 && <span className="meta pl-3">and {others.length - 5} more</span>}
        </span>
      }
    >
      <ul aria-label="Also here">
        {others.map((other) => {
          const place = titleOf(other.section)
          const words = (
            <>
              <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full" style={{ background: other.color }} />
              <span className="min-w-0">
                {other.name} <span className="meta block truncate">{place ? `in “${place}”` : 'reading along'}</span>
              </span>
            </>
          )
          return (
            <li key={other.id}>
              {place ? (
                <button type="button" className={disclosureItemLook} onClick={() => goToOther(view(), other)}>
                  {words}
                </button>
              ) : (
                <span className={disclosureItemLook}>{words}</span>
              )}
            </li>
          )
        })}
      </ul>
    </DisclosureMenu>
  )
}

/** To their caret where it is drawn, otherwise to the section they are in; one's own caret goes to that section. */
function goToOther(view: EditorView, { id, section }: Present): void {
  if (section) goToSection(view, section)
  const caret = [...view.dom.querySelectorAll<HTMLElement>('.ed-caret')].find((drawn) => drawn.dataset.person === id)
  caret?.scrollIntoView({ block: 'center' })
}
