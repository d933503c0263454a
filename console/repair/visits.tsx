/** Written next. */
export default function Visits() {
  return null
}
