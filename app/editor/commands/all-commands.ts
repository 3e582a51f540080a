import { insertCommands } from './insert-commands.ts'
import { itemCommands } from './item-commands.ts'
import type { Place } from './place.ts'
import { textCommands } from './text-commands.ts'
import type { CommandGroup, Door, WritingCommand } from './writing-command.ts'

/** Every command there is: the list at the caret and the toolbar of a selection are two doors to the same ones. */
export const allCommands: readonly WritingCommand[] = [...itemCommands, ...textCommands, ...insertCommands]

/** In a table, what can be done with it comes first. */
const groupOrder: readonly CommandGroup[] = ['Table', 'Here', 'Words', 'Text', 'Put in']

export function commandsFor(door: Door, place: Place): WritingCommand[] {
  return allCommands
    .filter((command) => command.doors.includes(door) && command.fits(place))
    .toSorted((one, other) => groupOrder.indexOf(one.group) - groupOrder.indexOf(other.group))
}

/** Those whose label or other words begin with every word of the query; a label that begins with it comes first. */
export function matchCommands(commands: readonly WritingCommand[], query: string): WritingCommand[] {
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (asked.length === 0) return [...commands]
  const found = commands.filter(({ label, words = '' }) => {
    const own = `${label} ${words}`.toLowerCase().split(/[\s-]+/)
    return asked.every((word) => own.some((each) => each.startsWith(word)))
  })
  const begins = ({ label }: WritingCommand) => (label.toLowerCase().startsWith(query.trim().toLowerCase()) ? 0 : 1)
  return found.toSorted((one, other) => begins(one) - begins(other))
}
