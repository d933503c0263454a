import type { RouteBrief } from '../../../contract/shuttle-words'

/** What a line is called: its number where it has one, else its name. */
export const nameOfRoute = ({ shortName, longName, routeId }: RouteBrief): string => shortName || longName || routeId

/** A line that an answer names by its id; a bare one where it is not among them. */
export function routeIn(routes: readonly RouteBrief[], routeId: string): RouteBrief {
  return (
    routes.find((route) => route.routeId === routeId) ?? {
      routeId,
      shortName: '班车',
      longName: '',
      color: '',
      textColor: '',
    }
  )
}
