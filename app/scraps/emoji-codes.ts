/** Codes that chats write for pictures that carry meaning in an incident. Any other code stays as it is written. */
const emoji: Record<string, string> = {
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  eyes: '👀',
  fire: '🔥',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  ballot_box_with_check: '☑️',
  x: '❌',
  warning: '⚠️',
  rotating_light: '🚨',
  red_circle: '🔴',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  large_orange_circle: '🟠',
  no_entry: '⛔',
  bell: '🔔',
  tada: '🎉',
  pray: '🙏',
  raised_hands: '🙌',
  clap: '👏',
  wave: '👋',
  thinking_face: '🤔',
  question: '❓',
  exclamation: '❗',
  bulb: '💡',
  mag: '🔍',
  hourglass: '⌛',
  rocket: '🚀',
  lock: '🔒',
  point_up: '☝️',
  arrow_up: '⬆️',
  arrow_down: '⬇️',
  chart_with_upwards_trend: '📈',
  chart_with_downwards_trend: '📉',
  slightly_smiling_face: '🙂',
  smile: '😄',
  sweat_smile: '😅',
  ship: '🚢',
  anchor: '⚓',
  coffee: '☕',
}

const CODE = /:([a-z0-9_+-]{1,50}?)(?:::skin-tone-\d)?:/g

/** `:fire:` as 🔥. */
export function withEmoji(text: string): string {
  return text.includes(':') ? text.replace(CODE, (code, name: string) => emoji[name] ?? code) : text
}
