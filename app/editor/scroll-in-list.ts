/** Scrolls the list that an option stands in, and nothing around it, until the option is seen. The list has to be positioned. */
export function scrollInList({ offsetTop, offsetHeight, parentElement: list }: HTMLElement): void {
  if (list) list.scrollTop = Math.max(Math.min(list.scrollTop, offsetTop), offsetTop + offsetHeight - list.clientHeight)
}
