import { wallTimeAt } from '#app/document/zoned-time.ts'

/** A greeting for the time of day where someone is. */
export function greeting(now: Date, zone: string): string {
  const { hour } = wallTimeAt(now.getTime(), zone)
  if (hour >= 5 && hour < 12) return 'Good morning.'
  if (hour >= 12 && hour < 18) return 'Good afternoon.'
  return hour >= 18 && hour < 23 ? 'Good evening.' : 'Hello.'
}

/** What waits, in one sentence: drafts are the viewer's, changes are their teams'. */
export function waitingLine({ drafts, dueChanges }: { drafts: number; dueChanges: number }): string {
  const parts = [
    drafts === 1
      ? 'one draft is yours to go on with'
      : drafts > 1 && `${inWords(drafts)} drafts are yours to go on with`,
    dueChanges === 1
      ? 'one change is open in your teams'
      : dueChanges > 1 && `${inWords(dueChanges)} changes are open in your teams`,
  ].filter((part) => part !== false)
  if (parts.length === 0) return 'Nothing waits for you today.'
  const sentence = parts.join(', and ')
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function inWords(count: number): string {
  return words[count] ?? String(count)
}
